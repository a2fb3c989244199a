from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.effort import Sum, spans
from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.teams import (
    Crew,
    calendar,
    contradicts,
    people,
    read_team,
    read_weeks_line,
)

SPLIT = (Crew("development", 3), Crew("test", 1))


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("4", (Crew("", 4),)),
        ("2.5 people", (Crew("", 2.5),)),
        ("3 developers, 1 QA", SPLIT),
        ("With 3 Developers + 1 QA", SPLIT),
        ("3 Entwickler und 1 Tester", SPLIT),
        ("2 x engineers, 1 designer", (Crew("development", 2), Crew("design", 1))),
        ("3 developers, 2 others", (Crew("", 5),)),
        ("nobody", ()),
        ("0", ()),
    ],
)
def test_teams(text: str, team: tuple[Crew, ...]) -> None:
    assert read_team(text) == team


def test_each_part_has_its_own_people_and_the_longest_counts() -> None:
    parts = {"development": Sum(77, 95, "days"), "test": Sum(33, 44, "days")}
    whole = Sum(110, 139, "days")
    # 77 / 3 / 5 = 5.13 and 95 / 3 / 5 = 6.33 weeks of building; 33 / 5 = 6.6 and 44 / 5 = 8.8.
    assert str(calendar(parts, whole, SPLIT)) == "6.6–8.8 weeks"
    assert str(calendar(parts, whole, SPLIT, 0.25)) == "8.25–11 weeks"
    assert str(calendar(parts, whole, (Crew("", 4),))) == "5.5–6.95 weeks"
    assert calendar(parts, whole, (Crew("development", 3),)) is None
    assert calendar(parts, Sum(120, 150, "days"), SPLIT) is None  # somebody has to do the rest
    assert calendar({}, None, SPLIT) is None
    assert people(SPLIT) == 4


@pytest.mark.parametrize(
    ("label", "text", "team", "buffer"),
    [
        ("With 3 Developers + 1 QA", "8-11 weeks (parallel)", SPLIT, 0.0),
        ("With Buffers", "10-14 weeks", (), None),
        ("With a 20 % buffer", "12 weeks", (), 0.2),
        ("4 people", "3 months", (Crew("", 4),), 0.0),
    ],
)
def test_lines_about_calendar_time(
    label: str, text: str, team: tuple[Crew, ...], buffer: float | None
) -> None:
    line = read_weeks_line(label, text)
    assert line is not None
    assert (line.team, line.buffer) == (team, buffer)


@pytest.mark.parametrize(
    ("label", "text"), [("Note", "2 weeks"), ("With 3 developers", "soon"), ("4 people", "5 rooms")]
)
def test_other_lines(label: str, text: str) -> None:
    assert read_weeks_line(label, text) is None


def test_a_week_more_or_less_is_no_contradiction() -> None:
    right = Sum(6.6, 8.8, "weeks")
    assert contradicts(read_amount("8-11 weeks"), right)
    assert contradicts(read_amount("5 weeks"), right)
    assert not contradicts(read_amount("7-9 weeks"), right)
    assert not contradicts(read_amount("33-44 days"), right)
    assert not contradicts(read_amount("later"), right)


def bars(*texts: str) -> list[tuple[int, int]]:
    return spans([read_amount(text) for text in texts])


def test_bars_share_one_scale() -> None:
    assert bars("5-10 days", "20 days") == [(250, 500), (1000, 1000)]
    assert bars("1 week", "2-10 days", "later") == [(500, 500), (200, 1000), (0, 0)]
    assert bars("3 points", "5 days") == [(0, 0), (0, 0)]
    assert bars("0 days", "0 days") == [(0, 0), (0, 0)]
    assert spans([]) == []
    assert spans([None, read_amount("2 days")]) == [(0, 0), (1000, 1000)]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=9))
def test_bars_are_as_long_as_their_ranges(pairs: list[tuple[int, int]]) -> None:
    found = spans([Amount("", "", min(pair), max(pair), "days") for pair in pairs])
    most = max((max(pair) for pair in pairs), default=0)
    assert len(found) == len(pairs)
    for pair, (start, end) in zip(pairs, found, strict=True):
        assert 0 <= start <= end <= 1000
        if most:
            assert math.isclose(start, min(pair) / most * 1000, abs_tol=0.51)
            assert math.isclose(end, max(pair) / most * 1000, abs_tol=0.51)


_SAID = st.text() | st.text("1234567890 .,+-±%developrsQAbufweksdays:/", max_size=40)


@given(_SAID, _SAID)
def test_any_text_names_people_or_none(label: str, text: str) -> None:
    team = read_team(text)
    assert all(crew.people > 0 for crew in team)
    assert len(team) == 1 or all(crew.part for crew in team)
    line = read_weeks_line(label, text)
    assert line is None or line.weeks.low is not None
