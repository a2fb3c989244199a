from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_help import REGISTRY, SCORING, Build

from sphinx_archdoc.views.filters import (
    MAX_DEPTH,
    MAX_LENGTH,
    AllOf,
    AnyOf,
    Compare,
    FilterError,
    Not,
    comparisons,
    parse,
)
from sphinx_archdoc.views.matching import matches
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.values import Values

BUILD = (
    Build()
    .add(
        "risk", "R-1", "Slow API", impact="High", likelihood="low", status="Active",
        owner="Backend, Ops", tags="perf", affects="shop.api (peak)", review="2026-03-05",
        page="risks/tech", extra=(("Cost", "12"), ("Note", (("a", (), "", ()),))),
    )
    .add("risk", "R-2", "Data loss", impact="medium", likelihood="medium", status="open",
         owner="Ops", tags="security, data", affects="shopping")
    .add("risk", "R-10", "Fraud", impact="High", likelihood="High", status="weird words",
         tags="security", affects="shop", review="someday")
    .add("adr", "ADR-1", "Use SQL", status="Approved", date="2025-12")
    .add("adr", "ADR-2", "Use more SQL", status="accepted", supersedes="ADR-1", affects="shop.db")
    .add("system", "shop", "Shop").add("app", "shop.api", "API").add("datastore", "shop.db")
    .add("system", "stripe", "Stripe", external="yes")
)  # fmt: skip
STORE = BUILD.store


def ids(where: str, *kinds: str) -> list[str]:
    return [record.id for record in select(STORE, Selection(kinds=kinds, where=where), SCORING)]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("impact >= high", "R-1 R-10"),
        ("impact < 2", ""),
        ("impact < high", "R-2"),
        ("impact = hoch", "R-1 R-10"),
        ("severity = High and probability = low", "R-1"),
        ("status = active", "R-1"),
        ("status in (open, active)", "R-1 R-2"),
        ("status = open, active", "R-1 R-2"),
        ("status not in (open, active)", "R-10"),
        ("status = in progress", "R-1"),
        ('status = "weird words"', "R-10"),
        ("status != open", "R-1 R-10"),
        ("tags has security", "R-2 R-10"),
        ("tags has security and not owner", "R-10"),
        ("owner = backend", "R-1"),
        ("owner", "R-1 R-2"),
        ("owner = none", "R-10"),
        ("not (tags has security or owner = Backend)", ""),
        ("affects = shop", "R-1 R-10"),
        ("affects = shop.api", "R-1"),
        ("score >= 3", "R-1 R-2 R-10"),
        ("score = 9", "R-10"),
        ("band > medium", "R-10"),
        ("band = critical", "R-10"),
        ("review < 2026", ""),
        ("review <= 2026", "R-1"),
        ("review >= 2026-03", "R-1"),
        ("next review > 2026-03-01", "R-1"),
        ("review = 2026-03", "R-1"),
        ("review = someday", "R-10"),
        ("id <= R-2", "R-1 R-2"),
        ("title contains api", "R-1"),
        ("title = fraud", "R-10"),
        ("page = risks", "R-1"),
        ("cost = 12", "R-1"),
        ("unknown = 3", ""),
        ("unknown", ""),
        ("", "R-1 R-2 R-10"),
        ("   ", "R-1 R-2 R-10"),
        ("impact = high or impact = medium and tags has data", "R-1 R-2 R-10"),
        ("(impact = high or impact = medium) AND tags has data", "R-2"),
    ],
)
def test_risks(where: str, expected: str) -> None:
    assert ids(where, "risk") == expected.split()


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("status = superseded", "ADR-1"),
        ("superseded-by", "ADR-1"),
        ("superseded-by = ADR-2", "ADR-1"),
        ("supersedes = ADR-1", "ADR-2"),
        ("decided-by = ADR-2", "shop.db"),
        ("risks has R-1", "shop.api"),
        ("kind = adr", "ADR-1 ADR-2"),
        ("kind = element and external = yes", "stripe"),
        ("kind = element and not external", "shop shop.api shop.db"),
        ("parent = shop", "shop.api shop.db"),
        ("date < 2026", "ADR-1"),
        ("date = 2025", "ADR-1"),
    ],
)
def test_all_records(where: str, expected: str) -> None:
    assert ids(where) == expected.split()


def test_what_is_parsed() -> None:
    found = parse("a = 1 and (b has 'x \\' y' or not c) and d not in (e f, g)")
    assert found == AllOf(
        (
            Compare("a", "=", ("1",)),
            AnyOf((Compare("b", "has", ("x ' y",)), Not(Compare("c", "filled")))),
            Not(Compare("d", "=", ("e f", "g"))),
        )
    )
    assert [part.name for part in comparisons(found)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("where", "message", "position"),
    [
        ("impact => high", "did you mean '>='?", 7),
        ("impact >=", "expected a value", 9),
        ("= high", "expected the name of a field", 0),
        ("a = 1 b = 2", "but found '='", 8),
        ("(a = 1", "expected ')' but found the end", 6),
        ("a in (b, c", "expected ',' or ')'", 10),
        ('a = "b', 'the quote " is not closed', 4),
        ("a < 1, 2", "'<' takes one value", 4),
        ("a not = 1", "'in', 'has' or 'contains'", 6),
        ("and", "expected the name of a field", 0),
        ("not " * 30 + "a", f"more than {MAX_DEPTH} levels", 84),
        ("a" * (MAX_LENGTH + 1), "longer than", MAX_LENGTH),
    ],
)
def test_errors_say_where_and_what(where: str, message: str, position: int) -> None:
    with pytest.raises(FilterError) as caught:
        parse(where)
    assert message in caught.value.message
    assert caught.value.position == position


PIECES = st.sampled_from(
    [
        "impact",
        "status",
        "tags",
        "affects",
        "date",
        "score",
        "cost",
        "title",
        "id",
        "external",
        "kind",
        "and",
        "or",
        "not",
        "in",
        "has",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "=>",
        "(",
        ")",
        ",",
        "high",
        "open",
        '"x"',
        "'y'",
        "'",
        '"',
        "shop",
        "2026",
        "12",
        "9e9",
        "superseded-by",
        "band",
        "parent",
        "\\",
        "\x00",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join)))
def test_parse_raises_nothing_else_and_matching_raises_nothing(text: str) -> None:
    try:
        found = parse(text)
    except FilterError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017 -- only when there is one
        return
    values = Values(STORE, SCORING)
    for record in STORE.records:
        assert matches(values, record, found) in (True, False)


def test_every_kind_is_there() -> None:
    assert {"risk", "adr", "app", "relation"} <= set(REGISTRY.names())
