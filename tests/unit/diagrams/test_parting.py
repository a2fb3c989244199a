"""Lines that would lie on each other are parted at a box, if one of them ends there."""

from __future__ import annotations

from sphinx_archdoc.diagrams.parting import keep_apart
from sphinx_archdoc.diagrams.rows import Thing, Way


def _way(leave: float, arrive: float, upper: Thing, lower: Thing) -> Way:
    return Way(0, upper, lower, [], frozenset(), frozenset(), passes=[], leave=leave, arrive=arrive)


def _box(name: str, u: float, v: float) -> Thing:
    return Thing(name, u, v, 100, 40)


def test_an_arrival_moves_along_its_box() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("n2", 100, 90))
    second = _way(100, 200, _box("n3", 110, 0), _box("n4", 200, 90))
    assert keep_apart([(first, 0), (second, 0)], [0, 1])
    assert (first.arrive, second.leave) == (92, 100)
    assert not keep_apart([(first, 0), (second, 0)], [0, 1])


def test_a_label_stays_and_the_other_line_moves() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("l2", 101, 90))
    second = _way(100, 200, _box("n3", 110, 0), _box("n4", 200, 90))
    assert keep_apart([(first, 0), (second, 0)], [0, 1])
    assert (first.arrive, second.leave) == (101, 91)


def test_the_lower_track_first_is_no_conflict() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("n2", 100, 90))
    second = _way(100, 200, _box("n3", 110, 0), _box("n4", 200, 90))
    assert not keep_apart([(first, 0), (second, 0)], [1, 0])


def test_where_nothing_can_move_nothing_does() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("l2", 101, 90))
    second = _way(101, 200, _box("l3", 101, 0), _box("n4", 200, 90))
    assert not keep_apart([(first, 0), (second, 0)], [0, 1])
    crowd = [_way(u, 300, second.upper, _box("n5", 300, 90)) for u in (91.0, 110.0)]
    box = _box("n6", 100, 0)
    full = _way(101, 200, box, _box("n4", 200, 90))
    beside = [_way(w.leave, 300, box, w.lower) for w in crowd]
    assert not keep_apart([(first, 0), (full, 0), *((w, 0) for w in beside)], [0, 1, -1, -1])


def test_a_line_that_only_passes_moves_with_all_that_is_straight_below() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("n2", 101, 270))
    first.passes[:] = [101, 101, 300]
    second = _way(103, 200, _box("l3", 103, 0), _box("l4", 200, 90))
    assert keep_apart([(first, 0), (second, 0)], [0, 1])
    assert first.passes == [98, 98, 300]
    assert not keep_apart([(first, 0), (second, 0)], [0, 1])


def test_it_goes_straight_on_into_its_box() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("n2", 101, 180))
    first.passes[:] = [101]
    second = _way(101, 200, _box("l3", 101, 0), _box("l4", 200, 90))
    assert keep_apart([(first, 0), (second, 0)], [0, 1])
    assert (first.passes, first.arrive) == ([106], 106)


def test_a_passing_line_does_not_come_too_near_to_a_third() -> None:
    first = _way(0, 101, _box("n1", 0, 0), _box("n2", 101, 180))
    first.passes[:] = [101]
    second = _way(101, 200, _box("l3", 101, 0), _box("l4", 200, 90))
    third = _way(108, 108, _box("n5", 108, 0), _box("n6", 108, 90))
    assert not keep_apart([(first, 0), (second, 0), (third, 0)], [0, 1, -1])
