from __future__ import annotations

import math
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.amount_phrases import as_range, in_one_unit
from sphinx_archdoc.model.quantities import Amount, read_amount, read_amounts, shown
from sphinx_archdoc.model.units import unit_of


@pytest.mark.parametrize(
    ("text", "sign", "low", "high", "unit", "statistic"),
    [
        ("< 200ms (p95)", "<", 200, 200, "ms", "p95"),
        ("180 ms", "", 180, 180, "ms", ""),
        ("99.9 %", "", 99.9, 99.9, "%", ""),
        ("99,95% uptime", "", 99.95, 99.95, "%", ""),
        ("> 80%", ">", 80, 80, "%", ""),
        ("Coverage of lines > 80%", ">", 80, 80, "%", ""),
        ("< $5K/month", "<", 5000, 5000, "USD/month", ""),
        ("$5K–$8K per month", "", 5000, 8000, "USD/month", ""),
        ("EUR 5.000,50 / Monat", "", 5000.5, 5000.5, "EUR/month", ""),
        ("€ 2 Mio.", "", 2e6, 2e6, "EUR", ""),
        ("≤ 2 s", "<=", 2, 2, "s", ""),
        ("at least 3 nodes", ">=", 3, 3, "nodes", ""),
        ("höchstens 5 min", "<=", 5, 5, "min", ""),
        ("10k req/s", "", 10_000, 10_000, "req/s", ""),
        ("100 RPS", "", 100, 100, "req/s", ""),
        ("8-10 days", "", 8, 10, "days", ""),
        ("8 days to 10 days", "", 8, 10, "days", ""),
        ("5 min", "", 5, 5, "min", ""),
        ("4h", "", 4, 4, "h", ""),
        ("30 days", "", 30, 30, "days", ""),
        ("1.5 TB", "", 1.5, 1.5, "TB", ""),
        ("Serve 12K readers at once", "", 12_000, 12_000, "readers at once", ""),
        ("95th percentile below 300 ms", "<", 300, 300, "ms", "p95"),
        ("5M users", "", 5e6, 5e6, "users", ""),
        ("3-10", "", 3, 10, "", ""),
        ("~43 minutes", "", 43, 43, "min", ""),
        ("average of 3 s", "", 3, 3, "s", "average"),
    ],
)
def test_amounts(text: str, sign: str, low: float, high: float, unit: str, statistic: str) -> None:
    assert read_amount(text) == Amount(text, sign, low, high, unit, statistic)
    assert str(read_amount(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "Immediate", "24/7", "2026-01-20", "t3.medium", "ISO 27001", "Week 1-2", "v1.2", "12:30",
     "GDPR", "9" * 400],
)  # fmt: skip
def test_what_holds_no_amount_is_a_text(text: str) -> None:
    assert read_amount(text) == Amount(text)
    assert read_amount(text).base is None


def test_several_amounts_keep_their_statistics() -> None:
    found = read_amounts("150ms average, 180ms p95, and 2 s maximum")
    assert [(item.low, item.statistic) for item in found] == [
        (150, "average"), (180, "p95"), (2, "maximum"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1000 ms", "1 s"),
        ("90 min", "1.5 h"),
        ("365 days", "1 year"),
        ("60000 req/min", "1k requests per second"),
        ("1024 KiB", "1 MiB"),
        ("1000 MB", "1 GB"),
        ("8 Mbit/s", "1 MB/s"),
        ("$12K/year", "$1000/month"),
        ("10 %", "100 ‰"),
        ("1 Monat", "1 month"),
    ],
)
def test_units_of_one_dimension_convert(one: str, other: str) -> None:
    first, second = read_amount(one), read_amount(other)
    assert first.dimension == second.dimension != ""
    assert first.base is not None
    assert second.base is not None
    assert math.isclose(first.base[0], second.base[0], rel_tol=1e-9)


def test_bytes_are_no_bits_and_counts_are_compared_by_name() -> None:
    assert unit_of("MB") != unit_of("Mb")
    assert read_amount("5 users").dimension == read_amount("1 user").dimension == "user"
    assert read_amount("5 pods").dimension != "user"


@given(st.text() | st.text("0123456789.,-<>≤$€%KMks/ pmto()"))
def test_reading_never_raises_and_numbers_are_finite(text: str) -> None:
    for amount in (read_amount(text), *read_amounts(text)):
        assert pickle.loads(pickle.dumps(amount)) == amount  # noqa: S301
        assert isinstance(amount.dimension, str)
        if amount.base is not None:
            assert all(map(math.isfinite, amount.base))
            assert amount.low is not None
            assert amount.high is not None
            assert amount.low <= amount.high
    assert read_amount(text).text == text


@given(
    st.sampled_from(["<", "<=", ">", ">=", "≤", "≥", ""]),
    st.integers(0, 10**9),
    st.sampled_from(["ms", "s", "%", "req/s", "GB", "days", "users"]),
)
def test_what_is_written_plainly_is_read_back(sign: str, number: Any, unit: str) -> None:
    found = read_amount(f"{sign} {number} {unit}".strip())
    assert (found.low, found.high, found.unit) == (number, number, unit)
    assert found.sign == {"≤": "<=", "≥": ">="}.get(sign, sign)


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [(77, 95, "days", "77–95 days"), (8.76, 8.76, "h", "8.76 h"), (43.2, 43.2, "min", "43.2 min"),
     (0.1, 0.1, "%", "0.1%"), (1234.5, 1234.5, "", "1,234.5")],
)  # fmt: skip
def test_shown(low: float, high: float, unit: str, text: str) -> None:
    assert shown(low, high, unit) == text


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1 primary + 2 replicas", 3, ""),
        ("2 nodes + 4 nodes", 6, "nodes"),
        ("2 + 1", 3, ""),
        ("10+ nodes", 10, "nodes"),
        ("100 ms + 50 ms", 100, "ms"),  # what is not counted stays as it was
        ("1 primary + a standby", 1, "primary"),
    ],
)
def test_what_is_counted_in_parts_is_added(text: str, number: float, unit: str) -> None:
    found = read_amount(text)
    assert (found.text, found.low, found.high, found.unit) == (text, number, number, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1.200 €/mes", 1200, 1200, "EUR/month"),
        ("1.200–1.500 €", 1200, 1500, "EUR"),
        ("$1.500", 1500, 1500, "USD"),
        ("20.000 pedidos/día", 20_000, 20_000, "pedidos/day"),
        ("10.000 Benutzer", 10_000, 10_000, "Benutzer"),
        ("12.500 kg", 12_500, 12_500, "kg"),
        ("10.000", 10_000, 10_000, ""),
        ("$0.125", 0.125, 0.125, "USD"),
        ("12.345 kg", 12.345, 12.345, "kg"),
        ("1.250 €/l", 1.25, 1.25, "€/l"),
        ("99.500 %", 99.5, 99.5, "%"),
        ("1.500 s", 1.5, 1.5, "s"),
    ],
)
def test_a_dot_parts_the_thousands_where_three_decimals_make_no_sense(
    text: str, low: float, high: float, unit: str
) -> None:
    found = read_amount(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5 à 7 jours", 5, 7, "days"),
        ("5 à 7 j", 5, 7, "days"),
        ("5 a 7 días", 5, 7, "days"),
        ("between 5 and 7 days", 5, 7, "days"),
        ("entre 5 y 7 días", 5, 7, "days"),
        ("zwischen 5 und 7 PT", 5, 7, "PT"),
        ("2 jours à 4 jours", 2, 4, "days"),
        ("30 min - 2 h", 0.5, 2, "h"),
        ("1 GB - 500 MB", 500, 1000, "MB"),
        ("45 T€", 45_000, 45_000, "EUR"),
        ("45 TEUR", 45_000, 45_000, "EUR"),
        ("11,4 T€/Monat", 11_400, 11_400, "EUR/month"),
        ("1,2 Mio. €", 1.2e6, 1.2e6, "EUR"),
        ("moins de 5 s", 5, 5, "s"),
        ("3 a", 3, 3, "years"),
    ],
)
def test_amounts_in_other_languages(text: str, low: float, high: float, unit: str) -> None:
    found = read_amount(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3 h 20 min", 12_000), ("1h30m", 5400), ("2h45", 9900), ("1 Std. 30 Min.", 5400),
     ("1 hour and 30 minutes", 5400), ("RTO 1 h 30 min", 5400), ("10 h, 20 h", 36_000),
     ("5 s, 200 ms", 5)],
)  # fmt: skip
def test_a_time_in_two_units_counts_as_a_whole(text: str, seconds: float) -> None:
    assert read_amount(text).base == (seconds, seconds)


@pytest.mark.parametrize("text", ["1 day 4 h", "2 weeks, 3 days", "3 days - 1 week", "4 h – 1 Tag"])
def test_a_day_of_unknown_length_gives_no_number(text: str) -> None:
    assert read_amount(text) == Amount(text)


@given(
    st.text(alphabet="0123456789 hdmins,.-–", max_size=40),
    st.sampled_from(["", "between 5 and 7", "entre 2 h et 3 h", "zwischen"]),
)
def test_other_words_for_an_amount_keep_the_places(text: str, more: str) -> None:
    for said in (in_one_unit, as_range):
        assert len(said(f"{more} {text}")) == len(f"{more} {text}")
