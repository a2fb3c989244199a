from __future__ import annotations

import dataclasses
import json
from typing import Any

import jsonschema
import pytest
from model_help import REGISTRY, rec, store_of, to, word

from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.kind import Registry
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.model.schema import VERSION, checksum, export, json_schema, to_json
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import Term, Vocabulary, Word

STORE = store_of(
    rec(
        "adr",
        "ADR-2",
        "Use it",
        status=word("accepted"),
        date=When("2026-01-20", "20 Jan 2026"),
        deciders=("Ann",),
        supersedes=(Ref("ADR-1", "clause 2"), Ref("ADR-9")),
        sections=(SectionRef("context", "Context", "adr-2-context"),),
        summary="Short",
        extra=(("Cost", (Span("1 "), Span("k", ("strong",)))),),
    ),
    rec("adr", "ADR-1", "Use that", superseded_by=to("ADR-2")),
    rec("system", "shop", description=(Span("Sells", ("strong",)), Span(" things"))),
    rec("app", "shop.web", external=True, depends_on=to("shop")),
    rec("risk", "R-1", impact=Word("", "purple"), likelihood=Word("high", "High")),
)


def test_the_export_is_valid_json_of_the_schema() -> None:
    schema = json_schema(REGISTRY)
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(json.dumps(export(STORE), allow_nan=False))
    jsonschema.validate(data, schema)
    assert data["version"] == VERSION
    assert [record["id"] for record in data["records"]] == [
        "ADR-1",
        "ADR-2",
        "R-1",
        "shop",
        "shop.web",
    ]


def test_what_a_record_looks_like() -> None:
    old, new, risk, system, app = export(STORE)["records"]
    assert old == {
        "id": "ADR-1",
        "kind": "adr",
        "title": "Use that",
        "page": "index",
        "anchor": "adr-1",
        "source": "index.rst",
        "line": 1,
        "fields": {"superseded-by": [{"id": "ADR-2"}]},
    }
    assert new["fields"] == {
        "status": {"key": "accepted", "text": "accepted"},
        "date": {"iso": "2026-01-20", "text": "20 Jan 2026"},
        "deciders": ["Ann"],
        "supersedes": [{"id": "ADR-1", "note": "clause 2"}, {"id": "ADR-9"}],
    }
    assert new["sections"] == [{"key": "context", "title": "Context", "anchor": "adr-2-context"}]
    assert (new["summary"], new["extra"]) == ("Short", {"Cost": "1 k"})
    assert risk["fields"]["impact"] == {"key": "", "text": "purple"}
    assert system["fields"] == {"description": "Sells things"}
    assert (app["parent"], app["fields"]["external"]) == ("shop", True)


def test_relations_lead_to_records_that_exist() -> None:
    assert export(STORE)["relations"] == [
        {"source": "ADR-2", "target": "ADR-1", "type": "supersedes", "note": "clause 2"},
        {"source": "shop.web", "target": "shop", "type": "depends_on"},
    ]


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (Number(1.0, "d", "1 d"), {"value": 1.0, "unit": "d", "text": "1 d"}),
        (Range(1.0, 2.0, "d", "1-2 d"), {"low": 1.0, "high": 2.0, "unit": "d", "text": "1-2 d"}),
        (("a", "b"), ["a", "b"]),
        ((), []),
        ("a", "a"),
        (True, True),
    ],
)
def test_values_as_json(value: Any, data: Any) -> None:
    assert to_json(value) == data


def test_the_checksum_changes_with_what_stored_records_depend_on() -> None:
    adr, risk = REGISTRY["adr"], REGISTRY["risk"]
    status = dataclasses.replace(adr.fields[0], vocabulary=Vocabulary(Term(key="a", label="A")))
    variants = [
        [adr],
        [risk],
        [adr, risk],
        [dataclasses.replace(adr, argument="id")],
        [dataclasses.replace(adr, fields=adr.fields[1:])],
        [dataclasses.replace(adr, fields=(status, *adr.fields[1:]))],
    ]
    assert len({checksum(Registry(kinds)) for kinds in variants}) == len(variants)
    assert checksum(Registry([adr])) == checksum(
        Registry([dataclasses.replace(adr, title="Another", help="Another")])
    )
