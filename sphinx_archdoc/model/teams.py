"""Teams: who works on an estimate, and the calendar weeks that they need.

``3 developers + 1 QA`` work side by side, each on their own part; ``4`` people share all of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.effort import DAYS_A_WEEK, Sum, add, weeks
from sphinx_archdoc.model.numbers import to_float
from sphinx_archdoc.model.quantities import Amount, read_amount

if TYPE_CHECKING:
    from collections.abc import Mapping

_CREW = re.compile(
    r"(?<![\d.,-])(?P<people>\d{1,5}(?:[.,]\d{1,2})?)(?!\d)\s*[x×]?\s*(?P<who>[^\W\d_]*)"
)
#: The parts of an estimate, and the words for those who do them.
PARTS = {
    "development": re.compile(r"dev|engineer|programm|coder|entwickl|desarroll|développ"),
    "test": re.compile(r"qa|test|quality|prüf"),
    "design": re.compile(r"design|architect|analyst|ux|architekt"),
}
_BUFFER = re.compile(r"buffer|contingen|puffer|reserve|slack|margen|marge", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%")
#: Whole weeks are written, and a week more or less is nobody's mistake.
_TOLERATED = 1.0


class Crew(NamedTuple):
    """People who work on one part of an estimate; without a part on all of it."""

    part: str
    people: float


class WeeksLine(NamedTuple):
    """A line such as ``With 3 developers + 1 QA: 8-11 weeks``.

    ``buffer`` is a share (0.25); None where the line speaks of a buffer and does not say how much.
    """

    team: tuple[Crew, ...]
    buffer: float | None
    weeks: Amount


def read_team(text: str) -> tuple[Crew, ...]:
    """Return the team a text names; words that are no part of an estimate count for all of it."""
    found: list[Crew] = []
    for match in _CREW.finditer(text[:200]):
        people, who = to_float(match["people"]), match["who"].casefold()
        part = next((part for part, word in PARTS.items() if who and word.match(who)), "")
        if people > 0:
            found.append(Crew(part, people))
    if any(not crew.part for crew in found):  # somebody works on everything, so all do
        return (Crew("", sum(crew.people for crew in found)),)
    return tuple(found)


def people(team: tuple[Crew, ...]) -> float:
    """Return how many people a team has."""
    return sum(crew.people for crew in team)


def calendar(
    parts: Mapping[str, Sum], whole: Sum | None, team: tuple[Crew, ...], buffer: float = 0.0
) -> Sum | None:
    """Return the weeks a team needs: those of the part that takes longest.

    None where a part has nobody, or where the amounts are no working time. ``whole`` is all there
    is to do: it tells whether there are parts that nobody named.
    """
    if len(team) == 1 and not team[0].part:
        return weeks(whole, team[0].people, buffer) if whole is not None else None
    crews = {crew.part: crew.people for crew in team}
    if not parts or not parts.keys() <= crews.keys():
        return None
    if whole is None or add(parts.values()) != whole:
        return None
    found = [weeks(work, crews[part], buffer) for part, work in parts.items()]
    known = [item for item in found if item is not None]
    if len(known) != len(found):
        return None
    return Sum(max(item.low for item in known), max(item.high for item in known), "weeks")


def read_weeks_line(label: str, text: str) -> WeeksLine | None:
    """Return what a labelled line says of calendar time; None where it speaks of something else."""
    amount = read_amount(text)
    if amount.low is None or Sum(amount.low, amount.low, amount.unit).days is None:
        return None
    buffered = _BUFFER.search(label)
    share = _SHARE.search(label)
    team = () if buffered else read_team(label)
    if not team and not buffered:
        return None
    if not buffered:
        return WeeksLine(team, 0.0, amount)
    return WeeksLine((), to_float(share[1]) / 100 if share else None, amount)


def contradicts(written: Amount, right: Sum) -> bool:
    """Tell whether written calendar time is more than a week off at either end."""
    if written.low is None or written.high is None or right.days is None:
        return False
    mine = Sum(written.low, written.high, written.unit).days
    if mine is None:
        return False
    pairs = zip(mine, right.days, strict=True)
    return any(abs(a - b) / DAYS_A_WEEK > _TOLERATED for a, b in pairs)
