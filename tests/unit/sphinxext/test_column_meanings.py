from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.header_names import header_forms
from sphinx_archdoc.sphinxext.column_meanings import misspelt_columns, read_columns

KINDS = load()


@pytest.mark.parametrize(
    ("kind", "headers", "meanings"),
    [
        ("component", "Component / system, Descriptions", "title, description"),
        ("constraint", "Constraint, Background or motivation", "title, description"),
        ("risk", "Risk (top ten), Impact & cost, Probability", "title, impact, likelihood"),
        ("risk", "Impact/effect, Impact, Risk", "extra, impact, title"),
        ("user-role", "Stakeholder, Goal or Interest", "title, expectations"),
        ("quality-goal", "Metric, Target (p95), Notes", "title, target, extra"),
        ("risk", "Risiko und Folge, Maßnahme / Kommentar", "title, mitigation"),
        ("risk", "Notes, Colours", "extra, extra"),
        ("risk", "Risk, Risk Owner, Chance", "title, owner, likelihood"),
        ("component", "Component, Component Owner", "title, owner"),
        ("endpoint", "Method, Path", "method, path"),
        ("endpoint", "Method, Endpoint", "method, path"),
        ("endpoint", "HTTP Method, URL", "method, path"),
        ("endpoint", "Endpoint, Method, Path", "title, method, path"),
        ("endpoint", "Endpoint, Description", "title, description"),
    ],
)
def test_columns_mean_what_one_of_their_words_names(kind: str, headers: str, meanings: str) -> None:
    found = read_columns(KINDS[kind], headers.split(", ")).meanings
    assert [item if isinstance(item, str) else item.name for item in found] == meanings.split(", ")


@given(st.text() | st.text("ab /&()s or and"))
def test_the_whole_header_comes_first(header: str) -> None:
    forms = header_forms(header)
    assert len(forms) == len({*forms})
    assert forms[0] == header_forms(header.upper())[0] or not header.isascii()


@pytest.mark.parametrize(
    ("kind", "headers", "columns"),
    [
        ("endpoint", "Method, Path, Description", [0, 1]),
        ("endpoint", "Description, Route, Verb", [2, 1]),
        ("endpoint", "Route, Description", [0]),
        ("endpoint", "Operation, Method, Path", [0]),
        ("risk", "Impact, Risk", [1]),
        ("risk", "Impact, Owner", []),
    ],
)
def test_method_and_path_name_an_endpoint_together(
    kind: str, headers: str, columns: list[int]
) -> None:
    assert read_columns(KINDS[kind], headers.split(", ")).named_by == columns


@pytest.mark.parametrize(
    ("header", "near"),
    [
        ("Impakt", "impact"),
        ("Likelyhood", "likelihood"),
        ("Probablity", "probability"),
        ("Migitation", "mitigation"),
        ("Stage", ""),  # a word of its own, and short
        ("Measured", ""),  # another form of a word
        ("Colour", ""),
        ("Cost", ""),
        ("Description", ""),  # right for other kinds
    ],
)
def test_only_slips_are_asked_about(header: str, near: str) -> None:
    columns = read_columns(KINDS["risk"], ["Risk", header])
    found = list(misspelt_columns(KINDS, KINDS["risk"], columns))
    assert found == ([(header, near)] if near else [])


def test_what_a_table_has_is_not_meant_twice() -> None:
    columns = read_columns(KINDS["risk"], ["Risk", "Impact", "Impakt"])
    assert list(misspelt_columns(KINDS, KINDS["risk"], columns)) == []
