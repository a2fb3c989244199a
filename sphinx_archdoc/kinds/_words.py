"""Vocabularies of the kinds that are tasks, goals, alerts and technologies."""

from __future__ import annotations

from sphinx_archdoc.model.words import Term, Vocabulary, listed, mark

#: How much something matters, most first; MoSCoW and P1 to P4 say the same.
PRIORITY = Vocabulary(
    Term(
        key="critical",
        label=mark("Critical"),
        synonyms=listed("very high, highest, blocker, urgent, p0, kritisch, sehr hoch, critique"),
        tone="bad",
    ),
    Term(
        key="high",
        label=mark("High"),
        synonyms=listed("h, must, must have, p1, 1, hoch, élevée, haute, alta, alto"),
        tone="warn",
    ),
    Term(
        key="medium",
        label=mark("Medium"),
        synonyms=listed(
            "m, med, should, should have, normal, moderate, p2, 2, mittel, moyenne, media, medio"
        ),
        tone="info",
    ),
    Term(
        key="low",
        label=mark("Low"),
        synonyms=listed(
            "l, could, could have, nice to have, minor, p3, 3, niedrig, gering, faible, basse, "
            "baja, bajo"
        ),
    ),
    Term(
        key="later",
        label=mark("Not now"),
        synonyms=listed("won't, wont, won't have, p4, 4, lowest, very low, sehr niedrig"),
        tone="mute",
    ),
)

#: Where a task or a plan stands.
PROGRESS = Vocabulary(
    Term(
        key="open",
        label=mark("Open"),
        synonyms=listed("new, todo, to do, planned, backlog, offen, geplant, ouvert, abierto"),
    ),
    Term(
        key="active",
        label=mark("In progress"),
        synonyms=listed("in progress, ongoing, started, wip, 🚧, in arbeit, en cours"),
        tone="info",
    ),
    Term(
        key="done",
        label=mark("Done"),
        synonyms=listed(
            "fixed, resolved, closed, completed, paid, ✅, erledigt, behoben, terminé, hecho"
        ),
        tone="ok",
    ),
    Term(
        key="accepted",
        label=mark("Accepted"),
        synonyms=listed("tolerated, won't fix, akzeptiert, accepté, aceptado"),
        tone="mute",
    ),
)

#: Whether a goal is reached.
GOAL_STATUS = Vocabulary(
    Term(
        key="planned",
        label=mark("Planned"),
        synonyms=listed("open, todo, to do, not started, not measured, offen, geplant"),
    ),
    Term(
        key="active",
        label=mark("In progress"),
        synonyms=listed("in progress, ongoing, partial, partly met, 🚧, in arbeit, en cours"),
        tone="info",
    ),
    Term(
        key="met",
        label=mark("Met"),
        synonyms=listed(
            "achieved, reached, fulfilled, on target, ok, yes, done, ✅, ✔, ✓, pass, passed, "
            "erreicht, erfüllt, atteint, cumplido, logrado"
        ),
        tone="ok",
    ),
    Term(
        key="at-risk",
        label=mark("At risk"),
        synonyms=listed("at risk, warning, ⚠, endangered, gefährdet, à risque, en riesgo"),
        tone="warn",
    ),
    Term(
        key="missed",
        label=mark("Missed"),
        synonyms=listed(
            "not met, not achieved, failed, fail, no, ❌, ✗, verfehlt, nicht erreicht, "
            "nicht erfüllt, non atteint, incumplido"
        ),
        tone="bad",
    ),
)

#: How bad what an alert tells is.
SEVERITY = Vocabulary(
    Term(
        key="critical",
        label=mark("Critical"),
        synonyms=listed("crit, fatal, emergency, page, sev1, sev 1, p1, kritisch, critique"),
        tone="bad",
    ),
    Term(
        key="error",
        label=mark("Error"),
        synonyms=listed("high, major, sev2, sev 2, p2, hoch, fehler, erreur"),
        tone="warn",
    ),
    Term(
        key="warning",
        label=mark("Warning"),
        synonyms=listed("warn, medium, minor, sev3, sev 3, p3, mittel, warnung, aviso"),
        tone="warn",
    ),
    Term(
        key="info",
        label=mark("Information"),
        synonyms=listed("low, notice, informational, information, sev4, sev 4, p4, niedrig"),
        tone="info",
    ),
)

#: Whether a technology comes, stays or goes.
RING = Vocabulary(
    Term(
        key="adopt",
        label=mark("Adopt"),
        synonyms=listed("active, in use, approved, current, production, ✅, im einsatz"),
        tone="ok",
    ),
    Term(
        key="trial",
        label=mark("Trial"),
        synonyms=listed("pilot, poc, experimental, beta, erprobung"),
        tone="info",
    ),
    Term(
        key="assess",
        label=mark("Assess"),
        synonyms=listed("proposed, planned, candidate, evaluating, prüfen, geplant"),
    ),
    Term(
        key="hold",
        label=mark("Hold"),
        synonyms=listed("deprecated, legacy, phase out, retired, abgelöst, veraltet"),
        tone="warn",
    ),
)
