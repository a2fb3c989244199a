"""Integrations with other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds import _integration_words as words
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
    """A connection to a system of others, and what happens when it does not answer."""

    purpose: Inline = inline(mark("What it is for."), column=True, synonyms=words.PURPOSE)
    type: str = text(
        mark("How it is done: REST, webhook, file, and so on."), column=True, synonyms=words.TYPE
    )
    authentication: str = text(
        mark("How both sides authenticate."), column=True, synonyms=words.AUTHENTICATION
    )
    timeout: Amount | None = amount(
        mark("How long to wait for an answer."), column=True, synonyms=words.TIMEOUT
    )
    retry: str = text(mark("How often it is retried."), column=True, synonyms=words.RETRY)
    rate_limit: str = text(
        mark("How often it may be called."), column=True, synonyms=words.RATE_LIMIT
    )
    circuit_breaker: str = text(
        mark("When calls are held back."), column=True, synonyms=words.CIRCUIT_BREAKER
    )
    fallback: Inline = inline(mark("What happens instead."), column=True, synonyms=words.FALLBACK)
    webhook: str = text(mark("Where it calls back."), synonyms=words.WEBHOOK)
    data: Inline = inline(mark("What is exchanged."), synonyms=words.DATA)
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    partner_element: tuple[Ref, ...] = refs(
        "element",
        help=mark("The building block on the other side."),
        inverse=mark("Integrations"),
        synonyms=words.PARTNER_ELEMENT,
    )
    used_by: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that use it."),
        inverse=mark("Integrates with"),
        synonyms=words.USED_BY,
    )
