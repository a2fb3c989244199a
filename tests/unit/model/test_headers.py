from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.headers import amount_below, level_text, note_of, top_below, with_unit


@pytest.mark.parametrize(
    ("header", "cell", "text"),
    [
        ("Effort (days)", "3", "3 days"),
        ("Effort [person-days]", "3-5", "3-5 person-days"),
        ("Effort in hours", "3", "3 hours"),
        ("Effort (days)", "1 week", "1 week"),
        ("Effort (days)", "tbd", "tbd"),
        ("Effort (days)", "**3**", "3 days"),
        ("Effort (days)", "½", "½ days"),
        ("Effort (rough)", "3", "3"),
        ("Effort", "3", "3"),
        ("Days", "3", "3 days"),
        ("Person days", "3", "3 person days"),
        ("Personentage", "3", "3 Personentage"),
        ("Min", "3", "3"),
        ("Cost ($K)", "5", "$5K"),
        ("Cost (k€)", "5-8", "€5-8k"),
        ("Cost (EUR)", "500", "500 EUR"),
        ("Cost (EUR)", "$500", "$500"),
        ("Load (%)", "80", "80%"),
        ("Size (points)", "5", "5 points"),
    ],
)
def test_the_unit_of_a_header_is_that_of_its_numbers(header: str, cell: str, text: str) -> None:
    assert with_unit(header, cell) == text


def test_amounts_in_the_unit_of_the_header() -> None:
    cost = amount_below("Cost ($K)", "5-8")
    assert (cost.low, cost.high, cost.unit) == (5000, 8000, "USD")
    assert amount_below("Effort (days)", "1½").low == 1.5
    assert amount_below("Effort (days)", "1½").unit == "days"


@pytest.mark.parametrize(
    ("header", "texts", "steps", "top"),
    [
        ("Impact (1-5)", ("1", "2"), 3, 5),
        ("Impact (1 to 10)", (), 5, 10),
        ("Impact [scale 0-4]", (), 3, 4),
        ("Impact", ("1", "2", "3"), 3, 0),
        ("Impact", ("1", "4", "high"), 3, 5),
        ("Impact", ("1", "7"), 5, 10),
        ("Impact", ("1", "90"), 5, 0),
        ("Impact", (), 3, 0),
    ],
)
def test_what_levels_count_up_to(header: str, texts: tuple[str, ...], steps: int, top: int) -> None:
    assert top_below(header, texts, steps) == top


def test_levels_say_what_they_count() -> None:
    assert level_text("Impact (1-5)", "4", 5) == "4/5"
    assert level_text("Impact", "High (4)", 5) == "High (4)"
    assert level_text("Likelihood (%)", "30", 0) == "30 %"
    assert level_text("Likelihood (%)", "Low", 0) == "Low"
    assert level_text("Likelihood", "3", 0) == "3"


@given(st.text(), st.text())
def test_any_text_is_read(header: str, cell: str) -> None:
    assert note_of(header) in header
    assert cell.strip(" *_") in with_unit(f"Effort ({header})", cell)
    assert top_below(header, [cell], 3) >= 0


@given(st.integers(0, 10**5))
def test_a_number_keeps_its_value_below_a_unit(number: int) -> None:
    assert amount_below("Effort (days)", str(number)).low == number
