"""The way from one C4 picture to those around and inside it, wherever they stand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.views.c4 import C4Request, scope_of
from sphinx_archdoc.views.drill import Drill, Drills, PlacedView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.sphinxext.kept import ViewPlace


class PlacedDrills:
    """The C4 pictures of all pages, for one state of the store."""

    def __init__(self, domain: ArchDomain) -> None:
        self._domain = domain

    def of(self, docname: str, view: ViewPlace, shown: Iterable[str]) -> Drill:
        """Return the pictures around and inside a picture of a page; ``shown`` are its boxes."""
        if not isinstance(view.request, C4Request):
            return Drill()
        return self._drills.of(self._placed(docname, view), shown)

    @cached_property
    def _drills(self) -> Drills:
        placed = (
            self._placed(docname, view)
            for docname, kept in self._domain.pages.items()
            for view in kept.views
            if isinstance(view.request, C4Request)
        )
        return Drills(self._domain.store, placed, translate)

    def _placed(self, docname: str, view: ViewPlace) -> PlacedView:
        request = view.request
        scope = scope_of(self._domain.store, request)
        return PlacedView(request.level, scope, docname, view.anchor, request.is_plain)
