"""What is included, excluded or filtered in a C4 picture, and the box for the rest."""

from __future__ import annotations

from typing import Any

import pytest
from c4_help import STORE, picture, shown
from views_help import Build, lines, shop

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.c4 import C4Request, compute
from sphinx_archdoc.views.computing import Context


def test_include_and_exclude() -> None:
    build = (
        shop().add("system", "crm", "CRM").add("app", "crm.web").rel("crm.web", "stripe", "Pays")
    )
    graph, problems = picture(build.store, "container", "shop", include=("crm", "shop"))
    assert problems == ()
    assert "crm" in shown(graph)
    assert ("crm", "stripe", "Pays") in lines(graph)
    graph, _ = picture(build.store, "container", "shop", exclude=("stripe", "shop.db"))
    assert [node.id for node in graph.nodes] == ["customer", "shop.api", "shop.web"]
    graph, _ = picture(build.store, "container", "shop", include=("shop.api.orders",))
    assert ("shop.api.orders", "shop.db", "Reads and writes") in lines(graph)
    # What holds it is opened; the rest of that is a box beside it.
    assert ("shop.api.orders", "shop.api@shop.api", "Pays") in lines(graph)
    assert ("shop.web", "shop.api@shop.api", "Calls") in lines(graph)
    groups = {node.id: node.group for node in graph.nodes}
    assert groups["shop.api.orders"] == groups["shop.api@shop.api"] == "shop.api"
    assert "shop.api" not in groups
    assert {group.id: group.parent for group in graph.groups}["shop.api"] == "shop"
    _, problems = picture(build.store, "context", "shop", include=("strpe",), exclude=("nix",))
    assert [problem.code for problem in problems] == [Code.SCOPE, Code.SCOPE]
    assert "did you mean 'stripe'?" in problems[0].message


def test_an_empty_picture_says_why() -> None:
    _, problems = picture(STORE, "container", "shop", exclude=("shop.**", "customer", "stripe"))
    assert [problem.message for problem in problems] == [
        "there is nothing to show: its options leave nothing of what is inside 'shop'"
    ]


def pairs() -> Build:
    build = Build().add("person", "user").add("system", "aa", "Alpha")
    build.add("app", "aa.p1").add("app", "aa.p3", "P3", technology="Go")
    build.add("system", "bb", "Beta").add("app", "bb.q1").add("app", "bb.q2").add("app", "bb.q3")
    build.rel("user", "aa.p3", "Uses").rel("aa.p1", "bb.q1", "Asks").rel("bb.q2", "bb.q1", "Tells")
    return build


def test_a_part_that_is_included_opens_the_scope_of_a_context() -> None:
    graph, _ = picture(pairs().store, "context", "aa", include=("aa.p3",))
    groups = {node.id: node.group for node in graph.nodes}
    assert groups == {"user": "", "aa.p3": "aa", "bb": "", "aa@aa": "aa"}
    assert lines(graph) == [("user", "aa.p3", "Uses"), ("aa@aa", "bb", "Asks")]
    boxes = {node.id: node for node in graph.nodes}
    assert boxes["aa.p3"].subtitle == "[container: Go]"
    assert (boxes["aa@aa"].title, boxes["aa@aa"].subtitle) == ("Alpha", "[as a whole]")
    graph, _ = picture(pairs().store, "context", "aa", include=("aa.*",))
    assert {node.id for node in graph.nodes} == {"user", "aa.p1", "aa.p3", "bb"}


def test_parts_of_another_system_stand_in_its_boundary() -> None:
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.*",))
    assert {group.id: group.parent for group in graph.groups} == {"aa": "", "bb": ""}
    groups = {node.id: node.group for node in graph.nodes}
    assert groups["bb.q1"] == groups["bb.q2"] == "bb"
    assert "bb@bb" not in groups
    # What stands outside anyway keeps a box for the parts that are not shown; else there is none.
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.q3",))
    assert ("aa.p1", "bb@bb", "Asks") in lines(graph)
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.q1",))
    assert [node.id for node in graph.nodes if node.group == "bb"] == ["bb.q1"]


@pytest.mark.parametrize(
    ("label", "technology", "kept"),
    [("Asks", "", False), ("", "", False), ("Warns", "", True), ("Asks", "FTP", True)],
)
def test_a_boundary_has_a_box_only_for_what_its_parts_do_not_say(
    label: str, technology: str, kept: bool
) -> None:
    build = pairs()
    if label:
        build.rel("aa.p1", "bb", label, technology=technology)
    else:
        build.add("app", "aa.p4", depends_on="bb").rel("aa.p4", "bb.q2", "Looks")
    graph, _ = picture(build.store, "landscape", depth=2)
    assert ("bb@bb" in {node.id for node in graph.nodes}) is kept
    assert ("aa.p1", "bb.q1", "Asks") in lines(graph)


@pytest.mark.parametrize(
    ("level", "condition", "boxes"),
    [
        ("landscape", "external", {"stripe"}),
        ("landscape", "not external and kind in (person, system)", {"shop", "customer"}),
        ("context", "external", {"shop", "stripe"}),
        ("container", "kind = datastore", {"shop", "shop.db"}),
        ("landscape", "external and", {"shop", "customer", "stripe"}),
    ],
)
def test_a_filter_chooses_what_is_shown(level: Any, condition: str, boxes: set[str]) -> None:
    request = C4Request(level=level, filter=condition)
    graph, problems = compute(STORE, request, Context())
    assert shown(graph) == boxes
    assert not request.is_plain
    wrong = [Code.FILTER] if condition.endswith("and") else []
    assert [problem.code for problem in problems] == wrong
