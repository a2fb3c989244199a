"""DOT text from a plan, and Graphviz's JSON answer read back. 1 px is 1 pt.

Only generated names reach the text (``n3`` a box, ``l2`` the label of edge 2, ``d1`` the filler of
an empty boundary, ``cluster_g0``), never a user's words. A label is a node of its own between the
two ends of its line: so Graphviz keeps boxes, other labels and other lines away from it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.layout import LayoutError, Part, Placed
from sphinx_archdoc.diagrams.order import (
    downward,
    edge_rows,
    grid_pairs,
    label_group,
    longest_ways,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.layout import Plan, Point, Rows

#: Room right of (LR: below) a box for a line to itself.
LOOP = 22.0
#: With more lines than this, the engine stops to straighten them after a number of rounds for each
#: node: the time grows with the square of the rows they pass, and nobody sees the difference.
_MANY_LINES, _MOST_ROUNDS = 120, 1
_BESIDE = "s"  # begins the name of a node that only stands for a row
_CELL = (6, 12)  # px of one Courier character at 10 pt, the unit of a boundary's title room


def loop_room(plan: Plan) -> float:
    """Return the room beside a box for a line to itself."""
    return max(LOOP, plan.stub + 8)


def loop_extra(plan: Plan) -> dict[int, float]:
    """Return per box with a line to itself the room the loop and its label need beside it."""
    sideways = plan.flow in {"LR", "RL"}
    room = loop_room(plan)
    extra: dict[int, float] = {}
    for edge in plan.edges:
        if edge.source == edge.target:
            label = edge.label_height if sideways else edge.label_width
            extra[edge.source] = max(extra.get(edge.source, 0), room + (label + 4 if label else 0))
    return extra


def _node(name: str, width: float, height: float) -> str:
    return f"{name} [width={width / 72:.4f},height={height / 72:.4f}];"


def _clusters(plan: Plan, members: dict[int, list[str]], parent: int) -> Iterator[str]:
    """Yield the statements of everything directly inside one boundary (-1: the picture)."""
    yield from members.get(parent, [])[:: -1 if plan.backwards else 1]
    for index, group in enumerate(plan.groups):
        if group.parent != parent:
            continue
        cells = max(1, round(group.title_width / _CELL[0] + 0.5))
        rows = max(1, round(group.title_height / _CELL[1] + 0.5))
        title = "\\n".join(["x" * cells] * rows)
        yield f'subgraph cluster_g{index} {{ label="{title}";'
        yield from _clusters(plan, members, index)
        yield "}"


def _box_members(plan: Plan) -> dict[int, list[str]]:
    """Return the node statements of the boxes (and fillers of empty boundaries) per boundary."""
    sideways = plan.flow in {"LR", "RL"}
    extra = loop_extra(plan)
    members: dict[int, list[str]] = {}
    for index in plan.rows.order if plan.rows else range(len(plan.boxes)):
        box, more = plan.boxes[index], extra.get(index, 0)
        width, height = (0, more) if sideways else (more, 0)
        text = _node(f"n{index}", box.width + width, box.height + height)
        members.setdefault(box.group, []).append(text)
    filled = {b.group for b in plan.boxes} | {g.parent for g in plan.groups}
    for index, group in enumerate(plan.groups):
        if index not in filled:
            members.setdefault(index, []).append(_node(f"d{index}", group.title_width, 20))
    return members


def _held(plan: Plan, ends: list[tuple[int, int]]) -> Iterator[str]:
    """Yield what holds boxes in the first and in the last row."""
    first, last = edge_rows(plan, ends)
    for rank, held in (("source", first), ("sink", last)):
        if held:
            yield "".join([f"{{rank={rank};", *(f"n{i};" for i in held), "}"])
    if last:
        # The last row is for the held boxes alone, below everything inside the boundaries. Only
        # the lowest boxes say so: every hidden line takes room, and time to lay out.
        ranks = longest_ways(len(plan.boxes), [(a, b) for a, b in ends if a != b])
        lowest = max(
            (r for r, box in zip(ranks, plan.boxes, strict=True) if box.group >= 0), default=0
        )
        for index, box in enumerate(plan.boxes):
            if box.group >= 0 and ranks[index] == lowest:
                yield f"n{index} -> n{last[0]} [style=invis,weight=0];"
                break


def _given(rows: Rows) -> Iterator[str]:
    """Yield what puts everything into the rows of a plan: a chain of nodes, one beside each."""
    members: dict[int, str] = {}
    for letter, numbers in (("n", rows.boxes), ("l", rows.labels)):
        for index, row in enumerate(numbers):
            if row >= 0:
                members[row] = f"{members.get(row, '')}{letter}{index};"
    chain = [f"{_BESIDE}{row}" for row in range(max(members) + 1)]
    yield f"node [width=0.01,height=0.01]; {' -> '.join(chain)} [style=invis];"
    for row, beside in enumerate(chain):
        yield f"{{rank=same;{beside};{members.get(row, '')}}}"


def write(plan: Plan) -> str:
    """Return the DOT text of a plan."""
    ends = downward(plan)
    labels = any(e.label_width for e in plan.edges)
    least = 1 if plan.rows else 1 + labels
    members = _box_members(plan)
    lines = []
    for index, (edge, (upper, lower)) in enumerate(zip(plan.edges, ends, strict=True)):
        if upper == lower:
            continue
        if not edge.label_width:
            # With labels every second row holds labels; a bare line keeps that rhythm.
            lines.append(f'n{upper} -> n{lower} [id="{index}",minlen={least}];')
            continue
        node = _node(f"l{index}", edge.label_width, edge.label_height)
        members.setdefault(label_group(plan, upper, lower), []).append(node)
        # Straightening one half of a line more than the other makes for narrower pictures.
        first, second = (1, 2) if plan.pull_down else (2, 1)
        lines.append(f'n{upper} -> l{index} [id="{index}",weight={first}];')
        lines.append(f'l{index} -> n{lower} [id="{index}",weight={second}];')
    if plan.rows:
        lines += _given(plan.rows)
    else:
        for upper, lower in grid_pairs(plan):
            lines.append(f"n{upper} -> n{lower} [style=invis,minlen={1 + labels}];")
        lines += _held(plan, ends)
    way = "LR,labelloc=b" if plan.flow in {"LR", "RL"} else "TB"
    bound = f"nslimit={_MOST_ROUNDS}," if len(plan.edges) > _MANY_LINES else ""
    head = (
        f"digraph p {{ graph [{bound}rankdir={way},newrank=true,nodesep=0.28,ranksep=0.3,"
        'fontname="Courier",fontsize=10,labeljust=l,margin=14];'
        'node [label="",shape=box,fixedsize=true]; edge [arrowhead=none];'
    )
    return "\n".join([head, *_clusters(plan, members, -1), *lines, "}"]) + "\n"


def _pair(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def read(text: str) -> list[Placed]:
    """Read the JSON documents of one or more graphs; y is turned so that it grows downwards."""
    decoder = json.JSONDecoder()
    placed, at = [], 0
    text = text.strip()
    try:
        while at < len(text):
            data, at = decoder.raw_decode(text, at)
            placed.append(_read_one(data))
            while at < len(text) and text[at].isspace():
                at += 1
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise LayoutError(f"the layout engine's answer is not understood: {error!r}") from error
    return placed


def _read_one(data: dict[str, Any]) -> Placed:
    # Graphviz' y grows upwards. Left to right it begins at the bottom, so there it stays as it is
    # (with titles asked for below) and things come in drawing order from the top.
    _, _, width, height = map(float, data["bb"].split(","))
    up = data.get("rankdir") != "LR"

    def turn(y: float) -> float:
        return height - y if up else y

    names: dict[int, str] = {}
    centres: dict[str, Point] = {}
    groups: dict[int, tuple[float, float, float, float]] = {}
    for item in data.get("objects", []):
        name = item["name"]
        names[item["_gvid"]] = name
        if name.startswith("cluster_g"):
            left, low, right, high = map(float, item["bb"].split(","))
            top, bottom = sorted((turn(low), turn(high)))
            groups[int(name[9:])] = (left, top, right, bottom)
        elif "pos" in item and name[0] != _BESIDE:  # a nameless rank group has none
            x, y = _pair(item["pos"])
            centres[name] = (x, turn(y))
    parts = []
    for item in data.get("edges", []):
        if "id" in item and "pos" in item:
            raw = [_pair(p) for p in item["pos"].split() if p[0] not in "se"]
            points = tuple((x, turn(y)) for x, y in raw)
            parts.append(Part(int(item["id"]), names[item["tail"]], names[item["head"]], points))
    # Graphviz lists edges in an order of its own; ours makes the result independent of it.
    parts.sort(key=lambda p: (p.edge, p.upper.startswith("l")))
    return Placed(width, centres, groups, tuple(parts))
