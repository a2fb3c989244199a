"""Graphs for the picture tests: small, with boundaries, with every shape, and dense."""

from __future__ import annotations

from random import Random

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node


def _n(ident: str, title: str, role: str, tech: str = "", text: str = "", group: str = "") -> Node:
    shape = {"person": "person", "store": "cylinder", "queue": "queue", "node": "node"}.get(
        role, "box"
    )
    role = "store" if role == "queue" else role
    return Node(
        id=ident, title=title, subtitle=tech, description=text, shape=shape, role=role, group=group
    )


def _edges(*rows: str) -> tuple[Edge, ...]:
    """``a b label [tech]`` per row."""
    out = []
    for row in rows:
        source, target, *rest = row.split(" ", 2)
        said, _, tech = (rest[0] if rest else "").partition("[")
        out.append(
            Edge(source=source, target=target, label=said.strip(), technology=tech.rstrip("]"))
        )
    return tuple(out)


def five() -> Graph:
    return Graph(
        title="Containers of Web shop",
        description="A person, two containers, a store and an external system.",
        groups=(Group(id="shop", title="Web shop", subtitle="[software system]", role="system"),),
        nodes=(
            _n("customer", "Customer", "person", "[person]"),
            _n(
                "web",
                "Web app",
                "container",
                "[container: Next.js]",
                "Catalogue, cart, checkout",
                "shop",
            ),
            _n(
                "api",
                "API",
                "container",
                "[container: FastAPI]",
                "Orders, payments, accounts",
                "shop",
            ),
            _n("db", "Database", "store", "[container: PostgreSQL 16]", "Orders, users", "shop"),
            _n("stripe", "Stripe", "external", "[external system]", "Card payments"),
        ),
        edges=_edges(
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
            _n("customer", "Customer", "person", "[person]"),
            _n("agent", "Support agent", "person", "[person]"),
            _n(
                "web",
                "Web app",
                "container",
                "[container: Next.js]",
                "Catalogue, cart, checkout",
                "shop",
            ),
            _n(
                "admin",
                "Back office",
                "container",
                "[container: React]",
                "Orders and returns",
                "shop",
            ),
            _n(
                "api",
                "API",
                "container",
                "[container: FastAPI]",
                "Orders, payments, accounts",
                "shop",
            ),
            _n("db", "Database", "store", "[container: PostgreSQL 16]", "Orders, users", "shop"),
            _n("cache", "Cache", "store", "[container: Redis 7]", "Sessions, rate limits", "shop"),
            _n("stripe", "Stripe", "external", "[external system]", "Card payments"),
            _n("mail", "SendGrid", "external", "[external system]", "Transactional e-mail"),
        ),
        edges=_edges(
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


def twelve() -> Graph:
    bank, core = "bank", "core"
    return Graph(
        title="Internet Banking - Containers",
        groups=(
            Group(
                id=bank,
                title="Internet Banking System",
                subtitle="[software system]",
                role="system",
            ),
            Group(
                id=core,
                title="Core Services",
                subtitle="[container]",
                role="container",
                parent=bank,
            ),
        ),
        nodes=(
            _n(
                "staff",
                "Back Office Staff",
                "person",
                "[person]",
                "Handles disputes and manual approvals",
            ),
            _n(
                "customer",
                "Personal Banking Customer",
                "person",
                "[person]",
                "A customer of the bank with personal accounts",
            ),
            _n(
                "web",
                "Web Application",
                "container",
                "[container: Python, Django]",
                "Delivers static content and the single-page application",
                bank,
            ),
            _n(
                "spa",
                "Single-Page Application",
                "container",
                "[container: TypeScript, React]",
                "Provides banking functionality in the browser",
                bank,
            ),
            _n(
                "mobile",
                "Mobile App",
                "container",
                "[container: Kotlin Multiplatform]",
                "Provides a limited subset of banking features",
                bank,
            ),
            _n(
                "api",
                "API Application",
                "container",
                "[container: Python, FastAPI]",
                "Provides banking functionality via a JSON/HTTPS API",
                core,
            ),
            _n(
                "db",
                "Accounts Database",
                "store",
                "[container: PostgreSQL 16]",
                "Stores users, accounts and audit records",
                core,
            ),
            _n("bus", "Event Bus", "queue", "[container: RabbitMQ]", "Carries domain events", core),
            _n(
                "worker",
                "Statement Worker",
                "container",
                "[container: Python, Celery]",
                "Renders monthly statements",
                core,
            ),
            _n(
                "fraud",
                "Fraud Screening",
                "external",
                "[external system]",
                "Scores every outgoing payment",
            ),
            _n(
                "main",
                "Mainframe Banking System",
                "external",
                "[external system]",
                "Stores all core banking information",
            ),
            _n(
                "mail",
                "E-mail System",
                "external",
                "[external system]",
                "The internal Microsoft Exchange e-mail system",
            ),
        ),
        edges=_edges(
            "staff spa Reviews disputes using",
            "customer web Visits example.com using [HTTPS]",
            "customer spa Views balances and makes payments using",
            "customer mobile Views balances using",
            "web spa Delivers to the browser",
            "spa api Makes API calls to [JSON/HTTPS]",
            "mobile api Makes API calls to [JSON/HTTPS]",
            "api db Reads from and writes to [SQL/TCP]",
            "api bus Publishes events to [AMQP]",
            "bus worker Delivers events to [AMQP]",
            "api fraud Screens payments with [gRPC]",
            "api main Makes API calls to [XML/HTTPS]",
            "worker mail Sends statements using [SMTP]",
            "mail customer Sends e-mails to",
        ),
    )


def thirty() -> Graph:
    nodes = [
        _n(
            "wop",
            "Warehouse Operator",
            "person",
            "[person]",
            "Uses the platform as a warehouse operator",
        ),
        _n("shopper", "Shopper", "person", "[person]", "Uses the platform as a shopper"),
        _n(
            "fin", "Finance Analyst", "person", "[person]", "Uses the platform as a finance analyst"
        ),
        _n("sup", "Support Agent", "person", "[person]", "Uses the platform as a support agent"),
        _n("web", "Web Shop", "container", "[container: Next.js]", "Serves the shop pages", "edge"),
        _n(
            "gw",
            "API Gateway",
            "container",
            "[container: Envoy]",
            "Routes and authenticates every request",
            "edge",
        ),
    ]
    groups = [
        Group(id="plat", title="Commerce Platform", subtitle="[system]", role="system"),
        Group(id="edge", title="Edge", subtitle="[container]", role="container", parent="plat"),
        Group(
            id="sd",
            title="Supporting Domain",
            subtitle="[container]",
            role="container",
            parent="plat",
        ),
        Group(
            id="cd", title="Core Domain", subtitle="[container]", role="container", parent="plat"
        ),
    ]
    rows = [
        "wop web Uses [HTTPS]",
        "shopper web Uses [HTTPS]",
        "fin gw Uses [HTTPS]",
        "sup gw Uses [HTTPS]",
        "web gw Calls [JSON/HTTPS]",
    ]
    domains = {
        "identity": "sd",
        "fulfilment": "sd",
        "payments": "cd",
        "catalogue": "cd",
        "ordering": "cd",
    }
    for name, parent in domains.items():
        word = name.title()
        groups.append(
            Group(id=name, title=word, subtitle="[container]", role="component", parent=parent)
        )
        nodes += [
            _n(
                f"{name}-api",
                f"{word} API",
                "component",
                "[container: Python, FastAPI]",
                f"Exposes the {name} operations over HTTPS",
                name,
            ),
            _n(
                f"{name}-w",
                f"{word} Worker",
                "component",
                "[container: Python, Celery]",
                f"Processes {name} jobs in the background",
                name,
            ),
            _n(
                f"{name}-db",
                f"{word} Database",
                "store",
                "[container: PostgreSQL 16]",
                f"Stores {name} records",
                name,
            ),
            _n(
                f"{name}-c",
                f"{word} Cache",
                "store",
                "[container: Redis 7]",
                f"Caches hot {name} data",
                name,
            ),
        ]
        rows += [
            f"gw {name}-api Routes {name} requests to [gRPC]",
            f"{name}-api {name}-db Reads from and writes to [TCP]",
            f"{name}-api {name}-c Reads from and writes to [TCP]",
            f"{name}-w {name}-db Reads from [SQL]",
        ]
    for ident, title, user in (
        ("mail", "E-mail Provider", "payments-w"),
        ("card", "Card Processor", "ordering-w"),
        ("sms", "SMS Gateway", "catalogue-w"),
        ("carrier", "Carrier Network", "fulfilment-w"),
    ):
        nodes.append(
            _n(ident, title, "external", "[external system]", f"Third-party {title.lower()}")
        )
        rows.append(f"{user} {ident} Sends requests to [HTTPS]")
    rows += [
        "identity-api payments-api Looks up data in [gRPC]",
        "fulfilment-api ordering-api Looks up data in [gRPC]",
        "payments-api ordering-api Looks up data in [gRPC]",
        "catalogue-api ordering-api Looks up data in [gRPC]",
    ]
    return Graph(
        title="Commerce Platform", nodes=tuple(nodes), groups=tuple(groups), edges=_edges(*rows)
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
            _n("a", "A", "container", group="g"),
            _n("b", "B", "node", "[deployment node: Linux]", group="h"),
            _n("c", "C", "queue", "[queue]", "Orders"),
            *(
                Node(id=f"lone{i}", title=f"Lone {i}", badges=("ADR-1", "R-2")[: i % 3])
                for i in range(7)
            ),
        ),
        edges=(
            *_edges(
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
