"""C4 macros with faults: named with their line, and nothing raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.formats.c4_names import NAMES
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.declared import Declarations


def said(read: Declarations) -> list[tuple[Code, int]]:
    return [(problem.code, problem.line) for problem in read.problems]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a -[hidden]-> b", None),
        ("a --> nowhere : x", Code.REFERENCE),
        ("no --> nowhere : x", Code.REFERENCE),
        ("a -- b", Code.SYNTAX),
    ],
)
def test_arrows_that_are_no_relation(line: str, code: Code | None) -> None:
    read = read_macros(f'Container(a, "A")\nContainer(b, "B")\n{line}\n')
    assert read.relations == ()
    assert said(read) == ([(code, 3)] if code else [])


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ('Persn(b, "B")', Code.SYNTAX, "'Person'"),
        ('person(b, "B")', Code.SYNTAX, "'Person'"),
        ("Person()", Code.SYNTAX, "alias"),
        ('Person(b "B")', Code.SYNTAX, "a comma is missing after 'b' in Person(…)"),
        ('System(b, c "B")', Code.SYNTAX, "a comma is missing after 'c' in System(…)"),
        ("Rel(a)", Code.SYNTAX, "two aliases"),
        ('Rel(a, cc, "x")', Code.REFERENCE, "did you mean 'c'"),
        ('Person(b, "B', Code.SYNTAX, "not closed"),
        ('Person(b, "B"', Code.SYNTAX, "parenthesis"),
        ('Person(a, "Other")', Code.DUPLICATE, "one line above"),
        ("}", Code.SYNTAX, "closes nothing"),
        ("!include secrets.txt", Code.REFUSED, "secrets.txt"),
        ("!include https://example.org/C4_Evil/x.puml", Code.REFUSED, "not executed"),
        ("!includeurl https://example.org/x", Code.REFUSED, "not executed"),
        ("!theme x from https://example.org", Code.REFUSED, "not executed"),
        ("!script x.groovy", Code.REFUSED, "not executed"),
        ("!plugin x", Code.REFUSED, "not executed"),
        ("!procedure f()\nPerson(no)\n!endprocedure", Code.REFUSED, "not executed"),
        ("alt success", Code.SYNTAX, "left out"),
        ("note left of a\nPerson(no)\nend note", Code.SYNTAX, "left out"),
        ("a -- c : x", Code.SYNTAX, "left out"),
    ],
)
def test_faults_are_named_with_their_line(line: str, code: Code, words: str) -> None:
    read = read_macros(f'Person(a, "A")\n{line}\nPerson(c, "C")\nRel(a, c, "x")')
    (problem,) = read.problems
    assert (problem.code, problem.line) == (code, 2)
    assert words in problem.message
    assert {"a", "c"} <= {element.id for element in read.elements} <= {"a", "b", "c"}
    assert [(r.source, r.target) for r in read.relations] == [("a", "c")]


def test_a_quote_that_is_not_closed_keeps_the_brace() -> None:
    read = read_macros('System_Boundary(s, "S) {\n Container(c, "C")\n}\nPerson(p)')
    assert said(read) == [(Code.SYNTAX, 1)]
    assert [(e.title, e.parent) for e in read.elements] == [("S", ""), ("C", "s"), ("P", "")]


def test_a_brace_that_is_not_closed() -> None:
    read = read_macros('Person(p)\nSystem_Boundary(s, "S") {\n Container(c, "C")')
    assert said(read) == [(Code.SYNTAX, 2)]


def test_quotes_over_lines_and_braces_of_unknown_lines() -> None:
    read = read_macros('Person(p, "Of\n two lines", "D")\nrectangle x {\n Person(q)\n}\nPerson(r)')
    assert said(read) == [(Code.SYNTAX, 3)]
    assert [(e.title, e.parent) for e in read.elements] == [
        ("Of two lines", ""), ("Q", ""), ("R", ""),
    ]  # fmt: skip


def test_relations_to_ids_from_elsewhere() -> None:
    read = read_macros('Person(p)\nRel(p, shop.api, "x")', known={"shop.api"})
    assert not read.problems
    assert read.relations[0].target == "shop.api"


@pytest.mark.parametrize(
    "text",
    [lambda n: "(" * n, lambda n: "Person(" * n, lambda n: 'Person("' * n,
     lambda n: "Person(a\n" * n, lambda n: "%%{\n" * n, lambda n: "legend\n" * n,
     lambda n: "/'" * n, lambda n: "Person(a, '" + "' " * n, lambda n: "{" * n,
     lambda n: "\n" * n, lambda n: "Rel(a,b)\n" * n, lambda n: "Person(" + "\\" * n,
     lambda n: "Person(a)\n" * n, lambda n: "x {\n" * n, lambda n: 'P("\\"' * n,
     lambda n: "skinparam {\n" * n,
     lambda n: "".join(f"Person(a{k})\nRel(b{k}, a)\n" for k in range(n))],
)  # fmt: skip
def test_the_effort_grows_with_the_text(text: Callable[[int], str]) -> None:
    def make(size: int) -> Callable[[], object]:
        long = text(size)
        return lambda: (read_macros(long), looks_like_macros(long))

    grows_linearly(make, 200)


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [*NAMES[::7], "(", ")", "{", "}", ",", '"', "'", "\n", "\n", "a", "b", " ", "\\", "$x=",
             "/'", "'/", "%%", "!include x", "title", "legend\n", "C4Context\n", "---\n", "note",
             "Boundary_End()", "\r", "“", "”", "<br/>", "skinparam {", "!procedure\n", "#"]
        ),
        st.text(max_size=5),
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES)
def test_nothing_raises_and_lines_are_in_range(pieces: list[str]) -> None:
    text = "".join(pieces)
    read = read_macros(text)
    looks_like_macros(text)
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= problem.line <= count for problem in read.problems)
    assert all(1 <= item.line <= count for item in (*read.elements, *read.relations))
    ids = [element.id for element in read.elements]
    assert len(set(ids)) == len(ids)
    assert all(element.parent in {"", *ids} for element in read.elements)
    assert all({relation.source, relation.target} <= set(ids) for relation in read.relations)


@given(
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters='\\"“”'), min_size=1)
)
def test_any_quoted_label_reads_as_written(label: str) -> None:
    (element,) = read_macros(f'System(a, "{label}", "{label}")').elements
    if "<br" not in label.lower():
        assert element.title == element.description == label


def test_a_long_line_between_macros_is_no_arrow() -> None:
    found = read_macros(f'Person(a, "Ann")\n{"a." * 50_000}\nPerson(b, "Bob")\na --> b : calls\n')
    assert [element.id for element in found.elements] == ["a", "b"]
    assert [relation.label for relation in found.relations] == ["calls"]
