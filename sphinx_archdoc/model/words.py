"""The vocabularies that come with the package, in several languages, and the ordered scales."""

from __future__ import annotations

from sphinx_archdoc.model.decision_words import DECISION_STATUS
from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.model.vocabulary import (
    Term,
    Vocabulary,
    Word,
    last_step,
    listed,
    plain_word,
)

#: The life of a risk.
RISK_STATUS = Vocabulary(
    Term(key="open", label=mark("Open"), synonyms=("new", "identified", "offen"), tone="info"),
    Term(
        key="active",
        label=mark("Active"),
        synonyms=("in progress", "ongoing", "monitoring", "monitored", "aktiv"),
        tone="warn",
    ),
    Term(
        key="mitigated",
        label=mark("Mitigated"),
        synonyms=("controlled", "reduced", "resolved", "gemindert"),
        tone="ok",
    ),
    Term(key="accepted", label=mark("Accepted"), synonyms=("tolerated", "akzeptiert")),
    Term(
        key="closed",
        label=mark("Closed"),
        synonyms=("done", "retired", "obsolete", "geschlossen"),
        tone="mute",
    ),
    Term(key="occurred", label=mark("Occurred"), synonyms=("issue", "eingetreten"), tone="bad"),
)

#: The life of a building block.
ELEMENT_STATUS = Vocabulary(
    Term(
        key="planned",
        label=mark("Planned"),
        synonyms=("proposed", "future", "geplant"),
        tone="info",
    ),
    Term(
        key="live",
        label=mark("Live"),
        synonyms=("active", "in production", "in use", "current", "in betrieb"),
        tone="ok",
    ),
    Term(
        key="deprecated",
        label=mark("Deprecated"),
        synonyms=("sunset", "legacy", "veraltet"),
        tone="warn",
    ),
    Term(
        key="retired",
        label=mark("Retired"),
        synonyms=("removed", "archived", "außer betrieb"),
        tone="mute",
    ),
)

_LEVELS = {
    "very-low": Term(
        key="very-low",
        label=mark("Very low"),
        synonyms=("very low", "vl", "negligible", "minimal", "rare", "sehr niedrig", "sehr gering"),
    ),
    "low": Term(
        key="low",
        label=mark("Low"),
        synonyms=("l", "minor", "unlikely", "niedrig", "gering", "klein", "faible", "bajo", "baja"),
    ),
    "medium": Term(
        key="medium",
        label=mark("Medium"),
        synonyms=(
            "m",
            "moderate",
            "med",
            "possible",
            "mittel",
            "moyen",
            "moyenne",
            "medio",
            "media",
        ),
    ),
    "high": Term(
        key="high",
        label=mark("High"),
        synonyms=("h", "major", "significant", "likely", "hoch", "groß", "élevé", "élevée", "alto"),
    ),
    "very-high": Term(
        key="very-high",
        label=mark("Very high"),
        synonyms=("very high", "vh", "very likely", "almost certain", "sehr hoch"),
    ),
    "critical": Term(
        key="critical",
        label=mark("Critical"),
        synonyms=("crit", "severe", "extreme", "catastrophic", "kritisch", "critique", "crítico"),
    ),
}


def scale(size: int) -> Vocabulary:
    """Return the scale of levels with 3, 4 or 5 steps, lowest first.

    A word above or below the steps of a smaller scale counts as its last or first step, and a
    bare number counts as the step with that number.
    """
    keys = {
        3: ("low", "medium", "high"),
        4: ("low", "medium", "high", "critical"),
        5: ("very-low", "low", "medium", "high", "very-high"),
    }[size]
    extra: dict[str, list[str]] = {key: [str(n + 1)] for n, key in enumerate(keys)}
    for key, term in _LEVELS.items():
        if key not in keys:
            nearest_step = keys[0] if key == "very-low" else keys[-1]
            extra[nearest_step] += [key, *term.synonyms]
    return Vocabulary(
        *(
            Term(key=key, label=_LEVELS[key].label, synonyms=(*_LEVELS[key].synonyms, *extra[key]))
            for key in keys
        )
    )


__all__ = [
    "DECISION_STATUS", "ELEMENT_STATUS", "RISK_STATUS", "Term", "Vocabulary", "Word", "last_step",
    "listed", "mark", "plain_word", "scale",
]  # fmt: skip
