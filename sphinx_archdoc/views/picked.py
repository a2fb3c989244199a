"""The records that a picture shows: chosen as tables choose theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx_archdoc.views.cells import Badge, cell
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.timeline.data import Tone
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: Fields of requests that choose by a field of the same name.
_BY_FIELD = ("status", "tags", "affects", "owner")


class Status(NamedTuple):
    """The status of a record as a picture says it."""

    key: str = ""
    word: str = ""
    tone: Tone = "neutral"


def picked(
    store: Store, kinds: tuple[str, ...], request: Any, context: Context
) -> tuple[tuple[Record, ...], list[Problem]]:
    """Return the records of some kinds that a request wants, and what is wrong with its options.

    The request may have ``filter`` (a condition) and the fields of ``_BY_FIELD`` (words of which
    one must hold).
    """
    selection = Selection(
        kinds=kinds,
        where=getattr(request, "filter", ""),
        equals=tuple((name, words) for name in _BY_FIELD if (words := getattr(request, name, ()))),
    )
    problems = selection_problems(store.registry, selection, settings=context.settings)
    return select(store, selection, context.scoring, context.settings), problems


def statuses(store: Store, context: Context) -> Callable[[Record], Status]:
    """Return what tells the status that holds: the author's word, or ours translated."""
    values = Values(store, context.scoring, context.settings)

    def status(record: Record) -> Status:
        kind = store.kind(record)
        spec = kind.field("status")
        if spec is None or spec.type != "choice":
            return Status()
        found = cell(values, record, values.source(kind, "status"))
        if not isinstance(found, Badge):
            return Status()
        ours = not found.text or found.text.casefold() in (found.key, found.label.casefold())
        word = context.translate(found.label) if ours else found.text
        return Status(
            found.key, word, cast("Tone", found.tone) if found.tone in _TONES else "neutral"
        )

    return status


_TONES = ("ok", "info", "warn", "bad", "mute", "neutral")
