"""Rules about decisions, C4 and risks: each provoked, each silent about a sound store."""

from __future__ import annotations

from typing import Any

import pytest
from advice_help import RULES, SAID, SOUND, WHOLE, adr, app, line, only
from storing import rec, store_of, to, word

from sphinx_archdoc.model.dates import read_date

#: The same for rules about the whole of a model.
C4_PROVOKED: list[tuple[str, list[Any], str]] = [
    (
        "c4_cycle",
        [app("a"), app("b"), app("c"), line("a", "b"), line("b", "c", number=2),
         line("c", "a", number=3)],
        ("app a: it depends on itself, a → b → c → a; "
        "reverse or remove one of these relations"),
    ),
    (
        "c4_bus",
        [app("bus", "queue"), *(app(c) for c in "abcde"),
         *(line(c, "bus", number=ord(c)) for c in "abcde")],
        "queue bus: 5 building blocks meet here; declare its topics or queues instead",
    ),
    (
        "c4_bus",
        [app("bus", technology="Apache Kafka 3"), *(app(c) for c in "abcde"),
         *(line("bus", c, number=ord(c)) for c in "abcde")],
        "app bus: 5 building blocks meet here; declare its topics or queues instead",
    ),
    (
        "c4_lifecycle",
        [app("web", depends_on=to("soap")), app("soap", status=word("deprecated"))],
        "app web: it uses soap, which is deprecated; move it to what replaces that",
    ),
    (
        "c4_deployment",
        [app("web"), app("prod", "deployment-node", instances=to("web")),
         app("test", "deployment-node")],
        ("deployment-node test: nothing runs on it and nothing is inside it; "
        "say with instances what runs there"),
    ),
    (
        "c4_deployment",
        [app("web"), app("api"), app("prod", "deployment-node", instances=to("web"))],
        "app api: no deployment node runs it; add it to the instances of one",
    ),
    (
        "c4_decisions",
        [app("shop", "system"), app("shop.web"), adr("ADR-1")],
        ("system shop: it has containers, but no decision affects it; "
        "say with affects what a decision shaped"),
    ),
]  # fmt: skip
#: Stores that come close to the fault of a rule.
C4_SOUND: list[tuple[str, list[Any]]] = [
    ("c4_cycle", [app("a"), app("b"), line("a", "b"), line("b", "a", number=2)]),
    ("c4_cycle", [app("a"), app("a.b", "component"), line("a", "a.b"), line("a.b", "a", number=2)]),
    ("c4_bus", [app("bus", "queue"), *(app(c) for c in "abcd"),
                *(line(c, "bus", number=ord(c)) for c in "abcd")]),
    ("c4_bus", [app("hub"), *(app(c) for c in "abcde"),
                *(line(c, "hub", number=ord(c)) for c in "abcde")]),
    ("c4_lifecycle", [app("web", status=word("deprecated"), depends_on=to("soap")),
                      app("soap", status=word("retired"))]),
    ("c4_deployment", [app("web"), app("api")]),
    ("c4_deployment", [app("shop", "system"), app("shop.web"), app("pay", external=True),
                       app("prod", "deployment-node", instances=to("shop"))]),
    ("c4_deployment", [app("web"), app("web.cart", "component"),
                       app("prod", "deployment-node", instances=to("web.cart"))]),
    ("c4_decisions", [app("pay", "system", external=True), app("pay.web"), app("bank", "system")]),
    ("c4_decisions", [app("shop", "system"), app("shop.web"), adr("ADR-1", affects=to("shop"))]),
]  # fmt: skip
#: Rule, a store, and what is found.
PROVOKED: list[tuple[str, list[Any], str]] = [
    (
        "adr_one_sided",
        [adr("ADR-1"), adr("ADR-2", supersedes=to("ADR-1"))],
        "adr ADR-1: ADR-2 says supersedes ADR-1; add superseded-by ADR-2 here",
    ),
    (
        "adr_one_sided",
        [adr("ADR-1", amended_by=to("ADR-2")), adr("ADR-2")],
        "adr ADR-2: ADR-1 says amended-by ADR-2; add amends ADR-1 here",
    ),
    (
        "adr_successor",
        [adr("ADR-1", "superseded")],
        "adr ADR-1: it is superseded, but not by what; add superseded-by, or say deprecated",
    ),
    (
        "adr_successor",
        [adr("ADR-1", "superseded"), adr("ADR-2", "rejected", supersedes=to("ADR-1"))],
        (
            "adr ADR-1: it is superseded, but ADR-2 is rejected; "
            "it holds until a successor is accepted"
        ),
    ),
    (
        "adr_successor",
        [adr("ADR-1", "superseded", superseded_by=to("ADR-2")), adr("ADR-2", "proposed")],
        (
            "adr ADR-1: it is superseded, but ADR-2 is proposed; "
            "it holds until a successor is accepted"
        ),
    ),
    (
        "adr_incomplete",
        [adr("ADR-1", sections=WHOLE[:1])],
        "adr ADR-1: it is accepted but has no consequences; add a section about it",
    ),
    (
        "adr_incomplete",
        [adr("ADR-1", sections=WHOLE[1:])],
        "adr ADR-1: it is accepted but has no decision; add a section about it",
    ),
    (
        "adr_stale",
        [adr("ADR-1", "proposed", date=read_date("2025-01"))],
        (
            "adr ADR-1: it is proposed since 2025-01, 396 days; "
            "decide it, or bring its date up to date"
        ),
    ),
    (
        "adr_outdated",
        [app("web"), adr("ADR-1", "deprecated", affects=to("web"))],
        (
            "app web: its decisions no longer apply, ADR-1 is deprecated; "
            "name the one that applies now"
        ),
    ),
    (
        "adr_outdated",
        [app("web"), adr("ADR-1", affects=to("web")), adr("ADR-2", supersedes=to("ADR-1"))],
        (
            "app web: its decisions no longer apply, ADR-1 is superseded; "
            "name the one that applies now"
        ),
    ),
    (
        "adr_orphan",
        [app("web"), adr("ADR-1")],
        "adr ADR-1: it refers to nothing and nothing refers to it; say what it affects",
    ),
    (
        "c4_description",
        [app("web", description=())],
        "app web: it does not say what it does; add a description",
    ),
    (
        "c4_technology",
        [app("web", technology="")],
        "app web: it names no technology; add technology",
    ),
    (
        "c4_technology",
        [app("web"), app("api"), line("web", "api", technology="")],
        "relation REL-1: web → api names no technology; add one, such as [JSON/HTTPS]",
    ),
    (
        "c4_label",
        [app("web"), app("api"), line("web", "api", "Calls")],
        "relation REL-1: 'Calls' says no more than the line; say what it is for",
    ),
    (
        "c4_label",
        [app("web"), app("api"), line("web", "api", "REL-1")],
        "relation REL-1: web → api has no label; say what it is for",
    ),
    (
        "c4_label",
        [
            app("web"),
            app("api"),
            rec("relation", "REL-web-api", "REL-web-api", source=to("web"), target=to("api")),
        ],
        "web → api has no label; say what it is for",
    ),
    (
        "c4_level",
        [app("shop", "system"), app("shop.cart", "component")],
        (
            "component shop.cart: a component lies inside the system shop; "
            "put it inside a container or component"
        ),
    ),
    (
        "c4_level",
        [app("web"), app("web.api")],
        "app web.api: a container lies inside the container web; put it inside a system or node",
    ),
    (
        "c4_disconnected",
        [app("web"), app("api"), app("db"), line("web", "api")],
        "app db: it has no relation to anything; say what uses it or what it uses",
    ),
    ("c4_no_view", [app("web")], "app web: no picture shows it; add a view of what is around it"),
    (
        "c4_duplicate",
        [
            app("web"),
            app("api"),
            line("web", "api"),
            line("web", "api", "Places  orders", number=2),
        ],
        (
            "relation REL-2: web → api is said at model.rst:1 already; "
            "keep one of them, or say how they differ"
        ),
    ),
    (
        "c4_bidirectional",
        [app("web"), app("api"), line("web", "api", style=word("both"))],
        "relation REL-1: web and api are joined both ways; write one relation for each direction",
    ),
    (
        "c4_bidirectional",
        [app("web"), app("api"), line("web", "api"), line("api", "web", number=2)],
        "relation REL-2: api and web are joined both ways; write one relation for each direction",
    ),
    *C4_PROVOKED,
    (
        "risk_open",
        [rec("risk", "R-1", impact=word("high"), likelihood=word("high"), owner=("Ann",))],
        "risk R-1: it is critical and has no mitigation; say what is done about it",
    ),
    (
        "risk_open",
        [
            rec(
                "risk",
                "R-1",
                impact=word("high"),
                likelihood=word("high"),
                owner=("Ann",),
                mitigation="TBD",
            )
        ],
        "risk R-1: it is critical and has no mitigation; say what is done about it",
    ),
    (
        "risk_open",
        [rec("risk", "R-1", impact=word("high"), likelihood=word("medium"), mitigation=SAID)],
        "risk R-1: it is high and has no owner; say who looks after it",
    ),
    (
        "risk_open",
        [
            rec(
                "risk",
                "R-1",
                impact=word("high"),
                likelihood=word("medium"),
                owner=("TBD",),
                mitigation=SAID,
            )
        ],
        "risk R-1: it is high and has no owner; say who looks after it",
    ),
    (
        "risk_open",
        [rec("risk", "R-1", review=read_date("2026-01-31"))],
        "risk R-1: its review was due on 2026-01-31; review it and set the next date",
    ),
]


@pytest.mark.parametrize(("name", "written", "message"), PROVOKED)
def test_a_rule_reports_its_fault(name: str, written: Any, message: str) -> None:
    assert only(name, store_of(*written)) == [message]


@pytest.mark.parametrize("name", sorted({name for name, _, _ in PROVOKED}))
def test_a_rule_is_silent_about_a_sound_store(name: str) -> None:
    assert only(name, SOUND) == []


@pytest.mark.parametrize(("name", "written"), C4_SOUND)
def test_what_comes_close_is_no_fault(name: str, written: Any) -> None:
    assert only(name, store_of(*written)) == []


def test_all_of_them_are_provoked() -> None:
    mine = {name for name in RULES if name.startswith(("adr_", "c4_", "risk_"))}
    assert {name for name, _, _ in PROVOKED} | {"adr_number"} == mine


def test_a_listed_technology_counts_for_what_is_made_with_it() -> None:
    web = app("web", technology="")
    react = rec("tech", "TECH-react", "React", used_by=to("web"))
    rule = RULES["c4_technology"]
    assert list(rule.check(store_of(web, react))) == []
    assert len(list(rule.check(store_of(web)))) == 1
