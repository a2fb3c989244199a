"""The rows of a picture while they are changed, and how large it will be, roughly."""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.dot import loop_extra
from sphinx_archdoc.diagrams.layout import Rows
from sphinx_archdoc.diagrams.order import ancestors, common_group, downward, label_group
from sphinx_archdoc.diagrams.ranks import natural_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.layout import Plan

#: What a thing in a row, a line that passes and a boundary take more than their own widths, in px.
_BESIDE, _PASSING, _RIM = 20.0, 20.0, 28.0
#: What two rows are apart, with a few lines between them.
_APART = 36.0
_MOST_PUSHES = 60


class _Thing(NamedTuple):
    """A box or label: its place in its row, its sizes along and across, the boundary it lies in."""

    at: float
    width: float
    height: float
    group: int
    is_box: bool


class Sheet:
    """The things of a plan by number, boxes first, each in a row; lines lead to later rows.

    Widths are those of rows: in a picture that reads to the right they are heights.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ends = downward(plan)
        self._sideways = plan.flow in {"LR", "RL"}
        rows = plan.rows or natural_rows(plan)
        place = {box: at for at, box in enumerate(rows.order)}
        more = loop_extra(plan)
        self._row = list(rows.boxes)
        things = [
            self._thing(place[i], b.width, b.height, b.group, is_box=True, more=more.get(i, 0.0))
            for i, b in enumerate(plan.boxes)
        ]
        #: The label of a line, by the line's number; the pieces of lines by upper and lower thing.
        self._label: dict[int, int] = {}
        self._parts: list[tuple[int, int, int]] = []
        for i, ((upper, lower), edge) in enumerate(zip(self._ends, plan.edges, strict=True)):
            if upper == lower:
                continue
            group = common_group(plan, upper, lower)
            if edge.label_width:
                self._label[i] = len(things)
                inside = label_group(plan, upper, lower)
                self._parts += [(upper, len(things), inside), (len(things), lower, group)]
                at = (place[upper] + place[lower]) / 2
                size = edge.label_width, edge.label_height
                things.append(self._thing(at, *size, inside, is_box=False))
                self._row.append(rows.labels[i])
            else:
                self._parts.append((upper, lower, group))
        self._things = things
        self._inside: dict[int, list[int]] = {}
        for i, thing in enumerate(things):
            for group in ancestors(plan, thing.group):
                self._inside.setdefault(group, []).append(i)
        self._inner_first = sorted(range(len(plan.groups)), key=lambda g: -len(ancestors(plan, g)))

    def _thing(
        self, at: float, width: float, height: float, group: int, *, is_box: bool, more: float = 0.0
    ) -> _Thing:
        along, across = (height, width) if self._sideways else (width, height)
        return _Thing(at, along + more, across, group, is_box)

    def turn(self) -> None:
        """Let the picture read the other way, in the same rows."""
        self._sideways = not self._sideways
        self._things = [t._replace(width=t.height, height=t.width) for t in self._things]

    def state(self) -> tuple[int, ...]:
        """Return the row of each thing."""
        return tuple(self._row)

    def restore(self, state: tuple[int, ...]) -> None:
        """Put every thing back into the row it had."""
        self._row[:] = state

    def rows(self) -> Rows:
        """Return the rows as a plan has them, without empty ones."""
        number = {row: i for i, row in enumerate(sorted(set(self._row)))}
        rows = [number[row] for row in self._row]
        boxes = len(self._plan.boxes)
        labels = (self._label.get(i) for i in range(len(self._plan.edges)))
        return Rows(
            tuple(rows[:boxes]),
            tuple(-1 if at is None else rows[at] for at in labels),
            tuple(sorted(range(boxes), key=lambda i: (self._things[i].at, i))),
        )

    def widths(self) -> tuple[list[float], float]:
        """Return the width of each row, and the squares of what is directly in each boundary's.

        A boundary is as wide in each of its rows, so one that is shorter may change nothing; the
        squares tell that it is.
        """
        count = max(self._row, default=-1) + 1
        groups = self._plan.groups
        own = [[0.0] * count for _ in range(len(groups) + 1)]  # the last is the picture's
        row_of = self._row
        for thing, row in zip(self._things, row_of, strict=True):
            own[thing.group][row] += thing.width + _BESIDE
        for upper, lower, group in self._parts:
            for row in range(row_of[upper] + 1, row_of[lower]):
                own[group][row] += _PASSING
        squares = sum([sum(map(mul, widths, widths)) for widths in own])
        spans = self._spans()
        for group in self._inner_first:
            if group in spans:
                first, last = spans[group]
                width = max(own[group][first : last + 1]) + _RIM
                if self._sideways:
                    width += groups[group].title_height
                else:
                    width = max(width, groups[group].title_width + _RIM)
                outer = own[groups[group].parent]
                for row in range(first, last + 1):
                    outer[row] += width
        return own[-1], squares

    def size(self) -> tuple[float, float]:
        """Return the width and the height of the picture, roughly."""
        along, across = max(self.widths()[0], default=0.0), self.length()
        return (across, along) if self._sideways else (along, across)

    def length(self) -> float:
        """Return the size of all rows below each other, with what boundaries take between them."""
        heights: dict[int, float] = {}
        for thing, row in zip(self._things, self._row, strict=True):
            heights[row] = max(heights.get(row, 0.0), thing.height)
        above: dict[tuple[int, int], float] = {}  # what begins before a row, in each boundary
        below: dict[tuple[int, int], float] = {}
        spans = self._spans()
        for group in self._inner_first:
            if group in spans:
                boundary, (first, last) = self._plan.groups[group], spans[group]
                title = 0.0 if self._sideways else boundary.title_height
                for room, row, more in ((above, first, title), (below, last, 0.0)):
                    inner = room.get((group, row), 0.0)
                    outer = boundary.parent, row
                    room[outer] = max(room.get(outer, 0.0), inner + more + _RIM / 2)
        rims = [size for room in (above, below) for (group, _), size in room.items() if group < 0]
        return sum(heights.values()) + _APART * max(0, len(heights) - 1) + sum(rims)

    def labels_in(self, row: int) -> Iterator[int]:
        """Yield the lines whose labels are in a row."""
        return (line for line, at in self._label.items() if self._row[at] == row)

    def beside(self, row: int) -> list[list[int]]:
        """Return what is in a row: all of it, then that of each boundary if there are several."""
        members = [i for i, at in enumerate(self._row) if at == row]
        members.sort(key=lambda i: (self._things[i].at, i))
        inside: dict[int, list[int]] = {}
        for i in members:
            inside.setdefault(self._things[i].group, []).append(i)
        return [members, *(inside.values() if len(inside) > 1 else ())]

    def ends_first(self, members: list[int]) -> list[int]:
        """Return the half of some things from which the fewest lines lead on."""
        leaving = dict.fromkeys(members, 0)
        for upper, lower, _ in self._parts:
            if upper in leaving:
                leaving[upper] += 1
            if lower in leaving:
                leaving[lower] -= 1
        return sorted(members, key=lambda i: leaving[i])[: len(members) // 2]

    def boundaries(self, row: int) -> list[int]:
        """Return the boundaries that a row runs through."""
        return [g for g, (first, last) in sorted(self._spans().items()) if first <= row <= last]

    def rows_along(self, row: int) -> set[int]:
        """Return all rows of the boundaries that a row runs through."""
        spans = self._spans().values()
        return {
            at for first, last in spans if first <= row <= last for at in range(first, last + 1)
        }

    def float_label(self, line: int, widths: list[float], room: float) -> bool:
        """Move a line's label to the row of labels with the most room; return whether there is."""
        at, (upper, lower) = self._label[line], self._ends[line]
        boxes = {row for row, t in zip(self._row, self._things, strict=True) if t.is_box}
        places = [
            (widths[row], row)
            for row in range(self._row[upper] + 1, self._row[lower])
            if row != self._row[at] and row not in boxes
        ]
        width, row = min(places, default=(room, 0))
        if width + self._things[at].width > room:
            return False
        self._row[at] = row
        return True

    def divide(self, row: int, lower: list[int]) -> bool:
        """Put things of a row into a new one below; labels of lines to boxes come along."""
        boxes = any(t.is_box and r == row for t, r in zip(self._things, self._row, strict=True))
        new = row + 2 if boxes else row + 1
        self._row[:] = [r + 2 if r > row else r for r in self._row]
        for i in lower:
            self._row[i] = new
        self._bring_labels(frozenset(lower), row)
        return True

    def stack(self, one: int, other: int) -> bool:
        """Put a boundary below another of the same parent; return whether the lines allow it."""
        plan, spans = self._plan, self._spans()
        if plan.groups[one].parent != plan.groups[other].parent:
            return False
        last, first = spans[one][1], spans[other][0]
        if first > last:
            return False
        moved = self._inside[other]
        for i in moved:
            self._row[i] += last + 2 - first
        if not self._push():
            return False
        self._bring_labels(frozenset(moved), last)
        spans = self._spans()
        return spans[one][1] < spans[other][0]

    def _bring_labels(self, moved: frozenset[int], row: int) -> None:
        """Put labels from above a row right above what their lines lead to, if that has moved."""
        for line, at in self._label.items():
            end = self._ends[line][1]
            if end in moved and self._row[at] <= row:
                self._row[at] = self._row[end] - 1

    def _push(self) -> bool:
        """Push down what is not below all that leads to it; return whether it came to rest."""
        for _ in range(_MOST_PUSHES):
            wrong = [(a, b) for a, b, _ in self._parts if self._row[a] >= self._row[b]]
            if not wrong:
                return True
            for upper, lower in wrong:
                step = 1 if self._things[upper].is_box != self._things[lower].is_box else 2
                self._row[lower] = max(self._row[lower], self._row[upper] + step)
        return False

    def _spans(self) -> dict[int, tuple[int, int]]:
        """Return the first and the last row of each boundary."""
        spans = {}
        for group, members in self._inside.items():
            rows = [self._row[i] for i in members]
            spans[group] = min(rows), max(rows)
        return spans
