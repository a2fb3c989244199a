"""Inline SVG of a laid-out timeline, as a template for ``diagrams.svg.fill``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE, MUTED, NEUTRAL, ROLES, TEXT
from sphinx_archdoc.diagrams.svg import linked, opening
from sphinx_archdoc.diagrams.svg_shapes import num, xml
from sphinx_archdoc.diagrams.timeline.placed import FACES

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.palette import Colours
    from sphinx_archdoc.diagrams.timeline.data import Timeline, Tone
    from sphinx_archdoc.diagrams.timeline.placed import Entry, Placed, Shape, Words

#: A mark for each tone in a square of 10, so that colour never says it alone.
_MARKS: dict[Tone, str] = {
    "ok": "M1.5 5.5l2.4 2.4L8.8 2.4",
    "info": "M1.5 5a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0M5 1.5v7",
    "warn": "M5 1.2v4.6M5 8.1v.8",
    "bad": "M2 2l6 6M8 2l-6 6",
    "mute": "M1.5 3h4.2a2 2 0 0 1 2 2v3.4M5.4 6.2l2.3 2.3 2.2-2.3",
    "neutral": "M2.6 5a2.4 2.4 0 1 1 4.8 0a2.4 2.4 0 1 1 -4.8 0",
}
_CLASSES = {
    "title": "l", "note": "l2", "when": "l2", "label": "l2", "badge": "b", "year": "l",
    "tick": "l2", "lane": "l",
}  # fmt: skip


def template(data: Timeline, placed: Placed) -> str:
    """Return the picture as SVG with marks for ids and links."""
    out = [opening(data.title, data.description, placed.width, placed.height)]
    out += [
        f'<rect class="arch-band" fill="{LINE}" fill-opacity="0.07" stroke="none" x="{num(x)}" '
        f'y="{num(y)}" width="{num(w)}" height="{num(h)}"/>'
        for x, y, w, h in placed.bands
    ]
    out += [_rule(rule) for rule in placed.rules]
    out += [_arrow(points) for points in placed.arrows]
    out += [_words(words) for words in placed.words]
    out += [_entry(entry) for entry in placed.entries]
    if placed.today and placed.day:
        out.append(_today(*placed.today, placed.day))
    return "\n".join([*out, "</svg>"])


def _colours(tone: Tone) -> Colours:
    return NEUTRAL if tone == "neutral" else ROLES[tone]


def _rule(rule: tuple[float, float, float, float]) -> str:
    x1, y1, x2, y2 = rule
    look = 'stroke-width="1.4"' if x1 == x2 else 'stroke-width="1" stroke-opacity="0.4"'
    return (
        f'<path class="arch-e" fill="none" stroke="{LINE}" {look} '
        f'd="M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}"/>'
    )


def _arrow(points: tuple[tuple[float, float], ...]) -> str:
    from sphinx_archdoc.diagrams.svg_shapes import stroke

    return f'<g class="arch-edge">{stroke(points, dashed=False, head=True, tail=False)}</g>'


def _words(words: Words, fill: str = "") -> str:
    size, bold = FACES[words.face]
    weight = ' font-weight="600"' if bold else ""
    struck = ' text-decoration="line-through"' if words.struck else ""
    colour = fill or (TEXT if _CLASSES[words.face] == "l" else MUTED)
    return (
        f'<text class="arch-{_CLASSES[words.face]}" x="{num(words.x)}" y="{num(words.y)}" '
        f'text-anchor="{words.anchor}" font-family="sans-serif" font-size="{num(size)}"'
        f'{weight}{struck} fill="{colour}">{xml(words.text)}</text>'
    )


def _entry(entry: Entry) -> str:
    colours = _colours(entry.tone)
    out = [f"<title>{xml(entry.tip)}</title>"]
    out += [_shape(shape, colours, entry.tone) for shape in entry.shapes]
    out += [_words(words, colours.fg if words.face == "badge" else "") for words in entry.words]
    return linked(entry.id, f"arch-entry arch-is-{entry.tone}", "".join(out))


def _shape(shape: Shape, colours: Colours, tone: Tone) -> str:
    look = f'class="arch-shape" fill="{colours.bg}" stroke="{colours.bd}" stroke-width="1.5"'
    x, y, w, h = (num(value) for value in (shape.x, shape.y, shape.width, shape.height))
    if shape.kind == "point":
        half, middle = num(shape.width / 2), num(shape.x + shape.width / 2)
        path = f"M{middle} {y}l{half} {half}l-{half} {half}l-{half} -{half}z"
        return f'<path {look} d="{path}"/>'
    radius = 4.0 if shape.kind == "bar" else shape.height / 2
    body = f'<rect {look} x="{x}" y="{y}" width="{w}" height="{h}" rx="{num(radius)}"/>'
    if shape.kind == "pill":
        return body + _mark(tone, shape.x + 5.5, shape.y + 3.5, 0.9, colours)
    if shape.kind == "dot" and shape.width > 10:  # noqa: PLR2004 -- the small ones of lists are bare
        return body + _mark(tone, shape.x + 4, shape.y + 4, 1.0, colours)
    return body


def _mark(tone: Tone, x: float, y: float, scale: float, colours: Colours) -> str:
    return (
        f'<path class="arch-icon" fill="none" stroke="{colours.fg}" stroke-width="1.7" '
        f'stroke-linecap="round" stroke-linejoin="round" '
        f'transform="translate({num(x)} {num(y)}) scale({num(scale)})" d="{_MARKS[tone]}"/>'
    )


def _today(x: float, top: float, bottom: float, day: Words) -> str:
    bad = ROLES["bad"]
    return (
        f'<g class="arch-today arch-is-bad"><path class="arch-rim" fill="none" '
        f'stroke="{bad.bd}" stroke-width="1.6" stroke-dasharray="4 3" '
        f'd="M{num(x)} {num(top)}V{num(bottom)}"/>{_words(day, bad.fg)}</g>'
    )
