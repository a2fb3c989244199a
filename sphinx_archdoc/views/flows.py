"""Flows and the model: which elements the participants of a sequence are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sphinx_archdoc.diagrams.sequence.data import renamed
from sphinx_archdoc.diagrams.sequence.elements import elements_of
from sphinx_archdoc.views.c4_boxes import role_of, shape_of, subtitle
from sphinx_archdoc.views.known_facts import flag_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.diagrams.sequence.data import Participant, Sequence, Shape
    from sphinx_archdoc.model.store import Store

_LANE_SHAPES = ("box", "person", "cylinder", "queue")


def resolved(store: Store, sequence: Sequence, translate: Callable[[str], str]) -> Sequence:
    """Return the sequence with the names, ids and looks that the model gives its participants."""
    elements = elements_of(store, sequence)
    lanes = tuple(
        _lane(store, participant, elements, translate) for participant in sequence.participants
    )
    taken = {p.id for p in sequence.participants} - set(elements)
    mapping = {old: new for old, new in elements.items() if new == old or new not in taken}
    return renamed(replace(sequence, participants=lanes), mapping)


def _lane(
    store: Store,
    participant: Participant,
    elements: Mapping[str, str],
    translate: Callable[[str], str],
) -> Participant:
    record = store.get(elements.get(participant.id, ""))
    if record is None:
        return participant
    kind = store.kind(record)
    external = flag_of(record, "external")
    shape = shape_of(kind)
    technology = text_of(record, "technology")  # lanes are narrow: it says more than the notation
    return replace(
        participant,
        title=participant.title or record.title or record.id,
        subtitle=f"[{technology}]"
        if technology
        else subtitle(kind, "", translate, external=external),
        shape=cast("Shape", shape) if shape in _LANE_SHAPES else participant.shape,
        role=role_of(kind, external=external),
    )
