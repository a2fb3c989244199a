"""The shapes of a sequence picture as SVG: heads, arrow tips, crosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph import Node
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.palette import LINE, ROLES
from sphinx_archdoc.diagrams.svg_outlines import outline, person_sign
from sphinx_archdoc.diagrams.svg_shapes import arrow, cross, num

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Shape
    from sphinx_archdoc.diagrams.sequence.data import Participant
    from sphinx_archdoc.diagrams.sequence.placed import Area, Head, Tip

_STACK = 4.0  # how far the sheets of a collection are apart
_ABOVE_WORDS = 20.0  # how far the middle of a sign stands above the words of a dense head
_DRAWN_AS_NODE = ("box", "person", "cylinder", "queue")


def head_shape(head: Head) -> str:
    """Return the outline of a head, with its sign: at its left, or if dense above its words."""
    participant, area, dense = head.participant, head.area, head.dense
    if participant.shape == "collections":
        small = area._replace(width=area.width - _STACK, height=area.height - _STACK)
        behind = small._replace(x=area.x + _STACK, y=area.y + _STACK)
        return _box(participant, behind) + _box(participant, small)
    if participant.shape in _DRAWN_AS_NODE and not (dense and participant.shape == "person"):
        return _outline(participant, area, participant.shape)  # type: ignore[arg-type]
    place = (area.cx, head.words.area.y - _ABOVE_WORDS) if dense else (area.x + 24, area.cy)
    sign = _SIGNS[participant.shape](*place)
    ink = ROLES[participant.role].fg
    body = _outline(participant, area, "rounded" if participant.shape == "person" else "box")
    return (
        f'{body}<path class="arch-icon" fill="none" stroke="{ink}" stroke-width="1.6" d="{sign}"/>'
    )


def _outline(participant: Participant, area: Area, shape: Shape) -> str:
    return outline(Node(id="", title="", shape=shape, role=participant.role), Rect(*area))


def _box(participant: Participant, area: Area) -> str:
    return _outline(participant, area, "box")


def _circle(x: float, y: float, radius: float) -> str:
    r, d = num(radius), num(2 * radius)
    return f"M{num(x - radius)} {num(y)}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0"


def _boundary(x: float, y: float) -> str:
    return f"M{num(x - 13)} {num(y - 9)}v18m0 -9h7{_circle(x + 3, y, 9)}"


def _control(x: float, y: float) -> str:
    return f"{_circle(x, y + 1, 9)}M{num(x + 4)} {num(y - 12)}l-5 4l5 4"


def _entity(x: float, y: float) -> str:
    return f"{_circle(x, y - 1, 9)}M{num(x - 9)} {num(y + 12)}h18"


_SIGNS = {
    "boundary": _boundary,
    "control": _control,
    "entity": _entity,
    "person": person_sign,
}


def tip(tip: Tip, x: float, y: float, way: int) -> str:
    """Return what ends a horizontal line that comes to (x, y) in direction ``way``."""
    if tip == "filled":
        return arrow(((x - way * 20, y), (x, y)))
    if tip == "open":
        back = num(x - way * 8)
        return (
            f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-width="1.5" '
            f'd="M{back} {num(y - 4.5)}L{num(x - way * 0.8)} {num(y)}L{back} {num(y + 4.5)}"/>'
        )
    if tip == "cross":
        return cross(x - way * 6, y, 4.5)
    return ""
