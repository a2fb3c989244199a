from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from storing import REGISTRY, rec, store_of, to

from sphinx_archdoc.model.cycles import find_cycles
from sphinx_archdoc.model.relations import references
from sphinx_archdoc.model.values import Ref

NODES = st.sampled_from("abcdefgh")
EDGES = st.lists(st.tuples(NODES, NODES), max_size=24)


def has_circle(edges: list[tuple[str, str]]) -> bool:
    """Tell by taking away what nothing leads to, again and again, whether something is left."""
    left = {edge for edge in edges if edge[0] != edge[1]}
    while left:
        kept = {edge for edge in left if any(other[1] == edge[0] for other in left)}
        if kept == left:
            return True
        left = kept
    return False


@given(EDGES)
def test_a_circle_is_found_iff_there_is_one(edges: list[tuple[str, str]]) -> None:
    found = find_cycles(edges)
    assert bool(found) is has_circle(edges)


@given(EDGES)
def test_each_circle_is_real_starts_with_its_smallest_id_and_shares_no_edge(
    edges: list[tuple[str, str]],
) -> None:
    used = []
    for circle in find_cycles(edges):
        assert len(circle) > 1
        assert len(set(circle)) == len(circle)
        assert circle[0] == min(circle)
        used += list(zip(circle, (*circle[1:], circle[0]), strict=True))
    assert set(used) <= set(edges)
    assert len(set(used)) == len(used)


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_show(edges: list[tuple[str, str]], random: Any) -> None:
    mixed = random.sample(edges, len(edges))
    assert find_cycles(edges) == find_cycles(mixed)


def test_finding_circles_is_linear_and_deep() -> None:
    reads = 0

    class Counted(str):
        __slots__ = ()

        def __hash__(self) -> int:
            nonlocal reads
            reads += 1
            return super().__hash__()

        __eq__ = str.__eq__

    def work(size: int) -> int:
        nonlocal reads
        nodes = [Counted(f"{number:06}") for number in range(size)]
        chain = list(itertools.pairwise(nodes))
        back = [(node, nodes[0]) for node in nodes[1:]]
        reads = 0
        find_cycles(chain + back)
        return reads

    small, large = work(500), work(5000)
    assert large < small * 12


def test_links_go_in_the_direction_of_the_field_with_an_inverse() -> None:
    store = store_of(
        rec("adr", "ADR-1", superseded_by=(Ref("ADR-2"),)),
        rec("adr", "ADR-2", line=5, supersedes=to("ADR-1", "ADR-9"), affects=to("shop")),
        rec("system", "shop"),
    )
    relations = store.relations
    assert [(link.source, link.target, link.field) for link in relations.links] == [
        ("ADR-2", "ADR-1", "supersedes"),
        ("ADR-2", "ADR-9", "supersedes"),
        ("ADR-2", "shop", "affects"),
    ]
    assert relations.links[0].written_in == "ADR-1"
    assert [link.target for link in relations.outgoing("ADR-2")] == ["ADR-1", "ADR-9", "shop"]
    assert [link.source for link in relations.incoming("shop")] == ["ADR-2"]
    assert relations.incoming("nope") == relations.outgoing("nope") == ()
    written = list(references(store, store.written[1]))
    assert [(spec.name, ref.id) for spec, ref in written] == [
        ("supersedes", "ADR-1"),
        ("supersedes", "ADR-9"),
        ("affects", "shop"),
    ]


def test_the_end_that_names_a_part_is_meant() -> None:
    store = store_of(
        rec("adr", "ADR-1", superseded_by=to("ADR-2")),
        rec("adr", "ADR-2", supersedes=(Ref("ADR-1", "clause 2"), Ref("ADR-1", "clause 4"))),
    )
    assert [link.note for link in store.relations.links] == ["clause 2", "clause 4"]


def test_incoming_links_are_sorted() -> None:
    store = store_of(
        rec("risk", "R-2", affects=to("shop")),
        rec("risk", "R-1", affects=to("shop")),
        rec("app", "web", depends_on=to("shop")),
        rec("system", "shop"),
    )
    found = [(link.field, link.source) for link in store.relations.incoming("shop")]
    assert found == [("affects", "R-1"), ("affects", "R-2"), ("depends_on", "web")]
    assert set(REGISTRY.names()) > {"risk", "app"}
