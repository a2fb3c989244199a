"""A flow names an error code that does not exist.

**What it reports.** Each error case of a flow whose code is nearly, but not quite, a declared one,
and each HTTP status that several codes come with. A code unlike all others is the flow's own: its
error cases say what it means.

**Why.** Readers look the code up and find nothing: no meaning, no advice whether to try again.

**Example.** The code is called ``NO_STOCK``::

    .. flow:: Order

       shop.web -> shop.api : POST /orders
       error NO_STOCKS @1 : Nothing left

Write the code as it is declared, or declare it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.error_statuses import KIND, codes_by_status, is_status
from sphinx_archdoc.model.findings import Finding, Nearest
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.REFERENCE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each code that is written wrong, or could be several."""
    codes = store.of(KIND)
    if not codes or not store.has_body("flow"):
        return
    from sphinx_archdoc.diagrams.sequence.elements import flows

    statuses = codes_by_status(codes)
    known = {code.id for code in codes}
    nearest = Nearest(sorted(known))
    for record, sequence in flows(store):
        for code in dict.fromkeys(error.code for error in sequence.errors):
            possible = statuses.get(code, ())
            if code in known or len(possible) == 1 or (is_status(code) and not possible):
                continue
            message = f"{name(store, record)}: error names {code!r}, which does not exist"
            near = nearest.find(code)
            if not near and not possible:
                continue
            hint = f"did you mean {near!r}?"
            if possible:
                message = f"{name(store, record)}: error names {code!r}, which is several codes"
                hint = f"write one of {', '.join(possible)}"
            yield Finding(CODE, f"{message}; {hint}", record.at)
