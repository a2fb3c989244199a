"""Technologies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._words import RING
from sphinx_archdoc.model.fields import choice, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "tech",
    title=mark("Technology"),
    plural=mark("Technologies"),
    prefix="TECH-",
    prefixed=True,
    repeats=True,
    lead="layer",
    rest="title",
    title_words=listed(
        "technologies, product, tool, language, programming language, framework, library, "
        "technologie, werkzeug, sprache, tecnología"
    ),
)
class Tech(Record):
    """A technology in use: where, which version, what for."""

    layer: str = text(
        mark("The part of the system it serves."),
        column=True,
        synonyms=listed(
            "category, area, tier, service, component, concern, type, schicht, ebene, "
            "bereich, kategorie, couche, capa"
        ),
    )
    version: str = text(
        mark("The version in use."),
        column=True,
        synonyms=listed("versions, release, ausgabe, versión"),
    )
    purpose: Inline = inline(
        mark("What it is used for."),
        column=True,
        synonyms=listed(
            "usage, use, used for, description, responsibility, zweck, einsatz, verwendung, "
            "usage prévu, propósito"
        ),
    )
    rationale: Inline = inline(
        mark("Why it was chosen."),
        column=True,
        synonyms=listed(
            "justification, reason, why, why chosen, motivation, purpose/rationale, "
            "begründung, justificación"
        ),
    )
    license: str = text(
        mark("The licence it comes under."), synonyms=listed("licence, lizenz, licencia")
    )
    status: Word | None = choice(
        RING,
        mark("Whether it is in use, on trial or on its way out."),
        synonyms=listed("state, ring, lifecycle"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    used_by: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks made with it."),
        inverse=mark("Technologies"),
        synonyms=listed("elements, applies to"),
    )
