"""What one page shows of another record: enough to print it, link it and colour it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.views.known_facts import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

#: Longer runs of digits are cut, so that a key never costs more than its text.
_DIGITS = re.compile(r"([0-9]{1,18})")
#: Made ids are cut; what stands in front of the cut tells enough.
_CUT = 60
_SHORTEST = 3
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


class Face(NamedTuple):
    """A record as others see it: all that a link to it shows, and nothing else.

    So a page that only names a decision is not written again when its status changes, unless the
    decision is superseded then: such links are struck through.

    A page that is no record has a face too: kind ``page`` and no id.
    """

    id: str
    kind: str
    title: str
    docname: str
    anchor: str
    superseded: bool
    found: bool
    element: bool = False


#: A record with the note in brackets after its id (``clause 2``).
Noted = tuple[Face, str]


def face(store: Store, id_: str) -> Face:
    """Return the face of the record with this id; ``found`` is false when there is none."""
    record = store.get(id_)
    if record is None:
        return Face(id_, "", "", "", "", superseded=False, found=False)
    return face_of(store, record)


def face_of(store: Store, record: Record) -> Face:
    """Return the face of this record, which may be one of several with the same id."""
    status = status_of(store, record)
    kind = store.kind(record)
    return Face(
        id=record.id,
        kind=kind.name,
        title=record.title,
        docname=record.at.docname,
        anchor=record.at.anchor,
        superseded=status is not None and status.key == "superseded",
        found=True,
        element=kind.family == "element",
    )


def told_apart(store: Store, entries: Iterable[Noted]) -> tuple[Noted, ...]:
    """Return the entries; blocks of the same name say in what they are: ``Zone a › Cluster``."""
    found = tuple(entries)
    blocks = [entry for entry, _ in found if entry.element]
    if len({entry.title for entry in blocks}) == len({entry.id for entry in blocks}):
        return found
    holders = {entry.id: entry.id for entry in blocks}
    titles = {entry.id: entry.title for entry in blocks}
    while again := [id_ for id_ in titles if holders[id_] and _is_shared(titles, id_)]:
        for id_ in again:
            holders[id_] = store.parent(holders[id_])
            above = store.get(holders[id_])
            titles[id_] = f"{above.title} › {titles[id_]}" if above is not None else titles[id_]
    return tuple(
        (entry._replace(title=titles.get(entry.id, entry.title)), note) for entry, note in found
    )


def _is_shared(titles: Mapping[str, str], id_: str) -> bool:
    return sum(title == titles[id_] for title in titles.values()) > 1


def page_face(docname: str, anchor: str, title: str) -> Face:
    """Return the face of a place in a page."""
    return Face("", "page", title, docname, anchor, superseded=False, found=True)


def label(face: Face) -> str:
    """Return the short text of a link: records show their id, elements and pages their title.

    An id that only repeats the title, as those made for rows and list items do, is no shorter and
    harder to read; then the title is shown too.
    """
    if face.element or not face.id or _repeats_title(face):
        return face.title or face.id or face.docname
    return face.id


def _repeats_title(face: Face) -> bool:
    letters = unicodedata.normalize("NFKD", face.title.casefold())
    words = _NO_LETTERS.sub("-", letters.encode("ascii", "ignore").decode()).strip("-")
    if face.id != face.id.casefold():
        # R-7, ADR-0002, NO_STOCK are names that people use; OrderLine is "Order line" in one word.
        return face.id != face.id.upper() and face.id.casefold() == words.replace("-", "")
    return len(words) >= _SHORTEST and words[:_CUT] in face.id


def natural(text: str) -> tuple[tuple[str | int, ...], str]:
    """Return a sort key in which numbers count as numbers: ``R-2`` before ``R-10``."""
    parts = _DIGITS.split(text.casefold())
    return tuple(int(part) if odd % 2 else part for odd, part in enumerate(parts)), text
