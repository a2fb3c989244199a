"""Relations of the model between the instances of one environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.views.shown import shown_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sphinx_archdoc.views.c4_model import Line, Model


def instance_lines(
    model: Model, places: Mapping[str, Sequence[str]], opened: Collection[str]
) -> Iterator[Line]:
    """Yield the lines of the model, each between boxes of the picture.

    ``places`` names the boxes of an element, ``opened`` the nodes that are drawn as boundaries; a
    line of such a node itself ends at a box inside it. Where there are several instances, each has
    its line to those nearest to it: the API in one region talks to the database in that region.
    """
    for line in model.lines:
        sources = _boxes(model, line.source, places, opened)
        targets = _boxes(model, line.target, places, opened)
        yield from between(line, sources, targets)


def between(line: Line, sources: Sequence[str], targets: Sequence[str]) -> Iterator[Line]:
    """Yield a line from each of these boxes to those of the others that are nearest to it."""
    for source in sources:
        nearest = max((_shared(source, target) for target in targets), default=0)
        for target in targets:
            to_itself = source == target and line.source != line.target
            if _shared(source, target) == nearest and not to_itself:
                yield line._replace(source=source, target=target)


def _boxes(
    model: Model, id_: str, places: Mapping[str, Sequence[str]], opened: Collection[str]
) -> Sequence[str]:
    """Return the boxes of an element, or else of the nearest element around it that has any."""
    if id_ in opened:
        return (shown_at(id_, id_),)
    return next((places[each] for each in model.chain(id_) if each in places), ())


def _shared(first: str, second: str) -> int:
    """Return how many parts of the paths of their nodes two boxes share."""
    paths = [box.partition("@")[2].split(".") for box in (first, second)]
    count = 0
    for one, other in zip(*paths, strict=False):
        if one != other:
            break
        count += 1
    return count
