"""What checks may know beside the model."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.rules import Checks, Given

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.checks.outcome import Outcome
    from sphinx_archdoc.model.shown import ShownView
    from sphinx_archdoc.model.spots import Spot
    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True)
class Review:
    """The circumstances of a review.

    given      what rules may know
    rules      which of them are on
    views      what the pages show
    leftovers  the placeholders that each page has left, by page
    titles     the titles of these pages
    template   name of the template whose checks are asked; empty: all are
    """

    given: Given = field(default_factory=Given)
    rules: Checks = field(default_factory=Checks)
    views: tuple[ShownView, ...] = ()
    leftovers: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    _known: dict[str, Outcome] = field(default_factory=dict, repr=False, compare=False)
    _near: dict[str, Review] = field(default_factory=dict, repr=False, compare=False)

    def ask(self, store: Store, name: str) -> Outcome | None:
        """Return the answer of a check, found once; None where there is no such check."""
        from sphinx_archdoc.checks import checks  # loads all checks

        if name not in checks():
            return None
        if name not in self._known:
            self._known[name] = checks()[name].run(store, self)
        return self._known[name]

    def near(self, docname: str) -> Review:
        """Return the review as a page asks for it: of several views that answer, the nearest."""
        if docname not in self._near:
            folder = docname.rpartition("/")[0]
            views = sorted(
                self.views,
                key=lambda view: (
                    view.docname != docname,
                    view.docname.rpartition("/")[0] != folder,
                ),
            )
            self._near[docname] = replace(self, views=tuple(views), _known={}, _near={})
        return self._near[docname]
