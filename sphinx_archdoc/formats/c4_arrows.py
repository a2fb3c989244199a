"""Arrows of PlantUML between macros of C4: ``api --> db : reads``."""

from __future__ import annotations

from typing import NamedTuple

from sphinx_archdoc.formats.plantuml_boxes_parts import LINE, look, texts

_DRESS = '"[]():'
_LONGEST = 4000  # characters of a line


class Arrow(NamedTuple):
    """An arrow between two aliases; ``hidden``: it only arranges the picture."""

    source: str
    target: str
    label: str
    technology: str
    both_ways: bool
    hidden: bool


def read_arrow(text: str) -> Arrow | None:
    """Read a line; None where it is no arrow: without a head it does not say who uses whom."""
    found = LINE.match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    seen = look(found)
    if not (seen.forwards or seen.backwards or seen.hidden):
        return None
    source, target = (found[side].strip().strip(_DRESS).strip() for side in ("source", "target"))
    if seen.backwards and not seen.forwards:
        source, target = target, source
    label, technology = texts(found)
    return Arrow(source, target, label, technology, seen.backwards and seen.forwards, seen.hidden)
