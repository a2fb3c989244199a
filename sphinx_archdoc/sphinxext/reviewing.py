"""What named checks may know of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.review import Review
from sphinx_archdoc.rules import Given
from sphinx_archdoc.sphinxext.consistency import today
from sphinx_archdoc.sphinxext.shown_views import shown_views
from sphinx_archdoc.views.leftovers import PlaceholderNote

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.domain import ArchDomain


def review_of(domain: ArchDomain) -> Review:
    """Return the circumstances of a review."""
    config = domain.config
    views = tuple(shown_views(domain))
    leftovers = {
        docname: view.request.items
        for docname, kept in domain.pages.items()
        for view in kept.views
        if isinstance(view.request, PlaceholderNote)
    }
    titles = domain.env.titles
    return Review(
        # Not what pictures show: a page with a checklist would have to know itself.
        given=Given(today(), config.stale_days, None, config.scoring(), views),
        rules=config.checks(),
        views=views,
        leftovers=leftovers,
        titles={name: titles[name].astext() for name in leftovers if name in titles},
        template=config.template,
    )
