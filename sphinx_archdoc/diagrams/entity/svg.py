"""Inline SVG of a laid-out entity-relationship picture: a template for ``diagrams.svg.fill``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.boxes import FACES
from sphinx_archdoc.diagrams.entity.feet import foot, stop
from sphinx_archdoc.diagrams.entity.table import LINE, NAME, PAD, SMALL, SUB, TITLE
from sphinx_archdoc.diagrams.palette import MUTED, PAPER, ROLES, TEXT
from sphinx_archdoc.diagrams.svg import linked, opening, words
from sphinx_archdoc.diagrams.svg_shapes import num, shorten, stroke, xml

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.entity.data import Cardinality, Column, Entity, Relation
    from sphinx_archdoc.diagrams.entity.sizing import Sized
    from sphinx_archdoc.diagrams.entity.table import Row, Table
    from sphinx_archdoc.diagrams.layout import Arrangement, Line, PlacedEdge, Rect

_COLOURS = ROLES["store"]
_CLASSES = "arch-node arch-c4-store arch-entity"
_RADIUS = 7.0


def template(sized: Sized, layout: Arrangement) -> str:
    """Return the picture as SVG with marks for ids and links."""
    data = sized.data
    out = [opening(data.title, data.description, layout.width, layout.height)]
    out += [
        _relation(r, c, p)
        for r, c, p in zip(data.relations, sized.labels, layout.edges, strict=True)
    ]
    for entity, table, rect in zip(data.entities, sized.tables, layout.boxes, strict=True):
        out.append(_entity(entity, table, rect))
        out += _references(table, rect)
    return "\n".join([*out, "</svg>"])


def _relation(relation: Relation, card: Card, placed: PlacedEdge) -> str:
    """Return a line with its label and the feet at both ends."""
    lines = list(placed.lines)
    feet = foot(relation.source_end, lines[0][::-1]) + foot(relation.target_end, lines[-1])
    lines[0] = _short(lines[0][::-1], relation.source_end)[::-1]
    lines[-1] = _short(lines[-1], relation.target_end)
    dashed = not relation.identifying
    out = [stroke(line, dashed=dashed, head=False, tail=False) for line in lines]
    if placed.label:
        size, _ = FACES["label"]
        x, y = placed.label.x, placed.label.y
        out += [_text(t.text, x + t.x, y + t.y, size, "l", TEXT, "middle") for t in card.lines]
    return "".join(['<g class="arch-edge">', *out, feet, "</g>"])


def _short(line: Line, end: Cardinality) -> Line:
    return shorten(line, stop(end)) if end else line


def _entity(entity: Entity, table: Table, rect: Rect) -> str:
    """Return a table with all its texts but those that lead to other entities."""
    fg, bg, bd = _COLOURS.fg, _COLOURS.bg, _COLOURS.bd
    x, y, w, h = num(rect.x), num(rect.y), num(rect.width), num(rect.height)
    k, run = num(_RADIUS), num(rect.width - 2 * _RADIUS)
    drop = num(table.head - _RADIUS)
    look = f'stroke="{bd}" stroke-width="1.5"'
    whole = f'x="{x}" y="{y}" width="{w}" height="{h}" rx="{k}"'
    head = (
        f'd="M{x} {num(rect.y + table.head)}v-{drop}a{k} {k} 0 0 1 {k} -{k}h{run}'
        f'a{k} {k} 0 0 1 {k} {k}v{drop}z"'
    )
    out = [
        f"<title>{words(entity.title, entity.subtitle, *entity.notes)}</title>",
        f'<rect class="arch-pill" fill="{PAPER}" {look} {whole}/>',
    ]
    if table.rows or rect.height > table.head:
        out.append(f'<path class="arch-shape" fill="{bg}" {look} {head}/>')
    else:
        out.append(f'<rect class="arch-shape" fill="{bg}" {look} {whole}/>')
    base = rect.y + 19.5
    for title in table.titles:
        out.append(_text(title, rect.x + PAD, base, TITLE, "t", fg))
        base += 17
    if table.subtitle:
        out.append(_text(table.subtitle, rect.x + PAD, base - 2.5, SUB, "k", fg))
    out += [
        _row(table, row, rect) for row in table.rows if not (row.column and row.column.reference)
    ]
    return linked(entity.id, _CLASSES, "".join(out))


def _references(table: Table, rect: Rect) -> list[str]:
    """Return the rows of columns that lead to an entity, as links of their own."""
    return [
        linked(row.column.reference, "arch-c4-store arch-ref", _row(table, row, rect))
        for row in table.rows
        if row.column and row.column.reference
    ]


def _row(table: Table, row: Row, rect: Rect) -> str:
    """Return the texts of one column, with the whole of them as its tool tip."""
    base = rect.y + table.head + row.top + 17
    name, kind, comment, keys = (rect.x + at for at in table.at)
    keys = rect.right - PAD
    bold = row.column is not None and "PK" in row.column.keys
    out = [
        _text(line, name, base + LINE * number, NAME, "l", TEXT, underline=bold)
        for number, line in enumerate(row.name)
    ]
    out += [
        _text(line, x, base + LINE * number, SMALL, "l2", MUTED)
        for x, lines in ((kind, row.type), (comment, row.comment))
        for number, line in enumerate(lines)
    ]
    if row.keys:
        out.append(_text(row.keys, keys, base, SMALL, "b", _COLOURS.fg, "end"))
    tip = f"<title>{_tip(row.column)}</title>" if row.column else ""
    return f"<g>{tip}{''.join(out)}</g>"


def _tip(column: Column) -> str:
    said = f"{column.name}: {column.type}" if column.type else column.name
    default = f"= {column.default}" if column.default else ""
    return words(said, " ".join(column.keys), default, column.comment)


def _text(
    text: str,
    x: float,
    y: float,
    size: float,
    face: str,
    fill: str,
    anchor: str = "start",
    *,
    underline: bool = False,
) -> str:
    weight = ' font-weight="600"' if face == "t" else ""
    line = ' text-decoration="underline"' if underline else ""
    return (
        f'<text class="arch-{face}" x="{num(x)}" y="{num(y)}" text-anchor="{anchor}" '
        f'font-family="sans-serif" font-size="{num(size)}"{weight}{line} fill="{fill}">'
        f"{xml(text)}</text>"
    )
