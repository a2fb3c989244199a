"""What pages load, the cards of links, and the way from decision to decision."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from test_incremental import edit

from sphinx_archdoc.sphinxext.hover import page_key

if TYPE_CHECKING:
    from building import Build, Project

DECISIONS = """\
Decisions
=========

.. adr:: Use one database
   :id: ADR-1
   :status: superseded

   One is enough </script><b>.

.. adr:: Use two
   :id: ADR-2
   :status: accepted
   :supersedes: ADR-1

   Two are better.

.. adr:: Use three
   :id: ADR-3
   :status: proposed

   **Options:**

   Three.
"""
PAGES = {
    "log.rst": DECISIONS,
    "list.rst": "List\n====\n\n.. adr-list::\n",
    "said.rst": "Said\n====\n\nSee :adr:`ADR-2`.\n",
    "other.rst": "Other\n=====\n\nSee :doc:`said` and `a page <https://example.org>`_.\n",
}
SCRIPTS = ("archdoc.js", "archdoc-tables.js", "archdoc-pictures.js")


def loaded(build: Build, name: str) -> list[str]:
    text = build.text(name)
    return [script for script in ("archdoc.css", *SCRIPTS) if f"_static/{script}" in text]


def cards(build: Build) -> dict[str, Any]:
    text = build.text("archdoc-cards.js")
    found: dict[str, Any] = json.loads(text.removeprefix("archdocCards(").removesuffix(");\n"))
    return found


def test_pages_load_what_they_need(project: Project) -> None:
    build = project.write(PAGES).build()
    assert build.warnings == []
    assert loaded(build, "log.html") == ["archdoc.css", "archdoc.js"]
    assert loaded(build, "list.html") == ["archdoc.css", "archdoc.js", "archdoc-tables.js"]
    assert loaded(build, "said.html") == ["archdoc.css", "archdoc.js"]
    assert loaded(build, "other.html") == []
    assert loaded(build, "genindex.html") == []


RISKS = ".. risk-table::\n\n   ==== ====\n   Risk No\n   ==== ====\n   A    1\n   ==== ====\n"


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        (RISKS, True),
        (".. question-list::\n\n   - Why?\n", False),
        (".. limitation-list::\n\n   - **One:** Two\n", False),
    ],
    ids=["table", "questions", "list"],
)  # fmt: skip
def test_a_page_with_nothing_but_the_authors_own_table_or_list(
    project: Project, text: str, tables: bool
) -> None:
    build = project.write({"index.rst": f"Page\n====\n\n{text}"}).build()
    assert build.warnings == []
    wanted = ["archdoc.css", "archdoc.js", *(["archdoc-tables.js"] if tables else [])]
    assert loaded(build, "index.html") == wanted


def test_wide_tables_scroll_in_a_box_of_their_own(project: Project) -> None:
    project.conf |= {"html_theme": "furo"}
    page = project.write(PAGES).build().text("list.html")
    box, inner = re.findall(r'<div class="([^"]*(?:arch-scroll|table-wrapper)[^"]*)"', page)
    assert "arch-scroll" in box
    assert not re.search("arch-", inner)
    assert page.count('id="adr-list-1"') == 1  # furo copies it to its own box


PLAIN = """\
Page
====

.. adr:: Keep it
   :id: ADR-1

   **Context:** What it costs:

   ==== ====
   This That
   ==== ====
   1    2
   ==== ====

   .. risk:: It breaks
      :id: R-1

      ==== ====
      How  Why
      ==== ====
      So   So
      ==== ====

.. csv-table::

   not, ours
"""


def test_plain_tables_in_records_scroll_too(project: Project) -> None:
    project.write({"index.rst": PLAIN})
    page = BeautifulSoup(project.build().text("index.html"), "html.parser")
    boxes = page.select(".arch-scroll")
    assert [box.th.get_text() for box in boxes if box.find("table")] == ["This", "How"]
    assert len(page.find_all("table")) == 3
    assert page.select(".arch-scroll .arch-scroll") == []


def test_cards_of_links(project: Project) -> None:
    found = cards(project.write(PAGES).build())
    kind = "Architecture decision"
    assert found["log"]["ADR-1"] == [
        "ADR-1", "Use one database", kind, "Superseded", "mute", "One is enough </script><b>.",
    ]  # fmt: skip
    assert found["log"]["ADR-2"][3:] == ["Accepted", "ok", "Two are better."]


def test_cards_of_pages_that_are_records(project: Project) -> None:
    text = "# One place for keys\n\n## Status\n\nAccepted\n\n## Decision\n\nA vault.\n"
    files = {"adr/0001-keys.md": text, "adr/index.md": "# All\n\n[the keys](0001-keys.md)\n"}
    build = project.myst().write(files).build()
    page = cards(build)["adr/0001-keys"]
    (anchor,) = {page[""]}
    assert page[anchor][:2] == ["ADR-0001", "One place for keys"]
    assert loaded(build, "adr/index.html") == ["archdoc.css", "archdoc.js"]


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml"])
def test_cards_are_known_by_address(project: Project, builder: str) -> None:
    found = cards(project.write(PAGES).build(builder))
    assert "ADR-1" in found["log" if builder == "dirhtml" else ""]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("index.html", ""),
        ("a/index.html", "a"),
        ("a/", "a"),
        ("a/reindex.html", "a/reindex"),
        ("a.htm", "a.htm"),
        ("", ""),
    ],
)
def test_keys_of_pages(address: str, key: str) -> None:
    assert page_key(address) == key


def test_cards_follow_the_summary_and_pages_need_not(project: Project) -> None:
    project.write(PAGES).build()
    edit("log.rst", "Two are better.", "Two are best.")(project)
    build = project.build()
    assert cards(build)["log"]["ADR-2"][-1] == "Two are best."
    assert "said" not in build.written


def test_cards_go_with_the_last_record(project: Project) -> None:
    out = project.write({"index.rst": DECISIONS}).build().out
    assert (out / "archdoc-cards.js").exists()
    edit("index.rst", DECISIONS, "Nothing\n=======\n")(project)
    project.build()
    assert not (out / "archdoc-cards.js").exists()


def test_words_of_scripts_are_escaped(project: Project) -> None:
    text = project.write(PAGES).build().text("list.html")
    (tag,) = re.findall(r"<script[^>]*archdoc-tables\.js[^>]*>", text)
    words = dict(re.findall(r'data-([\w-]+)="([^"]*)"', tag))
    assert words["filter"] == "Filter"
    assert set(words) == {"all", "filter", "levels", "of", "save"}
    levels = json.loads(words["levels"].replace("&quot;", '"'))
    assert [names[0] for names in levels] == ["low", "medium", "high"]


def test_heads_of_records(project: Project) -> None:
    project.write(PAGES)
    page = project.build().text("log.html")
    assert '<span class="arch-id">ADR-1</span> Use one database' in page
    assert re.search(r'class="arch-record arch-kind-adr arch-is-mute arch-replaced"', page)
    assert re.search(r'<span class="arch-turn"><a[^>]*>← ADR-1</a> · <a[^>]*>ADR-3 →</a>', page)
    text = project.build("text", out="text").text("log.txt")
    assert "ADR-1: Use one database" in text
    assert "→" not in text


def test_a_new_decision_reaches_its_neighbours(project: Project) -> None:
    text = "D{0}\n==\n\n.. adr:: T\n   :id: ADR-{0}\n   :status: accepted\n"
    project.write({f"d{number}.rst": text.format(number) for number in (1, 3, 4)}).build()
    project.write({"d2.rst": text.format(2)})
    project.index()
    build = project.build()
    assert {"d1", "d2", "d3"} <= build.written
    assert "d4" not in build.written
    assert "ADR-2 →" in build.text("d1.html")
