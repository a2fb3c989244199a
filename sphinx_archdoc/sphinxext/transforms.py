"""Filling the slots of a page when all pages are known."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.cell_links import make_link
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.elsewhere import address_elsewhere
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import (
    archdoc_slot,
    archdoc_words,
    is_listing,
    range_bar,
    written_rows,
)
from sphinx_archdoc.sphinxext.unknown_targets import UNKNOWN

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.sphinxext.pages import Pages


#: Nodes that no writer sees.
_PLACES = (archdoc_slot, archdoc_words)


class FillSlots(SphinxPostTransform):
    """Replace every slot by standard nodes with ready links.

    Priority 5: before references are resolved (MyST 9, Sphinx 10), so that references inside
    stored markup are resolved like any others, and before themes wrap tables (furo 500).
    """

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Fill all slots of the document, and put cards and back-links into its records."""
        found: list[nodes.Element] = []
        tables: list[nodes.table] = []
        sorts: set[str] = set()
        if domain_of(self.env).builder.name == "gettext":  # of views it wants no word
            return
        for node in self.document.findall(nodes.Element):
            if "arch_docname" in node.attributes or isinstance(node, _PLACES):
                found.append(node)
                continue
            if isinstance(node, nodes.table) and "arch-table" in node["classes"]:
                tables.append(node)
            if is_listing(node):
                sorts.add("table")
        if not (found or tables):
            return
        # What the page needs, see assets; to look for it later would be another walk.
        self.document["arch_used"] = sorts
        self._fill_all(found)
        builder = domain_of(self.env).builder
        if builder.format == "html":
            plain = [] if is_book(builder) else _plain_tables(self.document)
            for table in [*filter(_has_rows, tables), *plain]:
                _let_scroll(table)

    def _fill_all(self, found: list[nodes.Element]) -> None:
        domain = domain_of(self.env)
        renderers: dict[str, Renderer] = {}
        for node in found:
            if isinstance(node, archdoc_words):
                node.parent.remove(node)
                continue
            docname = node["docname" if isinstance(node, archdoc_slot) else "arch_docname"]
            if docname not in renderers:
                renderers[docname] = _renderer(domain.builder, docname)
            if isinstance(node, archdoc_slot):
                data = domain.computed.take_view(docname, node["number"])
                self._fill(node, data, renderers[docname])
            elif "arch_names" in node:
                named = domain.computed.named(node["arch_names"])
                titles = domain.computed.titles(node.get("arch_beside", ()))
                make_link(node, named, renderers[docname].links, titles)
            else:
                _complete(node, domain.computed, renderers[docname])

    def _fill(self, slot: archdoc_slot, data: object, render: Renderer) -> None:
        from sphinx_archdoc.diagrams.drawing import is_picture
        from sphinx_archdoc.diagrams.engines.foreign import Foreign

        if is_picture(data):
            from sphinx_archdoc.sphinxext.pictures import is_listed, put_picture

            # A list has a filter.
            listed = is_listed(domain_of(self.env).builder, data)
            self.document["arch_used"].update({"picture", "table"} if listed else {"picture"})
            put_picture(self.env, slot, data, render)
            return
        if isinstance(data, Foreign):
            from sphinx_archdoc.sphinxext.fence_pictures import put_foreign

            self.document["arch_used"].add("picture")
            put_foreign(self.env, slot, data)
            return
        request = domain_of(self.env).pages[slot["docname"]].views[slot["number"]].request
        if hasattr(request, "body") and hasattr(request, "compute"):
            from sphinx_archdoc.render.bodies import render_body

            slot.replace_self(render_body(request.body, data, render))
            return
        filled = self._view(slot, data, render)
        holder = slot.parent
        slot.replace_self(filled)
        if isinstance(holder, nodes.table) and not _has_rows(holder):
            _unwrap(holder)

    def _view(self, slot: archdoc_slot, data: Any, render: Renderer) -> list[nodes.Node]:
        """Return the nodes of a view, as the module makes them that its data names.

        What this module has to say ``after`` the view is put below it.
        """
        if data is None:  # a check that is gone
            return []
        module = import_module(f"sphinx_archdoc.render.{data.rendered_by}")
        if hasattr(module, "after"):
            holder = slot.parent
            holder.parent.insert(holder.parent.index(holder) + 1, module.after(data, render))
        return cast("list[nodes.Node]", module.render_data(data, render))


def _has_rows(table: nodes.table) -> bool:
    """Tell whether a table is one; a view that found nothing, or makes a list, has none."""
    return any(isinstance(child, nodes.tgroup) for child in table.children)


def _plain_tables(document: nodes.document) -> list[nodes.table]:
    """Return the tables in the texts of records, which some themes let push the page aside."""
    return [
        table
        for record in document.findall(nodes.section)
        if "arch-record" in record["classes"]
        for table in record.findall(nodes.table)
        if "arch-table" not in table["classes"] and _innermost(table) is record
    ]


def _innermost(node: nodes.Node) -> nodes.Node | None:
    """Return the record that a table stands in; None for one in a cell of another."""
    while node.parent is not None and not isinstance(node.parent, nodes.entry):
        node = node.parent
        if isinstance(node, nodes.section) and "arch-record" in node["classes"]:
            return node
    return None


def _let_scroll(table: nodes.table) -> None:
    """Put a table that may be wider than the page into a box of its own that scrolls."""
    if table not in table.parent.children:  # a view has taken its place
        return
    box = nodes.container(classes=["arch-scroll"])
    # Not replace_self, which would copy id and classes.
    table.parent.replace(table, box)
    box += table


def _complete(node: nodes.Element, pages: Pages, render: Renderer) -> None:
    """Put the card below the title of a record, and who refers to it at its end."""
    from sphinx_archdoc.render.backlinks import render_backlinks
    from sphinx_archdoc.render.card import render_card
    from sphinx_archdoc.views.backlinks import unsaid

    record = pages.record(node["arch_docname"], node["arch_number"])
    if record is None:
        return
    place = 0
    for child in node.children:
        if not isinstance(child, (nodes.title, nodes.rubric, addnodes.index)):
            break
        if place and not isinstance(child, addnodes.index):
            break  # the title of the first part
        place += 1
    title = node[0] if place else None
    if record.origin == "block" and isinstance(title, nodes.title):
        _mark_id(title, record.id, styled=render.styled)
    card = pages.card(record)
    if "arch-control" in node["classes"]:  # facts of the author's own names stand in its body
        card = replace(card, extra=())
    # Building blocks are called by their titles; what to write in a link is their id.
    is_told = record.origin == "page" or (card.notation and render.styled)
    shown = record.id if is_told else ""
    if card.status is not None and record.origin == "block":
        node["classes"].append(f"arch-is-{card.status.tone}")
        if card.replaced:
            node["classes"].append("arch-replaced")
    if (
        isinstance(title, nodes.TextElement)
        and record.origin == "block"
        and card.face.title != record.title
    ):
        from sphinx_archdoc.sphinxext.derived_titles import set_heading

        set_heading(title, card.face.title)
    node.insert(place, render_card(card, render, shown))
    backlinks = unsaid(pages.backlinks(record), card)
    node.extend(render_backlinks(backlinks, render, pages.turns(record)))


def _mark_id(title: nodes.title, id_: str, *, styled: bool) -> None:
    """Set the id at the start of a title in its own type; where that is seen, without colon."""
    first = title.children[0] if title.children else None
    if isinstance(first, nodes.Text) and first.startswith(f"{id_}: "):
        mark = nodes.inline(id_, id_, classes=["arch-id"])
        title[0:1] = [mark, nodes.Text(str(first)[len(id_) + styled :])]


def _renderer(builder: Builder, from_docname: str) -> Renderer:
    """Return what makes the nodes of one page, with addresses as the builder sees them."""
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.render.links import Linker

    addresses: dict[str, str] = {}

    def address(docname: str, anchor: str) -> dict[str, str]:
        if docname == from_docname and anchor:
            return {"refid": anchor}
        if docname not in addresses:
            try:
                addresses[docname] = builder.get_relative_uri(from_docname, docname)
            except NoUri as error:
                raise LookupError(docname) from error
        uri = addresses[docname]
        if uri.startswith("#") and anchor:  # all pages in one: the anchor alone is the address
            return {"refuri": f"#{anchor}"}
        return {"refuri": f"{uri}#{anchor}" if anchor else uri}

    # The manual page writer of docutils cannot span columns.
    return Renderer(
        Linker(
            address,
            partial(address_elsewhere, builder.env),
            translate(UNKNOWN) if builder.format == "html" else "",
        ),
        translate,
        can_span=builder.name != "man",
        styled=builder.format == "html",
        bar=range_bar,
        # EPUB looks through the links of a page and mends some.
        written=written_rows if builder.format == "html" and builder.name != "epub" else None,
    )


def _unwrap(table: nodes.table) -> None:
    """Replace a table without rows by a block that keeps its anchor and caption."""
    parts: list[nodes.Node] = []
    for child in table.children:
        if isinstance(child, nodes.title):
            parts.append(nodes.rubric("", "", *child.children))
        else:
            parts.append(child)
    table.replace_self(nodes.container("", *parts, ids=table["ids"], names=table["names"]))
