"""Which building blocks of a model the participants of a sequence are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def elements_of(store: Store, sequence: Sequence) -> dict[str, str]:
    """Return the element of each participant that is one: by its id, or else by its title.

    Two participants never are the same element; an id counts before a title.
    """
    found: dict[str, str] = {}
    for participant in sequence.participants:
        record = store.get(participant.id)
        if record is not None and store.is_element(record):
            found[participant.id] = record.id
    titles = _by_title(store)
    used = set(found.values())
    for participant in sequence.participants:
        if participant.id in found:
            continue
        for name in (participant.title, participant.id):
            ids = titles.get(_plain(name), ())
            if name and len(ids) == 1 and ids[0] not in used:
                found[participant.id] = ids[0]
                used.add(ids[0])
                break
    return found


def _by_title(store: Store) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in store.of("element"):
        found[_plain(record.title)].append(record.id)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace('"', "").split())


def flows(store: Store) -> Iterator[tuple[Record, Sequence]]:
    """Yield all records whose text was read as a sequence, with it."""
    for record in store.records:
        sequence = flow_of(record)
        if sequence is not None:
            yield record, sequence


def flow_of(record: Record) -> Sequence | None:
    """Return the sequence of a record that has one: what its text was read as."""
    return record.body if isinstance(record.body, Sequence) else None
