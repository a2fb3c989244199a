"""One technology is named with different versions.

**What it reports.** Each technology that two records name with versions that cannot be the same:
rows of the technology stack and the technologies of building blocks. ``15.x`` and ``15.4`` may be
the same, ``14`` and ``15`` may not.

**Why.** One of the two is out of date, or both run and nobody knows.

**Example.** The stack and the data store disagree::

    .. tech:: PostgreSQL
       :version: 15.x

    .. datastore:: shop.db
       :technology: PostgreSQL 14

Write the version in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.technologies import Technology, agree, technologies
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.CONFLICT


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each version that differs from the first one named."""
    first: dict[str, Technology] = {}
    for tech in technologies(store):
        if not tech.version:
            continue
        known = first.setdefault(tech.key, tech)
        if not agree(known.version, tech.version):
            message = (
                f"{name(store, tech.record)}: {tech.name} {tech.version} here, {known.version} in "
                f"{name(store, known.record)} at {known.record.at}; keep one of them"
            )
            line = tech.record.line_of("technology")
            yield Finding(CODE, message, tech.record.at, line, (known.record.at,))
