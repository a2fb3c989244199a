"""Use cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._words import PRIORITY
from sphinx_archdoc.model.fields import choice, inline, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "use-case",
    title=mark("Use case"),
    prefix="UC-",
    prefixed=True,
    rest="goal",
    title_words=listed(
        "usecase, scenario, feature, user story, story, anwendungsfall, cas d'utilisation, "
        "caso de uso"
    ),
)
class UseCase(Record):
    """What somebody does with the system, how often, and with which result."""

    actor: str = text(
        mark("Who does it."),
        column=True,
        synonyms=listed(
            "actors, primary actor, user, users, persona, role, akteur, akteure, acteur, "
            "actor principal"
        ),
    )
    goal: Inline = inline(
        mark("What they want."),
        column=True,
        synonyms=listed(
            "purpose, description, summary, benefit, ziel, zweck, but, objetivo, beschreibung"
        ),
    )
    flow: Inline = inline(
        mark("The steps, in short."),
        column=True,
        synonyms=listed("steps, main flow, basic flow, ablauf, étapes, pasos"),
    )
    frequency: str = text(
        mark("How often."),
        column=True,
        synonyms=listed("how often, volume, häufigkeit, fréquence, frecuencia"),
    )
    priority: Word | None = choice(
        PRIORITY,
        mark("How much it matters."),
        synonyms=listed("importance, prio, priorität, priorité, prioridad"),
    )
    trigger: Inline = inline(
        mark("What starts it."), synonyms=listed("starts when, auslöser, déclencheur, disparador")
    )
    precondition: Inline = inline(
        mark("What must be true before."),
        synonyms=listed("preconditions, vorbedingung, précondition, precondición"),
    )
    outcome: Inline = inline(
        mark("What is true when it has ended."),
        synonyms=listed("result, postcondition, postconditions, ergebnis, résultat, resultado"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that take part."),
        inverse=mark("Use cases"),
        synonyms=listed("component, components, applies to"),
    )
    shown_by: tuple[Ref, ...] = refs(
        "flow",
        help=mark("Flows that show it step by step."),
        inverse=mark("Shows"),
        synonyms=listed("flows, flow id, sequence"),
    )
