"""Deployment: what runs where, and scopes that are unclear."""

from __future__ import annotations

import pytest
from views_help import Build, lines, made, shop

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.c4_deployment import DeploymentRequest

# -- deployment --------------------------------------------------------------------------------


def deployed() -> Build:
    return (
        shop()
        .add("deployment-node", "prod.eu", "EU", technology="AWS")
        .add("deployment-node", "prod.eu.k8s", "Cluster", instances="shop.api x3, shop.web (2)")
        .add("deployment-node", "prod.eu.rds", "RDS", instances="shop.db")
        .add("infrastructure-node", "prod.eu.lb", "Load balancer")
        .add("deployment-node", "prod.us", "US", instances="shop.api")
        .rel("prod.eu.lb", "shop.web", "Forwards")
    )


def test_deployment() -> None:
    graph, wrong = made(deployed(), DeploymentRequest())
    assert wrong == ()
    assert graph.title == "Deployment of prod"
    assert [(group.id, group.parent) for group in graph.groups] == [
        ("prod.eu", ""), ("prod.eu.k8s", "prod.eu"), ("prod.eu.rds", "prod.eu"), ("prod.us", ""),
    ]  # fmt: skip
    assert graph.groups[0].subtitle == "[deployment node: AWS]"
    counts = {node.id: (node.title, node.count, node.group) for node in graph.nodes}
    assert counts["shop.api@prod.eu.k8s"] == ("API", 3, "prod.eu.k8s")
    assert counts["shop.web@prod.eu.k8s"] == ("Web app", 2, "prod.eu.k8s")
    assert counts["prod.eu.lb"] == ("Load balancer", 1, "prod.eu")
    assert set(lines(graph)) == {
        ("prod.eu.lb", "shop.web@prod.eu.k8s", "Forwards"),
        ("shop.web@prod.eu.k8s", "shop.api@prod.eu.k8s", "Calls"),
        ("shop.api@prod.eu.k8s", "shop.db@prod.eu.rds", "Reads and writes"),
        ("shop.api@prod.us", "shop.db@prod.eu.rds", "Reads and writes"),
    }


def test_a_part_of_a_deployment() -> None:
    graph, _ = made(deployed(), DeploymentRequest(scope="prod.us", include=("stripe",)))
    assert [node.id for node in graph.nodes] == ["shop.api@prod.us", "stripe"]
    assert lines(graph) == [("shop.api@prod.us", "stripe", "Charges cards")]
    graph, _ = made(deployed(), DeploymentRequest(exclude=("prod.eu", "shop.web")))
    assert [node.id for node in graph.nodes] == ["shop.api@prod.us"]


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        ("prd", "did you mean 'prod'?"),
        ("shop.api", "'shop.api' is declared as app, not as a deployment node"),
        ("", "say which environment to show; allowed: prod, test"),
    ],
)
def test_unclear_deployments(scope: str, message: str) -> None:
    build = deployed().add("deployment-node", "test.box")
    graph, wrong = made(build, DeploymentRequest(scope=scope))
    assert graph.nodes == ()
    assert [problem.code for problem in wrong] == [Code.SCOPE]
    assert message in wrong[0].message
    _, wrong = made(shop(), DeploymentRequest())
    assert "no deployment node is declared" in wrong[0].message
