"""Graphs of twelve and of thirty boxes with boundaries."""

from __future__ import annotations

from graph_parts import box, edges

from sphinx_archdoc.diagrams.graph import Graph, Group


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
            box(
                "staff",
                "Back Office Staff",
                "person",
                "[person]",
                "Handles disputes and manual approvals",
            ),
            box(
                "customer",
                "Personal Banking Customer",
                "person",
                "[person]",
                "A customer of the bank with personal accounts",
            ),
            box(
                "web",
                "Web Application",
                "container",
                "[container: Python, Django]",
                "Delivers static content and the single-page application",
                bank,
            ),
            box(
                "spa",
                "Single-Page Application",
                "container",
                "[container: TypeScript, React]",
                "Provides banking functionality in the browser",
                bank,
            ),
            box(
                "mobile",
                "Mobile App",
                "container",
                "[container: Kotlin Multiplatform]",
                "Provides a limited subset of banking features",
                bank,
            ),
            box(
                "api",
                "API Application",
                "container",
                "[container: Python, FastAPI]",
                "Provides banking functionality via a JSON/HTTPS API",
                core,
            ),
            box(
                "db",
                "Accounts Database",
                "store",
                "[container: PostgreSQL 16]",
                "Stores users, accounts and audit records",
                core,
            ),
            box(
                "bus", "Event Bus", "queue", "[container: RabbitMQ]", "Carries domain events", core
            ),
            box(
                "worker",
                "Statement Worker",
                "container",
                "[container: Python, Celery]",
                "Renders monthly statements",
                core,
            ),
            box(
                "fraud",
                "Fraud Screening",
                "external",
                "[external system]",
                "Scores every outgoing payment",
            ),
            box(
                "main",
                "Mainframe Banking System",
                "external",
                "[external system]",
                "Stores all core banking information",
            ),
            box(
                "mail",
                "E-mail System",
                "external",
                "[external system]",
                "The internal Microsoft Exchange e-mail system",
            ),
        ),
        edges=edges(
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
        box(
            "wop",
            "Warehouse Operator",
            "person",
            "[person]",
            "Uses the platform as a warehouse operator",
        ),
        box("shopper", "Shopper", "person", "[person]", "Uses the platform as a shopper"),
        box(
            "fin", "Finance Analyst", "person", "[person]", "Uses the platform as a finance analyst"
        ),
        box("sup", "Support Agent", "person", "[person]", "Uses the platform as a support agent"),
        box(
            "web", "Web Shop", "container", "[container: Next.js]", "Serves the shop pages", "edge"
        ),
        box(
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
            box(
                f"{name}-api",
                f"{word} API",
                "component",
                "[container: Python, FastAPI]",
                f"Exposes the {name} operations over HTTPS",
                name,
            ),
            box(
                f"{name}-w",
                f"{word} Worker",
                "component",
                "[container: Python, Celery]",
                f"Processes {name} jobs in the background",
                name,
            ),
            box(
                f"{name}-db",
                f"{word} Database",
                "store",
                "[container: PostgreSQL 16]",
                f"Stores {name} records",
                name,
            ),
            box(
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
            box(ident, title, "external", "[external system]", f"Third-party {title.lower()}")
        )
        rows.append(f"{user} {ident} Sends requests to [HTTPS]")
    rows += [
        "identity-api payments-api Looks up data in [gRPC]",
        "fulfilment-api ordering-api Looks up data in [gRPC]",
        "payments-api ordering-api Looks up data in [gRPC]",
        "catalogue-api ordering-api Looks up data in [gRPC]",
    ]
    return Graph(
        title="Commerce Platform", nodes=tuple(nodes), groups=tuple(groups), edges=edges(*rows)
    )
