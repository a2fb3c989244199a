"""A store in memory built from option texts, and what views compute of it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.scores import scoring_of
from sphinx_archdoc.model.store import Store
from sphinx_archdoc.views.computing import Context, compute

REGISTRY = load()
SETTINGS = Settings()
CONTEXT = Context()
SCORING = scoring_of()


class Build:
    """Add records one by one; ``store`` gives them as a store."""

    def __init__(self) -> None:
        self.pages = defaultdict(list)
        self.line = 0

    def add(
        self, kind: str, id_: str, title: str = "", *, page: str = "index", **raw: Any
    ) -> Build:
        self.line += 1
        base = {name: raw.pop(name) for name in ("extra", "origin", "summary") if name in raw}
        options = {name.replace("_", "-"): text for name, text in raw.items()}
        values, _ = read_options(REGISTRY[kind], options, SETTINGS)
        at = Location(page, f"{page}.rst", self.line, id_)
        record = REGISTRY[kind].record(id=id_, title=title or id_, at=at, **base, **values)
        self.pages[page].append(REGISTRY[kind].pack(record))
        return self

    def rel(self, source: str, target: str, label: str = "", **raw: Any) -> Build:
        id_ = f"REL-{self.line}"
        return self.add("relation", id_, label or id_, source=source, target=target, **raw)

    @property
    def store(self) -> Store:
        return Store(dict(self.pages), REGISTRY)


def shop() -> Build:
    """Return the web shop of the design."""
    return (
        Build()
        .add("person", "customer", "Customer", description="Buys things")
        .add("system", "shop", "Web shop", description="Sells things", technology="Python")
        .add("app", "shop.web", "Web app", technology="Next.js")
        .add("app", "shop.api", "API", technology="FastAPI", owner="Backend")
        .add("component", "shop.api.orders", "Orders")
        .add("component", "shop.api.pay", "Payment")
        .add("datastore", "shop.db", "Database", technology="PostgreSQL")
        .add("system", "stripe", "Stripe", external="yes")
        .add("app", "stripe.charge", "Charges", external="yes")
        .rel("customer", "shop.web", "Browses and buys", technology="HTTPS")
        .rel("shop.web", "shop.api", "Calls", technology="JSON")
        .rel("shop.api.orders", "shop.db", "Reads and writes", technology="SQL")
        .rel("shop.api.orders", "shop.api.pay", "Pays")
        .rel("shop.api.pay", "stripe.charge", "Charges cards", technology="HTTPS", style="async")
        .rel("stripe", "customer", "Sends receipts")
    )


def made(build: Build, request: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the data of a view, and the problems."""
    return compute(build.store, request, CONTEXT)


def lines(graph: Any) -> list[tuple[str, str, str]]:
    """Return the lines of a picture: from where, to where, what they say."""
    return [(edge.source, edge.target, edge.label) for edge in graph.edges]


def cells(table: object, name: str) -> list[str]:
    """Return the texts in one column of a table."""
    at = [column.name for column in table.columns].index(name)  # type: ignore[attr-defined]
    rows = [row for group in table.groups for row in group.rows]  # type: ignore[attr-defined]
    return [getattr(row.cells[at], "label", None) or str(row.cells[at] or "") for row in rows]
