"""Checklists: what the build answers of an item, and how many items are done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.views.faces import face, page_face

if TYPE_CHECKING:
    from sphinx_archdoc.checks.outcome import Outcome
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.faces import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRequest:
    """Asks a check for a page; ``part`` is what is shown of the answer: the box, or its reason.

    ``pages`` are patterns of the pages it looks at; empty: all.
    """

    is_picture: ClassVar[bool] = False
    shows_checks: ClassVar[bool] = True

    check: str
    part: Literal["box", "reason"]
    docname: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The answer of a check, with links to what should be looked at; ``more`` are not named."""

    rendered_by: ClassVar[str] = "checklist"

    part: str
    passed: bool
    reason: str
    count: int
    total: int
    links: tuple[Face, ...] = ()
    more: int = 0


class Counted(NamedTuple):
    """An item as far as sums need it: its group, its state as ticked, and its check, if any."""

    group: str
    state: str
    check: str = ""


class Sum(NamedTuple):
    """How many items are done; items that do not apply are not counted."""

    title: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRequest:
    """Asks how many items of a checklist are done."""

    is_picture: ClassVar[bool] = False
    shows_checks: ClassVar[bool] = True

    items: tuple[Counted, ...]
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sums:
    """The sum of a checklist, and those of its groups where there are several."""

    rendered_by: ClassVar[str] = "checklist"

    whole: Sum
    groups: tuple[Sum, ...] = ()


def compute(
    store: Store, request: DecidedRequest | SumRequest, context: Context
) -> tuple[Decided | Sums | None, tuple[Problem, ...]]:
    """Return the answer or the sums."""
    review: Review = context.review()
    review = review.on(request.pages)
    if isinstance(request, SumRequest):
        return sums(store, request.items, review), no_such_pages(review)
    outcome = review.near(request.docname).ask(store, request.check)
    return (decided(store, outcome, request.part) if outcome is not None else None), ()


def sums(store: Store, items: tuple[Counted, ...], review: Review) -> Sums:
    """Return the sums of a checklist; what a check decides counts by its answer."""
    by_group: dict[str, list[bool]] = {}
    for item in items:
        outcome = review.ask(store, item.check) if item.check else None
        if item.state == "not-applicable":
            continue
        done = outcome.passed if outcome is not None else item.state == "done"
        by_group.setdefault(item.group, []).append(done)
    groups = tuple(Sum(name, sum(done), len(done)) for name, done in by_group.items())
    whole = Sum("", sum(item.done for item in groups), sum(item.total for item in groups))
    return Sums(whole, groups if len(groups) > 1 else ())


def no_such_pages(review: Review) -> tuple[Problem, ...]:
    """Return what is wrong with the pages of a review."""
    return tuple(
        Problem(
            Code.VALUE,
            f"pages: no page is called {pattern!r}; {suggestion(pattern, review.docnames)}",
            option="pages",
        )
        for pattern in review.unmatched()
    )


def decided(store: Store, outcome: Outcome, part: str) -> Decided:
    """Return an answer with the faces of the records to look at."""
    links = [face(store, id_) for id_ in outcome.records]
    docname, anchor, words = outcome.place
    if docname:
        links.append(page_face(docname, anchor, words or docname))
    return Decided(
        part=part,
        passed=outcome.passed,
        reason=outcome.reason,
        count=outcome.number,
        total=outcome.total,
        links=tuple(links),
        more=outcome.more,
    )
