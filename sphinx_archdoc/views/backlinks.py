"""Who refers to a record: declared links by their inverse labels, then prose, then pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.lifecycle import in_force
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import Noted, face, natural, page_face, told_apart
from sphinx_archdoc.views.known_facts import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_archdoc.model.kind import Registry
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.card import Card

MENTIONED = mark("Mentioned in")
SHOWN = mark("Shown in")
#: For references whose field names no inverse.
REFERRED = mark("Referred to by")
#: What the banner of a record says.
_REPLACED = mark("Superseded by")
#: What replaces a record that still holds, as long as it is not accepted, and once it is rejected.
_TO_BE_REPLACED, _REJECTED = mark("To be superseded by"), mark("Rejected successor")


class Mention(NamedTuple):
    """A role in a text that names the record; ``source`` is the record around it, or empty."""

    source: str
    docname: str
    anchor: str
    title: str


class Place(NamedTuple):
    """A picture that shows the record."""

    docname: str
    anchor: str
    title: str


#: A label and the entries under it.
Backlinks = tuple[tuple[str, tuple[Noted, ...]], ...]


def compute_backlinks(
    store: Store,
    id_: str,
    mentions: Iterable[Mention] = (),
    appears: Iterable[Place] = (),
) -> Backlinks:
    """Return the labelled groups of what refers to a record; empty groups are left out.

    Relation records are not listed: pictures show them. A record is not listed as a mention when
    it is listed for a link.
    """
    groups = _links(store, id_)
    listed = {id_, *(other.id for entries in groups.values() for other, _ in entries)}
    found = [(name, tuple(groups[name])) for name in _ordered(store.registry, groups)]
    mentioned = _mentions(store, mentions, listed)
    if mentioned:
        found.append((MENTIONED, mentioned))
    shown = tuple((page_face(*place), "") for place in sorted(set(appears)))
    if shown:
        found.append((SHOWN, shown))
    return tuple(found)


def unsaid(groups: Backlinks, card: Card) -> Backlinks:
    """Return the groups without what the head of the record says already."""
    said = {(fact.label, entry.id) for fact in card.facts if fact.type == "refs"
            for entry, _ in fact.value}  # fmt: skip
    said |= {(_REPLACED, entry.id) for entry, _ in card.banner}
    left = (
        (name, tuple(entry for entry in entries if (name, entry[0].id) not in said))
        for name, entries in groups
    )
    return tuple((name, entries) for name, entries in left if entries)


def _links(store: Store, id_: str) -> dict[str, list[Noted]]:
    groups: dict[str, dict[str, str]] = {}
    for link in store.relations.incoming(id_):
        other = store.get(link.source)
        if other is None or other.id == id_:
            continue
        kind = store.kind(other)
        if kind.family == "relation":
            continue
        spec = kind.field(link.field)
        name = spec.inverse if spec is not None and spec.inverse else REFERRED
        if link.field == "supersedes":
            name = _successor(store, id_, other, name)
        notes = groups.setdefault(name, {})
        notes[other.id] = notes.get(other.id) or link.note
    return {name: [*told_apart(store, _faces(store, notes))] for name, notes in groups.items()}


def _successor(store: Store, id_: str, other: Record, name: str) -> str:
    """Return the label of a successor; one that is not in force changes nothing yet."""
    old, status = store.get(id_), status_of(store, other)
    held = status_of(store, old) if old is not None else None
    if in_force(other) or (held is not None and held.key == "superseded"):
        return name
    return _REJECTED if status is not None and status.key == "rejected" else _TO_BE_REPLACED


def _faces(store: Store, notes: dict[str, str]) -> Iterator[Noted]:
    for other, note in sorted(notes.items(), key=_by_id):
        yield face(store, other), note


def _by_id(item: tuple[str, str]) -> tuple[tuple[str | int, ...], str]:
    return natural(item[0])


def _ordered(registry: Registry, groups: Iterable[str]) -> list[str]:
    """Return the labels in the order in which the kinds declare them."""
    found = list(groups)
    if len(found) < 2:  # noqa: PLR2004 -- to ask the kinds would load them all
        return found
    declared = [spec.inverse for kind in registry for spec in kind.fields if spec.inverse]
    place = {name: number for number, name in reversed(list(enumerate(declared)))}
    return sorted(found, key=lambda name: (place.get(name, len(declared)), name))


def _mentions(store: Store, mentions: Iterable[Mention], listed: set[str]) -> tuple[Noted, ...]:
    records: set[str] = set()
    pages: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if mention.source and mention.source in store:
            records.add(mention.source)
        else:
            pages.setdefault((mention.docname, mention.anchor), mention.title)
    return (
        *((face(store, other), "") for other in sorted(records - listed, key=natural)),
        *(
            (page_face(docname, anchor, title), "")
            for (docname, anchor), title in sorted(pages.items())
        ),
    )
