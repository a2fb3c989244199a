"""The columns of a table that an author wrote: their headers, and what each of them holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sphinx_archdoc.model.fields import FieldSpec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes

    #: The cells of a row by column.
    Cells = Mapping[int, nodes.entry]

#: What a column holds: a field, or one of these.
ID, TITLE, KIND, NUMBER, EXTRA = "id", "title", "kind", "number", "extra"

Meaning: TypeAlias = str | FieldSpec


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of one table hold, each by its place.

    headers   as the author wrote them
    meanings  a field, or one of the words above
    named_by  the columns that together name a row
    tops      what the numbers in a column of levels count up to; 0: they are the steps
    ticked    columns of ticks and crosses that no field has
    """

    headers: Sequence[str]
    meanings: Sequence[Meaning]
    named_by: Sequence[int] = ()
    tops: Mapping[int, int] = field(default_factory=dict)
    ticked: frozenset[int] = frozenset()

    def at(self, meaning: str) -> int | None:
        """Return the first column with one of the words above; None where there is none."""
        return self.meanings.index(meaning) if meaning in self.meanings else None

    def fields(self, *types: str) -> dict[int, FieldSpec]:
        """Return the columns that hold a field, of one of these types if any are named."""
        return {
            at: meaning
            for at, meaning in enumerate(self.meanings)
            if isinstance(meaning, FieldSpec) and (not types or meaning.type in types)
        }
