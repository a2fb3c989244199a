"""Links in the cells of an author's own table: ids of records, and names of building blocks.

A building block is shown by its title, as cards, lists and pictures show it: nobody who reads a
table, on paper above all, should have to find out what ``CMP-7`` is. Decisions and risks are known
by their ids, which are headings too, and stay; so does what is written as code.

While a page is read nobody knows what the ids lead to. A cell gets marks, which become links when
all pages are known; what names nothing stays the text it is. Marks and no references: a reference
to nothing would be reported here and by the rule that looks at the field.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.render.links import Linker
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Columns
    from sphinx_archdoc.views.faces import Face

#: Kinds whose names stand above columns of building blocks.
_BLOCKS = ("component", "app", "system", "datastore")
_NONE: Mapping[str, str] = MappingProxyType({})
#: Headers that ask for ids: *Components (IDs)*.
_BY_ID = re.compile(r"\bIDs?\b", re.IGNORECASE)
#: What is no text of a cell: links, and marks that are there (a cell over several rows).
_OTHERS = (nodes.reference, nodes.math, nodes.image)


def mark_cells(
    directive: ArchDirective,
    kind: Kind,
    columns: Columns,
    cells: Mapping[int, nodes.Element],
    values: Mapping[str, Iterable[Ref]],
) -> None:
    """Mark what may be a link in the cells of one row."""
    docname, registry = directive.env.docname, directive.domain.registry
    fields = columns.fields("refs")
    for position, cell in cells.items():
        spec, header = fields.get(position), columns.headers[position]
        refs = values.get(spec.name, ()) if spec is not None else ()
        if refs:
            titled = not _BY_ID.search(header)
            _mark_ids(cell, [ref.id for ref in refs], docname, titled=titled)
        elif kind.family != "element" and any(
            registry[name].is_called(header) for name in _BLOCKS if name in registry
        ):
            _mark_name(cell, docname)


def _mark_ids(cell: nodes.Element, ids: list[str], docname: str, *, titled: bool) -> None:
    words = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    parting = re.compile(rf"(?<![\w.-])({words})(?![\w-]|\.\w)")
    for text in [*cell.findall(nodes.Text)]:
        if not _is_free(text, cell):
            continue
        if isinstance(text.parent, nodes.literal):
            if str(text) in ids:
                _surround(text.parent, docname)["arch_ref"] = True
            continue
        pieces = parting.split(str(text))  # every second one is an id
        made = [
            _marked(piece, docname, nodes.Text(piece), beside=ids if titled else ())
            if number % 2
            else nodes.Text(piece)
            for number, piece in enumerate(pieces)
            if piece
        ]
        for mark in made:
            if isinstance(mark, nodes.inline):
                mark["arch_ref"] = True
        if len(pieces) > 1:
            text.parent.replace(text, made)


def _mark_name(cell: nodes.Element, docname: str) -> None:
    texts = [text for text in cell.findall(nodes.Text) if str(text).strip()]
    if len(texts) == 1 and _is_free(texts[0], cell):
        _surround(texts[0], docname)


def _surround(node: nodes.Node, docname: str) -> nodes.inline:
    parent = node.parent
    mark = _marked(node.astext().strip(), docname)
    parent.replace(node, mark)
    mark += node
    return mark


def _marked(
    names: str, docname: str, *children: nodes.Node, beside: Sequence[str] = ()
) -> nodes.inline:
    """Return a mark; titles may be shown in place of the ids that stand ``beside`` each other."""
    facts = {"arch_beside": [*beside]} if beside else {}
    return nodes.inline("", "", *children, arch_names=names, arch_docname=docname, **facts)


def _is_free(text: nodes.Text, cell: nodes.Element) -> bool:
    node: nodes.Element | None = text.parent
    while node is not None and node is not cell:
        if isinstance(node, _OTHERS) or node.tagname == "pending_xref" or "arch_names" in node:
            return False
        node = node.parent
    return True


def named_words(id_: str, docname: str, own: str, *children: nodes.Node) -> nodes.inline:
    """Return words that become a link to a record, unless it is the one at the anchor ``own``."""
    mark = _marked(id_, docname, *children)
    mark["arch_own"] = own
    return mark


def make_link(
    mark: nodes.Element, face: Face, links: Linker, titles: Mapping[str, str] = _NONE
) -> None:
    """Put a link in the place of a mark, or what was marked where it names nothing else.

    ``titles`` are shown in place of ids. A reference to nothing is shown as one.
    """
    here = (face.docname, face.anchor) == (mark["arch_docname"], mark.get("arch_own"))
    title = titles.get(face.id, "") if mark.astext() == face.id else ""
    if "arch_own" in mark and face.element and mark.astext() == face.id:
        # Declared on another page: nobody wrote its id here to be read.
        title = face.title
    if title:
        mark.children = []
        mark += nodes.Text(title)
    made = links.link(face, mark.astext()) if face.found and not here else None
    inner = mark.children
    if isinstance(made, nodes.reference):
        if face.id in titles:
            made["reftitle"] = face.id
        made.children = []
        made += inner
        inner = [made]
    elif "arch_ref" in mark and not face.found:
        inner = [links.broken(face, *inner)]
    mark.parent.replace(mark, inner)
