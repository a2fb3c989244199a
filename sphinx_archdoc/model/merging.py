"""Elements that are declared in several places: one record of what all of them say."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.model.fields import EMPTY
from sphinx_archdoc.model.record import says_no_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.model.record import Record

#: Facts that add up when an element is declared in several places.
_ADDING = ("refs", "tags")

_SILENT = [value for value in EMPTY.values() if value is not False]

#: Which writing of an element is its home, where links lead: text before rows before model lines.
_HOME = {"page": 0, "block": 0, "row": 1, "line": 2}


class Clash(NamedTuple):
    """Two declarations of one element that differ in a fact."""

    first: Record
    second: Record
    field: str


def may_repeat(kind: Kind) -> bool:
    """Tell whether several places may declare the same record of this kind."""
    return kind.family == "element" or kind.repeats


def merged(
    written: Mapping[str, Sequence[Record]], registry: Registry
) -> tuple[dict[str, Record], tuple[Clash, ...]]:
    """Return one record for each id, of all that are written with it, and where they differ."""
    records: dict[str, Record] = {}
    clashes: list[Clash] = []
    for id_, same in written.items():
        records[id_] = same[0] if len(same) == 1 else _merged(same, registry, clashes)
    return records, tuple(clashes)


def _merged(same: Sequence[Record], registry: Registry, clashes: list[Clash]) -> Record:
    # What may not be declared in several places counts where it is declared first.
    if not may_repeat(registry[same[0].kind_name]):
        return same[0]
    several = [record for record in same if may_repeat(registry[record.kind_name])]
    several.sort(key=lambda record: (_HOME[record.origin], record.at.docname, record.at.line))
    home = _settled(several[0], several, registry)
    kind = registry[home.kind_name]
    types = {field.name: field.type for field in kind.fields}
    changes: dict[str, Any] = {}
    said_by: dict[str, Record] = {}
    for other in several[1:]:
        if other.kind_name != home.kind_name and not _guessed(other):
            clashes.append(Clash(home, other, "kind"))
            continue
        for name in ("title", "summary", "sections", "extra", *types):
            mine = changes.get(name, getattr(home, name))
            theirs = getattr(other, name)
            if _silent(other, name, theirs) or theirs == mine:
                continue
            if _silent(home, name, mine):
                changes[name] = theirs
                said_by[name] = other
            elif types.get(name) in _ADDING:
                changes[name] = tuple(dict.fromkeys((*mine, *theirs)))
            elif name == "extra":
                changes[name] = tuple({**dict(theirs), **dict(mine)}.items())
            # A longer description in one place and a short one in another is no contradiction.
            elif (
                kind.family == "element"
                and name not in ("summary", "sections")
                and types.get(name) != "inline"
            ):
                clashes.append(Clash(said_by.get(name, home), other, name))
    return dataclasses.replace(home, **changes) if changes else home


def _settled(home: Record, several: Sequence[Record], registry: Registry) -> Record:
    """Return the record as of the kind that another one names, where it only guesses."""
    named = next((other for other in several if not _guessed(other)), None)
    if not _guessed(home) or named is None:
        return home
    kind = registry[named.kind_name]
    facts = {name: getattr(home, name) for name in kind.attributes() if hasattr(home, name)}
    return kind.record(**facts)


def _guessed(record: Record) -> bool:
    """Tell whether the kind is a guess: a row of building blocks need not say what each one is."""
    return record.origin == "row" and record.kind_name == "component"


def _silent(record: Record, name: str, value: object) -> bool:
    """Tell whether a declaration says nothing of this fact (as a title equal to the id does)."""
    if name == "title":
        return value == record.title and says_no_title(record)
    return value is False or (not isinstance(value, (int, float)) and value in _SILENT)
