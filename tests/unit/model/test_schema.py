from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from storing import REGISTRY, rec, store_of, to, word

import sphinx_archdoc
from sphinx_archdoc.model.checksum import VERSION, checksum, sizes
from sphinx_archdoc.model.declare import kinds_from_config
from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.kind import Registry
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.model.schema import export, json_schema, to_json
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
    renamed = dataclasses.replace(adr.fields[0], synonyms=("phase",))
    variants = [
        [adr],
        [risk],
        [adr, risk],
        [dataclasses.replace(adr, argument="id")],
        [dataclasses.replace(adr, prefix="D-")],
        [dataclasses.replace(adr, id_words=("id",))],
        [dataclasses.replace(adr, title_words=("title",))],
        [dataclasses.replace(adr, fields=(renamed, *adr.fields[1:]))],
        [dataclasses.replace(adr, fields=adr.fields[1:])],
        [dataclasses.replace(adr, fields=(status, *adr.fields[1:]))],
    ]
    assert len({checksum(Registry(kinds)) for kinds in variants}) == len(variants)
    assert checksum(Registry([adr])) == checksum(
        Registry([dataclasses.replace(adr, title="Another", help="Another")])
    )


def test_relation_records_are_edges_too() -> None:
    store = store_of(
        rec("app", "a"),
        rec("app", "b"),
        rec("relation", "REL-1", "Calls", source=to("a"), target=to("b", "gone")),
        rec("relation", "REL-2", "REL-2", source=to("b"), target=to("a")),
        rec("relation", "REL-3"),
    )
    data = export(store)
    jsonschema.validate(data, json_schema(REGISTRY))
    assert [edge for edge in data["relations"] if edge["type"] == "relation"] == [
        {"source": "a", "target": "b", "type": "relation", "note": "Calls"},
        {"source": "b", "target": "a", "type": "relation"},
    ]
    assert {"source": "REL-1", "target": "a", "type": "source"} in data["relations"]


def test_a_kind_of_the_project_overwrites_no_shared_definition() -> None:
    own, _ = kinds_from_config({"date": {"title": "Date"}}, REGISTRY)
    schema = json_schema(REGISTRY.extended(own))
    assert schema["$defs"]["date"] == json_schema(REGISTRY)["$defs"]["date"]
    assert schema["$defs"]["kind-date"]["properties"]["kind"] == {"const": "date"}


def test_the_schema_in_the_package_is_up_to_date() -> None:
    path = Path(sphinx_archdoc.__file__).parent / "schema" / f"archdoc-{VERSION}.schema.json"
    wanted = json.dumps(json_schema(REGISTRY), indent=1, sort_keys=True) + "\n"
    how = (
        "write it again: json.dumps(json_schema(load()), indent=1, sort_keys=True) + '\\n', "
        f"with sphinx_archdoc.kinds.load, to {path}"
    )
    assert path.read_text(encoding="utf-8") == wanted, how


def test_other_code_is_another_size(tmp_path: Path) -> None:
    package = tmp_path / "views"
    package.mkdir()
    module = package / "table.py"
    module.write_text("first: str\n", encoding="utf-8")
    before = sizes([package])
    (package / "notes.txt").write_text("no code", encoding="utf-8")
    module.touch()
    assert sizes([package]) == before
    module.write_text("first: str\nsecond: str\n", encoding="utf-8")
    assert sizes([package]) not in (before, 0)
    assert sizes([tmp_path / "missing"]) == 0
