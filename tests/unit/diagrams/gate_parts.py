"""Boxes and lines of the picture gate: each number has its own look and words."""

from __future__ import annotations

from sphinx_archdoc.diagrams.graph import Edge, Node, Role, Shape

_LOOKS: tuple[tuple[Shape, Role, str], ...] = (
    ("box", "container", "[container: Python, FastAPI]"),
    ("box", "component", "[component: Kotlin]"),
    ("cylinder", "store", "[container: PostgreSQL 16]"),
    ("queue", "store", "[container: RabbitMQ]"),
    ("box", "system", "[software system]"),
)
WORDS = (
    "Order", "Payment", "Catalogue", "Identity", "Shipping", "Ledger", "Search", "Notification",
    "Reporting", "Audit", "Pricing", "Inventory", "Session", "Gateway", "Mail", "Scheduler",
)  # fmt: skip
_TEXTS = (
    "",
    "Keeps the books",
    "Answers requests of the shop over HTTPS and tells the others what happened",
    "Stores what was ordered, when and by whom",
)
LABELS = ("Reads from and writes to", "Publishes events to", "Uses", "Makes API calls to", "")
TECH = ("", "JSON/HTTPS", "AMQP", "SQL/TCP", "gRPC")


def element(index: int, group: str = "", look: int | None = None) -> Node:
    """Return the box number ``index`` with a look and texts that follow from the number."""
    shape, role, kind = _LOOKS[index % 4 if look is None else look]
    word = WORDS[index % len(WORDS)]
    suffix = f" {index // len(WORDS) + 1}" if index >= len(WORDS) else ""
    return Node(
        id=f"e{index}",
        title=f"{word} {'Database' if shape == 'cylinder' else 'Service'}{suffix}",
        subtitle=kind,
        description=_TEXTS[index % len(_TEXTS)],
        shape=shape,
        role=role,
        group=group,
    )


def person(index: int) -> Node:
    return Node(
        id=f"p{index}",
        title=("Customer", "Support agent", "Finance analyst", "Operator")[index % 4],
        subtitle="[person]",
        shape="person",
        role="person",
    )


def external(index: int) -> Node:
    return Node(
        id=f"x{index}",
        title=("Card processor", "Mail provider", "Carrier", "Credit agency")[index % 4],
        subtitle="[external system]",
        description="Run by somebody else",
        role="external",
    )


def line(source: str, target: str, index: int = 0, *, bare: bool = False) -> Edge:
    return Edge(
        source=source,
        target=target,
        label="" if bare else LABELS[index % len(LABELS)],
        technology="" if bare else TECH[index % len(TECH)],
    )
