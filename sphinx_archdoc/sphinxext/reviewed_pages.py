"""What reviews know of pages; asked in every build, so the checks are not loaded for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.model.spots import Spot
    from sphinx_archdoc.sphinxext.domain import ArchDomain


def leftovers_of(domain: ArchDomain) -> dict[str, tuple[Spot, ...]]:
    """Return the placeholders that pages have left, by page."""
    return {
        docname: view.request.items
        for docname, kept in domain.pages.items()
        for view in kept.views
        if getattr(view.request, "is_left_over", False)
    }


def titles_in_reviews(domain: ArchDomain) -> dict[str, str]:
    """Return the titles of pages that a review names by them.

    Those with placeholders left, and those with a view that has no caption.
    """
    bare = (
        docname
        for docname, kept in domain.pages.items()
        if any(view.anchor and not view.title for view in kept.views)
    )
    titles = domain.env.titles
    named = {*leftovers_of(domain), *bare}
    return {name: titles[name].astext() for name in sorted(named) if name in titles}
