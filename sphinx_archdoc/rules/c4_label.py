"""A relation does not say what it is for.

**What it reports.** Relations without a label, and those whose label only says that there is one:
uses, calls, connects to, talks to, and the like.

**Why.** The line shows already that one uses the other. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-label": "warning"}`::

    .. c4-model::

       app web "Shop"
       app api "API"
       web -> api : uses

Say what for: `web -> api : places orders [JSON/HTTPS]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import WEAK_LABELS, relations
from sphinx_archdoc.rules._saying import line_name, name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_LABEL
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each relation with no label or a weak one."""
    for record, source, target in relations(store):
        label = " ".join(record.title.split()).casefold().rstrip(".")
        # A relation without a label has its id for a title.
        if not label or record.title == record.id:
            message = f"{line_name(store, record, source, target)} has no label"
        elif label in WEAK_LABELS:
            message = f"{name(store, record)}: {quoted(record.title)} says no more than the line"
        else:
            continue
        yield Finding(CODE, f"{message}; say what it is for", record.at)
