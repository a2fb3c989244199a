"""Flows: who does what in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref


@kind(
    "flow",
    title=mark("Flow"),
    prefix="FLOW-",
    title_words=("scenario", "use case", "ablauf", "scénario", "flujo"),
    body="flow",
)
class Flow(Record):
    """A scenario step by step: who calls whom, in which order, and what can go wrong.

    The steps are lines in the text (``shop.web -> shop.api : POST /login [HTTPS]``), or as
    a Mermaid or PlantUML sequence diagram. They become a picture, a numbered list and a table of
    errors.
    """

    description: Inline = inline(
        mark("What it is for, in one line."),
        column=True,
        synonyms=("purpose", "goal", "zweck", "ziel", "descripción"),
    )
    trigger: Inline = inline(
        mark("What starts it."),
        column=True,
        synonyms=("starts when", "started by", "auslöser", "déclencheur", "disparador"),
    )
    result: Inline = inline(
        mark("What is true when it has ended."),
        synonyms=("outcome", "postcondition", "ergebnis", "résultat", "resultado"),
    )
    frequency: str = text(
        mark("How often it runs."), synonyms=("volume", "rate", "häufigkeit", "fréquence")
    )
    owner: tuple[str, ...] = owner(column=True)
    tags: tuple[str, ...] = tags()
    relates_to: tuple[Ref, ...] = refs(
        help=mark("Other records worth reading with it."),
        inverse=mark("Related"),
        synonyms=("related", "related to", "see also", "links"),
    )
