"""The kitchen sink and the demo in a browser: axe, scroll bars, requests, valid HTML.

Needs what ``test_axe`` needs; the validator is the npm package html-validate in the same folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_axe import tools

DOCS = Path(__file__).parent.parent.parent / "example_docs"
PAGES = (
    "kitchen-sink", "index", "demo/model", "demo/risks", "demo/plans", "demo-rst/decisions",
)  # fmt: skip


@pytest.fixture(scope="module", params=["furo", "alabaster"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tools()  # skips before anything is built
    return built(request.param, tmp_path_factory.mktemp(request.param))


def built(theme: str, out: Path, *more: str) -> Path:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    command += ["-D", f"html_theme={theme}", *more, str(DOCS), str(out / "html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return out / "html"


def test_pages_in_a_browser(pages: Path) -> None:
    node, modules, browser = tools()
    script = Path(__file__).with_name("look.mjs")
    done = subprocess.run(
        [node, script, modules, browser, pages, *PAGES],
        capture_output=True,
        check=True,
        timeout=600,
        encoding="utf-8",
    )
    said: dict[str, Any] = json.loads(done.stdout)
    assert said["opened"] == 3 * len(PAGES)
    assert said["errors"] == []
    assert said["asked"] == []  # of any other host
    assert said["scrolls"] == []  # sideways
    assert said["found"] == []


def test_html_is_valid(pages: Path, tmp_path: Path) -> None:
    modules = Path(os.environ["ARCHDOC_NODE_MODULES"])
    command = modules / ".bin" / "html-validate"
    if not command.exists():
        pytest.skip("the npm package html-validate is not beside axe-core")
    if pages.parent.name.startswith("alabaster"):
        pytest.skip("the frame that alabaster puts around every page is not valid itself")
    config = tmp_path / "rules.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    files = [pages / f"{name}.html" for name in PAGES]
    done = subprocess.run(
        [shutil.which("node") or "node", command, "--config", config, "-f", "json", *files],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    found = [
        f"{Path(file['filePath']).name}:{item['line']}: {item['ruleId']}: {item['message']}"
        for file in json.loads(done.stdout or "[]")
        for item in file["messages"]
    ]
    assert (done.returncode, found) == (0, [])
