"""Where pages may end: headings with what they head, cards with the pictures they begin with."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from sphinx_archdoc.diagrams.picture import Picture
from sphinx_archdoc.sphinxext.nodes import archdoc_picture, archdoc_tex
from sphinx_archdoc.sphinxext.printed_pages import keep_together, place


def section(title: str, *parts: nodes.Node, classes: tuple[str, ...] = ()) -> nodes.section:
    return nodes.section("", nodes.title("", title), *parts, classes=[*classes])


def document(*parts: nodes.Node) -> nodes.document:
    made = new_document("page")
    made += parts
    return made


def picture(*, height: float = 400, caption: str = "") -> nodes.figure:
    drawn = archdoc_picture("", title="x", prefix="p")
    drawn.picture = Picture(
        svg='<svg><text font-size="11">a</text></svg>',
        width=600,
        height=height,
        crossings=0,
        key=(),
    )
    made = nodes.figure("", drawn, classes=["arch-figure"])
    if caption:
        made += nodes.caption("", caption)
    return made


def long_table() -> nodes.table:
    rows = [nodes.row("", nodes.entry("", nodes.paragraph("", "word"))) for _ in range(3)]
    group = nodes.tgroup("", nodes.colspec(colwidth=1), cols=1)
    group += [nodes.thead("", rows[0]), nodes.tbody("", *rows[1:])]
    return nodes.table("", group, classes=["longtable"])


def commands(node: nodes.Node) -> list[str]:
    return [found["command"] for found in node.findall(archdoc_tex)]


def test_headings_stay_with_a_picture() -> None:
    inner = section("Inner", picture())
    outer = section("Outer", inner)
    keep_together(document(section("Chapter", outer)), floats=False)
    assert commands(inner) == ["\\archdocstay"]
    assert commands(outer) == ["\\archdocstay", "\\archdocstay"]


def test_headings_of_texts_are_left_as_they_are() -> None:
    plain = section("Plain", nodes.paragraph("", "text"), picture())
    empty = section("Empty")
    page = document(section("Chapter", nodes.comment(), plain, empty))
    keep_together(page, floats=False)
    assert commands(page) == []


def test_a_long_table_begins_where_it_has_room() -> None:
    top = section("Top", section("Inner", long_table()))
    chapter = section("Chapter", nodes.paragraph("", "text"), top)
    keep_together(document(chapter), floats=False)
    assert isinstance(chapter.children[2], archdoc_tex)
    assert commands(chapter.children[2]) == ["\\archdocneedroom{138pt}"]
    assert commands(top) == ["\\archdocstay"] * 2


def test_a_card_begins_on_the_page_of_its_picture() -> None:
    early = section("Card", nodes.paragraph("", "text"), picture(), classes=("arch-record",))
    late = section(
        "Card",
        *(nodes.paragraph("", "word " * 90) for _ in range(4)),
        picture(),
        classes=("arch-record",),
    )
    chapter = section("Chapter", nodes.paragraph("", "text"), early, late)
    keep_together(document(chapter), floats=False)
    (found,) = commands(chapter)
    assert found == (
        "\\archdocplace{34pt}{0pt}{0.73}{1}\\archdocneedpicture{60pt}{450.0bp}{300.0bp}"
    )
    assert chapter.index(early) == 3


def test_a_picture_that_floats_needs_no_room() -> None:
    card = section("Card", picture(), classes=("arch-record",))
    chapter = section("Chapter", nodes.paragraph("", "text"), card)
    keep_together(document(chapter), floats=True)
    assert commands(chapter) == ["\\archdocstay"]


def test_a_picture_knows_what_its_page_is_to_hold_besides() -> None:
    figure = picture(caption="word " * 30)
    inner = section("Inner", figure)
    section("Chapter", nodes.comment(), inner)
    drawn = figure.children[0]
    assert isinstance(drawn, archdoc_picture)
    assert place(drawn, ("section", "subsection")) == "\\archdocplace{60pt}{68pt}{0.73}{1}"
    assert place(drawn, ("chapter", "section")) == "\\archdocplace{60pt}{184pt}{0.73}{1}"
