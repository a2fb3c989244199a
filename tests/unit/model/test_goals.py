from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.goals import (
    as_compared,
    availability,
    compared,
    downtime_30_days,
    downtime_month,
    downtime_year,
    duration,
    error_budget,
    verdict,
)
from sphinx_archdoc.model.options import read_options

GOAL = load()["quality-goal"]


def goal(title: str, **raw: str):  # noqa: ANN201 -- the class is made at run time
    values, problems = read_options(GOAL, raw, Settings())
    assert not problems
    return GOAL.record(id="QG-1", title=title, at=Location("index"), **values)


@pytest.mark.parametrize(
    ("target", "measured", "result"),
    [
        ("< 200ms (p95)", "180 ms", "met"),
        ("< 200ms (p95)", "0.21 s", "missed"),
        ("< 200ms (p95)", "150ms average, 180ms p95", "met"),
        ("< 50ms (p95)", "25ms average", ""),
        ("99.9 %", "99.95 %", "met"),
        ("99.9% uptime", "99.95% (last 12 months)", "met"),
        ("99.9%", "99.8%", "missed"),
        ("> 80%", "80 %", "missed"),
        (">= 80%", "80 %", "met"),
        ("< $5K/month", "$4,200 per month", "met"),
        ("< $5K/month", "$70K/year", "missed"),
        ("< $5K/month", "€ 1", ""),
        ("≤ 2 s", "2000 ms", "met"),
        ("< 2 s", "2000 ms", "missed"),
        ("Support 10K readers", "12,000", "met"),
        ("4 hours", "3h", "met"),
        ("< 200ms", "150-210 ms", "missed"),
        ("< 200ms", "> 100ms", ""),
        ("< 200ms", "> 300ms", "missed"),
        ("> 80%", "< 70%", "missed"),
        ("10k req/s", "700k req/min", "met"),
        ("3-5 days", "4 days", "met"),
        ("99.9% uptime (8.76 hours downtime/year)", "99.95% (Last 12 months)", "met"),
        ("< 0.1 % downtime", "0.05 %", "met"),
        ("< $5K/month", "€4K/month", ""),
        ("< €60K/year", "€4,900/month", "met"),
        ("< $5K/month", "5000 USD per month", "missed"),
        ("<= $5K/month", "5000 USD per month", "met"),
        ("<200ms (p95)", "p95 190 ms, p99 400 ms", "met"),
        ("<200ms (p99)", "p95 190 ms, p99 400 ms", "missed"),
        ("<200ms (p99)", "190 ms (p95)", ""),
        ("95th percentile < 200 ms", "180ms p95", "met"),
        (">90%", "0.93", ""),
        ("> 90 percent", "93 %", "met"),
        ("Code coverage > 80%", "80.5 %", "met"),
        ("Support 10K concurrent users", "9,999 concurrent users", "missed"),
        ("10,000 requests/minute", "170 requests/second", "met"),
        ("99.9%", "0.999", ""),
        ("lawful", "yes", ""),
        ("< 200 ms", "", ""),
    ],
)
def test_comparing(target: str, measured: str, result: str) -> None:
    assert compared(target, measured) == result


def test_of_errors_and_latency_less_is_better() -> None:
    assert compared("0.1 %", "0.05 %", about="Error rate") == "met"
    assert compared("0.1 %", "0.05 %", about="Coverage") == "missed"


def test_the_status_follows_from_the_numbers() -> None:
    found = verdict(goal("Answers", target="< 1 s", measured="800 ms"))
    assert found is not None
    assert found.key == "met"
    assert verdict(goal("Answers", target="fast")) is None


@pytest.mark.parametrize(
    ("target", "budget", "days", "month", "year"),
    [
        ("99.9 %", "0.1 %", "43.2 min", "43.8 min", "8.76 h"),
        ("99.99 % uptime", "0.01 %", "4.32 min", "4.38 min", "52.6 min"),
        ("99 %", "1 %", "7.2 h", "7.3 h", "3.65 days"),
        ("99.95 %", "0.05 %", "21.6 min", "21.9 min", "4.38 h"),
        ("99.999 %", "0.001 %", "25.9 s", "26.3 s", "5.26 min"),
        ("100 %", "0 %", "0 s", "0 s", "0 s"),
    ],
)
def test_what_an_availability_allows(
    target: str, budget: str, days: str, month: str, year: str
) -> None:
    record = goal("Availability", target=target)
    assert error_budget(record) == budget
    assert downtime_30_days(record) == days
    assert downtime_month(record) == month
    assert downtime_year(record) == year


def test_other_goals_allow_no_downtime() -> None:
    record = goal("Coverage", target="> 80 %")
    assert availability(record) is None
    assert error_budget(record) == downtime_year(record) == ""


@given(st.text(), st.text())
def test_comparing_never_raises(target: str, measured: str) -> None:
    assert compared(target, measured) in ("", "met", "missed")


@given(st.floats(0.001, 1e6), st.floats(0.001, 1e6))
def test_a_limit_is_met_or_missed_in_any_unit(limit: float, value: float) -> None:
    one = compared(f"< {limit:.3f} s", f"{value:.3f} s")
    other = compared(f"< {limit:.3f} s", f"{float(f'{value:.3f}') * 1000:.3f} ms")
    assert one == other
    assert one == ("met" if float(f"{value:.3f}") < float(f"{limit:.3f}") else "missed")


@given(st.floats(0, 1e9))
def test_durations_have_a_unit(seconds: float) -> None:
    assert re.fullmatch(r"[\d,.]+ (s|min|h|days)", duration(seconds))


@given(st.integers(0, 99_999))
def test_the_downtime_of_a_year_is_what_is_left_of_8760_hours(lost: int) -> None:
    share = 100 - lost / 1000
    found = downtime_year(goal("Availability", target=f"{share:.3f} %"))
    sizes = {"s": 1 / 3600, "min": 1 / 60, "h": 1, "days": 24}
    value, unit = found.replace(",", "").split()
    hours = 8760 * (100 - share) / 100
    # Shown with two decimals below ten and one above.
    shown = 0.0051 if float(value) < 10 else 0.051
    assert abs(float(value) - hours / sizes[unit]) <= shown


@pytest.mark.parametrize(
    ("target", "measured", "value", "statistic"),
    [
        ("< 200ms (p95)", "150ms average, 180ms p95", 180, "p95"),
        ("< 200ms", "150ms average, 180ms p95", 150, "average"),
        ("< 200ms (p99)", "150ms average, 180ms p95", 150, "average"),  # nothing is compared
    ],
)
def test_the_value_of_a_measurement_is_the_one_that_is_compared(
    target: str, measured: str, value: float, statistic: str
) -> None:
    options = {"target": target, "measured": measured}
    found = read_options(load()["quality-goal"], options, Settings())[0]["measured"]
    assert (found.text, found.low, found.statistic) == (measured, value, statistic)


def test_only_amounts_are_compared() -> None:
    assert as_compared("fast", "150ms") == "150ms"


@pytest.mark.parametrize(
    ("name", "target", "measured", "key"),
    [
        ("Taux d'erreurs", "0,5 %", "0,7 %", "missed"),
        ("Tasa de errores", "0,5 %", "0,3 %", "met"),
        ("Coste", "< 5.000 €/mes", "4.799,50 €/mes", "met"),
        ("Betriebskosten", "< 12.000 €/Monat", "12,4 T€/Monat", "missed"),
        ("Benutzer", "10.000", "9.500", "missed"),
        ("Wiederanlauf", "≤ 3 h", "3 h 20 min", "missed"),
        ("Kraftstoff", "≤ 40 l/100 km", "41 l/100 km", "missed"),
    ],
)
def test_goals_in_other_languages(name: str, target: str, measured: str, key: str) -> None:
    assert compared(target, measured, about=name) == key
