"""A building block is declared in two places with different facts.

**What it reports.** Each fact that two declarations of one building block give differently, with
both values and both places. A declaration that says nothing of a fact is no conflict; tags and
references add up.

**Why.** Only one of the values can be shown, and a reader of the other page is told something else.

**Example.** A page and the model disagree about the technology::

    .. c4-model::

       app shop.api "API" [FastAPI]

    .. app:: shop.api
       :technology: Django

Keep the fact in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.CONFLICT


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each fact that two declarations give differently."""
    for first, second, field in store.clashes:
        message = (
            f"{name(store, second)}: {field.replace('_', '-')} is {_value(store, second, field)} "
            f"here and {_value(store, first, field)} at {first.at}; keep one of them"
        )
        yield Finding(CODE, message, second.at, second.line_of(field), (first.at,))


def _value(store: Store, record: Record, field: str) -> str:
    return store.kind(record).name if field == "kind" else quoted(getattr(record, field))
