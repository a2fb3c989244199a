from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.values import Number, Range, read_number, read_range


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12", 12, 12, ""),
        ("-5", -5, -5, ""),
        ("1.5 TB", 1.5, 1.5, "TB"),
        ("1,5 TB", 1.5, 1.5, "TB"),
        ("1.500", 1.5, 1.5, ""),
        ("1,500", 1500, 1500, ""),
        ("1,234.56", 1234.56, 1234.56, ""),
        ("1.234,56 EUR", 1234.56, 1234.56, "EUR"),
        ("1.000.000", 1e6, 1e6, ""),
        ("1 000 EUR", 1000, 1000, "EUR"),
        ("1_000", 1000, 1000, ""),
        ("1e5", 1e5, 1e5, ""),
        ("80 %", 80, 80, "%"),
        ("~3 d", 3, 3, "d"),
        ("$5", 5, 5, "$"),
        ("8-10 days", 8, 10, "days"),
        ("10–8", 8, 10, ""),
        ("8 to 10", 8, 10, ""),
        ("8 d - 10 d", 8, 10, "d"),
        ("2 weeks to 3 weeks", 2, 3, "weeks"),
        ("80%-90%", 80, 90, "%"),
        ("€ 10–20", 10, 20, "€"),
        ("10 req/s", 10, 10, "req/s"),
        ("10 m3", 10, 10, "m3"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    assert read_range(text) == Range(low, high, unit, text)
    expected = Number(low, unit, text) if low == high else None
    assert read_number(text) == expected
    assert str(read_range(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "some", "12:30", "24/7", "2026-01-20", "12 3", "8 d - 10 h", "9" * 400, "1e400", "5\n6"],
)
def test_what_is_no_number(text: str) -> None:
    assert read_range(text) is None
    assert read_number(text) is None


@given(st.text() | st.text("0123456789.,-_ ed$€%to"))
def test_numbers_never_raise_and_are_finite(text: str) -> None:
    found = read_range(text)
    assert found is None or float("-inf") < found.low <= found.high < float("inf")


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_come_back(number: Any) -> None:
    for text in (f"{number}", f"{number:_}", f"{number:,}"):
        found = read_number(f"{text} h")
        assert found is not None
        assert (found.value, found.unit, str(found)) == (number, "h", f"{text} h")
