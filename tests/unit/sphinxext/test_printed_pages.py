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


NEED = "\\archdocneedpicture{%dpt}{450.0bp}{300.0bp}"
PLACE = "\\archdocplace{34pt}{%dpt}{0.73}{1}"


def test_headings_stay_with_a_picture() -> None:
    inner = section("Inner", picture())
    outer = section("Outer", inner)
    chapter = section("Chapter", nodes.paragraph("", "text"), outer)
    keep_together(document(chapter), floats=False)
    assert commands(inner) == ["\\archdocstay", PLACE % 68 + NEED % 0]
    assert commands(outer)[0] == "\\archdocstay"
    assert commands(chapter)[0] == PLACE % 68 + NEED % 68  # before both


def test_headings_of_texts_are_left_as_they_are() -> None:
    long = nodes.paragraph("", "word " * 90)
    plain = section("Plain", long, picture())
    page = document(section("Chapter", nodes.comment(), plain, section("Empty")))
    keep_together(page, floats=True)
    assert commands(page) == []
    keep_together(page, floats=False)
    assert commands(page) == [PLACE % 0 + NEED % 0]
    assert plain.index(long) == 1


def test_a_few_lines_stay_with_the_picture_they_lead_to() -> None:
    below = section("Part", nodes.paragraph("", "Look at this:"), picture())
    chapter = section("Chapter", nodes.paragraph("", "text"), below)
    keep_together(document(chapter), floats=False)
    assert commands(chapter)[0] == PLACE % 0 + NEED % (34 + 13)


def test_a_long_table_begins_where_it_has_room() -> None:
    top = section("Top", section("Inner", long_table()))
    chapter = section("Chapter", nodes.paragraph("", "text"), top)
    keep_together(document(chapter), floats=False)
    assert isinstance(chapter.children[2], archdoc_tex)
    assert commands(chapter.children[2]) == ["\\archdocneedroom{138pt}"]
    assert commands(top) == ["\\archdocstay"] * 2


def test_a_card_begins_on_the_page_of_its_picture() -> None:
    early = section("Card", nodes.paragraph("", "text"), picture(), classes=("arch-record",))
    chapter = section("Chapter", nodes.paragraph("", "text"), early)
    keep_together(document(chapter), floats=False)
    assert commands(chapter)[0] == PLACE % 0 + NEED % (34 + 13)


def test_a_card_begins_with_some_of_its_text_or_its_table() -> None:
    texts = [nodes.paragraph("", "word " * 90) for _ in range(4)]
    texts[0:0] = [nodes.paragraph("", "fact")]
    long = section("Card", *texts, picture(), classes=("arch-record",))
    table = long_table()
    table["classes"] = []
    short = section("Card", nodes.paragraph("", "fact"), table, classes=("arch-record",))
    chapter = section("Chapter", nodes.paragraph("", "text"), long, short)
    keep_together(document(chapter), floats=True)
    assert commands(chapter) == [
        f"\\archdocneedroom{{{34 + 7 * 13}pt}}",
        f"\\archdocneedroom{{{34 + 13 + 44 + 3 * 13}pt}}",
    ]


def test_a_picture_that_floats_needs_no_room() -> None:
    below = section("Part", picture())
    chapter = section("Chapter", nodes.paragraph("", "text"), below)
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
