"""Documents under control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, date, people, tags, text
from sphinx_archdoc.model.kind import Record, kind, mark
from sphinx_archdoc.model.words import Term, Vocabulary, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import When

STATUS = Vocabulary(
    Term(
        key="draft",
        label=mark("Draft"),
        synonyms=("wip", "in progress", "entwurf", "borrador", "brouillon"),
    ),
    Term(
        key="in-review",
        label=mark("In review"),
        synonyms=("in review", "review", "under review", "proposed", "in prüfung"),
        tone="info",
    ),
    Term(
        key="approved",
        label=mark("Approved"),
        synonyms=("active", "accepted", "final", "published", "released", "freigegeben", "gültig"),
        tone="ok",
    ),
    Term(
        key="superseded",
        label=mark("Superseded"),
        synonyms=("obsolete", "deprecated", "archived", "retired", "replaced", "abgelöst"),
        tone="mute",
    ),
)


@kind(
    "document",
    title=mark("Document"),
    prefix="DOC-",
    title_words=("system", "document title", "project", "dokument"),
)
class Document(Record):
    """What is known of a document itself: version, status, people, and when it is reviewed."""

    status: Word | None = choice(
        STATUS,
        mark("Draft, in review, approved or superseded."),
        column=True,
        synonyms=("state", "document status"),
    )
    version: str = text(
        mark("Its version."),
        column=True,
        synonyms=("revision", "document version", "current version"),
    )
    last_updated: When | None = date(
        mark("When it was last changed."),
        column=True,
        synonyms=("updated", "last update", "last modified", "date", "stand", "last changed"),
    )
    next_review: When | None = date(
        mark("When it is reviewed again."),
        column=True,
        synonyms=(
            "next review date",
            "review date",
            "review due",
            "architecture review date",
            "nächste prüfung",
        ),
    )
    review_schedule: str = text(
        mark("How often it is reviewed."),
        synonyms=("document review schedule", "review cycle", "review frequency"),
    )
    authors: tuple[str, ...] = people(
        mark("Who wrote it."),
        column=True,
        synonyms=("author", "architect", "written by", "autor", "autoren", "auteur"),
    )
    reviewers: tuple[str, ...] = people(
        mark("Who reviewed it."), synonyms=("reviewer", "reviewed by", "prüfer")
    )
    approvers: tuple[str, ...] = people(
        mark("Who approved it."),
        synonyms=("approver", "approved by", "sign-off", "freigegeben von"),
    )
    contact: str = text(
        mark("Where to ask."), synonyms=("feedback", "questions", "e-mail", "email", "kontakt")
    )
    tags: tuple[str, ...] = tags()
