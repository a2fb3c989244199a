"""Endpoints of interfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "endpoint",
    title=mark("Endpoint"),
    prefix="EP-",
    prefixed=True,
    lead="path",
    rest="description",
    called_by=("method", "path"),
    title_words=listed(
        "operation, operation name, action, method name, tool name, operación, opération"
    ),
)
class Endpoint(Record):
    """One operation of an interface: how it is called, what comes back, what may go wrong."""

    method: str = text(
        mark("The verb: GET, POST, and so on."),
        column=True,
        synonyms=listed("verb, http method, http verb, methode"),
    )
    path: str = text(
        mark("Where it is: `/orders/{id}`; the verb may stand before it."),
        column=True,
        synonyms=listed("endpoint, route, url, uri, resource, pfad, chemin, ruta"),
    )
    description: Inline = inline(
        mark("What it does, in one line."),
        column=True,
        synonyms=listed("purpose, summary, beschreibung, zweck, descripción"),
    )
    request: Inline = inline(
        mark("What is sent."),
        synonyms=listed(
            "input, request body, body, parameters, params, input schema, anfrage, requête"
        ),
    )
    response: Inline = inline(
        mark("What comes back."),
        synonyms=listed("output, returns, response body, antwort, réponse, respuesta"),
    )
    authentication: str = text(
        mark("Who may call it, and how they say who they are."),
        synonyms=listed(
            "auth, authorization, access, required role, scope, permission, authentifizierung"
        ),
    )
    rate_limit: Amount | None = amount(
        mark("How often it may be called."),
        synonyms=listed("limit, rate limits, throttling, quota"),
    )
    errors: tuple[Ref, ...] = refs(
        "error-code",
        help=mark("Error codes it may return."),
        column=True,
        inverse=mark("Returned by"),
        synonyms=listed("error codes, error code, possible errors, fehlercodes, códigos de error"),
    )
    component: tuple[Ref, ...] = refs(
        "element",
        help=mark("The building block that offers it."),
        column=True,
        inverse=mark("Endpoints"),
        synonyms=listed("service, app, api, provided by, server, anbieter"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
