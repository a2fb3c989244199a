from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.entity.combine import Combined, Described, Unknown, combine
from sphinx_archdoc.diagrams.entity.data import Column, EntityText, Relation
from sphinx_archdoc.diagrams.entity.names import NameIndex


def has_many(target: str, label: str = "") -> Relation:
    return Relation(
        source="", target=target, source_end="one", target_end="zero-or-more", label=label
    )


def belongs_to(target: str, label: str = "") -> Relation:
    return Relation(
        source="", target=target, source_end="zero-or-more", target_end="one", label=label
    )


def key(name: str, to: str = "", *, required: bool | None = None) -> Column:
    return Column(name=name, keys=("FK",), reference=to, required=required)


def told(**texts: tuple[Relation | Column, ...]) -> Combined:
    return combine(
        Described(
            name,
            name,
            EntityText(
                columns=tuple(f for f in facts if isinstance(f, Column)),
                relations=tuple(f for f in facts if isinstance(f, Relation)),
            ),
        )
        for name, facts in texts.items()
    )


def lines(found: Combined) -> list[str]:
    return [
        f"{r.source} {r.source_end} {r.target_end} {r.target} {r.label}".strip()
        for r in found.relations
    ]


def test_what_both_sides_tell_is_one_relation() -> None:
    found = told(User=(has_many("Orders", "places"),), Order=(belongs_to("user"),))
    assert lines(found) == ["User one zero-or-more Order places"]
    found = told(Order=(belongs_to("User"),), User=(has_many("Order", "places"),))
    assert lines(found) == ["User one zero-or-more Order places"]


def test_each_side_knows_how_many_of_the_other_there_are() -> None:
    many = Relation(source="", target="B", source_end="one", target_end="one-or-more")
    maybe = Relation(source="", target="A", source_end="zero-or-more", target_end="zero-or-one")
    assert lines(told(A=(many,), B=(maybe,))) == ["A zero-or-one one-or-more B"]


def test_belonging_leaves_open_how_many_the_other_one_has() -> None:
    one = Relation(source="", target="B", source_end="one", target_end="zero-or-one")
    wanted = ["A one zero-or-one B"]
    assert lines(told(A=(one,), B=(belongs_to("A"),))) == wanted
    assert lines(told(B=(belongs_to("A"),), A=(one,))) == wanted
    found = told(A=(one, has_many("B")), B=(belongs_to("A"),))
    assert lines(found) == [*wanted, "A one zero-or-more B"]


def test_other_labels_are_other_relations() -> None:
    found = told(
        User=(has_many("Order", "places"), has_many("Order", "checks")),
        Order=(belongs_to("User", "checks"),),
    )
    assert lines(found) == [
        "User one zero-or-more Order places",
        "User one zero-or-more Order checks",
    ]


def test_the_one_stands_before_the_many() -> None:
    assert lines(told(A=(belongs_to("B"),), B=())) == ["B one zero-or-more A"]
    assert lines(told(A=(belongs_to("B", "of"),), B=())) == ["A zero-or-more one B of"]


def test_foreign_keys_are_relations_where_nothing_else_joins() -> None:
    found = told(User=(), Order=(key("user_id"), key("payer", "Users", required=False)))
    assert lines(found) == [
        "User one zero-or-more Order user_id",
        "User zero-or-one zero-or-more Order payer",
    ]
    found = told(User=(has_many("Order", "places"),), Order=(key("user_id", required=False),))
    assert lines(found) == ["User zero-or-one zero-or-more Order places"]
    unique = Column(name="user_id", keys=("PK", "FK"))
    assert lines(told(User=(), Profile=(unique,))) == ["User one zero-or-one Profile"]


def test_relations_to_itself() -> None:
    found = told(Task=(has_many("Task"), belongs_to("Task"), key("parent", "Task")))
    assert lines(found) == ["Task one zero-or-more Task"]
    assert lines(told(Task=(key("task_id"),))) == []
    assert lines(told(Task=(key("parent", "Task", required=False),))) == [
        "Task zero-or-one zero-or-more Task"
    ]


def test_names_that_nobody_has_are_told() -> None:
    found = told(Order=(has_many("Itms"), key("user", "Usr"), key("gone_id")))
    assert found.unknown == (Unknown("Order", "user", "Usr"), Unknown("Order", "", "Itms"))
    assert found.relations == ()
    assert [c.reference for c in found.entities[0].columns] == ["", ""]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("OrderItem", "shop.order-item"),
        ("order_items", "shop.order-item"),
        ("Order Items", "shop.order-item"),
        ("Categories", "Category"),
        ("boxes", "Box"),
        ("Class", "Class"),
        ("Clas", ""),
        ("", ""),
        ("News", "News"),
    ],
)
def test_names(name: str, found: str) -> None:
    ids = ("shop.order-item", "Category", "Box", "Class", "News")
    assert NameIndex((id_, ()) for id_ in ids).find(name) == found


def test_plural_entities_are_found_by_their_singular() -> None:
    index = NameIndex([("users", ("Users",))])
    assert index.find_for_column("user_id") == "users"
    assert index.find_for_column("userId") == "users"
    assert index.find_for_column("user") == ""
    assert index.find_for_column("valid") == ""


NAMES = st.sampled_from(["A", "B", "C", "nobody"])
ENDS = st.sampled_from(["", "one", "zero-or-one", "one-or-more", "zero-or-more"])
TIES = st.builds(
    Relation,
    source=st.just(""),
    target=NAMES,
    source_end=ENDS,
    target_end=ENDS,
    label=st.sampled_from(["", "x", "y"]),
    identifying=st.booleans(),
)


@given(st.lists(TIES, max_size=5), st.lists(TIES, max_size=5), st.lists(TIES, max_size=5))
def test_nothing_is_lost(a: list[Relation], b: list[Relation], c: list[Relation]) -> None:
    found = told(A=tuple(a), B=tuple(b), C=tuple(c))
    ids = {e.id for e in found.entities}
    assert {end for r in found.relations for end in (r.source, r.target)} <= ids
    said = {
        frozenset((n, t.target))
        for n, ties in zip("ABC", (a, b, c), strict=True)
        for t in ties
        if t.target in ids
    }
    assert {frozenset((r.source, r.target)) for r in found.relations} == said
    labels = {t.label for t in (*a, *b, *c) if t.target in ids and t.label}
    assert labels == {r.label for r in found.relations if r.label}
