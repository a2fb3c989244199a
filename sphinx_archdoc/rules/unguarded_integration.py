"""An integration does not say what happens when the other side is silent.

**What it reports.** Integrations that do not say which timeout, retry, rate limit, circuit breaker
and fallback they have: one finding for each integration, naming all that is missing. ``none`` is an
answer, an empty cell or a dash is not.

**Why.** The other side will be slow or gone one day; what happens then is a decision.

**Example.** Four of five are missing::

    .. integration:: Payment
       :type: REST
       :timeout: 10 s

Say them, write ``none`` where there is none on purpose, or switch the check off with
``archdoc_rules = {"unguarded-integration": "off"}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.store import Store

CODE = Code.RESILIENCE
_WANTED = ("timeout", "retry", "rate_limit", "circuit_breaker", "fallback")


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each integration that leaves something open."""
    for record in store.of("integration"):
        parts = {part.title.casefold() for part in record.sections}
        kind = store.kind(record)
        missing = [
            field
            for field in _WANTED
            if not _said(getattr(record, field, "")) and not _has_part(kind, field, parts)
        ]
        if missing:
            words = ", ".join(field.replace("_", "-") for field in missing)
            message = f"{name(store, record)}: not said: {words}; write 'none' where there is none"
            yield Finding(CODE, message, record.at)


def _has_part(kind: Kind, field: str, parts: set[str]) -> bool:
    """Tell whether a part of the text has the name of the field: a listing says it."""
    spec = kind.field(field)
    words = (spec.name.replace("_", " "), *spec.synonyms) if spec is not None else ()
    return any(word.casefold() in parts for word in words)


def _said(value: object) -> bool:
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return bool(plain(value).strip(" -–—"))
    return bool(str(value or "").strip(" -–—"))
