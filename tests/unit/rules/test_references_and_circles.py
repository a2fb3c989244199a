"""Rules about references: given at the other end, in circles, in steps of flows."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from rules_help import found_by
from storing import REGISTRY, rec, store_of, to

from sphinx_archdoc.formats.flow_lines import read_flow
from sphinx_archdoc.model.inline import Span


def test_a_required_reference_may_be_given_at_the_other_end() -> None:
    adr = REGISTRY["adr"]
    needs = {"supersedes", "superseded_by"}
    strict = dataclasses.replace(
        adr,
        fields=tuple(dataclasses.replace(spec, required=spec.name in needs) for spec in adr.fields),
    )
    registry = type(REGISTRY)([strict])
    store = store_of(
        rec("adr", "ADR-1", superseded_by=to("ADR-2")), rec("adr", "ADR-2"), registry=registry
    )
    assert [finding.message for finding in found_by("missing_field", store)] == [
        "adr ADR-1: supersedes is missing; fill the option 'supersedes'",
        "adr ADR-2: superseded-by is missing; fill the option 'superseded-by'",
    ]


@pytest.mark.parametrize(
    ("value", "missing"), [("", True), ((), True), ((Span(" "),), True), ((Span("x"),), False)]
)
def test_required_inline_text(value: Any, missing: Any) -> None:
    app = REGISTRY["app"]
    fields = tuple(
        dataclasses.replace(spec, required=spec.name in ("description", "external"))
        for spec in app.fields
    )
    registry = type(REGISTRY)([dataclasses.replace(app, fields=fields)])
    store = store_of(rec("app", "web", description=value), registry=registry)
    assert bool(found_by("missing_field", store)) is missing


def test_a_long_circle_is_shown_in_short() -> None:
    ring = [rec("adr", f"A{n}", depends_on=to(f"A{(n + 1) % 9}")) for n in range(9)]
    message = found_by("reference_cycle", store_of(*ring))[0].message
    assert "A0 → A1 → A2 → A3 → A4 → A5 → A6 → … → A0;" in message


def test_a_circle_through_an_id_that_does_not_exist_is_left_to_another_rule() -> None:
    store = store_of(rec("adr", "ADR-1", supersedes=to("ADR-9"), superseded_by=to("ADR-9")))
    assert found_by("reference_cycle", store) == []
    assert len(found_by("unknown_reference", store)) == 2


def test_a_step_may_follow_a_relation_of_what_is_inside_or_around() -> None:
    flow = read_flow("shop -> bank : a\nshop.web -> bank : b\nshop.web -> bank.api : c")[0]
    store = store_of(
        rec("system", "shop"),
        rec("app", "shop.web", depends_on=to("bank")),
        rec("system", "bank"),
        rec("app", "bank.api", depends_on=to("shop")),
        rec("app", "free"),
        rec("flow", "FLOW-1", body=flow),
        rec("flow", "FLOW-2", body=read_flow("shop.web -> free : not modelled yet")[0]),
    )
    assert found_by("step_without_relation", store) == []


def test_flows_of_a_project_without_elements_are_not_checked() -> None:
    store = store_of(rec("flow", "FLOW-1", body=read_flow("a -> b")[0]))
    assert found_by("unknown_participant", store) == []
