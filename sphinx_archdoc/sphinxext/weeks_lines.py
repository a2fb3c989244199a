"""Calendar time in the text around estimates: ``**With 3 developers + 1 QA:** 8-11 weeks``.

The line names the team where the directive does not, and it is checked against the sums.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Sum, add, sum_of_record
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.teams import (
    PARTS,
    calendar,
    contradicts,
    people,
    read_weeks_line,
)
from sphinx_archdoc.reading.tasks import Group, lead_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes

    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.drafts import Draft
    from sphinx_archdoc.views.estimates import EstimateRequest


def with_written_team(
    directive: ArchDirective,
    request: EstimateRequest,
    blocks: Sequence[nodes.Node],
    made: Sequence[Draft],
) -> EstimateRequest:
    """Return the request with the team that a line names, and report lines that are wrong."""
    parts, whole = _sums(made)
    team = request.team
    for item in Group(None, [*blocks]).labelled():
        label, text = lead_words(item)
        said = read_weeks_line(label, text)
        if said is None:
            continue
        team = said.team or team  # a line about buffers speaks of the team above
        if not request.team:
            request = dataclasses.replace(request, team=team)
        share = said.buffer if said.buffer is not None else request.buffer / 100
        if said.buffer is None and not share:
            continue  # a buffer that nobody has put a number to
        right = calendar(parts, whole, team, share)
        if right is not None and contradicts(said.weeks, right):
            known = parts if add(parts.values()) == whole else {"work": whole}
            work = " and ".join(f"{amount} of {part}" for part, amount in known.items())
            buffered = f" with a buffer of {share:.0%}" if share else ""
            message = (
                f"{directive.name}: {label!r} says {said.weeks.text}, but {work} take "
                f"{people(team):g} people {right}{buffered}"
            )
            directive.warn(Code.TOTAL, message, item.line)
    return request


def _sums(made: Sequence[Draft]) -> tuple[dict[str, Sum], Sum | None]:
    """Return what the rows add up to, by part and as a whole."""
    records = [
        draft.kind.record(
            id=draft.id,
            title=draft.title,
            at=draft.at,
            extra=tuple((name, node.astext()) for name, node in draft.extra_nodes),
            **draft.values,
        )
        for draft in made
    ]
    parts = {
        part: total
        for part in PARTS
        if (total := add(_amounts(getattr(record, part, None) for record in records))) is not None
    }
    return parts, add(_amounts(map(sum_of_record, records)))


def _amounts(values: Iterable[object]) -> list[Amount]:
    return [value for value in values if isinstance(value, Amount)]
