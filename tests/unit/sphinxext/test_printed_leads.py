"""Words with a colon stay on the page of what they lead to."""

from __future__ import annotations

import pytest
from docutils import nodes
from test_printed_pages import commands, document, long_table, picture, section

from sphinx_archdoc.sphinxext.nodes import archdoc_tex
from sphinx_archdoc.sphinxext.printed_leads import keep_leads


def lead(text: str = "Provoked by:") -> nodes.paragraph:
    return nodes.paragraph("", text)


def text() -> nodes.paragraph:
    return nodes.paragraph("", "Some words.")


def block(text: str) -> nodes.literal_block:
    return nodes.literal_block(text, text)


@pytest.mark.parametrize(
    ("shown", "points"),
    [
        (block("a"), 13 + 44 + 13),
        (block("a\nb\nc\nd\ne"), 13 + 44 + 39),
        (long_table(), 13 + 44 + 39),
        (nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "a"))), 13 + 39),
    ],
)
def test_room_for_words_and_what_they_lead_to(shown: nodes.Element, points: int) -> None:
    page = document(section("Part", text(), lead(), nodes.target(), shown))
    keep_leads(page, floats=True)
    assert commands(page) == [f"\\archdocneedroom{{{points}pt}}", "\\archdoclead"]


def test_pictures_that_float_go_without() -> None:
    page = document(section("Part", text(), lead("Look here："), picture()))
    keep_leads(page, floats=True)
    assert commands(page) == []
    keep_leads(page, floats=False)
    before, after = commands(page)
    assert before.endswith("\\archdocneedpicture{13pt}{450.0bp}{300.0bp}")
    assert after == "\\archdoclead"


def test_inside_a_list_words_only_stay() -> None:
    item = nodes.list_item("", lead(), block("a"))
    page = document(section("Part", text(), nodes.bullet_list("", item)))
    keep_leads(page, floats=False)
    assert [type(node).__name__ for node in item.children] == [
        "paragraph",
        "archdoc_tex",
        "literal_block",
    ]


def test_words_that_lead_to_nothing() -> None:
    cell = nodes.entry("", lead(), lead())
    parts = [lead("No colon"), block("a"), lead()]
    page = document(section("Part", cell, *parts))
    keep_leads(page, floats=False)
    assert commands(page) == []


def test_room_is_asked_for_before_headings() -> None:
    inner = section("Inner", lead(), block("a"))
    chapter = section("Chapter", text(), section("Outer", inner))
    keep_leads(document(chapter), floats=False)
    assert chapter[2]["command"] == f"\\archdocneedroom{{{2 * 34 + 13 + 44 + 13}pt}}"
    assert commands(inner) == ["\\archdoclead"]


def test_a_section_asks_for_itself() -> None:
    asked = archdoc_tex(command="\\archdocneedroom{99pt}")
    part = section("Part", text(), lead(), asked, section("Card", text()))
    keep_leads(document(part), floats=False)
    assert commands(part) == ["\\archdocneedroom{99pt}", "\\archdoclead"]
    assert part.index(asked) == 2
