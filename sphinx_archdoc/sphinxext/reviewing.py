"""What named checks may know of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.review import Review
from sphinx_archdoc.rules import Given
from sphinx_archdoc.sphinxext.consistency import today
from sphinx_archdoc.sphinxext.left_over import leftovers_of, titles_of
from sphinx_archdoc.sphinxext.shown_views import shown_views

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.domain import ArchDomain


def review_of(domain: ArchDomain) -> Review:
    """Return the circumstances of a review."""
    config = domain.config
    views = tuple(shown_views(domain))
    leftovers = leftovers_of(domain)
    return Review(
        # Not what pictures show: a page with a checklist would have to know itself.
        given=Given(today(), config.stale_days, None, config.scoring(), views),
        rules=config.checks(),
        views=views,
        leftovers=leftovers,
        titles=titles_of(domain, {*leftovers, *(view.docname for view in views if not view.title)}),
        template=config.template,
        docnames=tuple(sorted(domain.env.found_docs)),
    )
