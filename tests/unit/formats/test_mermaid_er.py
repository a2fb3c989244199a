from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.mermaid_er import looks_like_er, read_er, read_mermaid_er
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = """\
---
title: Orders
---
%%{init: {"theme": "dark"}}%%
erDiagram
    direction LR
    %% who buys
    CUSTOMER ||--o{ ORDER : places
    ORDER ||--|{ "Line Item" : contains
    CUSTOMER }|..|{ p["Delivery address"] : uses
    CUSTOMER {
        uuid id PK "The key"
        string email UK
        string(20)[] phones "those #quot;known#quot;"
        uuid referrer_id FK, UK
    }
    ORDER { uuid id PK uuid customer_id FK }
    p {
    }
    classDef big fill:#f9f
    style ORDER fill:#fff
    LONELY:::big
"""


def test_reads_entities_columns_and_relations() -> None:
    read = read_er(TEXT)
    assert read.problems == ()
    graph = read.graph
    assert graph.title == "Orders"
    assert graph.direction == "LR"
    assert [(e.id, e.title) for e in graph.entities] == [
        ("CUSTOMER", "CUSTOMER"),
        ("ORDER", "ORDER"),
        ("Line-Item", "Line Item"),
        ("p", "Delivery address"),
        ("LONELY", "LONELY"),
    ]
    assert [(c.name, c.type, c.keys, c.comment) for c in graph.entities[0].columns] == [
        ("id", "uuid", ("PK",), "The key"),
        ("email", "string", ("UK",), ""),
        ("phones", "string(20)[]", (), 'those "known"'),
        ("referrer_id", "uuid", ("FK", "UK"), ""),
    ]
    assert [(c.name, c.reference) for c in graph.entities[1].columns] == [
        ("id", ""),
        ("customer_id", "CUSTOMER"),
    ]
    assert [
        (r.source, r.source_end, r.target, r.target_end, r.identifying, r.label)
        for r in graph.relations
    ] == [
        ("CUSTOMER", "one", "ORDER", "zero-or-more", True, "places"),
        ("ORDER", "one", "Line-Item", "one-or-more", True, "contains"),
        ("CUSTOMER", "one-or-more", "p", "one-or-more", False, "uses"),
    ]
    assert read.lines == {"CUSTOMER": 8, "ORDER": 8, "Line-Item": 9, "p": 10, "LONELY": 22}


@pytest.mark.parametrize(
    ("written", "left", "right", "identifying"),
    [
        ("A |o--o| B", "zero-or-one", "zero-or-one", True),
        ("A }o..o{ B", "zero-or-more", "zero-or-more", False),
        ("A }|.-|{ B", "one-or-more", "one-or-more", False),
        ("A||--||B", "one", "one", True),
        ("A one or zero to one or more B", "zero-or-one", "one-or-more", True),
        ("A zero or one to one or many B", "zero-or-one", "one-or-more", True),
        ("A many(1) to many(0) B", "one-or-more", "zero-or-more", True),
        ("A 1+ optionally to 0+ B", "one-or-more", "zero-or-more", False),
        ("A only one to zero or more B", "one", "zero-or-more", True),
        ("A 1 to zero or many B", "one", "zero-or-more", True),
        ("A one to many B", "one", "zero-or-more", True),
    ],
)
def test_reads_every_cardinality(written: str, left: str, right: str, identifying: bool) -> None:
    for text in (f"erDiagram\n{written} : has", f"erDiagram\n{written}"):
        read = read_er(text)
        assert read.problems == ()
        (relation,) = read.graph.relations
        assert (relation.source_end, relation.target_end) == (left, right)
        assert relation.identifying is identifying


def test_aliases_and_styles_beside_relations() -> None:
    read = read_er('erDiagram\nA["The A"] ||--o{ B:::x : "has many"\n"C D" ||--|| A : is')
    assert read.problems == ()
    assert [e.title for e in read.graph.entities] == ["The A", "B", "C D"]
    assert [r.label for r in read.graph.relations] == ["has many", "is"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("A ||-> B : x", 2), ("A { int }", 2), ("A {\n int", 3), ("|||", 2)],
)
def test_a_fault_is_named_with_its_line(line: str, number: int) -> None:
    problems = read_er(f"erDiagram\n{line}\n").problems
    assert problems
    assert problems[-1].code is Code.SYNTAX
    assert problems[0].line in (number, number - 1)


def test_a_column_twice_is_reported() -> None:
    read = read_er("erDiagram\nA {\n int a\n text a\n}")
    assert [(p.code, p.line) for p in read.problems] == [(Code.CONFLICT, 4)]
    assert [c.type for c in read.graph.entities[0].columns] == ["int"]


def test_accessible_descriptions() -> None:
    read = read_er("erDiagram\naccTitle: T\naccDescr {\n two\n lines\n}\nA ||--|| B : is")
    assert read.problems == ()
    assert read.graph.description == "two lines"


def test_other_diagrams_are_not_ours() -> None:
    assert looks_like_er("%% a comment\n\n erDiagram\n")
    assert not looks_like_er("flowchart LR\n a --> b")
    assert read_mermaid_er("sequenceDiagram\n a ->> b: c") == (None, ())
    assert read_mermaid_er("erDiagram")[0] is None


LINES = st.sampled_from(
    [*TEXT.splitlines(), "{", "}", "A {", '"', "A ||--", ": x", "---", "accDescr {", "%%{", "#35;"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=30).map("\n".join))
def test_never_raises(text: str) -> None:
    read = read_er(text)
    ids = [e.id for e in read.graph.entities]
    assert len(set(ids)) == len(ids)
    assert {end for r in read.graph.relations for end in (r.source, r.target)} <= set(ids)
    assert all(0 <= p.line <= len(text.splitlines()) + 1 for p in read.problems)
    read_mermaid_er(text)


@pytest.mark.parametrize(
    "piece", ["A", " ", '"', "A[", "{", "|o", "A ||--o{ ", ":::", "one or ", "- "]
)
def test_a_long_line_takes_no_more_steps_than_its_length(piece: str) -> None:
    def make(size: int) -> Callable[[], object]:
        lines = f"erDiagram\n{piece * size}\nA {{\n{piece * size}"
        return lambda: read_er(lines)

    grows_linearly(make, 2000)
