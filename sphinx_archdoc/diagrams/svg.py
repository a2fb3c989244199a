"""Inline SVG of a laid-out picture.

The result is first a template: the id prefix and the links are marks between control characters,
which no text of a user can hold (they are removed from it). So a template can be kept and used on
many pages; :func:`fill` puts the page's own ids and links in. A mark names a box or boundary by its
id, percent-encoded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx_archdoc.diagrams.boxes import FACES, MARK, TextLine, counted
from sphinx_archdoc.diagrams.palette import MUTED, PAPER, ROLES, TEXT
from sphinx_archdoc.diagrams.svg_outlines import meet, outline
from sphinx_archdoc.diagrams.svg_shapes import num, stroke, xml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sphinx_archdoc.diagrams.boxes import Card, Pill
    from sphinx_archdoc.diagrams.graph import Edge, Group, Node
    from sphinx_archdoc.diagrams.layout import Arrangement, PlacedEdge, PlacedGroup, Rect
    from sphinx_archdoc.diagrams.sizing import Sized

_PREFIX = "\x02p\x03"
_MARK = re.compile("\x02(?:(p)|([ab])([^\x02\x03 ]*) ([a-z0-9 -]*))\x03")
_CLASSES = {"title": "t", "sub": "k", "text": "d", "badge": "b", "label": "l", "tech": "l2"}


def _text(
    line: TextLine, x: float, y: float, fill: str, *, anchor: str = "middle", kind: str = ""
) -> str:
    size, bold = FACES[line.face]
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text class="arch-{kind or _CLASSES[line.face]}" '
        f'x="{num(x + line.x)}" y="{num(y + line.y)}" '
        f'text-anchor="{anchor}" font-family="sans-serif" font-size="{num(size)}"{weight} '
        f'fill="{fill}">{xml(line.text)}</text>'
    )


def _pill(pill: Pill, x: float, y: float, name: str, colours: tuple[str, str, str]) -> list[str]:
    """Return a rounded frame and its words; ``colours`` are of face, outline and words."""
    face, rim, ink = colours
    frame = (
        f'<rect class="{name}" fill="{face}" stroke="{rim}" x="{num(x + pill.x)}" '
        f'y="{num(y + pill.y)}" width="{num(pill.width)}" height="{num(MARK)}" '
        f'rx="{num(MARK / 2)}"/>'
    )
    line = TextLine(pill.text, "badge", pill.x + pill.width / 2, pill.y + 11)
    return [frame, _text(line, x, y, ink, kind="n" if name == "arch-mark" else "b")]


def words(*parts: str) -> str:
    """Return a tool tip: the whole texts, also where the picture cuts them, up to a limit."""
    said = [" ".join(p[:600].split()) for p in parts if p]
    return xml(" — ".join(p for p in said if p)[:900])


def linked(name: str, classes: str, body: str) -> str:
    """Return a body in the marks that become a link or a plain group round it."""
    name = quote(name, safe="", errors="surrogatepass")
    return f"\x02a{name} {classes}\x03{body}\x02b{name} \x03"


def _node(node: Node, card: Card, rect: Rect) -> str:
    """Return a box with its tool tip, shape, texts and badges."""
    colours = ROLES[node.role]
    name = counted(node.title, node.count)
    out = [
        f"<title>{words(name, node.subtitle, node.description, ', '.join(node.badges))}</title>",
        outline(node, rect),
    ]
    # A box may be larger than its card (never smaller): the text stays in its middle.
    x, y = rect.x + (rect.width - card.width) / 2, rect.y + (rect.height - card.height) / 2
    out += [_text(line, x, y, colours.fg) for line in card.lines]
    for pill in card.pills:
        out += _pill(pill, x, y, "arch-pill", (PAPER, colours.bd, colours.fg))
    return linked(node.id, f"arch-node arch-c4-{node.role} arch-as-{node.shape}", "".join(out))


def boundary(group: Group, rect: Rect) -> str:
    """Return the frame of a boundary."""
    colours = ROLES[group.role]
    dash = "" if group.role == "node" else ' stroke-dasharray="7 5"'
    return (
        f'<g class="arch-c4-{group.role}"><rect class="arch-bound" fill="{colours.bd}" '
        f'fill-opacity="0.045" stroke="{colours.bd}" stroke-width="1.4"{dash} x="{num(rect.x)}" '
        f'y="{num(rect.y)}" width="{num(rect.width)}" height="{num(rect.height)}" rx="10"/></g>'
    )


def _heading(group: Group, card: Card, placed: PlacedGroup) -> str:
    at = placed.title
    lines = [_text(t, at.x, at.y, ROLES[group.role].fg, anchor="start") for t in card.lines]
    title = f"<title>{words(counted(group.title, group.count), group.subtitle)}</title>"
    return linked(group.id, f"arch-head arch-c4-{group.role}", "".join([title, *lines]))


def _edge(edge: Edge, card: Card, placed: PlacedEdge, ends: tuple[tuple[Node, Rect], ...]) -> str:
    lines = list(placed.lines)
    (source, source_rect), (target, target_rect) = ends
    lines[0] = (meet(source, source_rect, lines[0][0]), *lines[0][1:])
    lines[-1] = (*lines[-1][:-1], meet(target, target_rect, lines[-1][-1]))
    last = len(lines) - 1
    out = ['<g class="arch-edge">']
    for i, line in enumerate(lines):
        tail = edge.both_ways and i == 0
        head = edge.arrow and i == last
        look = {"dashed": edge.dashed, "thick": edge.thick}
        out.append(stroke(line, **look, head=head, tail=tail, tip=edge.tip))
    if placed.label:
        x, y = placed.label.x, placed.label.y
        out += [_text(t, x, y, TEXT if t.face == "label" else MUTED) for t in card.lines]
        for pill in card.pills:
            out += _pill(pill, x, y, "arch-mark", (MUTED, MUTED, PAPER))
    return "".join([*out, "</g>"])


def opening(title: str, description: str, width: float, height: float) -> str:
    """Return the start of a picture of any type: the root element, its title and description."""
    w, h = num(max(width, 1)), num(max(height, 1))
    described = f' aria-describedby="{_PREFIX}-d"' if description else ""
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="arch-svg" viewBox="0 0 {w} {h}" '
        f'width="{w}" height="{h}" role="group" aria-labelledby="{_PREFIX}-t"{described}>'
    )
    out = [root, f'<title id="{_PREFIX}-t">{xml(" ".join(title[:900].split()))}</title>']
    if description:
        text = xml(" ".join(description[:4000].split()))
        out.append(f'<desc id="{_PREFIX}-d">{text}</desc>')
    return "\n".join(out)


def template(sized: Sized, layout: Arrangement) -> str:
    """Return the picture as SVG with marks for ids and links; see :func:`fill`."""
    graph = sized.graph
    at = {n.id: (n, r) for n, r in zip(graph.nodes, layout.boxes, strict=True)}
    out = [opening(graph.title, graph.description, layout.width, layout.height)]
    out += [boundary(g, placed.rect) for g, placed in _outer_first(graph.groups, layout.groups)]
    out += [
        _edge(e, c, p, (at[e.source], at[e.target]))
        for e, c, p in zip(sized.edges, sized.labels, layout.edges, strict=True)
    ]
    out += [
        _heading(g, c, p)
        for g, c, p in zip(graph.groups, sized.headings, layout.groups, strict=True)
        if c.lines
    ]
    out += [_node(n, c, r) for n, c, r in zip(graph.nodes, sized.cards, layout.boxes, strict=True)]
    return "\n".join([*out, "</svg>"])


def _outer_first(
    groups: Sequence[Group], placed: Sequence[PlacedGroup]
) -> list[tuple[Group, PlacedGroup]]:
    """Return boundaries with their places so that an inner one is drawn over the outer one."""
    parents = {g.id: g.parent for g in groups}

    def depth(group: Group) -> int:
        level, at = 0, group.parent
        while at in parents:
            level, at = level + 1, parents[at]
        return level

    return sorted(zip(groups, placed, strict=True), key=lambda pair: depth(pair[0]))


def fill(
    svg: str, links: Mapping[str, str], id_prefix: str, *, drills: Collection[str] = ()
) -> str:
    """Return a template's final SVG.

    ``links`` maps ids of boxes and boundaries to addresses, for some or all of them; ``id_prefix``
    makes the ids inside unique on the page. ``drills`` are the ids of those that lead to a more
    detailed picture: they get a class of their own.
    """
    prefix = xml(re.sub(r"\s+", "-", id_prefix))

    def put(match: re.Match[str]) -> str:
        is_prefix, side, name, classes = match.groups()
        if is_prefix:
            return prefix
        id_ = unquote(name, errors="surrogatepass")
        href = links.get(id_, "")
        if side == "b":
            return "</a>" if href else "</g>"
        if href and id_ in drills:
            classes += " arch-drill"
        return f'<a class="{classes}" href="{xml(href)}">' if href else f'<g class="{classes}">'

    return _MARK.sub(put, svg)
