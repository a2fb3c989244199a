"""Facts that views know by name, where a kind of one's own gives them another type."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from views_help import REGISTRY, SCORING, shop

from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.views import sources
from sphinx_archdoc.views.known_facts import flag_of, refs_of, status_of, text_of, word_of
from sphinx_archdoc.views.values import Values, as_text

STORE = shop().store


def having(**facts: Any) -> Any:
    return SimpleNamespace(id="X-1", **facts)


@pytest.mark.parametrize("value", [None, "", 3, True, (), ("a",), (Ref("a"),), Number(1, "", "1")])
def test_other_types_say_nothing(value: Any) -> None:
    record = having(fact=value)
    assert word_of(record, "fact") is None
    assert text_of(record, "fact") == ""
    assert flag_of(record, "fact") is (value is True)
    assert refs_of(record, "fact") == ((Ref("a"),) if value == (Ref("a"),) else ())
    if value is not None:
        assert status_of(STORE, having(status=value)) is None
    assert text_of(None, "fact") == text_of(record, "nothing") == ""


def test_texts_lose_their_markup() -> None:
    assert text_of(having(fact="so"), "fact") == "so"
    assert text_of(having(fact=(Span("a "), Span("b", ("strong",)))), "fact") == "a b"
    assert word_of(having(fact=Word("a", "A")), "fact") == Word("a", "A")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (Number(2.5, "kg", "2.5 kg"), (0, 2.5)),
        (Range(1, 3, "", "1-3"), (0, 1)),
        (When("2026-01-20", "x"), (2, "2026-01-20")),
        (When("", "soon"), None),
        (4, (0, 4)),
        (0, None),
        (None, None),
    ],
)
def test_keys_of_values(value: Any, key: Any) -> None:
    found = Values(STORE, SCORING, Settings())
    source = sources.extra_source("cost")
    assert found.key(REGISTRY["risk"], source, value) == key


def test_values_as_text() -> None:
    risk = REGISTRY["risk"]
    values = Values(STORE, SCORING)
    extra = values.source(risk, "cost")
    assert as_text(extra, None) == as_text(extra, False) == ""
    assert as_text(values.source(risk, "affects"), (Ref("shop"), Ref("crm"))).startswith("shop")
    assert as_text(values.source(risk, "tags"), ("a", "b")) == "a, b"
    assert as_text(values.source(risk, "mitigation"), (Span("x"), Span("y"))) == "xy"
    assert as_text(extra, 7) == "7"
