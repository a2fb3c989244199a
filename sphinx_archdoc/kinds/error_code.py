"""Error codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline


@kind(
    "error-code",
    title=mark("Error code"),
    prefix="ERR-",
    argument="id",
    lead="id",
    rest="title",
    id_words=listed("code, error code, fehlercode, code d'erreur, código, código de error"),
    title_words=listed(
        "description, message, meaning, error, error message, beschreibung, bedeutung, "
        "fehler, signification, significado"
    ),
)
class ErrorCode(Record):
    """An error that an interface reports: its code, what it means, whether to try again."""

    http_status: str = text(
        mark("The status it comes with: 404."),
        title=mark("HTTP status"),
        column=True,
        synonyms=listed("status, status code, http, http code, http status code, statuscode"),
    )
    retry: str = text(
        mark("Whether trying again helps."),
        column=True,
        synonyms=listed(
            "retryable, retriable, can retry, retry allowed, wiederholbar, réessayer, reintentar"
        ),
    )
    cause: Inline = inline(
        mark("When it happens."),
        column=True,
        synonyms=listed("causes, when, reason, ursache, raison, causa"),
    )
    action: Inline = inline(
        mark("What the caller should do."),
        synonyms=listed("resolution, handling, client action, what to do, fix, lösung, maßnahme"),
    )
    tags: tuple[str, ...] = tags()
