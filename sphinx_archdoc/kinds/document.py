"""Documents under control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._states import DOCUMENT_STATUS
from sphinx_archdoc.model.fields import choice, date, people, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import When
    from sphinx_archdoc.model.words import Word


@kind(
    "document",
    title=mark("Document"),
    prefix="DOC-",
    title_words=listed("system, document title, project, dokument"),
)
class Document(Record):
    """What is known about a document: version, status, people, and when it is reviewed."""

    status: Word | None = choice(
        DOCUMENT_STATUS,
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
        synonyms=listed("updated, last update, last modified, date, stand, last changed"),
    )
    next_review: When | None = date(
        mark("When it is reviewed again."),
        column=True,
        synonyms=listed(
            "next review date, review date, review due, architecture review date, nächste prüfung"
        ),
    )
    review_schedule: str = text(
        mark("How often it is reviewed."),
        synonyms=("document review schedule", "review cycle", "review frequency"),
    )
    authors: tuple[str, ...] = people(
        mark("Who wrote it."),
        column=True,
        synonyms=listed("author, architect, written by, autor, autoren, auteur"),
    )
    reviewers: tuple[str, ...] = people(
        mark("Who reviewed it."), synonyms=("reviewer", "reviewed by", "prüfer")
    )
    approvers: tuple[str, ...] = people(
        mark("Who approved it."),
        synonyms=listed("approver, approved by, sign-off, freigegeben von"),
    )
    contact: str = text(
        mark("Where to ask."), synonyms=listed("feedback, questions, e-mail, email, kontakt")
    )
    tags: tuple[str, ...] = tags()
