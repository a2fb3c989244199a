"""Which pages to write again: those whose view of the rest of the project has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext import indices
from sphinx_archdoc.sphinxext.circumstances import circumstances
from sphinx_archdoc.sphinxext.collector import paused
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.kept import Digests, Revisions
from sphinx_archdoc.sphinxext.reviewed_pages import titles_in_reviews
from sphinx_archdoc.sphinxext.written import forget, key_of, next_revision, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.sphinxext.kept import Kept


def changed_pages(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages to write again (``env-updated``, in the main process, after merging).

    Each page has a digest of all it shows of other pages: the cards of its records, who refers to
    them, its views, and the records its references name. Digests are kept for each output folder,
    because builders that share the doctrees write at different times.
    """
    domain = domain_of(env)
    key = key_of(app)
    if not domain.digests:
        forget(app)  # a new environment counts its generations from the start
    _count_revisions(app, domain)
    old = domain.digests.get(key)
    if _model_changed(domain) or _checks_say_other_things(domain, old):
        domain.generation += 1
    if old is not None and written(app).get(key) != old.generation:
        old = None  # the build that made these digests was stopped before all was written
    domain.settled = old is not None
    domain.untouched = old is not None and old.generation == domain.generation
    if old is not None and old.generation == domain.generation:
        domain.same_indices = old.indices
        return []
    with paused():
        return _compared(env, domain, old, key)


def _compared(
    env: BuildEnvironment, domain: ArchDomain, old: Digests | None, key: str
) -> Iterable[str]:
    """Return the pages that show something else than ``old`` says; note what they show now."""
    if domain.pages:
        domain.keep_objects()
    listed = indices.digests(domain)
    if old is not None:
        domain.same_indices = {
            name: shown for name, shown in listed.items() if old.indices.get(name) == shown
        }
    new = {docname: _digest(domain, docname) for docname in sorted(domain.pages)}
    domain.digests[key] = Digests(
        generation=domain.generation,
        pages=new,
        indices=listed,
        summaries=_asks_for_summaries(domain),
        titles=titles_in_reviews(domain),
        circumstances=circumstances(domain) if _shows_checks(domain) else 0,
    )
    if old is None:
        return sorted(new)
    return sorted(
        docname for docname in env.found_docs if old.pages.get(docname) != new.get(docname)
    )


def _count_revisions(app: Sphinx, domain: ArchDomain) -> None:
    """Note that this build finds other facts, or has read texts again.

    For every output of these pages, also those that other builders write later.
    """
    facts, texts = domain.data["revisions"]
    if domain.purged:
        texts = next_revision(app, texts)
    if any(old != domain.pages.get(docname) for docname, old in domain.purged.items()):
        facts = next_revision(app, facts)
    domain.data["revisions"] = Revisions(facts, texts)


def _model_changed(domain: ArchDomain) -> bool:
    """Tell whether any page read or removed in this build contributes something else than before.

    Lines do not count, nor do summaries that no view asks for: a longer paragraph moves the records
    below it, or begins with other words, and changes no page. ``archdoc.json`` has both and is
    written all the same.
    """
    summaries = any(known.summaries for known in domain.digests.values())
    return any(
        _as_shown(domain, old, summaries=summaries)
        != _as_shown(domain, domain.pages.get(docname), summaries=summaries)
        or _is_retitled(domain, docname)
        for docname, old in domain.purged.items()
    )


def _as_shown(domain: ArchDomain, kept: Kept | None, *, summaries: bool) -> object:
    if kept is None:
        return None
    from sphinx_archdoc.model.record import BASE_FIELDS

    at, summary, lines = map(BASE_FIELDS.index, ("at", "summary", "lines"))
    records = []
    for (kind, values), only in kept.records:
        shown = list(values)
        shown[at], shown[lines] = values[at]._replace(line=0), ()
        # Pictures show what an element is for.
        if not summaries and not domain.is_element(kind):
            shown[summary] = ""
        records.append((kind, shown, only))
    views = [view._replace(place="", lines=()) for view in kept.views]
    mentions = [mention._replace(place="") for mention in kept.mentions]
    return records, views, mentions, kept.headers


def _asks_for_summaries(domain: ArchDomain) -> bool:
    """Tell whether a view may show the summaries of records, or pick or sort by them."""
    # In whichever option: to look too often costs a little time only.
    return any(
        "summary" in repr(view.request).casefold()
        for kept in domain.pages.values()
        for view in kept.views
    )


def _shows_checks(domain: ArchDomain) -> bool:
    """Tell whether a page shows what checks find: a dashboard, a checklist."""
    return any(
        getattr(view.request, "shows_checks", False)
        for kept in domain.pages.values()
        for view in kept.views
    )


def _checks_say_other_things(domain: ArchDomain, old: Digests | None) -> bool:
    """Tell whether pages that show what checks find were written under other circumstances."""
    known = old.circumstances if old is not None else 0
    return known not in (0, circumstances(domain))


def _is_retitled(domain: ArchDomain, docname: str) -> bool:
    """Tell whether a page that others may name has another title than when they were written."""
    title = domain.env.titles.get(docname)
    new = title.astext() if title is not None else ""
    return any(known.titles.get(docname, new) != new for known in domain.digests.values())


def _digest(domain: ArchDomain, docname: str) -> str:
    shown = repr(list(domain.computed.shown_on(docname)))
    return hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()
