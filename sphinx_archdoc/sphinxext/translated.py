"""User texts and translations (Sphinx's ``gettext`` and ``locale_dirs``).

A translation replaces all that stands in a paragraph, when the whole page is read. So what we put
beside an author's words (badges, boxes, anchors) is put there later, and is no part of the message;
what we took from them (titles, summaries) is taken again; and words that stand in no paragraph
(options, lines of pictures) are messages of nodes of their own.
"""

from __future__ import annotations

from collections import ChainMap
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.locale import init
from sphinx.util.i18n import docname_to_domain

from sphinx_archdoc.model.values import clean
from sphinx_archdoc.model.wording import reworded, words_in
from sphinx_archdoc.reading.text import said as text_said
from sphinx_archdoc.sphinxext.nodes import archdoc_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.drafts import Draft
    from sphinx_archdoc.sphinxext.kept import ViewPlace


def offer_words(
    directive: ArchDirective, holder: nodes.Element, data: Iterable[Any], line: int = 0
) -> None:
    """Put a node into ``holder`` that offers the words in some data for translation."""
    found = [*dict.fromkeys(word for value in data for word in words_in(value))]
    if found:
        made = archdoc_words(words=found)
        directive.set_source_info(made)
        made.line = line or made.line
        holder += made
        _noted(directive.env, "archdoc_words").append(made)


def words_offered(draft: Draft) -> list[Any]:
    """Return what of the values of a record has words: texts, and what was read from its body."""
    found = (name for name in _worded(draft) if name not in draft.inline_nodes)
    return [draft.values[name] for name in found if name in draft.values]


def _worded(draft: Draft) -> list[str]:
    texts = [spec.name for spec in draft.kind.fields if spec.type in ("text", "inline")]
    return ["body", *texts]


def translations(env: BuildEnvironment) -> Mapping[str, str]:
    """Return the words offered on the page that have a translation, with it."""
    found: Any = env.current_document.get("archdoc_said")
    if found is None:
        said = [node.get("said", {}) for node in _noted(env, "archdoc_words")]
        found = env.current_document["archdoc_said"] = dict(ChainMap(*reversed(said)))
    return cast("Mapping[str, str]", found)


def follow_translation(
    env: BuildEnvironment,
    document: nodes.document,
    drafts: list[Draft],
    views: list[ViewPlace],
) -> None:
    """Give the records and views of the page the words that its translation has."""
    said = dict(translations(env))
    progress: Any = document.get("translation_progress", {})
    if not said and not progress.get("translated"):
        return
    for draft in drafts:
        title = clean(text_said(draft.title_node))[0] if draft.title_node is not None else ""
        draft.title = said.setdefault(draft.title, title or draft.title)
    for draft in drafts:
        for name in _worded(draft):
            if name in draft.values:
                draft.values[name] = reworded(draft.values[name], said)
        if draft.reread is not None:
            draft.reread()
    holders: Any = env.current_document.get("archdoc_holders") or {}
    for number, view in enumerate(views):
        title = _caption(holders.get(number)) or said.get(view.title, view.title)
        request = reworded(view.request, {**said, view.title: title} if view.title else said)
        views[number] = view._replace(request=request, title=title)


def _caption(holder: nodes.Element | None) -> str:
    """Return the words of the caption that an author gave to a table or figure."""
    captions = (nodes.title, nodes.caption)
    found = (c for c in (holder.children if holder is not None else ()) if isinstance(c, captions))
    return next((" ".join(c.astext().split()) for c in found if c.get("translatable", True)), "")


def said_of_code(env: BuildEnvironment, message: str) -> str:
    """Return the translation of a block of code that the project offers to translators.

    Sphinx makes a block of it by the syntax of reST, which a page in Markdown has not.
    """
    name = docname_to_domain(env.docname, env.config.gettext_compact)
    folders = [Path(env.srcdir, folder) for folder in env.config.locale_dirs]
    catalog, _ = init(folders, env.config.language, name)
    return catalog.gettext(message)


def later(env: BuildEnvironment, change: Callable[[], object]) -> None:
    """Make a change to paragraphs of the page when they are translated."""
    _noted(env, "archdoc_later").append(change)


def make_changes(env: BuildEnvironment) -> None:
    """Make the changes that were put off, in their order; called once, when the page is read."""
    for change in _noted(env, "archdoc_later"):
        change()


def _noted(env: BuildEnvironment, name: str) -> list[Any]:
    """Return a list that lives as long as the page is read."""
    return cast("list[Any]", env.current_document.setdefault(name, []))
