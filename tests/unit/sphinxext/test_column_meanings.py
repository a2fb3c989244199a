from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.options import header_forms
from sphinx_archdoc.sphinxext.column_meanings import column_meanings

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
    ],
)
def test_columns_mean_what_one_of_their_words_names(kind: str, headers: str, meanings: str) -> None:
    found = column_meanings(KINDS[kind], headers.split(", "))
    assert [item if isinstance(item, str) else item.name for item in found] == meanings.split(", ")


@given(st.text() | st.text("ab /&()s or and"))
def test_the_whole_header_comes_first(header: str) -> None:
    forms = header_forms(header)
    assert len(forms) == len({*forms})
    assert forms[0] == header_forms(header.upper())[0] or not header.isascii()
