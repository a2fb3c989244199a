"""A step of a flow goes between building blocks that no relation joins.

**What it reports.** Each pair of elements with a step between them, but no relation, in either
direction, between them, what contains them, or what they contain; once for each pair of a flow.
Only elements that have some relation are looked at: a model that does not state relations, or not
of this element, is not finished rather than wrong.

**Why.** The picture of the structure and the flow contradict each other: one of the two is wrong.

**Example.** The web app goes past the API::

    .. c4-model::

       app shop.web
       app shop.api
       datastore shop.db
       shop.web -> shop.api
       shop.api -> shop.db

    .. flow:: Log in

       shop.web -> shop.db : Read the user

Add the relation to the model, or correct the step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.STEP


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each pair of elements that a step joins and no relation does."""
    if not store.has_body("flow"):
        return  # most projects: they need not load what reads flows
    from sphinx_archdoc.diagrams.sequence.data import steps
    from sphinx_archdoc.diagrams.sequence.elements import elements_of, flows

    joins: _Joins | None = None
    for record, sequence in flows(store):
        known = elements_of(store, sequence)
        joins = joins or _Joins(store)
        seen: set[frozenset[str]] = set()
        for number, message in steps(sequence):
            source, target = known.get(message.source, ""), known.get(message.target, "")
            pair = frozenset((source, target))
            if "" in pair or pair in seen or not pair <= joins.related or _inside(source, target):
                continue
            seen.add(pair)
            if not joins.join(source, target) and not joins.join(target, source):
                said = f"step {number} goes from {source!r} to {target!r}, which no relation joins"
                message_ = f"{name(store, record)}: {said}; declare it, or correct the step"
                yield Finding(CODE, message_, record.at, record.line_in_text(message.line))


def _inside(first: str, second: str) -> bool:
    """Tell whether one of two elements is the other, or inside it."""
    return first == second or first.startswith(f"{second}.") or second.startswith(f"{first}.")


class _Joins:
    """The relations of a model, also as seen from what contains their ends."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._exact: set[tuple[str, str]] = set()
        self._from_above: set[tuple[str, str]] = set()
        self._to_above: set[tuple[str, str]] = set()
        self._above: set[tuple[str, str]] = set()
        for source, target in _pairs(store):
            sources, targets = self._up(source), self._up(target)
            self._exact.add((source, target))
            self._from_above |= {(above, target) for above in sources}
            self._to_above |= {(source, above) for above in targets}
            self._above |= {(one, other) for one in sources for other in targets}
        self.related = {end for pair in self._above for end in pair}

    def _up(self, id_: str) -> tuple[str, ...]:
        return (id_, *self._store.ancestors(id_))

    def join(self, source: str, target: str) -> bool:
        """Tell whether a relation goes from one to the other, or what contains or is in them."""
        sources, targets = self._up(source), self._up(target)
        return (
            (source, target) in self._above
            or any((source, above) in self._from_above for above in targets)
            or any((above, target) in self._to_above for above in sources)
            or any((one, other) in self._exact for one in sources for other in targets)
        )


def _pairs(store: Store) -> Iterator[tuple[str, str]]:
    for link in store.relations.links:
        if link.field == "depends_on":
            yield link.source, link.target
    for record in store.of("relation"):
        ends = (getattr(record, end, ()) for end in ("source", "target"))
        sources, targets = ([ref.id for ref in refs] for refs in ends)
        yield from ((source, target) for source in sources for target in targets)
