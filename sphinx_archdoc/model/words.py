"""The vocabularies that come with the package, in several languages, and the ordered scales."""

from __future__ import annotations

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.model.vocabulary import (
    Term,
    Vocabulary,
    Word,
    last_step,
    listed,
    plain_word,
)

#: The life of a decision. Words met in about a thousand real records, in five languages.
DECISION_STATUS = Vocabulary(
    Term(
        key="draft",
        label=mark("Draft"),
        synonyms=("entwurf", "borrador", "brouillon", "wip", "in progress", "tbd"),
    ),
    Term(
        key="proposed",
        label=mark("Proposed"),
        synonyms=(
            "pending",
            "provisional",
            "under review",
            "in review",
            "review",
            "in consideration",
            "under consideration",
            "under discussion",
            "on hold",
            "deferred",
            "open",
            "vorgeschlagen",
            "propuesto",
            "propuesta",
            "proposé",
            "proposée",
            "proposto",
            "proposta",
            "提案",
            "提案中",
            "提议",
            "提議",
        ),
        tone="info",
    ),
    Term(
        key="accepted",
        label=mark("Accepted"),
        synonyms=(
            "approved",
            "adopted",
            "active",
            "current",
            "implemented",
            "implementable",
            "amended",
            "resolved",
            "decided",
            "done",
            "complete",
            "completed",
            "in force",
            "partly superseded",
            "partially superseded",
            "superseded in part",
            "partly replaced",
            "partially replaced",
            "replaced in part",
            "✅",
            "✔",
            "✓",
            "akzeptiert",
            "angenommen",
            "aceptado",
            "aceptada",
            "accepté",
            "acceptée",
            "adoptée",
            "adopté",
            "vigente",
            "aceito",
            "aceita",
            "aprovado",
            "aprovada",
            "aprobado",
            "aprobada",
            "beschlossen",
            "承認",
            "承認済み",
            "採用",
            "採用済み",
            "採択",
            "已採用",
            "已采用",
            "已接受",
            "采纳",
            "已采纳",
        ),
        tone="ok",
    ),
    Term(
        key="rejected",
        label=mark("Rejected"),
        synonyms=(
            "declined",
            "withdrawn",
            "❌",
            "✗",
            "abgelehnt",
            "verworfen",
            "rechazado",
            "rechazada",
            "rejeté",
            "rejetée",
            "却下",
        ),
        tone="bad",
    ),
    Term(
        key="deprecated",
        label=mark("Deprecated"),
        synonyms=(
            "obsolete",
            "retired",
            "reverted",
            "veraltet",
            "obsoleto",
            "obsolète",
            "déprécié",
            "非推奨",
            "廃止",
            "已废弃",
            "已棄用",
        ),
        tone="warn",
    ),
    Term(
        key="superseded",
        label=mark("Superseded"),
        synonyms=(
            "superceded",
            "superseeded",
            "superseded by",
            "superceded by",
            "replaced",
            "replaced by",
            "abgelöst",
            "ersetzt",
            "reemplazado",
            "reemplazada",
            "remplacé",
            "remplacée",
            "substituído",
            "substituída",
            "置き換え",
            "已取代",
            "已替代",
        ),
        tone="mute",
    ),
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
