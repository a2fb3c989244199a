"""Which decision comes before and after which: the order of their ids, as in a log.

A project may have several logs. Decisions are of one series when they have the same kind, ids that
begin alike (``ADR-``, ``SHOP-``), numbers of one width where zeros fill them (``0022`` is not of
the series of ``22``), and pages in the same folder.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.views.faces import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.store import Store

#: Records of this family are read one after the other.
FAMILY = "decision"
_NUMBER = re.compile(r"\d+")


class Neighbours(NamedTuple):
    """The ids before and after; empty at the ends."""

    previous: str = ""
    next: str = ""


def neighbours(store: Store) -> Mapping[str, Neighbours]:
    """Return the neighbours of every decision in its series."""
    found: dict[str, Neighbours] = {}
    for ids in (part for log in _series(store) for part in _by_width(log)):
        for before, after in pairwise(sorted(ids, key=natural)):
            found[before] = found.get(before, Neighbours())._replace(next=after)
            found[after] = Neighbours(previous=before)
    return found


def _series(store: Store) -> Iterable[list[str]]:
    """Return the ids of decisions, those of each kind, prefix and folder together."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for kind in store.kinds:
        if kind.family != FAMILY:
            continue
        for record in store.of(kind.name):
            folder = record.at.docname.rpartition("/")[0]
            found.setdefault((kind.name, _prefix(record.id), folder), []).append(record.id)
    return found.values()


def _by_width(ids: list[str]) -> Iterable[list[str]]:
    """Return the ids of one width together, where zeros fill it; all others together."""
    matches = {id_: _NUMBER.search(id_) for id_ in ids}
    digits = {id_: match[0] if match else "" for id_, match in matches.items()}
    filled = {len(number) for number in digits.values() if number.startswith("0")}
    found: dict[int, list[str]] = {}
    for id_, number in digits.items():
        found.setdefault(len(number) if len(number) in filled else 0, []).append(id_)
    return found.values()


def _prefix(id_: str) -> str:
    """Return what stands before the number of an id; an id without one is a name, and has none."""
    number = _NUMBER.search(id_)
    return id_[: number.start()] if number else ""
