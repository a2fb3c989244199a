"""Architecture decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds import _adr_words as words
from sphinx_archdoc.kinds._decision_links import earlier, later
from sphinx_archdoc.model.fields import choice, date, people, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark
from sphinx_archdoc.model.words import DECISION_STATUS, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import Ref, When


@kind(
    "adr",
    title=mark("Architecture decision"),
    plural=mark("Architecture decisions"),
    family="decision",
    prefix="ADR-",
    page_form=True,
    id_words=("adr",),
    title_words=listed("decision, entscheidung, décision, decisión"),
)
class Adr(Record):
    """An architecture decision: what was decided, why, which other options, and what follows."""

    status: Word | None = choice(
        DECISION_STATUS,
        mark("The status of the decision."),
        column=True,
        synonyms=words.STATUS,
    )
    date: When | None = date(
        mark("The day it was decided or last changed."), column=True, synonyms=words.DATE
    )
    deciders: tuple[str, ...] = people(mark("Who decided."), synonyms=words.DECIDERS)
    consulted: tuple[str, ...] = people(mark("Who was asked."), synonyms=words.CONSULTED)
    informed: tuple[str, ...] = people(mark("Who was told."), synonyms=words.INFORMED)
    tags: tuple[str, ...] = tags(column=True)
    supersedes: tuple[Ref, ...] = earlier(
        mark("Decisions this one replaces; a note in brackets names the part replaced."),
        mark("Superseded by"),
        words.SUPERSEDES,
    )
    superseded_by: tuple[Ref, ...] = later(
        "supersedes", mark("The other end of supersedes; one end is enough."), words.SUPERSEDED_BY
    )
    amends: tuple[Ref, ...] = earlier(
        mark("Decisions this one changes in part."), mark("Amended by"), words.AMENDS
    )
    amended_by: tuple[Ref, ...] = later(
        "amends", mark("The other end of amends; one end is enough."), words.AMENDED_BY
    )
    depends_on: tuple[Ref, ...] = earlier(
        mark("Decisions this one builds on."), mark("Built on by"), words.DEPENDS_ON
    )
    relates_to: tuple[Ref, ...] = refs(
        help=mark("Other records worth reading with it."),
        inverse=mark("Related"),
        synonyms=words.RELATES_TO,
    )
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it shapes."),
        inverse=mark("Decided by"),
        column=True,
        synonyms=words.AFFECTS,
    )
    chosen: str = text(
        mark("Name of the chosen option, where the text does not make it plain."),
        synonyms=words.CHOSEN,
    )
