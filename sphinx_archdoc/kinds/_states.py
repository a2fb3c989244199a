"""Vocabularies of the kinds that are documents and plans."""

from __future__ import annotations

from sphinx_archdoc.model.words import Term, Vocabulary, listed, mark

#: Where a document stands.
DOCUMENT_STATUS = Vocabulary(
    Term(
        key="draft",
        label=mark("Draft"),
        synonyms=listed("wip, in progress, entwurf, borrador, brouillon"),
    ),
    Term(
        key="in-review",
        label=mark("In review"),
        synonyms=listed("in review, review, under review, proposed, in prüfung"),
        tone="info",
    ),
    Term(
        key="approved",
        label=mark("Approved"),
        synonyms=listed("active, accepted, final, published, released, freigegeben, gültig"),
        tone="ok",
    ),
    Term(
        key="superseded",
        label=mark("Superseded"),
        synonyms=listed("obsolete, deprecated, archived, retired, replaced, abgelöst"),
        tone="mute",
    ),
)

#: Where a milestone stands.
MILESTONE_STATUS = Vocabulary(
    Term(
        key="planned",
        label=mark("Planned"),
        synonyms=listed("open, not started, todo, to do, future, next, geplant, offen"),
    ),
    Term(
        key="active",
        label=mark("In progress"),
        synonyms=listed("in progress, ongoing, started, current, running, wip, in arbeit"),
        tone="info",
    ),
    Term(
        key="done",
        label=mark("Done"),
        synonyms=listed("completed, complete, finished, released, closed, ✅, fertig, erledigt"),
        tone="ok",
    ),
    Term(
        key="at-risk",
        label=mark("At risk"),
        synonyms=listed("delayed, late, overdue, blocked, on hold, gefährdet, verzögert"),
        tone="warn",
    ),
    Term(
        key="cancelled",
        label=mark("Cancelled"),
        synonyms=listed("canceled, dropped, abandoned, stopped, abgebrochen, gestrichen"),
        tone="mute",
    ),
)
