"""Milestones: steps of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._states import MILESTONE_STATUS
from sphinx_archdoc.model.fields import choice, number, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import Number, Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "milestone",
    title=mark("Milestone"),
    prefix="M-",
    title_words=listed("phase, step, item, meilenstein, jalon, hito"),
    standing="standing:of_milestone",
)
class Milestone(Record):
    """A step of a plan, with the time it takes; shown as a bar by a roadmap."""

    start: str = text(
        mark("When it begins: `2026-04-15`, `2026-04`, `2026-Q2`, `2026-H1` or `2026`."),
        column=True,
        synonyms=listed(
            "from, begin, begins, starts, beginn, anfang, von, ab, début, de, inicio, desde"
        ),
    )
    end: str = text(
        mark("When it ends, in the same forms; without it the end of what `start` names."),
        column=True,
        synonyms=listed(
            "to, until, due, date, target date, ends, ende, bis, fällig, fin, échéance, hasta"
        ),
    )
    horizon: str = text(
        mark("When, where no date is known: `3-6 months`, `weeks 1-2`."),
        column=True,
        synonyms=listed(
            "timeline, timeframe, time frame, when, duration, zeitraum, dauer, durée, plazo"
        ),
    )
    status: Word | None = choice(
        MILESTONE_STATUS,
        mark("Its status; by default as its tasks show."),
        column=True,
        synonyms=("state",),
    )
    tasks: Number | None = number(mark("How many tasks it has."))
    done: Number | None = number(mark("How many of its tasks are done."))
    owner: tuple[str, ...] = owner(column=True)
    tags: tuple[str, ...] = tags()
    depends_on: tuple[Ref, ...] = refs(
        "milestone",
        help=mark("Milestones that must be reached before."),
        inverse=mark("Needed by"),
        acyclic=True,
        synonyms=listed(
            "after, depends, requires, blocked by, nach, setzt voraus, hängt ab von, abhängig von, "
            "après, dépend de, requiert, después de, tras, depende de, requiere"
        ),
    )
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it changes."),
        inverse=mark("Milestones"),
        synonyms=("component", "components", "applies to"),
    )
