"""An effort is written in words where the others are amounts.

**What it reports.** Estimates whose effort is no amount ("a lot", "M"), where other estimates of
the same page have amounts for it. ``TBD``, ``?`` and the like say that nobody knows yet, which is
no finding.

**Why.** Sums and weeks leave it out, and the plan is too short.

**Example.** What is a lot adds up to nothing::

    .. estimate:: Login
       :development: 8-10 days

    .. estimate:: Search
       :development: a lot

Write a range, or ``TBD`` while it is open.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.VALUE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each effort that is no amount, beside others that are."""
    estimates = store.of("estimate")
    if not estimates:
        return
    names = [spec for spec in store.registry["estimate"].fields if spec.type == "amount"]
    for spec in names:
        by_page: dict[str, list[tuple[Record, object]]] = defaultdict(list)
        for record in estimates:
            value = getattr(record, spec.name, None)
            if value is not None:
                by_page[record.at.docname].append((record, value))
        for found in by_page.values():
            read = [getattr(value, "low", None) is not None for _, value in found]
            for (record, value), is_amount in zip(found, read, strict=True):
                if any(read) and not is_amount and not _is_open(str(value)):
                    message = f"{name(store, record)}: {spec.option} is {quoted(value)}"
                    message += ", which is no amount; the sums leave it out"
                    yield Finding(CODE, message, record.at, record.line_of(spec.name))


def _is_open(text: str) -> bool:
    from sphinx_archdoc.model.unsettled import is_unsettled

    return is_unsettled(text) or text.strip(" *_").startswith("[")
