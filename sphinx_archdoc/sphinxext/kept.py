"""What is kept of each page between builds: plain values that pickle small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Packed
    from sphinx_archdoc.model.own_words import Header


class Stored(NamedTuple):
    """A record as it is kept: packed values, and the ``only`` conditions it stands under."""

    record: Packed
    only: tuple[str, ...] = ()


class Mentioned(NamedTuple):
    """A reference in a text: what it names, and the record (or section) it stands in."""

    target: str
    source: str  # id of the record, or empty
    anchor: str
    title: str
    place: str  # "file:line", for warnings
    role: str  # "" for references that other markup made


class ViewPlace(NamedTuple):
    """A view on a page: its name in the catalogue, its request, its anchor, caption and place.

    ``renderer`` is what its picture asks to be drawn by; empty: as configured. ``lines`` are
    those of its options.
    """

    name: str
    request: Any
    anchor: str
    title: str
    place: str  # "file:line", for warnings
    renderer: str = ""
    lines: tuple[tuple[str, int], ...] = ()

    def place_of(self, option: str) -> str:
        """Return where an option stands, as ``place`` is written."""
        line = dict(self.lines).get(option, 0)
        return f"{self.place.rpartition(':')[0]}:{line}" if line else self.place


class Kept(NamedTuple):
    """What a page contributes."""

    records: tuple[Stored, ...]
    views: tuple[ViewPlace, ...]
    mentions: tuple[Mentioned, ...]
    headers: tuple[Header, ...] = ()


#: An entry of the general index as Sphinx keeps it: type, text, anchor, "main", key.
IndexEntry = tuple[str, str, str, str, str | None]


class ConditionalEntry(NamedTuple):
    """An entry of the general index, and the ``only`` conditions it stands under."""

    entry: IndexEntry
    only: tuple[str, ...]


class Revisions(NamedTuple):
    """Numbers for what files show that are made of all pages.

    ``facts`` is another one after each build in which a page contributes something else, lines and
    summaries included; ``texts`` after each build that reads or loses a page.
    """

    facts: int = 0
    texts: int = 0


class Digests(NamedTuple):
    """What each page, and each index page, showed when one output folder was last written.

    ``summaries`` tells whether a view asks for the summaries of records; ``titles`` are those of
    pages that other pages may name; ``circumstances`` are those of the checks, 0 where no page
    shows what checks find. None of them is a part of the model.
    """

    generation: int
    pages: dict[str, str]
    indices: dict[str, str]
    summaries: bool
    titles: dict[str, str]
    circumstances: int
