"""Roles and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, owner, words
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline


@kind(
    "user-role",
    title=mark("Role"),
    prefix="ROLE-",
    prefixed=True,
    rest="description",
    ticks=("allowed", "denied"),
    title_words=listed("user role, group, user group, stakeholder, rolle, rôle, rol, perfil"),
)
class UserRole(Record):
    """A role of people who use the system, and what it may do."""

    description: Inline = inline(
        mark("Who has it."), column=True, synonyms=listed("purpose, who, beschreibung, descripción")
    )
    allowed: tuple[str, ...] = words(
        mark("What it may do."),
        column=True,
        synonyms=listed("may, can, permissions, rights, darf, rechte, peut, puede"),
    )
    denied: tuple[str, ...] = words(
        mark("What it may not do."),
        synonyms=listed("may not, cannot, forbidden, darf nicht, ne peut pas, no puede"),
    )
    expectations: Inline = inline(
        mark("What it expects of the system or of this document."),
        synonyms=listed(
            "expectation, interest, interests, goal, goals, concerns, erwartungen, "
            "erwartungshaltung, attentes, expectativas"
        ),
    )
    owner: tuple[str, ...] = owner()
