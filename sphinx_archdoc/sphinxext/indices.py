"""One index page for each family of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.domains import Index, IndexEntry

from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Iterable


class FamilyIndex(Index):
    """All records of one family, under the first letter of what readers look for."""

    family: ClassVar[str]

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries by heading; an element stands under its title, a record under its id."""
        from sphinx_archdoc.sphinxext.domain import ArchDomain

        assert isinstance(self.domain, ArchDomain)  # noqa: S101 -- made by it
        store = self.domain.store
        wanted = set(docnames) if docnames is not None else None
        content: dict[str, list[IndexEntry]] = {}
        for record in store.of(self.family):
            at = record.at
            if wanted is not None and at.docname not in wanted:
                continue
            kind = store.kind(record)
            by_title = kind.argument == "id"
            shown = record.title if by_title else f"{record.id}: {record.title}"
            heading = _letter(record.title) if by_title else translate(kind.plural)
            status = effective_status(store, record)
            entry = IndexEntry(
                shown, 0, at.docname, at.anchor, translate(kind.title), status.text if status else "",
                "",
            )  # fmt: skip
            content.setdefault(heading, []).append(entry)
        ordered = [(head, sorted(items, key=lambda item: item.name)) for head, items in content.items()]
        return sorted(ordered), False


def _letter(title: str) -> str:
    """Return the first letter or digit; Sphinx puts it on the page as it is."""
    return title[:1].upper() if title[:1].isalnum() else "#"


def _index(family: str, name: str, title: str, short: str) -> type[FamilyIndex]:
    return type(
        f"{name.capitalize()}Index",
        (FamilyIndex,),
        {"family": family, "name": name, "localname": title, "shortname": short},
    )


#: The families that have an index page, ``arch-decisions.html`` and so on.
INDICES = [
    _index("decision", "decisions", mark("Index of decisions"), mark("decisions")),
    _index("element", "elements", mark("Index of building blocks"), mark("building blocks")),
    _index("risk", "risks", mark("Index of risks"), mark("risks")),
]
