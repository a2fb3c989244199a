"""Which decision comes before and after which: the order of their ids, as in a log."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.views.faces import natural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.store import Store

#: Records of this family are read one after the other.
FAMILY = "decision"


class Neighbours(NamedTuple):
    """The ids before and after; empty at the ends."""

    previous: str = ""
    next: str = ""


def neighbours(store: Store) -> Mapping[str, Neighbours]:
    """Return the neighbours of every decision, each kind being a series of its own."""
    found: dict[str, Neighbours] = {}
    for kind in store.kinds:
        if kind.family != FAMILY:
            continue
        ids = sorted((record.id for record in store.of(kind.name)), key=natural)
        for before, after in pairwise(ids):
            found[before] = found.get(before, Neighbours())._replace(next=after)
            found[after] = Neighbours(previous=before)
    return found
