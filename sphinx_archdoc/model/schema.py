"""The export: records and relations as JSON, and its JSON Schema."""

from __future__ import annotations

import dataclasses
from itertools import product
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.checksum import VERSION
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.record import says_no_title
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def export(store: Store) -> dict[str, Any]:
    """Return all records and relations as JSON-ready data, sorted, with relative paths only."""
    return {
        "$schema": f"archdoc-{VERSION}.schema.json",
        "version": VERSION,
        "records": [_record(store, record) for record in store.records],
        "relations": [
            {"source": source, "target": target, "type": type_} | ({"note": note} if note else {})
            for source, target, type_, note in sorted(_edges(store))
            if source in store and target in store
        ],
    }


def _edges(store: Store) -> Iterator[tuple[str, str, str, str]]:
    """Yield source, target, type and note of each link, and of each relation record."""
    for link in store.relations.links:
        yield link.source, link.target, link.field, link.note
    for record in store.of("relation"):
        label = "" if says_no_title(record) else record.title
        ends = (_ids(getattr(record, end, ())) for end in ("source", "target"))
        for source, target in product(*ends):
            yield source, target, "relation", label


def _ids(value: object) -> list[str]:
    return [ref.id for ref in value if isinstance(ref, Ref)] if isinstance(value, tuple) else []


def _record(store: Store, record: Record) -> dict[str, Any]:
    kind = store.kind(record)
    data: dict[str, Any] = {
        "id": record.id,
        "kind": kind.name,
        "title": record.title,
        "page": record.at.docname,
        "anchor": record.at.anchor,
        "source": record.at.source,
        "line": record.at.line,
    }
    status = effective_status(store, record)
    if status is not None:
        data["effective_status"] = status.key
    parent = store.parent(record.id) if kind.family == "element" else ""
    if parent:
        data["parent"] = parent
    if record.summary:
        data["summary"] = record.summary
    fields = {
        spec.option: to_json(getattr(record, spec.name))
        for spec in kind.fields
        if getattr(record, spec.name) not in (None, "", (), False)
    }
    if fields:
        data["fields"] = fields
    if record.sections:
        data["sections"] = [
            {"key": key, "title": title, "anchor": anchor} for key, title, anchor in record.sections
        ]
    if record.extra:
        data["extra"] = {name: plain(value) for name, value in record.extra}
    if record.body is not None:
        data["body"] = said_of(record.body)
    return data


def said_of(value: Any) -> Any:
    """Return what a text in a format says as JSON-ready data, without what it does not say."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = (f.name for f in dataclasses.fields(value) if f.repr)
        facts = {name: said_of(getattr(value, name)) for name in told}
        return {name: fact for name, fact in facts.items() if fact not in (None, "", [], {})}
    if isinstance(value, tuple):
        return [said_of(item) for item in value]
    return value


def to_json(value: Any) -> Any:
    """Return a field value as JSON-ready data."""
    if isinstance(value, Word):
        return {"key": value.key, "text": value.text}
    if isinstance(value, When):
        return {"iso": value.iso, "text": value.text}
    if isinstance(value, Number):
        return {"value": value.value, "unit": value.unit, "text": value.text}
    if isinstance(value, Range):
        return {"low": value.low, "high": value.high, "unit": value.unit, "text": value.text}
    if isinstance(value, Amount):
        return {name: fact for name, fact in value._asdict().items() if fact not in ("", None)}
    if isinstance(value, tuple):
        if value and isinstance(value[0], Ref):
            return [{"id": ref.id} | ({"note": ref.note} if ref.note else {}) for ref in value]
        if value and isinstance(value[0], tuple):
            return plain(value)
        return list(value)
    return value


_FIELD_SCHEMA: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "inline": {"type": "string"},
    "choice": {"$ref": "#/$defs/word"},
    "level": {"$ref": "#/$defs/word"},
    "date": {"$ref": "#/$defs/date"},
    "refs": {"type": "array", "items": {"$ref": "#/$defs/ref"}},
    "number": {"$ref": "#/$defs/number"},
    "range": {"$ref": "#/$defs/range"},
    "amount": {"$ref": "#/$defs/amount"},
    "flag": {"type": "boolean"},
    "tags": {"type": "array", "items": {"type": "string"}},
    "people": {"type": "array", "items": {"type": "string"}},
}


def json_schema(registry: Registry) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``archdoc.json`` for these kinds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"archdoc-{VERSION}.schema.json",
        "title": "archdoc.json",
        "type": "object",
        "required": ["version", "records", "relations"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "version": {"const": VERSION},
            "records": {
                "type": "array",
                "items": {"anyOf": [{"$ref": f"#/$defs/kind-{kind.name}"} for kind in registry]},
            },
            "relations": {"type": "array", "items": {"$ref": "#/$defs/relation-entry"}},
        },
        "$defs": {**_shared(), **{f"kind-{kind.name}": _kind_schema(kind) for kind in registry}},
    }


def _kind_schema(kind: Kind) -> dict[str, Any]:
    return {
        "description": kind.help,
        "type": "object",
        "required": ["id", "kind", "title", "page", "anchor", "source", "line"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "kind": {"const": kind.name},
            "title": {"type": "string"},
            "page": {"type": "string"},
            "anchor": {"type": "string"},
            "source": {"type": "string"},
            "line": {"type": "integer", "minimum": 0},
            "effective_status": {"type": "string"},
            "parent": {"type": "string"},
            "summary": {"type": "string"},
            "fields": {
                "type": "object",
                "additionalProperties": False,
                "properties": {spec.option: _field_schema(spec) for spec in kind.fields},
            },
            "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
            "extra": {"type": "object", "additionalProperties": {"type": "string"}},
        }
        | ({"body": {"type": "object"}} if kind.body else {}),
    }


def _field_schema(spec: FieldSpec) -> dict[str, Any]:
    return {"description": spec.help, **_FIELD_SCHEMA[spec.type]}


def _shared() -> dict[str, Any]:
    text = {"type": "string"}
    number = {"type": "number"}

    def closed(required: list[str], **properties: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "required": required,
            "additionalProperties": False,
            "properties": properties,
        }

    return {
        "word": closed(["key", "text"], key=text, text=text),
        "date": closed(["iso", "text"], iso=text, text=text),
        "ref": closed(["id"], id=text, note=text),
        "number": closed(["value", "unit", "text"], value=number, unit=text, text=text),
        "range": closed(["low", "high"], low=number, high=number, unit=text, text=text),
        "amount": closed(
            ["text"], text=text, sign=text, low=number, high=number, unit=text, statistic=text
        ),
        "section": closed(["key", "title", "anchor"], key=text, title=text, anchor=text),
        "relation-entry": closed(
            ["source", "target", "type"], source=text, target=text, type=text, note=text
        ),
    }
