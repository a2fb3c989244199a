"""Graphs for the picture tests: small, with boundaries, with every shape, and dense."""

from __future__ import annotations

from random import Random

from graph_parts import box, edges
from large_samples import thirty, twelve

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node

__all__ = ["dense", "five", "odd", "shop", "thirty", "twelve"]


def five() -> Graph:
    return Graph(
        title="Containers of Web shop",
        description="A person, two containers, a store and an external system.",
        groups=(Group(id="shop", title="Web shop", subtitle="[software system]", role="system"),),
        nodes=(
            box("customer", "Customer", "person", "[person]"),
            box(
                "web",
                "Web app",
                "container",
                "[container: Next.js]",
                "Catalogue, cart, checkout",
                "shop",
            ),
            box(
                "api",
                "API",
                "container",
                "[container: FastAPI]",
                "Orders, payments, accounts",
                "shop",
            ),
            box("db", "Database", "store", "[container: PostgreSQL 16]", "Orders, users", "shop"),
            box("stripe", "Stripe", "external", "[external system]", "Card payments"),
        ),
        edges=edges(
            "customer web Browses and buys [HTTPS]",
            "web api Calls [JSON/HTTPS]",
            "api db Reads and writes [SQL]",
            "api stripe Charges cards [HTTPS]",
        ),
    )


def shop() -> Graph:
    """The picture of the visual mock."""
    return Graph(
        title="Containers of Web shop",
        groups=(Group(id="shop", title="Web shop", subtitle="[software system]", role="system"),),
        nodes=(
            box("customer", "Customer", "person", "[person]"),
            box("agent", "Support agent", "person", "[person]"),
            box(
                "web",
                "Web app",
                "container",
                "[container: Next.js]",
                "Catalogue, cart, checkout",
                "shop",
            ),
            box(
                "admin",
                "Back office",
                "container",
                "[container: React]",
                "Orders and returns",
                "shop",
            ),
            box(
                "api",
                "API",
                "container",
                "[container: FastAPI]",
                "Orders, payments, accounts",
                "shop",
            ),
            box("db", "Database", "store", "[container: PostgreSQL 16]", "Orders, users", "shop"),
            box("cache", "Cache", "store", "[container: Redis 7]", "Sessions, rate limits", "shop"),
            box("stripe", "Stripe", "external", "[external system]", "Card payments"),
            box("mail", "SendGrid", "external", "[external system]", "Transactional e-mail"),
        ),
        edges=edges(
            "customer web Browses and buys [HTTPS]",
            "agent admin Handles returns [HTTPS]",
            "web api Calls [JSON/HTTPS]",
            "admin api Calls [JSON/HTTPS]",
            "api db SQL",
            "api cache RESP",
            "api stripe Charges cards [HTTPS]",
            "api mail Sends receipts [HTTPS]",
        ),
    )


def odd() -> Graph:
    """Self loops, both directions, bare lines, an empty boundary, boxes without lines."""
    return Graph(
        title="Odd things",
        groups=(
            Group(
                id="g",
                title="A rather long title of a boundary",
                subtitle="[deployment node]",
                role="node",
            ),
            Group(id="h", title="Inner", role="node", parent="g"),
            Group(id="e", title="Empty boundary", subtitle="[software system]", role="system"),
        ),
        nodes=(
            box("a", "A", "container", group="g"),
            box("b", "B", "node", "[deployment node: Linux]", group="h"),
            box("c", "C", "queue", "[queue]", "Orders"),
            *(
                Node(id=f"lone{i}", title=f"Lone {i}", badges=("ADR-1", "R-2")[: i % 3])
                for i in range(7)
            ),
        ),
        edges=(
            *edges(
                "a b Asks [HTTP]", "b a Answers [HTTP]", "a a Retries [timer]", "a a Retries again"
            ),
            Edge(source="c", target="c"),
            Edge(source="a", target="c", both_ways=True),
            Edge(source="c", target="a", dashed=True),
            Edge(source="b", target="c", dashed=True, both_ways=True, label="Both"),
        ),
    )


def dense(nodes: int, edges: int) -> Graph:
    """A graph with many lines between any two boxes, the same every time."""
    dice = Random(7)  # noqa: S311 - a shape, not a secret
    return Graph(
        title="Dense",
        nodes=tuple(Node(id=str(i), title=f"Element {i}") for i in range(nodes)),
        edges=tuple(
            Edge(
                source=str(dice.randrange(nodes)), target=str(dice.randrange(nodes)), label=f"r{i}"
            )
            for i in range(edges)
        ),
    )
