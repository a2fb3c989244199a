"""The kitchen sink in a browser: what scripts add works, axe finds nothing, nothing scrolls.

Needs what ``test_axe`` needs.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sink import PAGES
from test_axe import tools

if TYPE_CHECKING:
    from building import Project


@pytest.fixture(params=["furo", "alabaster"])
def said(request: pytest.FixtureRequest, project: Project) -> dict[str, Any]:
    node, modules, browser = tools()
    project.conf |= {"html_theme": request.param, "language": "en"}
    build = project.write(PAGES).build()
    assert build.warnings == []
    done = subprocess.run(
        [node, Path(__file__).with_name("use.mjs"), modules, browser, build.out],
        capture_output=True,
        check=True,
        timeout=180,
        encoding="utf-8",
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_kitchen_sink_in_a_browser(said: dict[str, Any]) -> None:
    assert said["found"] == []
    assert said["asked"] == []  # of any other host
    assert said["scrolls"] == []
    # cards of links
    assert said["card"].split("\n")[:4] == [
        "ADR-0002", "Architecture decision", "Accepted", "Use PostgreSQL",
    ]  # fmt: skip
    assert said["described"] == "arch-pop"
    assert (said["stays"], said["escaped"]) == (1, 0)
    assert said["focused"] == "Use PostgreSQL"
    # tables
    assert said["up"] == ["Low", "Medium", "Medium", "High", "High"]
    assert said["sorted"] == "ascending"
    assert said["down"] == said["up"][::-1]
    assert said["back"] == [said["first"], 0]
    assert said["undefined"] == 0
    assert (True, "block") in map(tuple, said["cards"])
    assert (True, "table-row") not in map(tuple, said["cards"])
    assert len(said["filtered"]) == 1
    assert said["count"] == "1 of 5 shown"
    assert said["chips"] == ["All 5", "Superseded 1", "Accepted 2", "Proposed 1", "Rejected 1"]
    assert said["rows"].startswith("#R-")
    name, text = said["csv"]
    assert name == "Technical-risks.csv"
    assert '"\'=1+1"' in text  # no spreadsheet takes it for a formula
    name, text = said["json"]
    assert name == "Technical-risks.json"
    assert {row["Impact"] for row in json.loads(text)} == {"Low", "Medium", "High"}
    assert said["copied"] == "ADR-0002"
    assert said["selected"].startswith("ADR-")  # where the page may not copy
    # without scripts
    assert (said["plain"], said["buttons"]) == (5, 0)
