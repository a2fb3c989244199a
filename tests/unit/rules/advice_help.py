"""Records for the rules that give advice, and a store without faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storing import rec, store_of, to, word

from sphinx_archdoc import rules
from sphinx_archdoc.model.dates import read_date
from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.rules import Given

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store

SAID = (Span("Sells plants."),)
WHOLE = (SectionRef("decision", "Decision", "d"), SectionRef("consequences", "Effects", "c"))


def adr(id_: str, status: str = "accepted", **values: Any) -> Any:
    values.setdefault("sections", WHOLE)
    return rec("adr", id_, f"Choice {id_}", id_, status=word(status), **values)


def app(id_: str, kind: str = "app", **values: Any) -> Any:
    values.setdefault("description", SAID)
    if kind in ("app", "component"):
        values.setdefault("technology", "Go")
    return rec(kind, id_, id_.title(), "model", **values)


def line(source: str, target: str, title: str = "places orders", **values: Any) -> Any:
    values.setdefault("technology", "JSON")
    number = values.pop("number", 1)
    return rec(
        "relation",
        f"REL-{number}",
        title,
        "model",
        number,
        source=to(source),
        target=to(target),
        **values,
    )


SOUND = store_of(
    adr("ADR-1", "superseded", superseded_by=to("ADR-2")),
    adr("ADR-2", supersedes=to("ADR-1"), affects=to("shop.web")),
    adr("ADR-3", "proposed", date=read_date("2026-01-01"), relates_to=to("ADR-2")),
    app("shop", "system"),
    app("shop.web"),
    app("shop.web.cart", "component"),
    app("shop.db", "datastore", technology="PostgreSQL"),
    line("shop.web", "shop.db"),
    rec(
        "risk",
        "R-1",
        impact=word("high"),
        likelihood=word("high"),
        mitigation=SAID,
        owner=("Ann",),
        review=read_date("2026-03-01"),
    ),
)
GIVEN = Given(today="2026-02-01", shown=frozenset({"shop", "shop.web", "shop.web.cart", "shop.db"}))
RULES = {rule.name: rule for rule in rules.rules()}


def only(name: str, store: Store) -> list[str]:
    return [finding.message for finding in RULES[name].check(store, GIVEN)]
