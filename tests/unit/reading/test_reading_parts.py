from __future__ import annotations

import pickle

import pytest
from docutils import nodes
from reading_help import myst, rst
from sphinx.addnodes import pending_xref

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.inline import Span, plain
from sphinx_archdoc.model.section_words import ADR_SECTIONS, lookup, normalise
from sphinx_archdoc.model.uris import safe_uri
from sphinx_archdoc.reading.inline import spans
from sphinx_archdoc.reading.summary import first_sentence
from sphinx_archdoc.reading.tables import read_table
from sphinx_archdoc.render.inline import inline_nodes


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Context", "context"),
        ("2.1 CONTEXT:", "context"),
        ("🧭 Context", "context"),
        ("Context and Problem Statement", "context"),
        ("Decision Drivers (optional)", "drivers"),
        ("Entscheidung", "decision"),
        ("Decisión", "decision"),
        ("Contexte et énoncé du problème", "context"),
        ("Trade-offs accepted", "trade-offs"),
        ("Trade-offs", "trade-offs"),
        ("Decision: rye or oats", ""),
    ],
)
def test_names(heading: str, key: str) -> None:
    assert lookup(heading, ADR_SECTIONS) == key


def test_normalise_keeps_what_is_only_a_number() -> None:
    assert normalise("3.") == "3"
    assert normalise("3rd party") == "3rd party"


def test_normalise_drops_a_number_only_in_front() -> None:
    assert normalise("2.1 Context:") == "context"
    assert normalise("Phase 2 rollout") == "phase 2 rollout"
    assert normalise("Level (a) checks") == "level a checks"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Use rye. It lasts.", "Use rye."),
        ("Use e.g. rye or ca. 3 kg. Then stop.", "Use e.g. rye or ca. 3 kg."),
        ("Version 2.5 is fine! Yes", "Version 2.5 is fine!"),
        ("no end", "no end"),
        ("- first item\n- second", "first item"),
        ("> quoted **text** here. More.", "quoted text here."),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(myst(text)) == sentence


def test_a_long_sentence_is_cut_at_a_word() -> None:
    found = first_sentence(rst("word " * 100))
    assert len(found) <= 200
    assert found.endswith("word…")


PIPE = "before\n\n| ID | What |\n|---|---|\n| R1 | *mill* burns |\n| R2 | `x` |\n\nafter"
GRID = "==== ====\nID   What\n==== ====\nR1   x\nR2   y\n==== ===="
ITEMS = ".. list-table:: Cap\n   :header-rows: 1\n\n   * - ID\n     - What\n   * - R1\n     - x"
CSV = ".. csv-table::\n   :header: ID,What\n\n   R1,x\n   R2,y"


def test_a_markdown_table() -> None:
    table, problems = read_table(myst(PIPE))
    assert table is not None
    assert not problems
    assert table.headers == ("ID", "What")
    assert [row.line for row in table.rows] == [7, 8]
    assert spans(table.rows[0].cells[1].children) == (Span("mill", ("emphasis",)), Span(" burns"))
    assert [node.astext() for node in (*table.before, *table.after)] == ["before", "after"]


@pytest.mark.parametrize(("text", "lines"), [(GRID, [6, 7]), (ITEMS, [8]), (CSV, [0, 0])])
def test_rest_tables(text: str, lines: list[int]) -> None:
    table, problems = read_table(rst(text))
    assert table is not None
    assert not problems
    assert table.headers == ("ID", "What")
    assert [row.line for row in table.rows] == lines


def test_several_tables() -> None:
    one = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    table, problems = read_table(myst(f"{one}\n{one}"))
    assert table is not None
    assert (len(table.rows), problems) == (2, ())
    table, problems = read_table(myst(f"{one}\n| c |\n|---|\n| 1 |\n"))
    assert table is not None
    assert [(problem.code, problem.line) for problem in problems] == [(Code.TABLE, 7)]
    assert len(table.after) == 1


def test_spans_are_a_problem_and_no_table_is_none() -> None:
    head = "== == ==\na  b  c\n== == ==\n"
    table, problems = read_table(rst(f"{head}x     w\n----- --\ny  z  v\n== == =="))
    assert table is not None
    assert [problem.code for problem in problems] == [Code.TABLE]
    # over all columns it is a heading
    assert read_table(rst(f"{head}x\n--------\ny  z  v\n== == =="))[1] == ()
    assert read_table(myst("- [ ] a\n- b")) == (None, ())


def inline(text: str) -> list[nodes.Node]:
    return list(rst(text)[0].children)


def test_plain_text_stays_a_string() -> None:
    assert spans(inline("one\ntwo")) == "one two"
    assert spans([]) == ""


def test_markup_there_and_back() -> None:
    value = spans(inline("a **b** ``c  d`` `link <https://example.org>`__ e"))
    assert value == (
        Span("a "),
        Span("b", ("strong",)),
        Span(" "),
        Span("c  d", ("literal",)),
        Span(" "),
        Span("link", (), "https://example.org"),
        Span(" e"),
    )
    assert plain(value) == "a b c  d link e"
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    assert spans(inline_nodes(value)) == value


def test_cross_references_there_and_back() -> None:
    inner = nodes.literal("", "R-1", classes=["xref", "arch", "arch-risk"])
    xref = pending_xref(
        "", inner, refdomain="arch", reftype="risk", reftarget="R-1", refexplicit=False, refdoc="a"
    )
    value = spans([nodes.Text("see "), xref])
    assert not isinstance(value, str)
    again = inline_nodes(value)[1]
    assert isinstance(again, pending_xref)
    assert again.children[0]["classes"] == ["xref", "arch", "arch-risk"]
    assert again["reftarget"] == "R-1"
    assert again["refexplicit"] is False
    assert spans(inline_nodes(value)) == value


@pytest.mark.parametrize(
    ("uri", "safe"),
    [
        ("https://example.org", True),
        ("mailto:a@example.org", True),
        ("../page.html#x", True),
        ("#here", True),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        (" JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_links(uri: str, safe: bool) -> None:
    assert safe_uri(uri) is safe
    made = inline_nodes((Span("text", (), uri),))
    assert isinstance(made[0], nodes.reference) is safe
