"""The ids of what pictures show, where a record is shown more than once.

A picture's box has an id of its own. Where several boxes stand for one record (the instances of an
application on three machines), the record's id stands before an ``@``, which no id of a record has.
"""

from __future__ import annotations


def shown_at(id_: str, place: str) -> str:
    """Return the id of the box that shows a record in a place (the id of a deployment node)."""
    return f"{id_}@{place}"


def record_shown(id_: str) -> str:
    """Return the id of the record that a box shows."""
    return id_.partition("@")[0]
