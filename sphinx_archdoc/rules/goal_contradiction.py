"""The status of a goal contradicts its numbers.

**What it reports.** Quality goals whose written status says *met* while the measured value misses
the target, or *missed* while it meets it.

**Why.** A reader sees the green word and not the number beside it.

**Example.** The number says otherwise::

    .. quality-goal:: Response time
       :target: < 200 ms (p95)
       :measured: 240 ms (p95)
       :status: met

Write ``missed``, or no status: then it is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.rules._saying import name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.GOAL

#: What each written status claims.
_CLAIMS = {"met": "met", "missed": "missed"}


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each goal whose status and numbers differ."""
    goals = store.of("quality-goal")
    if not goals:
        return
    from sphinx_archdoc.model.goals import verdict

    for record in goals:
        status = getattr(record, "status", None)
        claimed = _CLAIMS.get(status.key) if isinstance(status, Word) else None
        right = verdict(record) if claimed else None
        if right is not None and right.key != claimed:
            message = (
                f"{name(store, record)}: the status is {quoted(status)}, but "
                f"{quoted(getattr(record, 'measured', ''))} against "
                f"{quoted(getattr(record, 'target', ''))} is {right.key}"
            )
            yield Finding(CODE, message, record.at, record.line_of("status"))
