"""The written total of an estimate is not the sum of its parts.

**What it reports.** Estimates whose total differs from what their parts (design, development, test,
columns of one's own) add up to, or lies outside the range of their cases (best, likely, worst). A
wrong row of totals is reported where the table is read.

**Why.** Somebody plans with the total.

**Example.** Eight to ten days and three to five are eleven to fifteen::

    .. estimate:: Login
       :development: 8-10 days
       :test: 3-5 days
       :total: 13-17 days

Write ``11-15 days``, or no total: then it is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.TOTAL


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each estimate whose total is wrong."""
    estimates = store.of("estimate")
    if not estimates:
        return
    from sphinx_archdoc.model.effort import across, add, cases_of, parts_of, same, within
    from sphinx_archdoc.model.quantities import Amount

    for record in estimates:
        written = getattr(record, "total", None)
        if not isinstance(written, Amount) or written.low is None:
            continue
        cases = across(cases_of(record))
        if cases is not None:
            if not within(written, cases):
                message = (
                    f"{name(store, record)}: the total is {quoted(written)}, but its cases go "
                    f"from the best to the worst over {cases}"
                )
                yield Finding(CODE, message, record.at)
            continue
        parts = parts_of(record)
        right = add(amount for _, amount in parts)
        if right is None:
            continue
        if not same(written, right):
            said = " + ".join(amount.text for _, amount in parts)
            message = (
                f"{name(store, record)}: the total is {quoted(written)}, but {said} is {right}"
            )
            yield Finding(CODE, message, record.at)
