"""Items of checklists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, date, people, text
from sphinx_archdoc.model.kind import Record, kind, mark
from sphinx_archdoc.model.words import Term, Vocabulary, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import When

STATUS = Vocabulary(
    Term(
        key="open",
        label=mark("Open"),
        synonyms=("to do", "todo", "no", "pending", "☐", "offen", "ausstehend"),
        tone="info",
    ),
    Term(
        key="done",
        label=mark("Done"),
        synonyms=(
            "yes",
            "complete",
            "completed",
            "passed",
            "ok",
            "signed",
            "☑",
            "✅",
            "fertig",
            "erledigt",
        ),
        tone="ok",
    ),
    Term(
        key="not-applicable",
        label=mark("Not applicable"),
        synonyms=("not applicable", "skipped", "entfällt", "nicht zutreffend"),
        tone="mute",
    ),
)


@kind(
    "checklist-item",
    title=mark("Checklist item"),
    prefix="CHECK-",
    title_words=("item", "criterion", "role", "reviewer role", "prüfpunkt"),
    standing="standing:of_item",
)
class ChecklistItem(Record):
    """One item of a checklist: ticked by hand, with name and date, or decided by the build."""

    status: Word | None = choice(
        STATUS, mark("Open or done, as ticked."), column=True, synonyms=("state", "result")
    )
    group: str = text(
        mark("The heading it stands under."), column=True, synonyms=("section", "area")
    )
    signed_by: tuple[str, ...] = people(
        mark("Who ticked it."),
        column=True,
        synonyms=("name", "reviewer", "approver", "approved by", "reviewed by", "by", "signature"),
    )
    signed: When | None = date(
        mark("When it was ticked."), column=True, synonyms=("date", "on", "signed on", "datum")
    )
    check: str = text(mark("The named check by which the build decides it."))
