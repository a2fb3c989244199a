"""Records of the page being read: collected by directives, finished when the page is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.record import says_no_title, shared
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.reading.text import said
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.header_notes import level_headers
from sphinx_archdoc.sphinxext.kept import ConditionalEntry, Kept, Stored, ViewPlace
from sphinx_archdoc.sphinxext.safe_links import unlink_unsafe
from sphinx_archdoc.sphinxext.translated import follow_translation, make_changes
from sphinx_archdoc.sphinxext.warnings import placed, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.findings import Location
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Lines, Record, SectionRef

#: What stands right after an id that goes on: ``ADR-1`` is not the id in ``ADR-12``.
_GOES_ON = re.compile(r"[\w.-]")


@dataclass(kw_only=True)
class Draft:
    """A record while its page is read.

    ``node`` is the element that carries it; ``title_node`` and ``inline_nodes`` are looked at
    again when the page is finished, because translation changes them in between. ``reread`` takes
    again what else comes from the text, where that is translated.
    """

    kind: Kind
    id: str
    title: str
    at: Location
    node: nodes.Element
    origin: str = "block"
    values: dict[str, Any] = field(default_factory=dict)
    lines: Lines = ()
    summary: str = ""
    sections: tuple[SectionRef, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()
    title_node: nodes.Element | None = None
    inline_nodes: dict[str, nodes.Element] = field(default_factory=dict)
    extra_nodes: list[tuple[str, nodes.Element]] = field(default_factory=list)
    reread: Callable[[], object] | None = None

    def as_record(self) -> Record:
        """Return the record as far as it is known while its page is read."""
        return self.kind.record(
            id=self.id,
            title=self.title,
            at=self.at,
            extra=tuple((name, said(node)) for name, node in self.extra_nodes),
            **self.values,
        )


def drafts(env: BuildEnvironment) -> list[Draft]:
    """Return the records of the page being read, to look at or add to."""
    return cast("list[Draft]", env.current_document.setdefault("archdoc_drafts", []))


def views(env: BuildEnvironment) -> list[ViewPlace]:
    """Return the views of the page being read, to look at or add to."""
    return cast("list[ViewPlace]", env.current_document.setdefault("archdoc_views", []))


def give_way(env: BuildEnvironment, document: nodes.document, id_: str) -> None:
    """Take the anchor from a model line of the page that declares this element too.

    Links lead to the text about an element; its anchor is the id wherever the line stands.
    """
    for draft in drafts(env):
        if draft.id == id_ and draft.origin == "line":
            old, new = draft.at.anchor, f"{draft.at.anchor}-line"
            holder = document.ids.pop(old, None)
            if holder is None or new in document.ids:
                continue
            holder["ids"] = [new]
            document.ids[new] = holder
            draft.at = draft.at._replace(anchor=new)


def finish_page(env: BuildEnvironment, docname: str, document: nodes.document) -> None:
    """Store what the page contributes; called when its transforms are through."""
    domain = domain_of(env)
    follow_translation(env, document, drafts(env), views(env))
    finished = tuple(_finished(env, draft, domain.config.max_title) for draft in drafts(env))
    placed = tuple(views(env))
    if finished or placed:
        headers = dict.fromkeys(level_headers(env))
        domain.keep(docname, Kept(finished, placed, (), tuple(headers)))
    make_changes(env)


def _finished(env: BuildEnvironment, draft: Draft, max_title: int) -> Stored:
    title = draft.title
    if draft.title_node is not None:
        title = said(draft.title_node)
    title = _short(env, draft, clean(title)[0], max_title)
    unlink_unsafe(env, draft)
    values = dict(draft.values)
    extra = draft.extra
    if draft.inline_nodes or draft.extra_nodes:
        from sphinx_archdoc.reading.inline import spans

        values |= {name: spans(node.children) for name, node in draft.inline_nodes.items()}
        extra += tuple((name, spans(node.children)) for name, node in draft.extra_nodes)
    if draft.origin == "block" and draft.title_node is not None:
        _add_index_entry(env, draft, draft.title_node, title)
        if draft.kind.argument == "title":
            _show_id(draft, draft.title_node)
    record = draft.kind.record(
        id=draft.id,
        title=title,
        at=draft.at,
        origin=draft.origin,
        summary=draft.summary,
        sections=draft.sections,
        extra=extra,
        lines=shared(draft.lines),
        **values,
    )
    if draft.origin == "block" and draft.kind.argument == "id" and says_no_title(record):
        derived = domain_of(env).derived_titles.setdefault(draft.at.docname, [])
        derived.append((draft.id, draft.at.anchor))
    return Stored(draft.kind.pack(record), _conditions(draft.node))


def _short(env: BuildEnvironment, draft: Draft, title: str, most: int) -> str:
    title = " ".join(title.split())
    if len(title) <= most:
        return title
    message = (
        f"{draft.kind.name} {draft.id}: the title has {len(title)} characters, {most} are kept"
    )
    warn(Code.LIMIT, message, placed(env, draft.at))
    return title[: most - 1] + "…"


def _show_id(draft: Draft, title_node: nodes.Element) -> None:
    # Only a title in the text, and not one that says the id itself.
    if not isinstance(title_node, nodes.title):
        return
    words = title_node.astext()
    if words.startswith(draft.id) and not _GOES_ON.match(words, len(draft.id)):
        return
    first = title_node.children[0] if title_node.children else None
    text = f"{draft.id}: "
    if isinstance(first, nodes.Text):
        title_node.replace(first, nodes.Text(f"{text}{first}"))
    else:
        title_node.insert(0, nodes.Text(text))


def _add_index_entry(
    env: BuildEnvironment, draft: Draft, title_node: nodes.Element, title: str
) -> None:
    # Made here and not by the directive: entries made there are offered for translation. The
    # index domain has looked at the page already, so it is told too.
    shown = f"{draft.id} {title}" if draft.kind.argument == "title" else title
    entry = ("single", shown.replace(";", ","), draft.at.anchor, "", None)
    parent = title_node.parent
    parent.insert(parent.index(title_node) + 1, addnodes.index(entries=[entry]))
    docname, only = draft.at.docname, _conditions(draft.node)
    if only:
        found = domain_of(env).conditional_entries
        found.setdefault(docname, []).append(ConditionalEntry(entry, only))
    else:
        env.domains.index_domain.entries.setdefault(docname, []).append(entry)


def _conditions(node: nodes.Node | None) -> tuple[str, ...]:
    found = []
    while node is not None:
        if isinstance(node, addnodes.only):
            found.append(node["expr"])
        node = node.parent
    return tuple(found)
