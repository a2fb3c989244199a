"""A field names a record that does not exist.

**What it reports.** Each reference in a field (``supersedes``, ``affects``, ``depends-on``, …) to
an id that no record has, with the nearest id that exists. An HTTP status in place of an error code
is reported only where several codes come with it. With ``sphinx.ext.intersphinx`` a field may also
name a record of another project; only the ends of an arrow may not.

**Why.** The relation is lost: no back-link, no line in a picture, no row in a matrix.

**Example.** The element is called ``shop.db``::

    .. adr:: Use PostgreSQL
       :affects: shop.database

Write the id as it is declared, or declare the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.error_statuses import KIND, codes_by_status, is_status
from sphinx_archdoc.model.findings import Finding, Nearest
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.rules._saying import name, option, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.REFERENCE


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each reference to an id that no record has."""
    ids: Nearest | None = None
    titles: Nearest | None = None
    statuses: dict[str, tuple[str, ...]] = {}
    for record, spec, ref in references(store):
        if ref.id in store:
            continue
        drawn = store.kind(record).family == "relation"
        if not drawn and _is_elsewhere(store, spec, ref.id, given):
            continue
        ids = ids or Nearest(store.ids)
        near = ids.find(ref.id)
        if not is_id(ref.id):  # a title: another one is meant
            titles = titles or Nearest(record.title for record in store.of("element"))
            near = titles.find(ref.id)
        hint = f"did you mean {near!r}?" if near else "declare it, or remove the reference"
        if KIND in spec.targets and is_status(ref.id):
            statuses = statuses or codes_by_status(store.of(KIND))
            possible = statuses.get(ref.id, ())
            if not possible:
                continue  # a status says something by itself
            hint = f"with this status there are {', '.join(possible)}"
        message = (
            f"{name(store, record)}: {option(spec, ref)} names {ref.id!r}, which does not exist"
        )
        line = record.line_of(spec.name, ref.id)
        yield Finding(CODE, f"{message}; {hint}", record.at, line)


def _is_elsewhere(store: Store, spec: FieldSpec, id_: str, given: Given) -> bool:
    """Tell whether another project has a record of this id that the field takes."""
    return any(
        (kind.name, id_) in given.elsewhere and store.registry.matches(kind.name, spec.targets)
        for kind in (store.registry if given.elsewhere else ())
    )
