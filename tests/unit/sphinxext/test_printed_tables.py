"""Widths, size of type and pages of a printed table."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_archdoc.sphinxext.nodes import archdoc_tex
from sphinx_archdoc.sphinxext.printed_tables import fit, fit_if_wide
from sphinx_archdoc.sphinxext.printed_words import note_pages


def table_of(*rows: tuple[str, ...]) -> nodes.table:
    group = nodes.tgroup("", cols=len(rows[0]))
    group += [nodes.colspec(colwidth=1) for _ in rows[0]]
    lines = [
        nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in row)) for row in rows
    ]
    group += [nodes.thead("", lines[0]), nodes.tbody("", *lines[1:])]
    made = nodes.table("", group)
    nodes.section("", made)
    return made


def widths(table: nodes.table) -> list[int]:
    return [spec["colwidth"] for spec in table.findall(nodes.colspec)]


def test_a_long_text_leaves_ids_and_states_whole() -> None:
    table = table_of(("ID", "Status", "Text"), ("ADR-0001", "Superseded", "word " * 60))
    fit(table)
    first, second, third = widths(table)
    assert first >= len("ADR-0001")
    assert second >= len("Superseded")
    assert third > 2 * second
    assert "colwidths-given" in table["classes"]
    assert not isinstance(table.parent, nodes.container)


def test_a_crowded_table_has_smaller_type() -> None:
    table = table_of(tuple(f"Heading{n}" for n in range(8)), ("something",) * 8)
    fit(table)
    assert table.parent["classes"] == ["arch-print-smaller"]


def test_a_title_keeps_room_for_words_in_the_smallest_type() -> None:
    head = ("Risk", *(f"Heading {n}" for n in range(10)))
    plain, named = (
        table_of(head, ("it is out of use for a day", *("shop.orders.payments",) * 10))
        for _ in range(2)
    )
    cell = next(cell for cell in named.findall(nodes.entry) if "out of use" in cell.astext())
    cell["classes"].append("arch-name")
    fit(plain)
    fit(named)
    assert widths(plain)[0] < 12 <= widths(named)[0]


def test_words_break_only_where_the_smallest_type_has_no_room() -> None:
    table = table_of(("a",) * 11, ("shop.orders.payments",) * 11)
    fit(table)
    assert table.parent["classes"] == ["arch-print-smallest"]
    assert len([*table.findall(archdoc_tex)]) == 11 * 2


def test_one_long_row_is_enough_for_a_table_over_pages() -> None:
    row = ("R-1", "word " * 700)
    short, long = table_of(("ID", "Text"), ("R-1", "word")), table_of(("ID", "Text"), row)
    within = table_of(("ID", "Text"), row)
    within.parent.replace(within, nodes.note("", within))
    for table in (short, long, within):
        fit(table)
    assert "longtable" not in short["classes"]
    assert "longtable" in long["classes"]
    assert "longtable" not in within["classes"]  # LaTeX cannot break one in a box


def test_a_table_of_the_author_is_fitted_only_where_it_is_too_wide() -> None:
    narrow, wide = table_of(("A", "B"), ("a", "b")), table_of(("A", "B"), ("option", "word " * 60))
    given = table_of(("A", "B"), ("option", "word " * 60))
    given["classes"].append("colwidths-given")
    chosen = table_of(("A", "B"), ("option", "word " * 60))
    chosen.parent.insert(0, addnodes.tabular_col_spec(spec="|l|l|"))
    for table in (narrow, wide, given, chosen):
        fit_if_wide(table)
    assert widths(narrow) == widths(given) == widths(chosen) == [1, 1]
    assert widths(wide)[1] > 4 * widths(wide)[0] > 4 * len("option")


def test_a_long_table_of_the_author_goes_over_pages() -> None:
    table = table_of(("A", "B"), ("option", "word " * 700))
    table["classes"].append("colwidths-given")
    fit_if_wide(table)
    assert "longtable" in table["classes"]
    assert widths(table) == [1, 1]


def test_larger_type_leaves_less_room() -> None:
    row = ("something",) * 6
    usual, large = table_of(row, row), table_of(row, row)
    fit(usual)
    fit(large, 12)
    assert not isinstance(usual.parent, nodes.container)
    assert large.parent["classes"] == ["arch-print-small"]


def test_numbers_of_pages_after_links_have_room() -> None:
    def linked() -> nodes.table:
        table = table_of(("ID", "Text", "More"), ("ADR-1", "word " * 60, "word " * 60))
        paragraph = [*table.findall(nodes.paragraph)][3]
        paragraph[:] = [nodes.reference("", "", nodes.inline("", "ADR-1"), refuri="%page#ADR-1")]
        return table

    plain, paged = linked(), linked()
    page = new_document("page")
    page += paged.parent
    note_pages(page)
    fit(plain)
    fit(paged)
    assert widths(plain)[0] < len("(page 12)") < widths(paged)[0]
