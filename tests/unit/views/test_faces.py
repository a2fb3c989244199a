"""What a link to a record says."""

from __future__ import annotations

import pytest
from storing import rec, store_of

from sphinx_archdoc.views.faces import face, label, told_apart

LONG = "Why " + "long " * 40


@pytest.mark.parametrize(
    ("kind", "id_", "title", "wanted"),
    [
        ("risk", "R-7", "Frost", "R-7"),
        ("adr", "ADR-0002", "Use PostgreSQL", "ADR-0002"),
        ("app", "shop.web", "Web shop", "Web shop"),
        ("use-case", "uc-rent-a-bike", "Rent a bike", "Rent a bike"),
        ("quality-goal", "qg-verfuegbarkeit", "Verfügbarkeit", "qg-verfuegbarkeit"),
        ("quality-goal", "qg-cafe-open", "Café open", "Café open"),
        ("use-case", "uc-rent-a-bike-2", "Rent a bike", "Rent a bike"),
        ("adr", "use-queues", "Something else", "use-queues"),
        ("entity", "OrderLine", "Order line", "Order line"),
        ("error-code", "NO_STOCK", "No stock", "NO_STOCK"),
        ("adr", "x", "", "x"),
        ("open-question", "why-" + "long-" * 14 + "1a2b", LONG, LONG),
    ],
)  # fmt: skip
def test_records_show_an_id_only_where_it_is_a_name(
    kind: str, id_: str, title: str, wanted: str
) -> None:
    assert label(face(store_of(rec(kind, id_, title)), id_)) == wanted


def test_what_nobody_declares_shows_what_was_written() -> None:
    assert label(face(store_of(), "nowhere")) == "nowhere"


def test_blocks_of_the_same_name_say_where_they_are() -> None:
    store = store_of(
        rec("deployment-node", "prod.a", "Zone a"),
        rec("deployment-node", "prod.a.k8s", "Cluster"),
        rec("deployment-node", "prod.b", "Zone b"),
        rec("deployment-node", "prod.b.k8s", "Cluster"),
        rec("deployment-node", "test.k8s", "Cluster"),
        rec("deployment-node", "edge", "Edge"),
    )

    def shown(*ids: str) -> list[str]:
        return [label(each) for each, _ in told_apart(store, ((face(store, i), "") for i in ids))]

    assert shown("prod.a.k8s", "edge", "prod.b.k8s") == [
        "Zone a › Cluster", "Edge", "Zone b › Cluster",
    ]  # fmt: skip
    assert shown("prod.a.k8s", "test.k8s") == ["Zone a › Cluster", "Cluster"]
    assert shown("prod.a.k8s", "edge", "prod.a.k8s", "gone") == [
        "Cluster", "Edge", "Cluster", "gone",
    ]  # fmt: skip
