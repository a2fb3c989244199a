"""Ids of boundaries that an export made up.

Structurizr writes ``"Shop_boundary"`` around ``Shop.API``, and means the system ``Shop``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.declared import DeclaredElement

_END = "_boundary"


def meant(elements: Mapping[str, DeclaredElement]) -> dict[str, str]:
    """Return for each such boundary the id that all ids in it begin with, if it is free."""
    inside: dict[str, list[str]] = {}
    for element in elements.values():
        inside.setdefault(element.parent, []).append(element.id)
    found = {}
    for element in elements.values():
        stem = element.id.removesuffix(_END)
        ids = inside.get(element.id, ()) if element.boundary and stem != element.id else ()
        if ids and stem not in elements and all(one.startswith(f"{stem}.") for one in ids):
            found[element.id] = stem
    return found


def renamed(
    elements: Mapping[str, DeclaredElement], names: Mapping[str, str]
) -> dict[str, DeclaredElement]:
    """Return the elements with other ids for some, in the same order."""
    return {
        names.get(old, old): replace(
            element,
            id=names.get(old, old),
            parent=names.get(element.parent, element.parent),
        )
        for old, element in elements.items()
    }
