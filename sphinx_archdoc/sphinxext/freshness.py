"""Which pages to write again: those whose view of the rest of the project has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx_archdoc.model.record import BASE_FIELDS
from sphinx_archdoc.sphinxext import indices
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.kept import Digests
from sphinx_archdoc.sphinxext.written import forget, key_of, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.sphinxext.kept import Kept

_AT, _SUMMARY = BASE_FIELDS.index("at"), BASE_FIELDS.index("summary")


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
    if _model_changed(domain):
        domain.generation += 1
    old = domain.digests.get(key)
    if old is not None and written(app).get(key) != old.generation:
        old = None  # the build that made these digests was stopped before all was written
    domain.settled = old is not None
    domain.untouched = old is not None and old.generation == domain.generation
    if old is not None and old.generation == domain.generation:
        domain.same_indices = old.indices
        return []
    if domain.pages:
        domain.keep_objects()
    listed = indices.digests(domain)
    if old is not None:
        domain.same_indices = {
            name: shown for name, shown in listed.items() if old.indices.get(name) == shown
        }
    new = {docname: _digest(domain, docname) for docname in sorted(domain.pages)}
    domain.digests[key] = Digests(domain.generation, new, listed)
    if old is None:
        return sorted(new)
    return sorted(
        docname for docname in env.found_docs if old.pages.get(docname) != new.get(docname)
    )


def _model_changed(domain: ArchDomain) -> bool:
    """Tell whether any page read or removed in this build contributes something else than before.

    Lines and summaries do not count: a longer paragraph moves the records below it, or begins
    with other words, and changes no page. ``archdoc.json`` has both and is written all the same.
    """
    return any(
        _as_shown(domain, old) != _as_shown(domain, domain.pages.get(docname))
        for docname, old in domain.purged.items()
    )


def _as_shown(domain: ArchDomain, kept: Kept | None) -> object:
    if kept is None:
        return None
    records = []
    for (kind, values), only in kept.records:
        shown = list(values)
        shown[_AT] = values[_AT]._replace(line=0)
        if not domain.is_element(kind):  # pictures show what an element is for
            shown[_SUMMARY] = ""
        records.append((kind, shown, only))
    views = [view._replace(place="") for view in kept.views]
    return records, views, [mention._replace(place="") for mention in kept.mentions]


def _digest(domain: ArchDomain, docname: str) -> str:
    shown = repr(list(domain.computed.shown_on(docname)))
    return hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()
