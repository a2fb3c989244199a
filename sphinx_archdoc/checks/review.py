"""What checks may know beside the model."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.checks.facts import is_left
from sphinx_archdoc.rules import Given, RuleSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.checks.outcome import Outcome
    from sphinx_archdoc.model.record import Record
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
    docnames   the names of all pages
    pages      patterns of the names of those that are reviewed; empty: all are
    """

    given: Given = field(default_factory=Given)
    rules: RuleSettings = field(default_factory=RuleSettings)
    views: tuple[ShownView, ...] = ()
    leftovers: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    docnames: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    _known: dict[str, Outcome] = field(default_factory=dict, repr=False, compare=False)
    _near: dict[str, Review] = field(default_factory=dict, repr=False, compare=False)
    _parts: dict[tuple[str, ...], Review] = field(default_factory=dict, repr=False, compare=False)

    def ask(self, store: Store, name: str) -> Outcome | None:
        """Return the answer of a check, found once; None where there is no such check."""
        from sphinx_archdoc.checks import checks  # loads all checks

        if name not in checks():
            return None
        if name not in self._known:
            self._known[name] = checks()[name].run(store, self)
        return self._known[name]

    def of(self, store: Store, *kinds: str) -> list[Record]:
        """Return the records of some kinds that are reviewed: declared on one of the pages.

        With a placeholder as title it is none yet, for any check: their numbers agree.
        """
        return [
            record
            for record in store.of(*kinds)
            if self.has(store, record) and not is_left(record.title, record, self)
        ]

    def has(self, store: Store, record: Record) -> bool:
        """Tell whether a record is reviewed, wherever else it is declared."""
        same = store.written_as(record.id) if self.pages else ()
        return not self.pages or any(self.covers(each.at.docname) for each in same)

    def covers(self, docname: str) -> bool:
        """Tell whether a page is reviewed."""
        return not self.pages or any(fnmatchcase(docname, pattern) for pattern in self.pages)

    def on(self, pages: tuple[str, ...]) -> Review:
        """Return the review of some pages only: one document of several in a project."""
        if not pages:
            return self
        if pages not in self._parts:
            part = replace(self, pages=pages, **_fresh())
            self._parts[pages] = replace(
                part,
                views=tuple(view for view in self.views if part.covers(view.docname)),
                leftovers={
                    name: spots for name, spots in self.leftovers.items() if part.covers(name)
                },
            )
        return self._parts[pages]

    def unmatched(self) -> list[str]:
        """Return the patterns that fit no page."""
        return [
            pattern
            for pattern in self.pages
            if not any(fnmatchcase(name, pattern) for name in self.docnames)
        ]

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
            self._near[docname] = replace(self, views=tuple(views), **_fresh())
        return self._near[docname]


def _fresh() -> dict[str, Any]:
    """Return what a review must find out for itself."""
    return {"_known": {}, "_near": {}, "_parts": {}}
