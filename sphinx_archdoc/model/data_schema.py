"""The JSON Schema of data files that tables read with ``:file:``, for completion in editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.fields import Settings

if TYPE_CHECKING:
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind

_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}


def data_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema (2020-12) of a YAML or JSON file with records of one kind.

    A list of records, or a mapping that holds one such list. Names are those that the table
    understands as headers; others are kept as columns of the author's own, so they are allowed.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"archdoc-{kind.name}-data.schema.json",
        "title": kind.plural,
        "description": kind.help,
        "anyOf": [
            {"$ref": "#/$defs/records"},
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/records"}},
        ],
        "$defs": {
            "records": {"type": "array", "items": {"$ref": "#/$defs/record"}},
            "record": {
                "type": "object",
                "additionalProperties": _values({}),
                "properties": _properties(kind),
                "anyOf": [{"required": [name]} for name in _names(kind.title_words)],
            },
        },
    }


def _properties(kind: Kind) -> dict[str, Any]:
    found: dict[str, Any] = {"id": {"description": "The id; links name it.", **_SCALAR}}
    title = {"description": f"What the {kind.name} is called.", **_SCALAR}
    found |= dict.fromkeys(_names(kind.title_words), title)
    for spec in kind.fields:
        said = {"description": spec.help, **_field(spec)}
        names = (spec.option, spec.title.lower(), *spec.synonyms)
        for name in _names(name for name in names if kind.headers.get(name) is spec):
            found.setdefault(name, said)
    return found


def _names(words: Any) -> list[str]:
    """Return names as people write keys: each once, in lower case and with a capital."""
    return list(dict.fromkeys(form for word in words for form in (word, word.capitalize())))


def _field(spec: FieldSpec) -> dict[str, Any]:
    vocabulary = Settings().levels if spec.type == "level" else spec.vocabulary
    terms = vocabulary.terms if vocabulary is not None else ()
    if terms:  # what is offered; any other word is for the build to judge
        return {"anyOf": [{"enum": [term.key for term in terms]}, _values({})]}
    return _values({"type": "boolean"}) if spec.type == "flag" else _values({})


def _values(first: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one value or of a list of values."""
    choices = [first] if first else []
    return {"anyOf": [*choices, _SCALAR, {"type": "array", "items": _SCALAR}]}
