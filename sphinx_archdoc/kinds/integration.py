"""Integrations with other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "integration",
    title=mark("Integration"),
    prefix="INT-",
    prefixed=True,
    rest="purpose",
    headed=True,
    title_words=listed(
        "service, external service, system, external system, partner, provider, third "
        "party, interface, communication partner, schnittstelle, nachbarsystem, interfaz"
    ),
)
class Integration(Record):
    """A connection with a system of somebody else, and what happens when it is silent."""

    purpose: Inline = inline(
        mark("What it is for."),
        column=True,
        synonyms=listed("description, usage, use, zweck, propósito"),
    )
    type: str = text(
        mark("How it is done: REST, webhook, file, and so on."),
        column=True,
        synonyms=listed("integration type, style, protocol, technology, art, typ"),
    )
    authentication: str = text(
        mark("How each side knows the other."),
        column=True,
        synonyms=listed("auth, auth method, credentials, authentifizierung, autenticación"),
    )
    timeout: Amount | None = amount(
        mark("How long an answer is waited for."),
        column=True,
        synonyms=listed("timeouts, time out, zeitlimit, délai"),
    )
    retry: str = text(
        mark("How often it is tried again."),
        column=True,
        synonyms=listed(
            "retries, retry policy, retry strategy, retry logic, wiederholung, reintentos"
        ),
    )
    rate_limit: str = text(
        mark("How often it may be called."),
        column=True,
        synonyms=listed(
            "rate limits, rate limiting, limit, limits, throttling, quota, ratenbegrenzung"
        ),
    )
    circuit_breaker: str = text(
        mark("When calls are held back."),
        column=True,
        synonyms=listed("breaker, circuit breaking, sicherung, disyuntor"),
    )
    fallback: Inline = inline(
        mark("What happens instead."),
        column=True,
        synonyms=listed("fall back, degradation, on failure, rückfall, ersatz, repli, alternativa"),
    )
    webhook: str = text(
        mark("Where it calls back."),
        synonyms=listed("webhooks, webhook url, callback, callbacks, endpoint"),
    )
    data: Inline = inline(
        mark("What is exchanged."),
        synonyms=listed("data exchanged, exchanged data, payload, daten, données, datos"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    partner_element: tuple[Ref, ...] = refs(
        "element",
        help=mark("The building block on the other side."),
        inverse=mark("Integrations"),
        synonyms=listed("element, with"),
    )
    used_by: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that use it."),
        inverse=mark("Integrates with"),
        synonyms=listed("component, components, applies to"),
    )
