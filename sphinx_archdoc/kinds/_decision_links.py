"""How decisions refer to earlier ones, and the other ends of that."""

from __future__ import annotations

from typing import Any

from sphinx_archdoc.model.fields import refs


def earlier(help_: str, inverse: str, synonyms: tuple[str, ...]) -> Any:
    """Declare references to earlier decisions; none leads back to its start."""
    return refs("decision", help=help_, inverse=inverse, acyclic=True, synonyms=synonyms)


def later(field: str, help_: str, synonyms: tuple[str, ...]) -> Any:
    """Declare the other end of such a field: one end is enough."""
    return refs("decision", help=help_, reverse_of=field, synonyms=synonyms)
