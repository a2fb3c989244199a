"""What a check answers, and how most checks come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

#: So many of the records that fail are named.
_NAMED = 3


class Outcome(NamedTuple):
    """The answer of a check.

    reason   a sentence for the catalogue of messages, in which ``{count}``, the number, and
             ``{total}`` are put
    records  ids of records to look at, ``place`` a page, an anchor on it, and its words
    more     how many other records are to be looked at
    """

    passed: bool
    reason: str
    number: int = 0
    total: int = 0
    records: tuple[str, ...] = ()
    place: tuple[str, str, str] = ("", "", "")
    more: int = 0


NONE_YET = mark("There are none yet.")
#: What more than one check misses.
NO_DECISION = mark("There is no decision; adr adds one, archdoc_adr_paths finds files.")
NO_RISK = mark("There is no risk; risk or risk-table adds one.")
NO_CONTAINER = mark("There is no container; app, datastore or c4-model adds one.")


def every(
    records: Iterable[Record],
    holds: Callable[[Record], object],
    *,
    fine: str,
    wrong: str,
    none: str = NONE_YET,
    needed: bool = True,
) -> Outcome:
    """Ask something of every record; without any record it is passed only if none is ``needed``."""
    found = tuple(records)
    bad = [record.id for record in found if not holds(record)]
    if not found:
        return Outcome(not needed, none)
    if bad:
        named = tuple(bad[:_NAMED])
        return Outcome(False, wrong, len(bad), len(found), named, more=len(bad) - len(named))
    return Outcome(True, fine, len(found), len(found))


def some(store: Store, review: Review, *kinds: str, fine: str, wrong: str) -> Outcome:
    """Ask whether there is any record of these kinds."""
    found = review.of(store, *kinds)
    if not found:
        return Outcome(False, wrong)
    return Outcome(True, fine, len(found), len(found), (found[0].id,) if len(found) == 1 else ())


def picture(review: Review, *sorts: str, fine: str, wrong: str) -> Outcome:
    """Ask whether a page shows a picture of one of these sorts."""
    found = [view for view in review.views if view.sort in sorts]
    if not found:
        return Outcome(False, wrong)
    first = found[0]
    title = first.title or review.titles.get(first.docname, "")  # without caption: the page's
    return Outcome(True, fine, len(found), len(found), place=(first.docname, first.anchor, title))
