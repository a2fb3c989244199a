"""What named checks may know of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.review import Review
from sphinx_archdoc.rules import Given
from sphinx_archdoc.sphinxext.circumstances import today
from sphinx_archdoc.sphinxext.elsewhere import external_ids
from sphinx_archdoc.sphinxext.reviewed_pages import leftovers_of, titles_in_reviews
from sphinx_archdoc.sphinxext.shown_views import shown_views

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.domain import ArchDomain


def review_of(domain: ArchDomain) -> Review:
    """Return the circumstances of a review."""
    config = domain.config
    views = tuple(shown_views(domain))
    return Review(
        # Not what pictures show: a page with a checklist would have to know itself.
        given=Given(
            today=today(),
            stale_days=config.stale_days,
            scoring=config.scoring(),
            views=views,
            elsewhere=frozenset(external_ids(domain.env)),
        ),
        rules=config.rule_settings(),
        views=views,
        leftovers=leftovers_of(domain),
        titles=titles_in_reviews(domain),
        template=config.template,
        docnames=tuple(sorted(domain.env.found_docs)),
    )
