from __future__ import annotations

import pickle
from typing import Any

from counting import grows_linearly
from views_help import SCORING, Build, shop

from sphinx_archdoc.model.values import When
from sphinx_archdoc.views.cells import Badge, Score
from sphinx_archdoc.views.faces import face, label
from sphinx_archdoc.views.select import Selection
from sphinx_archdoc.views.table import Column, TableRequest, compute_table

STORE = (
    shop()
    .add("risk", "R-1", "Slow", impact="High", likelihood="low", status="Active", owner="Ops, Dev",
         affects="shop.api (peak), gone", review="2026-03", mitigation="Cache",
         extra=(("Cost", "12"),))
    .add("risk", "R-2", "Fast", impact="sky-high")
    .add("adr", "ADR-1", "Use SQL", status="Accepted by all", affects="shop.db", page="a")
    .add("adr", "ADR-2", "Use NoSQL", status="accepted", supersedes="ADR-1", affects="shop.api")
    .add("adr", "ADR-3", "Ask", superseded_by="ADR-1 (rule 2)")
    .store
)  # fmt: skip


def table(*columns: str, kinds: Any = ("risk",), group: str = "", **facts: Any) -> Any:
    request = TableRequest(selection=Selection(kinds=kinds, **facts), columns=columns, group=group)
    return compute_table(STORE, request, SCORING)


def cells(found: Any) -> list[list[object]]:
    return [list(row.cells) for group in found.groups for row in group.rows]


def test_faces() -> None:
    assert label(face(STORE, "shop.api")) == "API"
    assert label(face(STORE, "ADR-1")) == "ADR-1"
    assert face(STORE, "ADR-1").superseded
    assert not face(STORE, "shop.api").superseded
    gone = face(STORE, "gone")
    assert (label(gone), gone.found) == ("gone", False)


def test_cells_of_each_type() -> None:
    found = table("id", "status", "severity", "score", "review", "owner", "affects", "Cost", "kind")
    assert [column.type for column in found.columns] == [
        "id", "choice", "level", "score", "date", "people", "refs", "inline", "kind",
    ]  # fmt: skip
    assert found.columns[2] == Column("impact", "Impact", "level")
    first, second = cells(found)
    assert first == [
        face(STORE, "R-1"),
        Badge("active", "Active", "Active", "warn"),
        Badge("high", "High", "High", "neutral"),
        Score(3, "medium", "Medium", "s2"),
        When("2026-03", "2026-03"),
        ("Ops", "Dev"),
        ((face(STORE, "shop.api"), "peak"), (face(STORE, "gone"), "")),
        "12",
        "Risk",
    ]
    assert second[1:] == [
        None,
        Badge("", "", "sky-high", "neutral"),
        None,
        None,
        (),
        (),
        "",
        "Risk",
    ]


def test_status_is_the_one_that_holds() -> None:
    found = table("status", "superseded-by", "supersedes", kinds=("adr",))
    assert cells(found) == [
        [
            Badge("superseded", "Superseded", "", "mute"),
            ((face(STORE, "ADR-2"), ""),),
            ((face(STORE, "ADR-3"), "rule 2"),),
        ],
        [Badge("accepted", "Accepted", "accepted", "ok"), (), ((face(STORE, "ADR-1"), ""),)],
        [None, ((face(STORE, "ADR-1"), "rule 2"),), ()],
    ]
    assert found.columns[1].title == "Superseded by"


def test_incoming_links_as_columns() -> None:
    found = table("title", "decided-by", "Risks", "parent", kinds=("app", "datastore"))
    assert found.columns[0] == Column("title", "Name", "title")
    by_id = {row.face.id: row.cells for row in found.groups[0].rows}
    assert by_id["shop.api"][1:] == (
        ((face(STORE, "ADR-2"), ""),),
        ((face(STORE, "R-1"), "peak"),),
        ((face(STORE, "shop"), ""),),
    )


def test_default_columns_join_those_of_the_kinds() -> None:
    assert [column.name for column in table().columns] == [
        "id", "title", "impact", "likelihood", "mitigation", "owner", "status",
    ]  # fmt: skip
    found = table(kinds=("app", "risk"))
    names = [column.name for column in found.columns]
    assert names[:3] == ["id", "title", "kind"]
    assert {"technology", "impact"} <= set(names)
    assert all(len(row.cells) == len(names) for row in found.groups[0].rows)


def test_groups() -> None:
    found = table("id", group="owner")
    assert [(group.title, len(group.rows)) for group in found.groups] == [
        ("Dev", 1), ("Ops", 1), ("", 1),
    ]  # fmt: skip
    assert found.group_title == "Owner"
    titles = [group.title for group in table("id", group="affects").groups]
    assert titles == ["API", "gone", ""]
    assert [group.title for group in table("id", group="impact").groups] == ["High", "sky-high"]
    assert [group.title for group in table("id", kinds=("adr",), group="status").groups] == [
        "Accepted", "Superseded", "",
    ]  # fmt: skip
    assert next(group.title for group in table("id", kinds=(), group="kind").groups) == (
        "Applications"
    )
    for name in ("id", "score", "review", "Cost", "nothing", "parent", "band", "title"):
        assert table("id", group=name, kinds=()).groups


def test_names_that_do_not_exist_are_left_out() -> None:
    found = table("id", "colour", "Cost", group="shape")
    assert [column.name for column in found.columns] == ["id", "cost"]
    assert [group.title for group in found.groups] == [""]
    assert found.group_title == ""
    assert table("colour").columns == table().columns
    # A field that only other kinds have is a column all the same where all kinds are asked for.
    assert [column.name for column in table("id", "impact", kinds=(), ids=("ADR-1",)).columns] == [
        "id", "impact",
    ]  # fmt: skip


def test_empty_and_stable() -> None:
    assert table(where="impact = low").groups == ()
    assert repr(table()) == repr(table())
    assert pickle.loads(pickle.dumps(table())) == table()  # noqa: S301 -- our own


def test_the_effort_grows_with_the_records() -> None:
    request = TableRequest(
        selection=Selection(kinds=("risk",), where="score > 1 and tags has t1", sort="-score"),
        group="tags",
    )

    def make(count: int) -> Any:
        build = Build()
        for n in range(count):
            build.add("risk", f"R-{n}", impact="high", likelihood="low", tags=f"t{n % 9}")
        store = build.store

        def run() -> None:
            found = compute_table(store, request, SCORING)
            assert len(found.groups[0].rows) == count // 9

        return run

    grows_linearly(make, 180)
