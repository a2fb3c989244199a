"""A record lacks a fact that its kind requires.

**What it reports.** Each required field that no declaration of the record fills. A reference counts
when the record at its other end gives it.

**Why.** Without it the record cannot be drawn or counted.

**Example.** A relation needs both ends::

    .. relation:: asks for prices
       :source: shop.web

Add ``:target:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.MISSING


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each required field that is empty."""
    for kind in store.kinds:
        required = [spec for spec in kind.fields if spec.required and spec.type != "flag"]
        for record in store.of(kind.name) if required else ():
            for spec in required:
                if _filled(store, record, spec):
                    continue
                where = "column" if record.origin == "row" else "option"
                label = spec.title if record.origin == "row" else spec.option
                message = f"{name(store, record)}: {spec.option} is missing"
                yield Finding(CODE, f"{message}; fill the {where} {label!r}", record.at)


def _filled(store: Store, record: Record, spec: FieldSpec) -> bool:
    value = getattr(record, spec.name)
    if spec.type == "inline":
        return bool(plain(value).strip())
    if value not in (None, "", ()):
        return True
    if spec.reverse_of:
        return any(link.field == spec.reverse_of for link in store.relations.incoming(record.id))
    return any(link.field == spec.name for link in store.relations.outgoing(record.id))
