"""Known limitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._words import PROGRESS
from sphinx_archdoc.model.fields import choice, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "limitation",
    title=mark("Limitation"),
    prefix="LIM-",
    prefixed=True,
    rest="description",
    title_words=listed("known limitation, limit, area, einschränkung, limitación"),
)
class Limitation(Record):
    """What the system does not do or not do well, and what is planned about it."""

    description: Inline = inline(
        mark("What cannot be done."),
        column=True,
        synonyms=listed("details, explanation, current state, impact, beschreibung, descripción"),
    )
    plan: Inline = inline(
        mark("What is planned about it."),
        column=True,
        synonyms=listed(
            "plans, workaround, mitigation, resolution, next step, planned fix, lösung, "
            "contournement"
        ),
    )
    status: Word | None = choice(
        PROGRESS, mark("Where the plan stands."), synonyms=listed("state, statut, estado")
    )
    due: str = text(
        mark("By when."), synonyms=listed("target, target date, planned for, when, termin")
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it is about."),
        inverse=mark("Limitations"),
        synonyms=listed("component, components, applies to"),
    )
