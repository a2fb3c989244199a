"""Constraints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref


@kind(
    "constraint",
    title=mark("Constraint"),
    prefix="CON-",
    prefixed=True,
    rest="description",
    title_words=listed("randbedingung, rahmenbedingung, contrainte, restricción"),
)
class Constraint(Record):
    """What limits the choices: money, time, law, a company standard."""

    description: Inline = inline(
        mark("What it says."),
        column=True,
        synonyms=listed(
            "background or motivation, background, motivation, explanation, details, "
            "rationale, value, erläuterung, hintergrund, beschreibung, descripción"
        ),
    )
    type: str = text(
        mark("Technical, organisational, legal, and so on."),
        column=True,
        synonyms=listed("category, kategorie, art, catégorie, categoría"),
    )
    source: str = text(
        mark("Who or what imposes it."),
        synonyms=listed("origin, imposed by, herkunft, quelle, origine, origen"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it limits."),
        inverse=mark("Constraints"),
        synonyms=listed("component, components, applies to"),
    )
