"""Building blocks without a title of their own are called what another page declares.

A directive ``.. app:: shop.api`` heads its section with words made from the id, until all pages are
read. Then the page's contents and the general index get the declared title here, and the heading
when the page is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.written import index_is_stale

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.kept import IndexEntry


def follow(app: Sphinx, env: BuildEnvironment) -> None:
    """Set the declared titles (``env-updated``, after it is known whether the model changed)."""
    domain = domain_of(env)
    if domain.untouched:
        return
    for docname, found in domain.derived_titles.items():
        records = ((anchor, domain.store.get(id_)) for id_, anchor in found)
        titles = {anchor: record.title for anchor, record in records if record is not None}
        _set_contents(env.tocs[docname], titles)
        if _set_entries(env, docname, titles):
            index_is_stale(app)


def set_heading(title: nodes.Element, declared: str) -> None:
    """Set the title of a section that is being written, and its entry in a printed index."""
    title[:] = [nodes.Text(declared)]
    after = title.next_node(descend=False, siblings=True)
    if isinstance(after, addnodes.index):
        after["entries"] = [_retitled(entry, declared) for entry in after["entries"]]


def _set_contents(toc: nodes.Element, titles: dict[str, str]) -> None:
    for reference in toc.findall(nodes.reference):
        title = titles.get(str(reference.get("anchorname", "")).removeprefix("#"))
        if title is not None and reference.astext() != title:
            reference[:] = [nodes.Text(title)]


def _set_entries(env: BuildEnvironment, docname: str, titles: dict[str, str]) -> bool:
    """Set the entries of a page in the general index; tell whether any is another now."""
    entries = env.domaindata["index"]["entries"].get(docname, [])
    new = [_retitled(entry, titles.get(entry[2], "")) for entry in entries]
    changed: bool = new != entries
    entries[:] = new
    hidden = domain_of(env).conditional_entries.get(docname, [])
    hidden[:] = [
        item._replace(entry=_retitled(item.entry, titles.get(item.entry[2], ""))) for item in hidden
    ]
    return changed


def _retitled(entry: IndexEntry, title: str) -> IndexEntry:
    return (entry[0], title.replace(";", ","), *entry[2:]) if title else entry
