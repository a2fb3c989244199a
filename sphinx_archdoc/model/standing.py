"""Statuses that follow from other facts, see ``Kind.standing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.unsettled import says_something
from sphinx_archdoc.model.vocabulary import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record


def of_question(record: Record) -> Word:
    """Return the status of a question: answered once it says the answer or who gives it."""
    answer = plain(getattr(record, "answer", ""))
    answered = says_something(answer) or bool(getattr(record, "answered_by", ()))
    return Word("answered", "") if answered else Word("open", "")


def of_milestone(record: Record) -> Word | None:
    """Return the status that the tasks of a milestone show; None where it has none."""
    tasks, done = (_count(record, name) for name in ("tasks", "done"))
    if not tasks:
        return None
    if done >= tasks:
        return Word("done", "")
    return Word("active", "") if done else Word("planned", "")


def of_item(record: Record) -> Word | None:
    """Return the status of an item that nobody has ticked; None where the build decides."""
    return None if getattr(record, "check", "") else Word("open", "")


def _count(record: Record, name: str) -> float:
    return float(getattr(getattr(record, name, None), "value", 0) or 0)
