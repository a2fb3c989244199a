"""An integration does not say what happens when the other side is silent.

**What it reports.** Integrations that do not say which timeout, retry, rate limit, circuit breaker
and fallback they have: one finding for each integration, naming all that is missing. ``none`` is an
answer, an empty cell or a dash is not. What is said inside another of these counts as well
(``:timeout: 10 s, retry 3x``).

**Why.** The other side will be slow or gone one day; what happens then is a decision.

**Example.** Four of five are missing::

    .. integration:: Payment
       :type: REST
       :timeout: 10 s

Say them, write ``none`` where there is none on purpose, or switch the check off with
``archdoc_rules = {"unguarded-integration": "off"}``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.unsettled import says_something
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
        values = [_words(getattr(record, field, "")) for field in _WANTED]
        said = " ".join(value.casefold() for value in values)
        missing = [
            field
            for field, value in zip(_WANTED, values, strict=True)
            if not says_something(value)
            and not parts.intersection(names := _names(kind, field))
            and not _is_named(names, said)
        ]
        if missing:
            words = ", ".join(field.replace("_", "-") for field in missing)
            message = f"{name(store, record)}: not said: {words}; write 'none' where there is none"
            yield Finding(CODE, message, record.at)


def _names(kind: Kind, field: str) -> list[str]:
    """Return what a field is called: a part of the text or a value with such a word says it."""
    spec = kind.field(field)
    if spec is None:
        return []
    return [word.casefold() for word in (spec.name.replace("_", " "), *spec.synonyms)]


def _is_named(words: list[str], text: str) -> bool:
    """Tell whether one of the words stands in a text as a whole word."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _words(value: object) -> str:
    """Return a value as text; a dash says nothing."""
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return plain(value).strip(" -–—")
    said = value.text if isinstance(value, Amount) else str(value or "")
    return said.strip(" -–—")
