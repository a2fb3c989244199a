"""Vocabularies that several kinds share."""

from __future__ import annotations

from sphinx_archdoc.model.words import Term, Vocabulary, mark

#: How much something matters, most first; MoSCoW and P1 to P4 say the same.
PRIORITY = Vocabulary(
    Term(
        key="critical",
        label=mark("Critical"),
        synonyms=("very high", "highest", "blocker", "urgent", "p0", "kritisch", "sehr hoch"),
        tone="bad",
    ),
    Term(
        key="high",
        label=mark("High"),
        synonyms=("h", "must", "must have", "p1", "1", "hoch", "élevée", "haute", "alta", "alto"),
        tone="warn",
    ),
    Term(
        key="medium",
        label=mark("Medium"),
        synonyms=(
            "m", "med", "should", "should have", "normal", "moderate", "p2", "2", "mittel",
            "moyenne", "media", "medio",
        ),
        tone="info",
    ),
    Term(
        key="low",
        label=mark("Low"),
        synonyms=(
            "l", "could", "could have", "nice to have", "minor", "p3", "3", "niedrig", "gering",
            "faible", "basse", "baja", "bajo",
        ),
    ),
    Term(
        key="none",
        label=mark("Not now"),
        synonyms=("won't", "wont", "won't have", "p4", "4", "lowest", "very low", "sehr niedrig"),
        tone="mute",
    ),
)  # fmt: skip

#: Where a task or a plan stands.
PROGRESS = Vocabulary(
    Term(
        key="open",
        label=mark("Open"),
        synonyms=("new", "todo", "to do", "planned", "backlog", "offen", "geplant", "ouvert"),
    ),
    Term(
        key="active",
        label=mark("In progress"),
        synonyms=("in progress", "ongoing", "started", "wip", "🚧", "in arbeit", "en cours"),
        tone="info",
    ),
    Term(
        key="done",
        label=mark("Done"),
        synonyms=(
            "fixed", "resolved", "closed", "completed", "paid", "✅", "erledigt", "behoben",
            "terminé", "hecho",
        ),
        tone="ok",
    ),
    Term(
        key="accepted",
        label=mark("Accepted"),
        synonyms=("tolerated", "won't fix", "wont fix", "akzeptiert", "accepté", "aceptado"),
        tone="mute",
    ),
)  # fmt: skip
