"""Links to records: always references that Sphinx resolves, never ready-made addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.views.faces import Face


def link(face: Face, text: str = "", *classes: str) -> nodes.Node:
    """Return a reference to a record or a place; only its text when there is no such record."""
    shown = text or face.title or face.id or face.docname
    if not face.id:
        return _place_link(face, shown)
    inner = nodes.inline(shown, shown, classes=["arch-ref", *classes])
    if face.status == "superseded":
        inner["classes"].append("arch-superseded")
    if not face.found:
        return inner
    return addnodes.pending_xref(
        "",
        inner,
        refdomain="arch",
        reftype=face.kind,
        reftarget=face.id,
        refexplicit=True,
        refwarn=False,
    )


def noted_link(face: Face, note: str) -> nodes.Node:
    """Return a reference with the note in brackets behind it."""
    found = link(face, label(face))
    return nodes.inline("", "", found, nodes.Text(f" ({note})")) if note else found


def _place_link(face: Face, text: str) -> nodes.Node:
    """Return a reference to a place on a page that is no record."""
    docname, anchor = face.docname, face.anchor
    inner = nodes.inline(text, text)
    if not anchor:
        return addnodes.pending_xref(
            "", inner, refdomain="std", reftype="doc", reftarget=f"/{docname}", refexplicit=True,
            refwarn=False,
        )  # fmt: skip
    return addnodes.pending_xref(
        "", inner, refdomain="arch", reftype="place", reftarget=f"{docname}#{anchor}",
        refexplicit=True, refwarn=False,
    )  # fmt: skip


def joined(parts: Iterable[nodes.Node], separator: str = ", ") -> list[nodes.Node]:
    """Return the parts with a separator between them."""
    found: list[nodes.Node] = []
    for part in parts:
        if found:
            found.append(nodes.Text(separator))
        found.append(part)
    return found


def badge(text: str, tone: str) -> nodes.inline:
    """Return a word in a badge; the word says what the colour says."""
    return nodes.inline(text, text, classes=["arch-badge", f"arch-is-{tone}"])
