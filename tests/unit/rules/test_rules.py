"""Rules about any record: each provoked, each silent about a sound store."""

from __future__ import annotations

from typing import Any

import pytest
from rules_help import NAMES, found_by
from storing import rec, store_of, to

from sphinx_archdoc import rules
from sphinx_archdoc.diagrams.entity.data import Column, EntityText, Relation
from sphinx_archdoc.formats.flow_lines import read_flow
from sphinx_archdoc.model.values import Ref

#: Provoked in test_number_rules.py and test_list_rules.py.
ELSEWHERE = (
    "goal_contradiction",
    "missing_view",
    "overdue",
    "technology_versions",
    "unguarded_integration",
    "unread_effort",
    "wrong_total",
)
SHOP = rec("system", "shop", "Shop")
WEB = rec("app", "shop.web", "Web", technology="Go", tags=("a",))
ADR1 = rec("adr", "ADR-1", "Use that")
ADR2 = rec("adr", "ADR-2", "Use it", line=5, supersedes=to("ADR-1"), affects=to("shop.web"))
#: Rule, the fourth record beside a sound store, and what is then found.
PROVOKED = [
    (
        "duplicate_id",
        [rec("risk", "ADR-1", "Fire", "risks", 7)],
        (
            "risk ADR-1: the id belongs to adr 'Use that' at index.rst:1 already; "
            "give one of them another id ("
            "':id:' of a record; ':id-prefix:' or a column 'ID' of a table)"
        ),
    ),
    (
        "conflicting_facts",
        [rec("app", "shop.web", "Web", "other", technology="Rust", tags=("b",), origin="row")],
        "app shop.web: technology is 'Rust' here and 'Go' at index.rst:1; keep one of them",
    ),
    (
        "conflicting_facts",
        [rec("component", "shop.web", "Web", "other", 3, origin="line")],
        "component shop.web: kind is component here and app at index.rst:1; keep one of them",
    ),
    (
        "unknown_reference",
        [rec("adr", "ADR-3", amends=to("ADR-02", "ADR-02"), affects=to("shop.web"))],
        "adr ADR-3: amends names 'ADR-02', which does not exist; did you mean 'ADR-2'?",
    ),
    (
        "unknown_reference",
        [rec("adr", "ADR-3", superseded_by=to("nothing-like-it"))],
        (
            "adr ADR-3: superseded-by names 'nothing-like-it', which does not exist; "
            "declare it, or remove the reference"
        ),
    ),
    (
        "unknown_reference",
        [rec("app", "shop.web", page="other", depends_on=to("shp"))],
        "app shop.web: depends-on names 'shp', which does not exist; did you mean 'shop'?",
    ),
    (
        "unknown_entity",
        [
            rec(
                "entity",
                "Order",
                body=EntityText(columns=(Column(name="who", keys=("FK",), reference="Costumer"),)),
            ),
            rec("entity", "Customer"),
        ],
        (
            "entity Order: column 'who' leads to 'Costumer', which is no entity; "
            "did you mean 'Customer'?"
        ),
    ),
    (
        "unknown_entity",
        [rec("entity", "Order", body=EntityText(relations=(Relation(source="", target="X"),)))],
        (
            "entity Order: a relation leads to 'X', which is no entity; "
            "declare it, or remove the reference"
        ),
    ),
    (
        "milestone_backwards",
        [
            rec("milestone", "M-1", start="2026-05", end="2026-04"),
            rec("milestone", "M-2", start="2026-Q2", end="2026-04"),
        ],
        "milestone M-1: it ends (2026-04) before it starts (2026-05); correct one of them",
    ),
    (
        "wrong_kind",
        [rec("adr", "ADR-3", amends=to("shop"))],
        "adr ADR-3: amends names 'shop', which is of kind system; it takes: adr",
    ),
    (
        "missing_field",
        [rec("relation", "REL-1", source=to("shop"))],
        "relation REL-1: target is missing; fill the option 'target'",
    ),
    (
        "unknown_reference",
        [
            rec(
                "relation",
                "REL-shop.api-shop.mailer-sends",
                source=to("shop.api"),
                target=to("shop.mailer"),
            ),
            rec("app", "shop.api"),
        ],
        (
            "shop.api -> shop.mailer: target names 'shop.mailer', which does not exist; "
            "declare it, or remove the reference"
        ),
    ),
    (
        "missing_field",
        [rec("relation", "REL-1", target=to("shop"), origin="row")],
        "relation REL-1: source is missing; fill the column 'Source'",
    ),
    (
        "reference_cycle",
        [rec("adr", "ADR-1", page="a", supersedes=to("ADR-2"))],
        ("adr ADR-1: supersedes forms a circle, ADR-1 → ADR-2 → ADR-1; remove one of these links"),
    ),
    (
        "self_link",
        [rec("adr", "ADR-3", relates_to=to("ADR-3"))],
        "adr ADR-3: relates-to names the record itself; name another one, or remove it",
    ),
]
FLOW = read_flow(
    "web -> api : x\nerror NO_STOCKS @1 : Gone\nerror 409 @1\nerror 401 @1\nerror 500"
)[0]
CODES = [
    rec("error-code", "NO_STOCK", http_status="409"),
    rec("error-code", "NO_USER", http_status="401"),
]


PROVOKED += [
    (
        "unknown_error_code",
        [rec("flow", "FLOW-1", "Go", body=FLOW), *CODES],
        ("flow FLOW-1: error names 'NO_STOCKS', which does not exist; did you mean 'NO_STOCK'?"),
    ),
    (
        "unknown_reference",
        [
            rec("endpoint", "EP-1", errors=to("409")),
            *CODES,
            rec("error-code", "TAKEN", http_status="409 Conflict"),
        ],
        (
            "endpoint EP-1: errors names '409', which does not exist; "
            "with this status there are NO_STOCK, TAKEN"
        ),
    ),
    (
        "unknown_participant",
        [rec("flow", "FLOW-1", "Go", body=read_flow("shop.web -> shop.wep\nshop.wep -> Shop")[0])],
        "flow FLOW-1: participant 'shop.wep' is no element; did you mean 'shop.web'?",
    ),
    (
        "step_without_relation",
        [
            rec("flow", "FLOW-1", "Go", body=read_flow("shop.web -> db : a\nbank -> db : b")[0]),
            rec("app", "db", depends_on=to("shop.web")),
            rec("app", "bank", depends_on=to("shop")),
        ],
        (
            "flow FLOW-1: step 2 goes from 'bank' to 'db', which no relation joins; "
            "declare it, or correct the step"
        ),
    ),
]


#: What looks like a fault and is none.
SOUND = [
    rec("app", "shop.web", page="other", technology="Go", tags=("b",)),
    rec("app", "shop.web", page="other", line=2, depends_on=to("shop")),
    rec("system", "shop", page="other", depends_on=to("shop.web")),
    rec("adr", "ADR-1b", relates_to=to("ADR-1", "shop", "ADR-2")),
    rec("adr", "ADR-1c", superseded_by=to("ADR-2")),
    rec("relation", "REL-1", source=to("shop"), target=to("shop")),
    rec("risk", "R-1", "", affects=(Ref("shop", "a"), Ref("shop", "b"))),
    rec("flow", "FLOW-1", body=read_flow("web -> Shop : in\nShop : own\nerror NONE @1")[0]),
]


@pytest.mark.parametrize(("name", "more", "message"), PROVOKED)
def test_a_rule_reports_its_fault_once_where_it_stands(name: str, more: Any, message: str) -> None:
    base = [SHOP, WEB, ADR2] if name == "reference_cycle" else [SHOP, WEB, ADR1, ADR2]
    found = found_by(name, store_of(*base, *more))
    assert [finding.message for finding in found] == [message]
    rule = next(rule for rule in rules.rules() if rule.name == name)
    assert found[0].code is rule.code
    page, (_, values) = more[0]
    assert found[0].at == values[2]
    assert found[0].at.docname == page


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_silent_about_a_sound_store(name: str) -> None:
    assert found_by(name, store_of(SHOP, WEB, ADR1, ADR2)) == []
    assert found_by(name, store_of(SHOP, WEB, ADR1, ADR2, *SOUND)) == []
    assert found_by(name, store_of()) == []


def test_each_rule_is_provoked_and_documented() -> None:
    # Those about decisions, C4 and risks are provoked in test_advice.py.
    others = [r.name for r in rules.rules() if not r.name.startswith(("adr_", "c4_", "risk_"))]
    assert set(others) - set(ELSEWHERE) == set(NAMES)
    assert {name for name, _, _ in PROVOKED} == set(NAMES)
    for rule in rules.rules():
        assert rule.summary.endswith(".")
        assert len(rule.summary) < 90
        assert all(rule.doc.count(part) == 1 for part in rules.PARTS)
        assert "::\n\n    " in rule.doc
