"""Calendar time in the text around estimates: ``**With 3 developers + 1 QA:** 8-11 weeks``.

The line names the team where the directive does not, and it is checked against the sums.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import add
from sphinx_archdoc.model.teams import calendar, contradicts, people, read_weeks_line
from sphinx_archdoc.reading.tasks import Group, lead_words
from sphinx_archdoc.sphinxext.draft_sums import sums_of

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    parts, whole = sums_of(made)
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
            count = people(team)
            message = (
                f"{directive.name}: {label!r} says {said.weeks.text}, but {work} take "
                f"{count:g} {'person' if count == 1 else 'people'} {right}{buffered}"
            )
            directive.warn(Code.TOTAL, message, item.line)
    return request
