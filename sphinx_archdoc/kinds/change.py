"""Entries of change logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import date, people, text
from sphinx_archdoc.model.kind import Record, kind, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import When


@kind(
    "change",
    title=mark("Change"),
    prefix="CHANGE-",
    title_words=(
        "changes",
        "description",
        "summary",
        "change description",
        "comment",
        "änderung",
        "änderungen",
        "modification",
        "cambios",
    ),
)
class Change(Record):
    """One entry in the history of a document: what changed, when, by whom, in which version."""

    version: str = text(
        mark("The version of the document since then."),
        column=True,
        synonyms=("revision", "rev", "ver"),
    )
    date: When | None = date(mark("When."), column=True, synonyms=("on", "when", "datum", "fecha"))
    author: tuple[str, ...] = people(
        mark("Who."),
        column=True,
        synonyms=("authors", "by", "who", "changed by", "editor", "autor", "auteur"),
    )
