"""From Graphviz's order of things to the arrangement: rows, right-angled lines, boundaries.

Graphviz decides which row a thing is in, the order in the row and its place along it. The distance
of the rows is decided here, after it is known how many tracks the lines need between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.dot import loop_extra, loop_room
from sphinx_archdoc.diagrams.headroom import Headroom
from sphinx_archdoc.diagrams.layout import LayoutError, Rect
from sphinx_archdoc.diagrams.order import ancestors, downward, label_group
from sphinx_archdoc.diagrams.parting import keep_apart
from sphinx_archdoc.diagrams.passes import LINE_GAP, set_passes
from sphinx_archdoc.diagrams.ports import nudge_labels, set_ports
from sphinx_archdoc.diagrams.rows import Border, Thing, Way, curve_at, set_rows
from sphinx_archdoc.diagrams.squeeze import squeeze
from sphinx_archdoc.diagrams.titles import TITLE_AIR, free_from
from sphinx_archdoc.diagrams.tracks import Crosser, assign
from sphinx_archdoc.diagrams.uncross import uncross

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Line, Placed, Plan, Point

PAD = 14.0  # boundary line to what is inside, with the flow
_TITLE_END = 11.0  # room right of a title whose boundary is as short as can be
_TRACK = 9.0
_BEFORE = 13.0  # room under a row before the first track
_BESIDE_LABEL = 8.0
_PARTINGS = 4  # how often lines on each other are parted between two rows
_AFTER = 17.0  # room from the last track to the next row: an arrow head and a bit of line


class Router:
    """The state of one arrangement in flow coordinates (u along a row, v with the flow)."""

    def __init__(self, plan: Plan, placed: Placed) -> None:
        self.plan = plan
        self.sideways = plan.flow in {"LR", "RL"}
        self.ends = downward(plan)
        self.things = self._things(placed)
        self.inside = {name: self._group_of(name) for name in self.things}
        self.rows = set_rows(list(self.things.values()))
        self.across = {
            g: (box[1], box[3]) if self.sideways else (box[0], box[2])
            for g, box in placed.groups.items()
        }
        self.span = self._spans()
        self.ways = self._ways(placed)
        if plan.room and not self.sideways:
            squeeze(plan, self.rows, self.ways, self.across, self.span)
        titles = None if self.sideways else self._headroom().make()
        borders = self._borders()
        nudge_labels(self.rows, self.ways, borders)
        set_passes(self.rows, self.ways, borders, titles)
        uncross(self.ways)
        set_ports(self.ways)
        self._set_channels()
        self.late = dict.fromkeys(range(len(plan.groups)), 0.0)
        self._set_levels()
        if self.sideways:
            self._widen_for_titles()

    def _things(self, placed: Placed) -> dict[str, Thing]:
        extra = loop_extra(self.plan)
        things = {}
        for name, (x, y) in placed.centres.items():
            index = int(name[1:])
            inset, apart = 14.0, LINE_GAP
            if name[0] == "n":
                box = self.plan.boxes[index]
                width, height, inset, apart = box.width, box.height, box.inset, box.apart
            elif name[0] == "l":
                edge = self.plan.edges[index]
                width, height = edge.label_width, edge.label_height
            else:
                width, height = self.plan.groups[index].title_width, 20.0
            more = extra.get(index, 0.0) if name[0] == "n" else 0.0
            u, v, size_u, size_v = (y, x, height, width) if self.sideways else (x, y, width, height)
            things[name] = Thing(
                name,
                u,
                v,
                size_u + more,
                size_v,
                box_u=size_u,
                inset=min(inset, size_u / 3),
                apart=apart,
            )
        return things

    def _group_of(self, name: str) -> int:
        """Return the boundary a thing lies in, or -1."""
        index = int(name[1:])
        if name[0] == "n":
            return self.plan.boxes[index].group
        return label_group(self.plan, *self.ends[index]) if name[0] == "l" else index

    def _headroom(self) -> Headroom:
        first = {group: rows[0] for group, rows in self.span.items()}
        return Headroom(self.plan, self.rows, self.inside, first, self.across, self.ways)

    def _spans(self) -> dict[int, tuple[int, int]]:
        """Return the first and the last row of every boundary."""
        spans: dict[int, tuple[int, int]] = {}
        for thing in self.things.values():
            for group in ancestors(self.plan, self.inside[thing.name]):
                first, last = spans.get(group, (thing.row, thing.row))
                spans[group] = (min(first, thing.row), max(last, thing.row))
        return spans

    def _ways(self, placed: Placed) -> list[Way]:
        ways = []
        for part in placed.parts:
            upper, lower = self.things[part.upper], self.things[part.lower]
            if upper.row >= lower.row:
                raise LayoutError("the layout engine put the ends of a line into one row")
            points = [(y, x) if self.sideways else (x, y) for x, y in part.points]
            wanted = []
            for row in range(upper.row + 1, lower.row):
                v = self.rows[row][0].v
                share = (v - upper.v) / (lower.v - upper.v)
                wanted.append(curve_at(points, v, upper.u + share * (lower.u - upper.u)))
            upper_in = frozenset(ancestors(self.plan, self.inside[upper.name]))
            lower_in = frozenset(ancestors(self.plan, self.inside[lower.name]))
            ways.append(
                Way(part.edge, upper, lower, wanted, upper_in & lower_in, upper_in | lower_in)
            )
        return ways

    def _borders(self) -> list[list[Border]]:
        borders: list[list[Border]] = [[] for _ in self.rows]
        for group, (first, last) in self.span.items():
            start, end = self.across[group]
            room = self.plan.groups[group].title_height if self.sideways else 0.0
            for row in range(first, last + 1):
                borders[row].append(Border(group, start, start + room, end))
        return borders

    def _set_channels(self) -> None:
        """Give the lines between each two rows their tracks."""
        members: list[list[tuple[Way, int]]] = [[] for _ in self.rows]
        for way in self.ways:
            for k, row in enumerate(range(way.upper.row, way.lower.row)):
                members[row].append((way, k))
        self.tracks: dict[tuple[int, int], int] = {}  # (way, row) -> track
        self.counts = []
        number = {id(way): i for i, way in enumerate(self.ways)}
        for row, group in enumerate(members):
            for _ in range(_PARTINGS):
                stops = [(way.stops(), k) for way, k in group]
                tracks, count = assign([Crosser(s[k], s[k + 1]) for s, k in stops])
                if not keep_apart(group, tracks):
                    break
            self.counts.append(count)
            for (way, _), track in zip(group, tracks, strict=True):
                self.tracks[number[id(way)], row] = track

    def _set_levels(self) -> None:
        """Decide the v of every row and boundary."""
        opening: dict[int, float] = {}
        closing: dict[int, float] = {}

        def offsets(group: int) -> None:
            first, last = self.span[group]
            inner = [g for g in self.span if self.plan.groups[g].parent == group]
            for child in inner:
                offsets(child)
            title = 0.0 if self.sideways else self.plan.groups[group].title_height
            opening[group] = (
                PAD
                + title
                + max((opening[c] for c in inner if self.span[c][0] == first), default=0.0)
            )
            closing[group] = (
                PAD
                + self.late[group]
                + max((closing[c] for c in inner if self.span[c][1] == last), default=0.0)
            )

        for group in self.span:
            if self.plan.groups[group].parent < 0:
                offsets(group)
        tops, bottoms, self.track_v = [], [], []
        v = 0.0
        for row, things in enumerate(self.rows):
            v += max((opening[g] for g in opening if self.span[g][0] == row), default=0.0)
            height = max(max(t.size_v, self.loop_size(t)) for t in things)
            tops.append(v)
            v += height
            bottoms.append(v)
            for thing in things:
                thing.v = v - height / 2
            v += max((closing[g] for g in closing if self.span[g][1] == row), default=0.0)
            before = max(self._air(row, _BEFORE), self._stub(row))
            self.track_v.append(v + before)
            after = max(self._air(row + 1, _AFTER), self._stub(row + 1))
            v += before + max(0, self.counts[row] - 1) * _TRACK + after
        self.along = {
            g: (tops[first] - opening[g], bottoms[last] + closing[g])
            for g, (first, last) in self.span.items()
        }

    def _air(self, row: int, usual: float) -> float:
        """Return the room between a row and the next cross piece: less where no box is.

        In a picture to the right all rows count for its width, and labels have no arrow heads.
        """
        things = self.rows[row] if self.sideways and row < len(self.rows) else ()
        only_labels = bool(things) and all(thing.is_label for thing in things)
        return min(usual, _BESIDE_LABEL) if only_labels else usual

    def _stub(self, row: int) -> float:
        """Return the straight piece that lines need at the boxes of a row."""
        boxes = row < len(self.rows) and any(t.name[0] == "n" for t in self.rows[row])
        return self.plan.stub if boxes else 0.0

    def _widen_for_titles(self) -> None:
        """LR: make boundaries long enough for titles beside the lines, the inner ones first."""
        lines = self._drawn()
        for group in sorted(self.span, key=lambda g: -len(ancestors(self.plan, g))):
            (start, end), (top, bottom) = self.along[group], self.across[group]
            title = self.plan.groups[group]
            if not title.title_width:
                continue
            rect = Rect(start, top, end - start, bottom - top)
            free = free_from(title.title_width, title.title_height - TITLE_AIR, rect, lines)
            missing = free + title.title_width + _TITLE_END - end
            if missing > 0:
                self.late[group] = missing
                self._set_levels()
                lines = self._drawn()

    def _drawn(self) -> list[Line]:
        """LR: return all lines as they are drawn."""
        return [tuple((v, u) for u, v in self.line(number)) for number in range(len(self.ways))]

    def loop_size(self, thing: Thing) -> float:
        """Return the size with the flow of the label of a thing's line to itself, or 0."""
        if thing.name[0] != "n" or thing.box_u == thing.size_u:
            return 0.0
        index = int(thing.name[1:])
        sizes = [
            (e.label_width if self.sideways else e.label_height)
            for e in self.plan.edges
            if e.source == e.target == index
        ]
        return max(sizes) * len(sizes)

    def line(self, number: int) -> list[Point]:
        """Return the corners of a way from its upper to its lower thing."""
        way = self.ways[number]
        stops = way.stops()
        points = [(stops[0], way.upper.v + way.upper.size_v / 2)]
        for k, row in enumerate(range(way.upper.row, way.lower.row)):
            track = self.tracks[number, row]
            if track >= 0:
                v = self.track_v[row] + track * _TRACK
                points += [(stops[k], v), (stops[k + 1], v)]
        points.append((stops[-1], way.lower.v - way.lower.size_v / 2))
        return points

    def loop(self, index: int) -> tuple[float, list[Point]]:
        """Return the middle and the corners of a box's line to itself; several share the side."""
        source = self.plan.edges[index].source
        same = [i for i, e in enumerate(self.plan.edges) if e.source == e.target == source]
        thing = self.things[f"n{source}"]
        slot = thing.size_v / len(same)
        v = thing.v + (same.index(index) - (len(same) - 1) / 2) * slot
        reach = min(13.0, slot / 4)
        out = thing.box_end + loop_room(self.plan) - 6
        return v, [
            (thing.box_end, v - reach),
            (out, v - reach),
            (out, v + reach),
            (thing.box_end, v + reach),
        ]
