"""Folders of other projects, built with and without us: pages stay, no warning that is not earned.

``ARCHDOC_CORPORA`` names the folder that holds them. All their pages count as candidates.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from building import Project

_NAMED = [Path(p) for p in os.environ.get("ARCHDOC_CORPORA", "").split(os.pathsep) if p]
FOLDERS = [
    path
    for folder in _NAMED
    for path in sorted(folder.iterdir())
    if path.is_dir() and path.name.startswith(("adr-", "rst-", "md-"))
]
#: What we say of these folders with the rules as they come, and why it is true.
EARNED = {
    "adr-ibc-go": ["date"],  # 05/01/2022: January or May
    "rst-openedx-aspects": ["number"],  # two records 0014
}
#: What adopting adds to a page: its head, banner and back-links, and marks on options and points.
ADDED = ".arch-head, .arch-note, .arch-back, .arch-chosen, .arch-label"
START = "Start\n=====\n\n.. toctree::\n   :glob:\n\n   **\n"


def built(folder: Path, source: Path, *, adopt: bool) -> tuple[dict[str, Any], list[str], Any]:
    """Return the body of each page by name, the warnings, and the build."""
    project = Project(folder)
    shutil.copytree(source, project.source, dirs_exist_ok=True)
    if not any((project.source / f"index{end}").exists() for end in (".md", ".rst")):
        project.write({"index.rst": START})
    project.conf = {"extensions": ["myst_parser"], "html_theme": "basic", "exclude_patterns": []}
    if adopt:
        project.conf["extensions"].append("sphinx_archdoc")
        project.conf["archdoc_adr_paths"] = ["**"]
    build = project.build()
    bodies = {
        name: BeautifulSoup(build.text(f"{name}.html"), "html.parser").select_one("div.body")
        for name in sorted(build.app.env.found_docs)
    }
    return bodies, [line.replace(str(project.source), "") for line in build.warnings], build


def bare(body: Any) -> Any:
    """Take off what adopting adds."""
    for added in body.select(ADDED):
        added.decompose()
    return body


def words(body: Any) -> list[str]:
    return str(body.get_text(" ")).split()


def ids(body: Any) -> list[str]:
    return [tag["id"] for tag in body.select("[id]")]


def links(body: Any) -> list[tuple[str, str]]:
    return [(tag["href"], tag.get_text()) for tag in body.select("a[href]")]


@pytest.mark.skipif(not FOLDERS, reason="ARCHDOC_CORPORA names no folder with records")
@pytest.mark.parametrize("source", FOLDERS, ids=lambda path: path.name)
def test_adopting_changes_no_page(source: Path, tmp_path: Path) -> None:
    plain, said, _ = built(tmp_path / "plain", source, adopt=False)
    ours, told, build = built(tmp_path / "ours", source, adopt=True)
    assert [line for line in said if line not in told] == []
    new = [line for line in told if line not in said]
    assert [line.rpartition("[archdoc.")[2].rstrip("]") for line in new] == EARNED.get(
        source.name, []
    ), new
    assert any(record["kind"] == "adr" for record in build.export()["records"])
    assert ours.keys() == plain.keys()
    for name, page in ours.items():
        left = bare(page)
        assert words(left) == words(plain[name]), name
        assert [id_ for id_ in ids(left) if id_ in ids(plain[name])] == ids(plain[name]), name
        assert links(left) == links(plain[name]), name
