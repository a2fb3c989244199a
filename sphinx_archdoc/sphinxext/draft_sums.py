"""What the estimates of a page being read add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Sum, add, same, sum_of_record
from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.teams import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.drafts import Draft


def sums_of(made: Sequence[Draft]) -> tuple[dict[str, Sum], Sum | None]:
    """Return what records add up to, by part and as a whole."""
    records = [draft.as_record() for draft in made]
    parts = {
        part: total
        for part in PARTS
        if (total := add(_amounts(getattr(record, part, None) for record in records))) is not None
    }
    return parts, add(_amounts(map(sum_of_record, records)))


def check_total(
    directive: ArchDirective, title: str, said: str, made: Sequence[Draft], line: int
) -> None:
    """Report the total below a list that is not what its items add up to."""
    written, right = read_amount(said), sums_of(made)[1]
    if right is None or written.low is None or same(written, right):
        return
    message = f"{directive.name}: {title!r} is {said!r}, but the items add up to {right}"
    directive.warn(Code.TOTAL, message, line)


def _amounts(values: Iterable[object]) -> list[Amount]:
    return [value for value in values if isinstance(value, Amount)]
