"""The documentation, which is also the demonstration, builds without a warning."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "builder",
    [
        "html",
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in ("dirhtml", "epub", "latex", "text", "man", "texinfo", "xml", "gettext")
        ),
    ],
)
def test_the_documentation_builds(tmp_path: Path, builder: str) -> None:
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", builder]
    made = subprocess.run(
        [*command, "-d", tmp_path / "doctrees", ROOT / "example_docs", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.stderr == ""
    assert made.returncode == 0
    if builder == "html":
        export = json.loads((tmp_path / "out" / "archdoc.json").read_text(encoding="utf-8"))
        kinds = {record["kind"] for record in export["records"]}
        assert {"adr", "risk", "app", "component", "datastore", "person", "system"} <= kinds


def test_the_readme_has_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark in ("<!-- docs line -->", "<!-- test line -->"):
        block = text.split(mark)[1].split("```")[1].splitlines()
        assert len(block) == 2, mark
        assert block[1].startswith("python3 -m venv")
    assert len(text.splitlines()) < 200
