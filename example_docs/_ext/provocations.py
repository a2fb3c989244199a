"""For each warning code a small project that provokes it: shown in the reference, and tested."""

from __future__ import annotations

from provocations_of import decisions, documents, facts, models, texts
from provocations_of.one import Provocation

__all__ = ["PROVOCATIONS", "Provocation"]

PROVOCATIONS: dict[str, Provocation] = {
    **facts.FOUND,
    **decisions.FOUND,
    **models.FOUND,
    **texts.FOUND,
    **documents.FOUND,
}
