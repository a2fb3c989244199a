"""Which pages have placeholders left; asked in every build, so the checks are not loaded for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def titles_of(domain: ArchDomain, docnames: Iterable[str]) -> dict[str, str]:
    """Return the titles of pages, without those that have none."""
    titles = domain.env.titles
    return {name: titles[name].astext() for name in docnames if name in titles}
