"""What follows from the cells of a row, put beside them: scores, statuses, downtimes.

A table of records shows these too. What the author has written is not said again, and everything
computed says that it is.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.model.kind import computed
from sphinx_archdoc.model.said_numbers import in_language
from sphinx_archdoc.model.values import is_nothing
from sphinx_archdoc.render.card import apart
from sphinx_archdoc.render.links import badge
from sphinx_archdoc.sphinxext.added_columns import COMPUTED, add_column, computed_mark
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.translated import later
from sphinx_archdoc.sphinxext.written_scores import own_scores
from sphinx_archdoc.views.known_facts import word_of
from sphinx_archdoc.views.sources import scored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Cells, Columns
    from sphinx_archdoc.sphinxext.drafts import Draft

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class _Facts(NamedTuple):
    """What follows from one record, as nodes; empty where nothing does."""

    score: Sequence[nodes.Node]
    status: Sequence[nodes.Node]
    notes: Sequence[str]


def add_computed(
    directive: ArchDirective,
    kind: Kind,
    columns: Columns,
    made: Sequence[tuple[Draft, Cells]],
) -> None:
    """Add to a table what follows from its rows and is not in it."""
    named = {spec.name: at for at, spec in columns.fields().items()}
    found = [_facts_of(directive, draft) for draft, _ in made]
    rows = [row for _, row in made]
    _add_status(directive, kind, named, rows, found)
    scores = [facts.score for facts in found]
    if any(scores) and not own_scores(columns):
        after = max(named.get("impact", -1), named.get("likelihood", -1))
        add_column(translate("Score"), rows, scores, after)
    for row, facts in zip(rows, found, strict=True):
        cell = row.get(named.get("target", -1))
        if cell is not None:
            later(directive.env, partial(_note, cell, facts.notes))


def add_to_items(directive: ArchDirective, made: Sequence[Draft]) -> None:
    """Add to the items of a list what follows from each."""
    for draft in made:
        facts = _facts_of(directive, draft)
        paragraph = next(iter(draft.node.children), None)
        inner = facts.score or facts.status
        if inner and isinstance(paragraph, nodes.paragraph):
            more = [nodes.Text(" "), *inner, nodes.Text(" "), computed_mark()]
            later(directive.env, partial(paragraph.extend, more))
        if isinstance(draft.node, nodes.list_item):
            later(directive.env, partial(_note, draft.node, facts.notes, after=1))


def _add_status(
    directive: ArchDirective,
    kind: Kind,
    named: Mapping[str, int],
    rows: Sequence[Cells],
    found: Sequence[_Facts],
) -> None:
    """Add the column of statuses, or fill the empty cells of the one that is there."""
    statuses = [facts.status for facts in found]
    spec = kind.field("status")
    if spec is None or not any(statuses):
        return
    if "status" not in named:
        add_column(translate(spec.title), rows, statuses)
        return
    for row, inner in zip(rows, statuses, strict=True):
        cell = row.get(named["status"])
        if cell is not None and inner and is_nothing(cell.astext()):
            later(directive.env, partial(_fill, cell, inner))


def _fill(cell: nodes.Element, inner: Sequence[nodes.Node]) -> None:
    """Put into an empty cell what is computed."""
    cell.children = []
    cell += nodes.paragraph("", "", *inner, nodes.Text(" "), computed_mark())
    cell["classes"].append(COMPUTED)


def _facts_of(directive: ArchDirective, draft: Draft) -> _Facts:
    record, kind = draft.as_record(), draft.kind
    score: list[nodes.Node] = []
    if scored(kind):
        scoring = directive.domain.config.scoring()
        value = scoring.score(word_of(record, "impact"), word_of(record, "likelihood"))
        band = scoring.band(value)
        if band is not None:
            score.append(badge(f"{value} {translate(band.label)}", band.tone))
    return _Facts(score, _status(directive, kind, record), _notes(kind, record))


def _status(directive: ArchDirective, kind: Kind, record: Record) -> list[nodes.Node]:
    """Return the status that follows, where nobody has written one."""
    spec = kind.field("status")
    if not kind.standing or spec is None or getattr(record, "status", None) is not None:
        return []
    word = computed(kind.standing, record)
    vocabulary = directive.domain.reading.vocabulary(spec, kind.name)
    term = vocabulary.get(word.key) if vocabulary and word else None
    return [badge(translate(term.label), term.tone)] if term is not None else []


def _notes(kind: Kind, record: Record) -> list[str]:
    """Return the facts that are texts, each with its title."""
    found = ((fact, fact.value(record)) for fact in kind.derived if fact.type == "text")
    return [
        f"{translate(fact.title)}: {in_language(value, translate)}"
        for fact, value in found
        if fact.column and value
    ]


def _numbers(text: str) -> set[str]:
    return {number.replace(",", ".") for number in _NUMBER.findall(text)}


def _note(holder: nodes.Element, notes: Sequence[str], after: int | None = None) -> None:
    """Put facts below what they follow from, those whose number stands there are known."""
    written = _numbers(holder.astext())
    new = [note for note in notes if written.isdisjoint(_numbers(note.partition(": ")[2]))]
    if new:
        line = nodes.paragraph(classes=[COMPUTED])
        for note in new:
            line += apart() if line.children else []
            line += nodes.inline("", note)
        line += [nodes.Text(" "), computed_mark()]
        holder.insert(len(holder.children) if after is None else after, line)
