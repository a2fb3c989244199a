"""Pages with pictures in a browser: axe finds nothing, and the buttons do what they say.

Runs where Chromium, Node and the npm packages axe-core and playwright-core are: install them in a
folder and name its ``node_modules`` in ``ARCHDOC_NODE_MODULES``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from building import Project

PAGE = """\
Pictures
========

.. c4-model::

   person customer "Customer"
   system shop "Web shop" : Sells things
     app web "Web app" [Next.js]
     datastore db "Database" [PostgreSQL]
   customer -> shop.web : Browses
   shop.web -> shop.db : Reads [SQL]

.. c4-context:: shop

.. c4-container:: shop

.. c4-landscape::
   :direction: LR
"""


def tools() -> tuple[str, str, str]:
    modules = os.environ.get("ARCHDOC_NODE_MODULES", "")
    if not (modules and (Path(modules) / "axe-core").is_dir()):
        pytest.skip("ARCHDOC_NODE_MODULES names no folder with axe-core and playwright-core")
    node = shutil.which("node")
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if node is None or browser is None:
        pytest.skip("Node or Chromium is not installed")
    return node, modules, browser


@pytest.fixture(params=["furo", "alabaster"])
def seen(request: pytest.FixtureRequest, project: Project) -> dict[str, Any]:
    node, modules, browser = tools()
    project.conf |= {"html_theme": request.param, "numfig": True}
    build = project.write({"index.rst": PAGE}).build()
    assert build.warnings == []
    script = Path(__file__).parent / "axe.mjs"
    done = subprocess.run(
        [node, script, modules, browser, (build.out / "index.html").as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_pictures_in_a_browser(seen: dict[str, Any]) -> None:
    assert seen["found"] == {"light": [], "dark": [], "narrow": []}
    start, larger, largest, fitted = seen["steps"]
    assert start < larger < largest
    assert fitted == pytest.approx(start, abs=1)
    assert seen["name"] == "System-context-of-Web-shop.svg"
    root = ET.fromstring(seen["file"])  # noqa: S314 -- made by our script
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    shapes = [each for each in root.iter() if each.get("class") == "arch-shape"]
    assert len(shapes) == 2
    assert all(each.get("fill", "").startswith("#") for each in shapes)
    links = [each.get("href", "") for each in root.iter("{http://www.w3.org/2000/svg}a")]
    assert links
    assert all(link.startswith("file:///") for link in links)
