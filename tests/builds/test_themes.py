"""Common themes: nothing of ours without our prefix, each id once, style and scripts there.

How it looks is seen in ``tests/pages``; here is what any theme must get.
"""

from __future__ import annotations

import re
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Project

SINK = Path(__file__).parent.parent.parent / "example_docs" / "kitchen-sink.md"
THEMES = (
    "basic", "alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme",
)  # fmt: skip
#: What docutils, Sphinx and furo put beside our classes, on the same elements.
THEIRS = re.compile(
    r"docutils|container|reference|internal|external|align-default|colwidths-auto|no-search|rubric|"
    r"simple|arabic|row-(odd|even)|stub|head|table-wrapper|xref|arch|table"
)


@pytest.fixture(scope="module")
def text() -> str:
    return SINK.read_text(encoding="utf-8").replace("[link](index.md)", "link")


@pytest.mark.filterwarnings("ignore:.*sphinx_book_theme")  # of Sphinx, about that theme
@pytest.mark.parametrize("theme", THEMES)
def test_a_theme(project: Project, text: str, theme: str) -> None:
    if theme not in ("basic", "alabaster") and find_spec(theme) is None:
        pytest.skip(f"{theme} is not installed")
    project.conf |= {"html_theme": theme}
    if theme not in ("basic", "alabaster"):
        project.conf["extensions"] = [*project.conf.get("extensions", ["sphinx_archdoc"]), theme]
    build = project.myst().write({"index.md": text}).build()
    assert [line for line in build.warnings if "archdoc" in line] == []
    page = BeautifulSoup(build.text("index.html"), "lxml")

    ours = [
        node
        for node in page.select("[class*='arch-']")
        if any(name.startswith("arch-") for name in node["class"])
    ]
    assert len(ours) > 500
    strange = Counter(
        name
        for node in ours
        for name in node["class"]
        if not name.startswith("arch-") and not THEIRS.fullmatch(name)
    )
    assert strange == Counter()
    drawn = page.select("svg.arch-svg [class]")
    assert drawn
    assert all(name.startswith("arch-") for node in drawn for name in node["class"])

    ids = Counter(node["id"] for node in page.select("[id]"))
    wanted = {"ADR-0902", "R-901", "greenhouse.climate", "FLOW-VENT", "QG-91", "EP-91"}
    assert wanted <= set(ids)
    assert [id_ for id_, count in ids.items() if count > 1 and not id_.startswith("pst-")] == []

    files = [node.get("href") or node["src"] for node in page.select("link[href], script[src]")]
    for name in ("archdoc.css", "archdoc-pictures.css", "archdoc.js", "archdoc-tables.js"):
        assert sum(f"_static/{name}" in file for file in files) == 1, name


def test_every_theme_has_the_colours_it_needs() -> None:
    """A token without a value of a theme has one of its own, so that no theme lacks a colour."""
    from sphinx_archdoc.sphinxext.assets import STATIC

    style = (STATIC / "archdoc.css").read_text(encoding="utf-8")
    (body,) = re.findall(r"^body\{(.*?)\}", style, flags=re.DOTALL | re.MULTILINE)
    tokens = re.findall(r"(--arch-[\w-]+):([^;]*)", body)
    assert len(tokens) > 60
    for name, value in tokens:
        for taken in re.findall(r"var\((--(?!arch-)[\w-]+)([,)])", value):
            assert taken[1] == ",", f"{name} takes {taken[0]} without a value of its own"
