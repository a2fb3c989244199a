from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.values import When, read_date

DAYS = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-01-20", "2026-01-20"),
        ("2026-01-20T10:00", "2026-01-20"),
        ("2026-01-20 10:00:00Z", "2026-01-20"),
        ("2026-01-20 (updated)", "2026-01-20"),
        ("20260120", "2026-01-20"),
        ("2026/1/5", "2026-01-05"),
        ("20.01.2026", "2026-01-20"),
        ("5. 6. 2026", "2026-06-05"),
        ("20/01/2026", "2026-01-20"),
        ("01/20/2026", "2026-01-20"),
        ("20-01-2026", "2026-01-20"),
        ("5/5/2026", "2026-05-05"),
        ("January 20, 2026", "2026-01-20"),
        ("Jan. 20th 2026", "2026-01-20"),
        ("20 Jan 2026", "2026-01-20"),
        ("20-Jan-2026", "2026-01-20"),
        ("20. Januar 2026", "2026-01-20"),
        ("20 de enero de 2026", "2026-01-20"),
        ("1 août 2026", "2026-08-01"),
        ("  20   Jan  2026 ", "2026-01-20"),
        ("2026-01", "2026-01"),
        ("March 2026", "2026-03"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert read_date(text) == When(iso, text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "05/06/2026",
        "2026",
        "202611",
        "2026111",
        "2026-13-01",
        "2026-02-30",
        "2026-13",
        "0000-01-01",
        "2026-01-20x",
        "32 Jan 2026",
        "20 Foo 2026",
        "30/30/2026",
        "2026-00",
        "99999-01-01",
    ],
)
def test_what_is_no_date_for_sure(text: str) -> None:
    assert read_date(text) is None


@given(st.text() | st.text("0123456789-/. TJanuary"))
def test_dates_never_raise(text: str) -> None:
    found = read_date(text)
    assert found is None or found.iso


@given(DAYS)
def test_dates_come_back(day: Any) -> None:
    for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%d.%m.%Y", "%Y-%m-%dT00:00"):
        found = read_date(day.strftime(form))
        assert found is not None
        assert found.iso == day.isoformat()


@given(DAYS)
def test_the_order_of_day_and_month_is_never_guessed(day: Any) -> None:
    both_possible = day.day <= 12 and day.day != day.month
    found = read_date(day.strftime("%d/%m/%Y"))
    assert (found is None) is both_possible
    assert found is None or found.iso == day.isoformat()
    assert str(When("", "tbd")) == "tbd"


def test_the_first_of_a_month_in_french() -> None:
    assert read_date("1er septembre 2026") == When("2026-09-01", "1er septembre 2026")
