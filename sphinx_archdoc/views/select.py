"""Which records a view shows, and in which order."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.filters import AllOf, Compare, Filter, FilterError, parse
from sphinx_archdoc.views.matching import matches
from sphinx_archdoc.views.values import Key, Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to show.

    kinds   names of kinds or families; empty: all records
    where   a filter, see :mod:`sphinx_archdoc.views.filters`
    equals  plain options: a field, and the words of which one must hold
    sort    names separated by commas, ``-`` for descending; default: the ids in natural order
    limit   at most so many records; 0: all
    ids     only these records, in this order unless ``sort`` says otherwise
    rows    of these ids what stands at these places (page and anchor), also where an id is given
            twice; empty: the record that counts
    """

    kinds: tuple[str, ...] = ()
    where: str = ""
    equals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sort: str = ""
    limit: int = 0
    ids: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


def select(
    store: Store, selection: Selection, scoring: Scoring, settings: Settings | None = None
) -> tuple[Record, ...]:
    """Return the records of a selection. A filter that cannot be read lets everything through."""
    records: Iterable[Record]
    if selection.rows:
        places = frozenset(selection.rows)
        written = (store.written_as(id_) for id_ in dict.fromkeys(selection.ids))
        records = [
            record
            for same in written
            for record in same
            if (record.at.docname, record.at.anchor) in places
        ]
    elif selection.ids:
        found = (store.get(id_) for id_ in dict.fromkeys(selection.ids))
        records = [record for record in found if record is not None]
    else:
        records = _in_order(store, selection.kinds)
    return _choose(Values(store, scoring, settings), records, selection)


_ORDERED: WeakKeyDictionary[Store, dict[tuple[str, ...], tuple[Record, ...]]] = WeakKeyDictionary()


def _in_order(store: Store, kinds: tuple[str, ...]) -> tuple[Record, ...]:
    """Return the records of some kinds in natural order; sorted once for all views of a store."""
    known = _ORDERED.setdefault(store, {})
    if kinds not in known:
        candidates = store.of(*kinds) if kinds else store.records
        known[kinds] = tuple(sorted(candidates, key=lambda record: natural(record.id)))
    return known[kinds]


def _choose(values: Values, records: Iterable[Record], selection: Selection) -> tuple[Record, ...]:
    """Return the records that a selection wants; without ``sort`` they keep their order."""
    condition = condition_of(selection)
    chosen = [record for record in records if matches(values, record, condition)]
    for name, descending in reversed(sort_names(selection.sort)):
        chosen = _sorted(values, chosen, name, descending=descending)
    return tuple(chosen[: selection.limit] if selection.limit > 0 else chosen)


def condition_of(selection: Selection) -> Filter:
    """Return the filter and the plain options of a selection as one condition."""
    parts: list[Filter] = [Compare(name, "=", words) for name, words in selection.equals if words]
    with contextlib.suppress(FilterError):  # reported by ``check``
        parts.append(parse(selection.where))
    return AllOf(tuple(parts))


def sort_names(text: str) -> list[tuple[str, bool]]:
    """Return the names in a sort order, each with "descending?"."""
    found = []
    for item in text.split(","):
        name = item.strip()
        if name.lstrip("+-"):
            found.append((name.lstrip("+-").strip(), name.startswith("-")))
    return found


def _sorted(
    values: Values, records: Sequence[Record], name: str, *, descending: bool
) -> list[Record]:
    keyed: list[tuple[Key, Record]] = []
    unknown: list[Record] = []
    for record in records:
        kind = values.store.kind(record)
        source = values.source(kind, name)
        key = values.key(kind, source, values.value(record, source))
        if key is None:
            unknown.append(record)
        else:
            keyed.append((key, record))
    keyed.sort(key=lambda pair: pair[0], reverse=descending)
    return [*(record for _, record in keyed), *unknown]
