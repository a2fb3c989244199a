"""One index page for each family of records."""

from __future__ import annotations

import hashlib
import re
import string
from typing import TYPE_CHECKING, ClassVar

from sphinx.domains import Index, IndexEntry

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.general_index import may_stay
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.vocabulary import Word
    from sphinx_archdoc.sphinxext.domain import ArchDomain

#: An id of a series, ``ADR-1``; others, such as those made from the name of a page, say nothing.
_SERIES = re.compile(r"[A-Za-z]*[-_]?\d")
#: In a book an index is a chapter, on pages of its own; with fewer entries it is left out.
_CHAPTER = 3


class FamilyIndex(Index):
    """All records of one family, under the first letter of what readers look for."""

    family: ClassVar[str]
    title: ClassVar[str]

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries by heading; elements stand under their titles, records under ids."""
        domain = domain_of(self.domain.env)
        if not domain.pages or (docnames is None and self._may_stay(domain)):
            return [], False
        from sphinx_archdoc.model.lifecycle import effective_status

        store = domain.store
        wanted = set(docnames) if docnames is not None else None
        content: dict[str, list[IndexEntry]] = {}
        for record in store.of(self.family):
            at = record.at
            if wanted is not None and at.docname not in wanted:
                continue
            kind = store.kind(record)
            by_title = kind.argument == "id"
            shown = record.title if by_title else f"{record.id}: {record.title}"
            in_series = not by_title and _SERIES.match(record.id)
            heading = _prefix(record.id) if in_series else _letter(record.title)
            status = effective_status(store, record)
            what, state = translate(kind.title), _said(kind, status) if status else ""
            entry = IndexEntry(shown, 0, at.docname, at.anchor, what, state, "")
            content.setdefault(heading, []).append(entry)
        if wanted is not None and sum(map(len, content.values())) < _CHAPTER:
            return [], False
        ordered = [
            (head, sorted(items, key=lambda item: item.name)) for head, items in content.items()
        ]
        return sorted(ordered), False

    def _may_stay(self, domain: ArchDomain) -> bool:
        """Tell whether the page is right as it is, or rightly not there.

        Sphinx asks for the content even when nothing changed.
        """
        shown = domain.same_indices.get(self.name)
        if shown is None:
            return False
        return shown == "" or may_stay(domain, f"{self.domain.name}-{self.name}")


def digests(domain: ArchDomain) -> dict[str, str]:
    """Return a digest of what each index shows, by its name; an empty one shows nothing."""
    if not domain.pages:
        return {index.name: "" for index in INDICES}
    return {index.name: _digest(index(domain)) for index in INDICES}


def _digest(index: Index) -> str:
    """Return a digest of the content, empty for an index without any."""
    content = index.generate()[0]
    if not content:
        return ""
    shown = repr(content).encode(errors="surrogatepass")
    return hashlib.blake2b(shown, digest_size=12).hexdigest()


def _said(kind: Kind, status: Word) -> str:
    from sphinx_archdoc.render.cells import badge_words
    from sphinx_archdoc.views.cells import Badge

    spec = kind.field("status")
    term = spec.vocabulary.get(status.key) if spec is not None and spec.vocabulary else None
    if term is None:
        return status.text
    return badge_words(Badge(term.key, term.label, status.text, term.tone), translate)


def _prefix(id_: str) -> str:
    """Return what ids of one series have in common; Sphinx makes an anchor of it."""
    return id_[: len(id_) - len(id_.lstrip(string.ascii_letters))] or "#"


def _letter(title: str) -> str:
    """Return the first letter or digit; Sphinx puts it on the page as it is."""
    return title[:1].upper() if title[:1].isalnum() else "#"


def _index(family: str, name: str, title: str) -> type[FamilyIndex]:
    return type(
        f"{name.capitalize()}Index",
        (FamilyIndex,),
        {"family": family, "name": name, "title": title, "localname": title, "shortname": None},
    )


#: The families that have an index page, ``arch-decisions.html`` and so on.
INDICES = [
    _index("decision", "decisions", mark("Index of decisions")),
    _index("element", "elements", mark("Index of building blocks")),
    _index("risk", "risks", mark("Index of risks")),
    # Relations are told with the building blocks they join; all other kinds, also those of a
    # project, share a page.
    _index("other", "records", mark("Index of other records")),
]
