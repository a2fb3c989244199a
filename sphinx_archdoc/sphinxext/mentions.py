"""References in texts: which record each names, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.kept import Kept, Mentioned
from sphinx_archdoc.sphinxext.warnings import whole_path

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx

#: Domains of references that may name a record: ours, ``any`` (''), and MyST's links (None).
_OURS = ("arch", "", None)


def collect(app: Sphinx, document: nodes.document) -> None:
    """Note the references of a page (``doctree-read``; earlier, MyST's links do not exist)."""
    found: list[Mentioned] = []
    for node in document.findall(addnodes.pending_xref):
        target = _target(node, app.env.current_document.docname)
        if not target:
            continue
        ours = node.get("refdomain") == "arch"
        source, anchor, title = _where(node)
        role = node.get("reftype", "") if ours else ""
        place = f"{whole_path(node.source or document['source'])}:{node.line or ''}".rstrip(":")
        found.append(Mentioned(target, source, anchor, title, place, role))
    if found:
        domain = domain_of(app.env)
        docname = app.env.current_document.docname
        kept = domain.pages.get(docname) or Kept((), (), ())
        domain.keep(docname, kept._replace(mentions=tuple(found)))


def _target(node: Element, docname: str) -> str:
    """Return the id that a reference may name, ``/`` and a page's name for one to a page."""
    if node.get("intersphinx"):  # of another project only, and reported by intersphinx
        return ""
    domain, type_ = node.get("refdomain"), node.get("reftype")
    target = str(node.get("reftarget", ""))
    if (domain, type_) == ("std", "doc"):
        return f"/{docname_join(docname, target)}"
    if (domain, type_) == ("doc", "myst"):  # MyST's [text](page.md)
        return f"/{target}"
    if domain == "arch" or (domain in _OURS and type_ in ("any", "myst")):
        return target.removeprefix("#")
    return ""


def _where(node: nodes.Node) -> tuple[str, str, str]:
    """Return the record a reference stands in, or else the section's anchor and title."""
    anchor = title = ""
    parent = node.parent
    while parent is not None:
        if "arch_record" in getattr(parent, "attributes", {}):
            return parent["arch_record"], "", ""
        if not anchor and isinstance(parent, nodes.section) and parent["ids"]:
            anchor = parent["ids"][0]
            title = parent[0].astext() if isinstance(parent[0], nodes.title) else ""
        parent = parent.parent
    return "", anchor, title
