"""An entity's columns as a table, its indexes and relations as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Index
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.entity_body import ShownColumn, ShownEntity

_HEADS = (mark("Column"), mark("Type"), mark("Key"), mark("Description"))
_WIDTHS = (24, 22, 22, 32)
_INDEXES = mark("Indexes")
_RELATIONS = mark("Relations")
_NOTES = mark("Notes")
_UNIQUE = mark("unique")
_REQUIRED = mark("required")
_OPTIONAL = mark("optional")
_DEFAULT = mark("default {value}")


def render_body(shown: ShownEntity, render: Renderer) -> list[nodes.Node]:
    """Return the facts of an entity, without headings of their own."""
    made: list[nodes.Node] = []
    if shown.columns:
        made.append(_table(shown.columns, render))
    made += _list(_INDEXES, [_index(index, render) for index in shown.indexes], render)
    sentences: list[list[nodes.Node]] = [
        [nodes.Text(p) if isinstance(p, str) else render.links.link(p, p.title) for p in sentence]
        for sentence in shown.relations
    ]
    made += _list(_RELATIONS, sentences, render)
    made += _list(_NOTES, [[nodes.Text(note)] for note in shown.notes], render)
    return made


def _table(columns: tuple[ShownColumn, ...], render: Renderer) -> nodes.table:
    described = any(_description(column, render) for column in columns)
    count = len(_HEADS) if described else len(_HEADS) - 1
    group = nodes.tgroup(cols=count)
    group += [nodes.colspec(colwidth=width) for width in _WIDTHS[:count]]
    head = nodes.row()
    for title in _HEADS[:count]:
        head += nodes.entry("", nodes.paragraph("", render.translate(title)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for column in columns:
        body += _row(column, count, render)
    group += body
    return nodes.table("", group, classes=["arch-table", "arch-columns"])


def _row(shown: ShownColumn, count: int, render: Renderer) -> nodes.row:
    column = shown.column
    cells: list[list[nodes.Node]] = [
        [nodes.literal(column.name, column.name)],
        [nodes.Text(column.type)] if column.type else [],
        _keys(shown, render),
        _description(shown, render),
    ]
    made = nodes.row()
    for cell in cells[:count]:
        made += nodes.entry("", nodes.paragraph("", "", *cell)) if cell else nodes.entry("")
    return made


def _keys(shown: ShownColumn, render: Renderer) -> list[nodes.Node]:
    """Return for example ``PK, FK User``, the entity being a link."""
    found: list[nodes.Node] = []
    for key in shown.column.keys:
        found.append(nodes.Text(", " if found else ""))
        found.append(nodes.Text(key))
        if key == "FK" and shown.leads_to is not None:
            found += [nodes.Text(" "), render.links.link(shown.leads_to, shown.leads_to.title)]
        elif key == "FK" and shown.column.reference:
            found.append(nodes.Text(f" {shown.column.reference}"))
    return [node for node in found if node.astext()]


def _description(shown: ShownColumn, render: Renderer) -> list[nodes.Node]:
    column = shown.column
    facts = []
    if column.required is not None:
        facts.append(render.translate(_REQUIRED if column.required else _OPTIONAL))
    if column.default:
        facts.append(render.translate(_DEFAULT).replace("{value}", column.default))
    said = [", ".join(facts)] if facts else []
    said += [column.comment] if column.comment else []
    return [nodes.Text("; ".join(said))] if said else []


def _index(index: Index, render: Renderer) -> list[nodes.Node]:
    columns = ", ".join(index.columns)
    made: list[nodes.Node] = [nodes.literal(columns, columns)]
    facts = [render.translate(_UNIQUE)] if index.unique else []
    facts += [fact for fact in (index.name, index.comment) if fact]
    if facts:
        made.append(nodes.Text(f" ({', '.join(facts)})"))
    return made


def _list(title: str, items: list[list[nodes.Node]], render: Renderer) -> list[nodes.Node]:
    """Return a line of words and a list below it, or nothing without items."""
    if not items:
        return []
    words = render.translate(title)
    listed = nodes.bullet_list("", bullet="*")
    listed += [nodes.list_item("", nodes.paragraph("", "", *item)) for item in items]
    return [nodes.rubric(words, words, classes=["arch-part"]), listed]
