"""The one scale on which the numbers of a table, or of one record, count its levels.

Impact and likelihood are multiplied, so a 4 in one of them tells how far the other counts as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.headers import is_share, level_text, most_of, top_below, top_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.model.fields import FieldSpec


class Levels(NamedTuple):
    """The levels that one column or option names: under what word, and their texts."""

    header: str
    texts: Sequence[str]


def tops_below(columns: Iterable[Levels], steps: int) -> list[int]:
    """Return what the numbers of each column count up to; 0: they are the steps of the scale.

    A column that says so itself (``Impact (1-5)``) is believed. The others count as far as the
    widest of all: of five, where one of them has a 4 and the scale has three steps.
    """
    listed = [*columns]
    found = [top_below(header, texts, steps) for header, texts in listed]
    widest = max(found, default=0)
    return [
        top if top_said(column.header) or not _counts(column, widest) else widest
        for column, top in zip(listed, found, strict=True)
    ]


def _counts(column: Levels, top: int) -> bool:
    """Tell whether all numbers of a column may count up to this."""
    return not is_share(column.header) and most_of(column.texts) <= top


def on_one_scale(
    specs: Mapping[str, FieldSpec | None], raw: Mapping[str, str], steps: int
) -> dict[str, str]:
    """Return the raw texts of one record, those of its levels with what they count up to.

    ``specs`` are the fields that the names in ``raw`` mean.
    """
    names = [name for name, spec in specs.items() if spec is not None and spec.type == "level"]
    tops = tops_below([Levels(name, (raw[name] or "",)) for name in names], steps)
    counted = zip(names, tops, strict=True)
    return {**raw, **{name: level_text(name, raw[name] or "", top) for name, top in counted}}
