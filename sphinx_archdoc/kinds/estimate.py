"""Estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds import _estimate_words as words
from sphinx_archdoc.model.fields import amount, owner, refs, tags, text
from sphinx_archdoc.model.kind import Derived, Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "estimate",
    title=mark("Estimate"),
    prefix="EST-",
    prefixed=True,
    sums=True,
    rest="total",
    derived=(
        Derived(
            name="sum",
            title=mark("Sum"),
            help=mark("The parts added up; the written total where there are no parts."),
            code="effort:sum_of_record",
            type="amount",
            column=True,
        ),
    ),
    title_words=listed(
        "component, task, work item, work package, workstream, feature, item, activity, epic, "
        "story, deliverable, arbeitspaket, aufgabe, tâche, tarea"
    ),
)
class Estimate(Record):
    """The effort for a piece of work; amounts are ranges (`8-10 days`) and add up."""

    phase: str = text(mark("What it belongs to."), synonyms=words.PHASE)
    design: Amount | None = amount(mark("Effort for the design."), synonyms=words.DESIGN)
    development: Amount | None = amount(
        mark("Effort for building it."), column=True, synonyms=words.DEVELOPMENT
    )
    test: Amount | None = amount(mark("Effort for testing it."), column=True, synonyms=words.TEST)
    optimistic: Amount | None = amount(
        mark("Effort if all goes well; with the worst case it makes a range."),
        synonyms=words.OPTIMISTIC,
    )
    likely: Amount | None = amount(mark("Effort that is most likely."), synonyms=words.LIKELY)
    pessimistic: Amount | None = amount(
        mark("Effort if things go wrong."), synonyms=words.PESSIMISTIC
    )
    total: Amount | None = amount(
        mark("Effort as a whole; computed where the parts are given."), synonyms=words.TOTAL
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it makes or changes."),
        inverse=mark("Estimates"),
        synonyms=words.AFFECTS,
    )
