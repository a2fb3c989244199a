from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model import findings
from sphinx_archdoc.model.findings import Location, Nearest, nearest, suggestion
from sphinx_archdoc.model.inline import Span, plain


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Location("a/b"), "a/b"),
        (Location("a/b", "a/b.rst"), "a/b.rst"),
        (Location("a/b", "inc.txt", 7), "inc.txt:7"),
    ],
)
def test_places(place: Any, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("word", "allowed", "text"),
    [
        ("statsu", ["date", "Status"], "did you mean 'Status'?"),
        ("zzz", ["a", "b"], "allowed: a, b"),
        ("zzz", list("abcdefghijklmn"), "allowed: a, b, c, d, e, f, g, h, i, j, k, l, …"),
        ("zzz", ["a", "b", "a"], "allowed: a, b"),
        ("zzz", [], ""),
    ],
)
def test_suggestions(word: Any, allowed: Any, text: str) -> None:
    assert suggestion(word, iter(allowed)) == text
    assert bool(nearest(word, allowed)) is text.startswith("did")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("adr-12", "ADR-0012"),
        ("ADR_0012", "ADR-0012"),
        ("shop.databse", "shop.database"),
        ("shpo.database", "shop.database"),
        ("shop.data.base", "shop.database"),
        ("quite-another", ""),
        ("", ""),
    ],
)
def test_the_nearest_id(word: Any, near: str) -> None:
    assert Nearest(["ADR-0012", "ADR-0013", "shop.api", "shop.database"]).find(word) == near


@given(st.text(), st.lists(st.text()))
def test_the_nearest_id_is_one_of_them(word: Any, allowed: Any) -> None:
    assert Nearest(allowed).find(word) in ("", *allowed)


def test_looking_for_the_nearest_is_bounded() -> None:
    ids = Nearest([f"R-{number}" for number in range(5000)] + ["shop.database"], most=10)
    compared: list[int] = []

    def counted(word: str, allowed: dict[str, None]) -> str:
        compared.append(len(allowed))
        return nearest(word, allowed)

    with mock.patch.object(findings, "nearest", counted):
        assert ids.find("shop.databsae") == "shop.database"
        for number in range(1000):
            ids.find(f"unknown-{number}")
            ids.find("unknown-0")
    assert len(compared) == 10
    assert max(compared) <= 160
    assert ids.find("r_0042") == "R-42"


def test_plain_text_of_spans() -> None:
    assert plain("a") == "a"
    assert plain((Span("a "), Span("b", ("strong",), "https://x"))) == "a b"


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("ADR-77", ""),
        ("ADR-0004", "ADR-4"),
        ("adr4", "ADR-4"),
        ("ADRR-4", "ADR-4"),
        ("shop.db2", "shop.db"),
        ("shop.apu1", "shop.api1"),
        ("adr5", ""),
        ("shop.mailer", ""),
        ("shop.database", "shop.db"),
        ("shop.mailer.smtp", ""),
    ],
)
def test_another_number_is_no_slip(word: str, near: str) -> None:
    ids = ["ADR-4", "ADR-15", "ADR-50", "shop.db", "shop.api", "shop.api1"]
    assert Nearest(ids).find(word) == near
