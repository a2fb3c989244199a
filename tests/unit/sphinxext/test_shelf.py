"""A shelf behaves as a dictionary, packs value by value, and opens only what is asked for."""

from __future__ import annotations

import copy
import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.sphinxext.shelf import Shelf

NAMES = st.sampled_from("abcd")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), NAMES, st.integers()),
        st.tuples(st.just("drop"), NAMES, st.none()),
        st.tuples(st.just("store"), st.none(), st.none()),
    ),
    max_size=20,
)


class Loud:
    """Counts how often it is opened."""

    opened = 0

    def __setstate__(self, state: object) -> None:
        type(self).opened += 1


@given(STEPS)
def test_it_is_a_dictionary_however_often_it_is_stored(steps: list[tuple[str, str, Any]]) -> None:
    shelf: Shelf[int] = Shelf()
    plain: dict[str, int] = {}
    for step, name, value in steps:
        if step == "set":
            shelf[name] = plain[name] = value
        elif step == "drop":
            assert shelf.pop(name, None) == plain.pop(name, None)
        else:
            shelf = pickle.loads(pickle.dumps(shelf))  # noqa: S301
        assert dict(shelf) == plain
        assert (list(shelf), len(shelf)) == (sorted(plain), len(plain))
        assert all(name in shelf for name in plain)


def test_only_what_is_asked_for_is_opened() -> None:
    loud = Loud()
    loud.state = 1  # type: ignore[attr-defined]  # something to set
    stored = pickle.dumps(Shelf[Any]({"a": pickle.dumps(loud), "b": pickle.dumps(loud)}))
    Loud.opened = 0
    shelf = pickle.loads(stored)  # noqa: S301
    assert "a" in shelf
    assert Loud.opened == 0
    assert shelf["a"] is shelf["a"]
    assert Loud.opened == 1
    pickle.dumps(shelf)
    assert Loud.opened == 1


def test_the_same_pages_are_the_same_bytes_whatever_the_order() -> None:
    one, other = Shelf[int](), Shelf[int]()
    one["a"], one["b"] = 1, 2
    other["b"], other["a"] = 2, 1
    assert pickle.dumps(one) == pickle.dumps(other)


def test_a_value_is_taken_over_without_being_opened() -> None:
    theirs = Shelf[Any]({"a": pickle.dumps(Loud()), "b": b"not looked at"})
    mine: Shelf[Any] = Shelf()
    mine["b"] = "old"
    mine.take("b", theirs)
    assert mine.packed("b") == b"not looked at"


def test_copies_share_nothing_they_could_change() -> None:
    first: Shelf[int] = Shelf()
    second = copy.deepcopy(first)
    second["a"] = 1
    assert "a" not in first
