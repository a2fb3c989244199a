"""Every word we put on a page: translated here, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.kind import Registry

CATALOG = "sphinx_archdoc"
_ = get_translation(CATALOG)


def translate(text: str) -> str:
    """Translate a label that the core marked with ``mark()``."""
    return str(_(text)) if text else ""


def part_labels() -> Mapping[str, str]:
    """Return the words that are put into a record's text."""
    return {
        "chosen": translate("Chosen"),
        "pros": translate("Pros"),
        "cons": translate("Cons"),
        "neutrals": translate("Neutral"),
        "positive": translate("Positive"),
        "negative": translate("Negative"),
        "neutral": translate("Neutral"),
        "mitigation": translate("Mitigation"),
    }


class LateTitle:
    """The title of a kind, which is loaded when somebody shows it."""

    def __init__(self, registry: Registry, name: str) -> None:
        self._registry = registry
        self._name = name

    def __str__(self) -> str:
        return self._registry[self._name].title
