"""Pictures that are too high for a page, in parts: else nobody could read their words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.diagrams.legible import smallest_text
from sphinx_archdoc.diagrams.pgf import parts
from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.sphinxext.nodes import archdoc_picture, tex
from sphinx_archdoc.sphinxext.printed_pages import LEAST_TYPE, POINT
from sphinx_archdoc.sphinxext.printed_tables import is_open

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.pgf import Part

#: The room for a picture on a page of A4 or letter, in points, and for one below headings.
_WIDTH, _HEIGHT, _BELOW_HEADINGS = 453.0, 590.0, 540.0
#: Words of less points are too small, unless parts would not make them so much larger.
_LEAST_TYPE, _LARGER = 5.0, 1.15
#: How much of a page a part uses, as no cut is just where it ends.
_USED = 0.9


def divide_pictures(document: nodes.document) -> None:
    """Put parts in the place of each picture whose words a page would make too small."""
    for picture in [*document.findall(archdoc_picture)]:
        figure = picture.parent if isinstance(picture.parent, nodes.figure) else None
        if not is_open(figure or picture):
            continue
        found = _parts(picture)
        if len(found.parts) > 1:
            _divide(picture, figure, found)


class _Divided(NamedTuple):
    """The parts in which a picture is shown, all at one scale."""

    parts: list[Part]
    scale: float = 1.0


def _parts(picture: archdoc_picture) -> _Divided:
    """Return the parts in which a picture is shown: as few as make its words large enough."""
    drawn = picture.picture
    width, height = drawn.width * POINT, drawn.height * POINT
    upright = min(1.0, _WIDTH / width, _HEIGHT / height)
    turned = min(1.0, _WIDTH / height, _HEIGHT / width)
    whole, wide = max(upright, turned), min(1.0, _WIDTH / width)
    type_ = smallest_text(drawn.svg) * POINT
    if type_ * whole >= _LEAST_TYPE or wide < _LARGER * whole:
        return _Divided([])
    least = min(wide, LEAST_TYPE / type_)
    number = math.ceil(height * least / _BELOW_HEADINGS)
    best = max(least, min(wide, number * _USED * _BELOW_HEADINGS / height))
    svg = fill(drawn.svg, {}, "")
    tried = [_Divided(parts(svg, _BELOW_HEADINGS / s / POINT), s) for s in (best, least)]
    return min(tried, key=lambda found: len(found.parts))


def _divide(picture: archdoc_picture, figure: nodes.figure | None, found: _Divided) -> None:
    """Show a picture in parts; its caption stays with the first."""
    first, *others = [_part(picture, part, found.scale) for part in found.parts]
    picture.replace_self([first, tex("\\archdoccontinues")])
    last = figure or first.parent.children[first.parent.index(first) + 1]
    for number, part in enumerate(others, 2):
        shown: list[nodes.Node] = [tex("\\archdoccontinued"), part]
        if number < len(found.parts):
            shown.append(tex("\\archdoccontinues"))
        more = [nodes.figure("", *shown, classes=[*figure["classes"]])] if figure else shown
        at = last.parent.index(last) + 1
        last.parent[at:at] = more
        last = more[-1]


def _part(picture: archdoc_picture, part: Part, scale: float) -> archdoc_picture:
    made = picture.copy()
    made.picture, made.leads = picture.picture, picture.leads
    made.part, made.scale = part, scale
    return made
