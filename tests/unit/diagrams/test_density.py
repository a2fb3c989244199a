"""Pictures that hold too much, and what is proposed instead."""

from __future__ import annotations

import diagram_samples as samples
import gate_graphs

from sphinx_archdoc.diagrams.density import MOST_BOXES, too_dense
from sphinx_archdoc.diagrams.graph import Graph, Group, Node


def test_readable_pictures_are_left_alone() -> None:
    assert too_dense(Graph(title="")) is None
    assert too_dense(samples.twelve()) is None
    assert too_dense(gate_graphs.tree(MOST_BOXES, 3)) is None


def test_one_box_more_is_too_much() -> None:
    found = too_dense(gate_graphs.tree(MOST_BOXES + 1, 3))
    assert found is not None
    assert (found.boxes, found.lines) == (31, 30)


def test_boundaries_are_proposed_the_fullest_first_and_none_twice() -> None:
    groups = (
        Group(id="all", title="All"),
        Group(id="left", title="Left", parent="all"),
        Group(id="inner", title="Inner", parent="left"),
        Group(id="right", title="Right", parent="all"),
    )
    nodes = tuple(
        Node(id=f"{group}{i}", title="x", group=group)
        for group, count in (("all", 3), ("left", 5), ("inner", 9), ("right", 16))
        for i in range(count)
    )
    found = too_dense(Graph(title="", groups=groups, nodes=nodes))
    assert found is not None
    assert [(p.id, p.boxes, p.is_boundary) for p in found.parts] == [
        ("right", 16, True), ("left", 14, True),
    ]  # fmt: skip


def test_without_boundaries_the_busiest_boxes_are_proposed() -> None:
    found = too_dense(gate_graphs.tree(40, 4))
    assert found is not None
    assert [(p.id, p.boxes) for p in found.parts] == [("e1", 6), ("e2", 6), ("e3", 6)]
    assert not any(p.is_boundary for p in found.parts)


def test_a_tangle_of_few_boxes_is_too_much() -> None:
    found = too_dense(samples.dense(14, 60))
    assert found is not None
    assert found.lines == 60
