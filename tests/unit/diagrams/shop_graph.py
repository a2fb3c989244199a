"""The web shop as a graph."""

from __future__ import annotations

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node

SHOP = Graph(
    title="Containers",
    direction="LR",
    groups=(
        Group(id="shop", title="Web shop", subtitle="[software system]", role="system"),
        Group(id="data", title="Data", parent="shop", count=2),
    ),
    nodes=(
        Node(id="user", title="Customer", subtitle="[person]", shape="person", role="person"),
        Node(
            id="api", title="API", subtitle="[container: FastAPI]", role="container", group="shop"
        ),
        Node(
            id="db",
            title="Orders",
            subtitle="[container: PostgreSQL]",
            description='All "orders"',
            shape="cylinder",
            role="store",
            group="data",
        ),
        Node(id="mail", title="Mail", subtitle="[external system]", role="external", count=3),
    ),
    edges=(
        Edge(source="user", target="api", label="Buys", technology="HTTPS", number="1"),
        Edge(source="api", target="db", both_ways=True, count=2),
        Edge(source="user", target="shop", label="Knows", dashed=True),
    ),
)
