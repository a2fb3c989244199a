"""Things closer together along their rows, where a picture is wider than its page.

A layout engine keeps lines straight, whatever width that takes. Here everything is moved as little
as possible so that the picture is no wider than asked for, or than its fullest row: each thing has
a leftmost place, with all left of it close together, and a rightmost one, and goes to the nearest
place between them. The order in the rows stays, and what is far enough apart stays so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.passes import BORDER_GAP, BOX_GAP, LINE_GAP

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Plan
    from sphinx_archdoc.diagrams.rows import Span, Thing, Way

#: What two things keep to each other, and things and boundaries to a boundary's line.
_APART, _RIM = 18.0, 14.0


class _Item(NamedTuple):
    """A thing, the place where a line passes a row, or a side of a boundary.

    ``key`` tells which: the thing's name, a way's number with the pass's, a boundary with its side.
    """

    u: float
    key: tuple[str, int, int]
    half: float = 0.0


def squeeze(
    plan: Plan,
    rows: list[list[Thing]],
    ways: list[Way],
    across: dict[int, Span],
    span: dict[int, tuple[int, int]],
) -> None:
    """Move things, passes of lines and sides of boundaries so that all is ``plan.room`` wide."""
    row_items = _items(rows, ways, across, span)
    items = sorted({item for row in row_items for item in row})
    if not items:
        return
    number = {item.key: i for i, item in enumerate(items)}
    apart: list[dict[int, float]] = [{} for _ in items]  # per item those right of it
    for row in row_items:
        solid = [item for item in row if item.key[0] != "way"]  # lines may pass over them still
        for left, right in (*pairwise(row), *pairwise(solid)):
            _keep(apart, number, left, right, _distance(left, right))
    for group, (start, end) in across.items():
        sides = (number["g", group, 0], number["g", group, 1])
        least = plan.groups[group].title_width + 2 * _RIM
        _keep(apart, number, items[sides[0]], items[sides[1]], min(least, end - start))
    lows = [item.half for item in items]
    for i, after in enumerate(apart):
        for j, least in after.items():
            lows[j] = max(lows[j], lows[i] + least)
    tails = [item.half for item in items]
    for i in range(len(items) - 1, -1, -1):
        for j, least in apart[i].items():
            tails[i] = max(tails[i], tails[j] + least)
    width = max(plan.room, *(low + tail for low, tail in zip(lows, tails, strict=True)))
    first = min(item.u - item.half for item in items)
    last = max(item.u + item.half for item in items)
    if last - first <= width:
        return
    start = (first + last - width) / 2
    _set(
        {
            item.key: min(max(item.u - start, low), width - tail)
            for item, low, tail in zip(items, lows, tails, strict=True)
        },
        rows,
        ways,
        across,
    )


def _items(
    rows: list[list[Thing]],
    ways: list[Way],
    across: dict[int, Span],
    span: dict[int, tuple[int, int]],
) -> list[list[_Item]]:
    """Return what is in each row from left to right, with the sides of the boundaries round it."""
    found = [
        [_Item(t.u, (t.name[0], int(t.name[1:]), 0), t.size_u / 2) for t in row] for row in rows
    ]
    for number, way in enumerate(ways):
        for piece, u in enumerate(way.wanted):
            found[way.upper.row + 1 + piece].append(_Item(u, ("way", number, piece)))
    for group, (first, last) in span.items():
        for at in range(first, last + 1):
            found[at] += [_Item(u, ("g", group, side)) for side, u in enumerate(across[group])]
    for row in found:
        row.sort()
    return found


def _distance(left: _Item, right: _Item) -> float:
    """Return what the middles of two neighbours keep to each other, if they do now."""
    kinds = {left.key[0], right.key[0]}
    if "way" in kinds:
        gap = LINE_GAP if kinds == {"way"} else BORDER_GAP if "g" in kinds else BOX_GAP
    else:
        gap = _RIM if "g" in kinds else _APART
    return min(left.half + gap + right.half, right.u - left.u)


def _keep(
    apart: list[dict[int, float]],
    number: dict[tuple[str, int, int], int],
    left: _Item,
    right: _Item,
    least: float,
) -> None:
    after, j = apart[number[left.key]], number[right.key]
    after[j] = max(after.get(j, 0.0), least)


def _set(
    places: dict[tuple[str, int, int], float],
    rows: list[list[Thing]],
    ways: list[Way],
    across: dict[int, Span],
) -> None:
    for row in rows:
        for thing in row:
            thing.u = places[thing.name[0], int(thing.name[1:]), 0]
    for number, way in enumerate(ways):
        way.wanted[:] = [places["way", number, piece] for piece in range(len(way.wanted))]
    for group in across:
        across[group] = places["g", group, 0], places["g", group, 1]
