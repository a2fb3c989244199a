"""One author's edit to the content, and what each dialect's author must touch for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content import PER_PAGE, Decision, Mention, Project

if TYPE_CHECKING:
    from collections.abc import Callable


def swap(project: Project, old: Decision, new: Decision) -> Project:
    return replace(
        project, decisions=tuple(new if one is old else one for one in project.decisions)
    )


def middle(project: Project, status: str) -> Decision:
    """The decision of that status nearest the middle."""
    half = len(project.decisions) // 2
    found = [n for n, one in enumerate(project.decisions) if one.status == status]
    return project.decisions[min(found, key=lambda n: abs(n - half))]


def link_ends(project: Project) -> tuple[Decision, Decision]:
    """Source and target of the link edit: an accepted decision and an earlier one."""
    source = middle(project, "accepted")
    earlier = [one for one in project.decisions if one.status == "accepted"]
    pages = project.page_of
    target = next((one for one in earlier if pages[one.id] != pages[source.id]), earlier[0])
    return source, target


def edit_text(project: Project) -> Project:
    """A sentence more in the context of one decision."""
    old = middle(project, "accepted")
    context = (*old.context[:-1], (*old.context[-1], " The meeting added this sentence."))
    return swap(project, old, replace(old, context=context))


def edit_status(project: Project) -> Project:
    """A proposed decision is accepted."""
    old = middle(project, "proposed")
    return swap(project, old, replace(old, status="accepted"))


def edit_link(project: Project) -> Project:
    """One decision amends another, on another page."""
    source, target = link_ends(project)
    context = (*source.context, ("This amends ", Mention(target.id), " in part."))
    return swap(project, source, replace(source, amends=(target.id,), context=context))


def edit_title(project: Project) -> Project:
    """A component that others link to by its title gets a new one."""
    named = {one for decision in project.decisions for one in decision.affects}
    old = next(one for one in project.components if one.id in named)
    new = replace(old, title="Renamed by the meeting")
    return replace(
        project, components=tuple(new if one is old else one for one in project.components)
    )


def edit_add(project: Project) -> Project:
    """A new decision at the end."""
    last = project.decisions[-1]
    number = len(project.decisions) + 1
    new = replace(last, id=f"ADR-{number:04d}", title="Added by the meeting", supersedes=())
    return replace(project, decisions=(*project.decisions, replace(new, status="accepted")))


def edit_drop(project: Project) -> Project:
    """The last risk goes."""
    return replace(project, risks=project.risks[:-1])


def edit_move(project: Project) -> Project:
    """Two neighbours on either side of a page break change places."""
    row = list(project.decisions)
    row[PER_PAGE - 1 : PER_PAGE + 1] = reversed(row[PER_PAGE - 1 : PER_PAGE + 1])
    return replace(project, decisions=tuple(row))


EDITS: dict[str, Callable[[Project], Project]] = {
    "text": edit_text,
    "status": edit_status,
    "link": edit_link,
    "title": edit_title,
    "add": edit_add,
    "drop": edit_drop,
    "move": edit_move,
}


def pages_to_touch(project: Project, edit: str, dialect: str) -> list[str]:
    """Pages that a sphinx-needs author must touch so that the output is right.

    sphinx-needs does not write a page again when only a record on another page changed.
    Touching the overview (status) and the target (link) makes its result comparable.
    """
    if dialect != "needs":
        return []
    if edit == "status":
        return ["overview"]
    if edit == "link":
        return [project.page_of[link_ends(project)[1].id]]
    return []
