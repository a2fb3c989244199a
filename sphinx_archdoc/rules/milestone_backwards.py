"""A milestone ends before it starts.

**What it reports.** Each milestone whose end lies before its beginning.

**Why.** One of the two is wrong, and no picture can show it.

**Example.** The year changed in between::

    .. milestone:: Pilot
       :start: 2026-11
       :end: 2026-02

Correct the date that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.spans import read_span
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.DATE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each milestone that ends before it starts."""
    for record in store.of("milestone"):
        texts = [str(getattr(record, field, "") or "") for field in ("start", "end")]
        start, end = (read_span(text) if text else None for text in texts)
        if start and end and end[1] < start[0]:
            message = f"{name(store, record)}: it ends ({texts[1]}) before it starts ({texts[0]})"
            yield Finding(CODE, f"{message}; correct one of them", record.at, record.line_of("end"))
