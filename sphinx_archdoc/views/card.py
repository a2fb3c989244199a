"""The head of a record: its names, its status, its facts, and what replaced it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.model.lifecycle import in_force, part_replaced, successors
from sphinx_archdoc.model.record import says_no_title
from sphinx_archdoc.model.values import Ref
from sphinx_archdoc.views.cells import Badge, Score, badge, cell, noted, score_of
from sphinx_archdoc.views.faces import Face, Noted, face, face_of, natural
from sphinx_archdoc.views.known_facts import flag_of, text_of, word_of
from sphinx_archdoc.views.sources import is_empty
from sphinx_archdoc.views.values import Values, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store

#: Fields with a place of their own on the card, with the type they must have for it.
_ELSEWHERE = {"status": "choice", "tags": "tags", "chosen": "text"}
_ELSEWHERE_ELEMENT = _ELSEWHERE | {"technology": "text", "external": "flag"}

#: Facts that add up when an element is declared in several places.
_ADDING = ("refs", "tags")


class Fact(NamedTuple):
    """One fact: the name of its field, its label, its type, and a cell of that type."""

    name: str
    label: str
    type: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The head of a record.

    kind_title  what it is, to be translated where it is shown
    banner      the records that replace this one; with a note: only that part of it
    replaced    all of it is replaced; else the banner names the parts
    """

    face: Face
    kind_title: str
    status: Badge | None = None
    tags: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    banner: tuple[Noted, ...] = ()
    replaced: bool = False
    parent: Face | None = None
    technology: str = ""
    notation: str = ""
    external: bool = False
    score: Score | None = None
    extra: tuple[tuple[str, Inline], ...] = ()


def compute_card(
    store: Store, record: Record, scoring: Scoring, *, settings: Settings | None = None
) -> Card:
    """Return the card of a record as written in one place.

    What an element does not say here is taken from where else it is declared.
    """
    values = Values(store, scoring, settings)
    kind = store.kind(record)
    record = _completed(store, record)
    element = kind.family == "element"
    parent = store.parent(record.id) if element else ""
    status = _status(values, record)
    banner = _banner(store, record, superseded=status is not None and status.key == "superseded")
    return Card(
        face=face_of(store, record),
        kind_title=kind.title,
        status=status,
        tags=_tags(kind, record),
        facts=_facts(values, record, _ELSEWHERE_ELEMENT if element else _ELSEWHERE),
        banner=banner,
        replaced=status is not None and status.key == "superseded",
        parent=face(store, parent) if parent else None,
        technology=text_of(record, "technology") if element else "",
        notation=kind.notation,
        external=flag_of(record, "external"),
        score=score_of(scoring, values.score(record)),
        extra=record.extra,
    )


def _tags(kind: Kind, record: Record) -> tuple[str, ...]:
    spec = kind.field("tags")
    # A project's own kind may have other things under this name.
    tags: tuple[str, ...] = getattr(record, "tags", ())
    return tags if spec is not None and spec.type == "tags" else ()


def _completed(store: Store, record: Record) -> Record:
    """Return the record with the facts that other declarations of the same element add."""
    counted = store.get(record.id)
    if counted is None or type(counted) is not type(record) or not store.is_element(record):
        return record
    changes = {
        spec.name: theirs
        for spec in store.kind(record).fields
        if not is_empty(theirs := getattr(counted, spec.name))
        and (spec.type in _ADDING or is_empty(getattr(record, spec.name)))
    }
    if says_no_title(record):
        changes["title"] = counted.title
    return dataclasses.replace(record, **changes)


def _status(values: Values, record: Record) -> Badge | None:
    kind = values.store.kind(record)
    if kind.field("status") is None:
        return None
    source = values.source(kind, "status")
    if source.type != "choice":
        return None
    written = word_of(record, "status")
    return badge(values, kind, source, values.value(record, source), written)


def _facts(values: Values, record: Record, elsewhere: Mapping[str, str]) -> tuple[Fact, ...]:
    kind = values.store.kind(record)
    found = []
    for spec in kind.fields:
        if elsewhere.get(spec.name) == spec.type:
            continue
        source = values.source(kind, spec.option)
        value = cell(values, record, source)
        if not is_empty(value):
            title = values.title(source, (record,))
            found.append(Fact(spec.option, title, source.type, value))
    for derived in kind.derived:
        source = values.source(kind, derived.name)
        value = cell(values, record, source)
        if derived.column and not is_empty(value):
            found.append(Fact(source.name, source.title, source.type, value))
    return tuple(found)


def level_titles(store: Store, record: Record) -> tuple[str, ...]:
    """Return what the levels of a record are called in tables, which may stand on other pages."""
    kind = store.kind(record)
    levels = (spec.name for spec in kind.fields if spec.type == "level")
    return tuple(store.called((kind.name, name), (record,)) for name in levels)


def _banner(store: Store, record: Record, *, superseded: bool) -> tuple[Noted, ...]:
    """Return the successors in force; of a record that says it is superseded, all successors."""
    refs = []
    for link in successors(store, record.id):
        other = store.get(link.source)
        if link.source != record.id and (superseded or in_force(other)):
            refs.append(Ref(link.source, part_replaced(link, record)))
    refs.sort(key=lambda ref: natural(ref.id))
    return noted(store, merged(refs))
