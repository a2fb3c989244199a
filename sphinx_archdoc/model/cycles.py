"""Circles in a directed graph, found in linear time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Graph = dict[str, list[str]]

#: Circles that share records are found one after another; more rounds than this tell nothing new.
_ROUNDS = 8


def find_cycles(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return circles among the edges, smallest id first, sorted; none only if there is none.

    Each strongly connected part gives its shortest circle through its smallest id; the search then
    goes on without the edges of that circle, so that no two circles share an edge. A record that
    refers to itself is no circle here. Linear in the number of edges.
    """
    graph: Graph = {}
    for source, target in dict.fromkeys(edges):
        if source != target:
            graph.setdefault(source, []).append(target)
            graph.setdefault(target, [])
    found: list[tuple[str, ...]] = []
    for _round in range(_ROUNDS):
        circles = [_shortest(graph, part) for part in _parts(graph) if len(part) > 1]
        if not circles:
            break
        found += circles
        used = {edge for circle in circles for edge in _edges(circle)}
        graph = {
            source: [target for target in targets if (source, target) not in used]
            for source, targets in graph.items()
        }
    return sorted(found)


def _edges(circle: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(circle, (*circle[1:], circle[0]), strict=True)


def _shortest(graph: Mapping[str, list[str]], part: set[str]) -> tuple[str, ...]:
    """Return the shortest circle through the smallest id of a strongly connected part."""
    start = min(part)
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while start not in came_from:
        current = waiting.popleft()
        for target in sorted(graph[current]):
            if target in part and target not in came_from:
                came_from[target] = current
                waiting.append(target)
    back = [came_from[start]]
    while back[-1] != start:
        back.append(came_from[back[-1]])
    return tuple(reversed(back))


def _parts(graph: Mapping[str, list[str]]) -> Iterator[set[str]]:
    """Yield the strongly connected parts (Tarjan's algorithm, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    for root in graph:
        if root in number:
            continue
        stack = [(root, iter(graph[root]))]
        number[root] = low[root] = len(number)
        open_.append(root)
        is_open.add(root)
        while stack:
            current, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                stack.pop()
                if stack:
                    low[stack[-1][0]] = min(low[stack[-1][0]], low[current])
                if low[current] == number[current]:
                    part = _closed(open_, current)
                    is_open -= part
                    yield part
            elif target not in number:
                number[target] = low[target] = len(number)
                open_.append(target)
                is_open.add(target)
                stack.append((target, iter(graph[target])))
            elif target in is_open:
                low[current] = min(low[current], number[target])


def _closed(open_: list[str], last: str) -> set[str]:
    part: set[str] = set()
    while last not in part:
        part.add(open_.pop())
    return part
