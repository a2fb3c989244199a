"""A flow names an error code that does not exist.

**What it reports.** Each error case of a flow whose code is nearly, but not quite, a declared one.
A code unlike all others is the flow's own, and an HTTP status says what it says, whether one code,
several or none come with it.

**Why.** Readers look the code up and find nothing: no meaning, no advice whether to try again.

**Example.** The code is called ``NO_STOCK``::

    .. error-table::

       .. csv-table::
          :header: Code, Status

          NO_STOCK, 409

    .. c4-model::

       app shop.web
       app shop.api
       shop.web -> shop.api

    .. flow:: Order

       shop.web -> shop.api : POST /orders
       error NO_STOCKS @1 : Nothing left

Write the code as it is declared, or declare it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.error_statuses import KIND, is_status
from sphinx_archdoc.model.findings import Finding, Nearest
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.REFERENCE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each code that is written wrong."""
    codes = store.of(KIND)
    if not codes or not store.has_body("flow"):
        return
    from sphinx_archdoc.diagrams.sequence.elements import flows

    known = {code.id for code in codes}
    nearest = Nearest(sorted(known))
    for record, sequence in flows(store):
        lines = {error.code: error.line for error in reversed(sequence.errors)}
        for code in dict.fromkeys(error.code for error in sequence.errors):
            near = "" if code in known or is_status(code) else nearest.find(code)
            if near:
                message = f"{name(store, record)}: error names {code!r}, which does not exist"
                line = record.line_in_text(lines[code])
                yield Finding(CODE, f"{message}; did you mean {near!r}?", record.at, line)
