"""Inline SVG of a laid-out sequence, as a template for ``diagrams.svg.fill``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE, MUTED, PAPER, ROLES, TEXT, Colours
from sphinx_archdoc.diagrams.sequence.looks import ACTIVE, BAD, NOTE, TAB
from sphinx_archdoc.diagrams.sequence.shapes import head_shape, tip
from sphinx_archdoc.diagrams.sequence.words import ASCENT, FACES
from sphinx_archdoc.diagrams.svg import linked, opening, words
from sphinx_archdoc.diagrams.svg_shapes import cross, num, xml

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import Sequence
    from sphinx_archdoc.diagrams.sequence.placed import (
        Area,
        Frame,
        Head,
        Life,
        Pill,
        Placed,
        Stroke,
        TextKind,
        Words,
    )

#: The group class and colours of texts that have a shape of their own below them.
_GROUPS: dict[TextKind, tuple[str, Colours]] = {
    "number": ("arch-is-info", ACTIVE),
    "error": ("arch-is-bad", BAD),
    "note": ("arch-is-warn", NOTE),
    "tab": ("arch-is-neutral", TAB),
    "divider": ("arch-is-neutral", TAB),
    "box": ("arch-c4-group", ROLES["group"]),
}


def template(sequence: Sequence, placed: Placed) -> str:
    """Return the picture as SVG with marks for ids and links."""
    out = [opening(sequence.title, sequence.description, placed.width, placed.height)]
    out += [_box(area) for area in placed.boxes]
    out += [_frame(frame) for frame in placed.frames]
    out += [_life(life) for life in placed.lives]
    out += [_shape(bar.area, "arch-is-info", ACTIVE, 3) for bar in placed.bars]
    out += [_divider(*line) for line in placed.dividers]
    out += [_ref(frame) for frame in placed.frames if frame.kind == "ref"]
    out += [_tab(frame.tab) for frame in placed.frames if frame.tab]
    out += [_shape(area, "arch-is-warn", NOTE, 4) for area in placed.notes]
    out += [_stroke(stroke) for stroke in placed.strokes]
    out += [cross(x, y, 7) for x, y in placed.ends]
    out += [_pill(pill) for pill in placed.pills]
    out += [_words(made) for made in placed.words]
    out += [_head(head) for head in placed.heads]
    return "\n".join([*out, "</svg>"])


def _rect(area: Area, radius: float) -> str:
    return (
        f'x="{num(area.x)}" y="{num(area.y)}" width="{num(area.width)}" '
        f'height="{num(area.height)}" rx="{num(radius)}"'
    )


def _shape(area: Area, classes: str, colours: Colours, radius: float) -> str:
    return (
        f'<g class="{classes}"><rect class="arch-shape" fill="{colours.bg}" '
        f'stroke="{colours.bd}" {_rect(area, radius)}/></g>'
    )


def _box(area: Area) -> str:
    return (
        f'<g class="arch-c4-group"><rect class="arch-bound" fill="{ROLES["group"].bd}" '
        f'fill-opacity="0.09" stroke="none" {_rect(area, 8)}/></g>'
    )


def _frame(frame: Frame) -> str:
    colour = ROLES["group"].bd
    tint = "0.1" if frame.kind == "rect" else "0.045"
    rim = "none" if frame.kind == "rect" else colour
    border = (
        f'<g class="arch-c4-group arch-seq-{frame.kind}"><rect class="arch-bound" '
        f'fill="{colour}" fill-opacity="{tint}" stroke="{rim}" stroke-width="1.2" '
        f"{_rect(frame.area, 4)}/>"
    )
    out = [border]
    out += [
        f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-dasharray="5 4" '
        f'd="M{num(frame.area.x)} {num(y)}H{num(frame.area.right)}"/>'
        for y in frame.lines
    ]
    return "".join([*out, "</g>"])


def _ref(frame: Frame) -> str:
    """Return the paper of a reference: it stands before the lifelines."""
    return (
        f'<g class="arch-c4-group"><rect class="arch-shape" fill="{ROLES["group"].bg}" '
        f'stroke="{ROLES["group"].bd}" stroke-width="1.2" {_rect(frame.area, 4)}/></g>'
    )


def _tab(area: Area) -> str:
    cut = 6
    return (
        f'<g class="arch-is-neutral"><path class="arch-shape" fill="{TAB.bg}" stroke="{TAB.bd}" '
        f'd="M{num(area.x)} {num(area.y)}h{num(area.width)}v{num(area.height - cut)}'
        f'l-{cut} {cut}H{num(area.x)}z"/></g>'
    )


def _life(life: Life) -> str:
    dash = "1 6" if life.sparse else "3 4"
    return (
        f'<path class="arch-e arch-seq-life" fill="none" stroke="{LINE}" '
        f'stroke-dasharray="{dash}" d="M{num(life.x)} {num(life.top)}V{num(life.bottom)}"/>'
    )


def _divider(left: float, right: float, y: float) -> str:
    return (
        f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-width="1" '
        f'd="M{num(left)} {num(y - 1.5)}H{num(right)}M{num(left)} {num(y + 1.5)}H{num(right)}"/>'
    )


def _stroke(stroke: Stroke) -> str:
    """Return a line with its tips; the line ends below them."""
    (x0, y0), (x1, y1) = stroke.points[0], stroke.points[-1]
    first = 1 if stroke.points[1][0] >= x0 else -1
    last = 1 if x1 >= stroke.points[-2][0] else -1
    points = [*stroke.points]
    if stroke.tail == "filled":
        points[0] = (x0 + first * 8, y0)
    if stroke.head == "filled":
        points[-1] = (x1 - last * 8, y1)
    line = "L".join(f"{num(x)} {num(y)}" for x, y in points)
    dash = ' stroke-dasharray="6 4"' if stroke.dashed else ""
    return (
        f'<g class="arch-edge"><path class="arch-e" fill="none" stroke="{LINE}" '
        f'stroke-width="1.5" stroke-linejoin="round"{dash} d="M{line}"/>'
        f"{tip(stroke.head, x1, y1, last)}{tip(stroke.tail, x0, y0, -first)}</g>"
    )


def _pill(pill: Pill) -> str:
    if pill.kind == "number":
        return _shape(pill.area, "arch-is-info", ACTIVE, pill.area.height / 2)
    return _shape(pill.area, "arch-is-bad", BAD, pill.area.height / 2)


def _words(made: Words, colours: Colours | None = None) -> str:
    """Return a block of text; ``colours`` are those of the group it stands in, if any."""
    group, own = _GROUPS.get(made.kind, ("", None))
    ink = (colours or own).fg if colours or own else ""  # type: ignore[union-attr]
    x = made.area.x if made.anchor == "start" else made.area.cx
    out, y = [], made.area.y
    for row in made.block.rows:
        size, bold, leading, name = FACES[row.face]
        base = y + (leading - size) / 2 + size * ASCENT
        y += leading
        plain = MUTED if row.face == "tech" else TEXT
        name = name if not ink or name == "k" else "t"
        weight = ' font-weight="600"' if bold else ""
        out.append(
            f'<text class="arch-{name}" x="{num(x)}" y="{num(base)}" '
            f'text-anchor="{made.anchor}" font-family="sans-serif" font-size="{num(size)}"'
            f'{weight} fill="{ink or plain}">{xml(row.text)}</text>'
        )
    if made.backed:
        area = made.area._replace(x=made.area.x - 4, width=made.area.width + 8)
        out.insert(0, f'<rect class="arch-paper" fill="{PAPER}" {_rect(area, 3)}/>')
    text = "".join(out)
    return f'<g class="{group}">{text}</g>' if group else text


def _head(head: Head) -> str:
    participant = head.participant
    body = (
        f"<title>{words(participant.title or participant.id, participant.subtitle)}</title>"
        f"{head_shape(head)}{_words(head.words, ROLES[participant.role])}"
    )
    return linked(participant.id, f"arch-node arch-c4-{participant.role} arch-as-lane", body)
