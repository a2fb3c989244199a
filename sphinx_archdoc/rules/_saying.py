"""How rules speak of records and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.inline import Span, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.model.values import Ref

_LONGEST = 60
ENDS = ("source", "target")


def name(store: Store, record: Record) -> str:
    """Return ``<kind> <id>``, the start of each message; of a line of a model, its two ends.

    The id of such a line is made from its ends, and nobody has written it.
    """
    kind = store.kind(record)
    if kind.family == "relation":
        ends = [ref.id for end in ENDS for ref in getattr(record, end)[:1]]
        made = f"{kind.prefix}{'-'.join(ends)}"
        if f"{record.id}-".startswith(f"{made}-") and len(ends) == len(ENDS):
            return " -> ".join(ends)
    return f"{kind.name} {record.id}"


def line_name(store: Store, record: Record, source: str, target: str) -> str:
    """Return the name of a relation with its two ends, which may be all there is to say."""
    said, line = name(store, record), f"{source} → {target}"
    return line if said == f"{source} -> {target}" else f"{said}: {line}"


def option(spec: FieldSpec, ref: Ref) -> str:
    """Return the name of a field as the author of a reference wrote it."""
    return getattr(ref, "word", "") or spec.option


def quoted(value: object) -> str:
    """Return a field's value as it was written, in quotes, cut where it is long."""
    if isinstance(value, tuple) and type(value) is tuple:
        if value and isinstance(value[0], Span):
            text = plain(value)
        else:
            text = ", ".join(str(item) for item in value)
    else:
        text = str(value)
    return repr(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def references(store: Store) -> Iterator[tuple[Record, FieldSpec, Ref]]:
    """Yield each reference of each record as written, once for a record and field.

    Repeated declarations are read too, so that a fault is reported where it stands.
    """
    fields = {
        kind.name: [spec for spec in kind.fields if spec.type == "refs"] for kind in store.kinds
    }
    for record in store.written:
        for spec in fields[record.kind_name]:
            seen: set[str] = set()
            for ref in getattr(record, spec.name):
                if ref.id not in seen:
                    seen.add(ref.id)
                    yield record, spec, ref
