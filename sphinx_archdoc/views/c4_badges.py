"""What boxes say of decisions and risks: "2 decisions", "1 risk"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.known_facts import status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.model.store import Store

#: By family: in which states a record no longer counts, and what one and several are called.
_COUNTED = {
    "decision": (
        ("rejected", "superseded", "deprecated"),
        mark("1 decision"),
        mark("{n} decisions"),
    ),
    "risk": (("closed", "mitigated"), mark("1 risk"), mark("{n} risks")),
}


def badges(
    store: Store, box_of: Callable[[str], str], translate: Callable[[str], str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the badges of boxes by id; ``box_of`` names the box of an element or ``""``.

    A record counts once for each box, however many elements inside the box it affects.
    """
    found: dict[str, tuple[str, ...]] = {}
    for family, (over, one, many) in _COUNTED.items():
        affecting: dict[str, set[str]] = defaultdict(set)
        for record in store.of(family):
            status = status_of(store, record)
            if status is not None and status.key in over:
                continue
            for link in store.relations.outgoing(record.id):
                box = box_of(link.target) if link.field == "affects" else ""
                if box:
                    affecting[box].add(record.id)
        for box, ids in affecting.items():
            words = translate(one) if len(ids) == 1 else translate(many)
            found[box] = (*found.get(box, ()), words.replace("{n}", str(len(ids))))
    return found
