"""Two long lines beside each other that cross for nothing change places, and no others do."""

from __future__ import annotations

import pytest

from sphinx_archdoc.diagrams.rows import Thing, Way
from sphinx_archdoc.diagrams.uncross import uncross

_SAME: frozenset[int] = frozenset()


def _way(
    ends: tuple[float, float], passes: list[float], *, rows: int = 2, own: frozenset[int] = _SAME
) -> Way:
    upper, lower = (
        Thing("n0", u, 90 * row, 100, 40, row) for u, row in zip(ends, (0, rows), strict=True)
    )
    return Way(0, upper, lower, passes, frozenset(), own, passes=list(passes))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param((200, 300), (200, 100), id="from one box"),
        pytest.param((300, 200), (100, 200), id="to one box"),
        pytest.param((300, 400), (100, 200), id="from and to the other side"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_lines_on_each_other_s_side_change_places(
    left: tuple[float, float], right: tuple[float, float], order: int
) -> None:
    one, other = _way(left, [10]), _way(right, [20])
    uncross([one, other][::order])
    assert (one.passes, other.passes) == ([20], [10])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(_way((200, 100), [10]), _way((200, 300), [20]), id="in order"),
        pytest.param(_way((200, 200), [10]), _way((200, 200), [20]), id="between two boxes"),
        pytest.param(_way((300, 100), [10]), _way((100, 300), [20]), id="they cross in any case"),
        pytest.param(
            _way((200, 300), [10]), _way((200, 100), [20], own=frozenset({1})), id="boundaries"
        ),
        pytest.param(_way((200, 300), [10]), _way((200, 100), [20, 20], rows=3), id="other rows"),
        pytest.param(
            _way((200, 300), [10, 40], rows=3), _way((200, 100), [20, 20], rows=3), id="a bend"
        ),
    ],
)
def test_others_stay_where_they_are(one: Way, other: Way) -> None:
    before = (list(one.passes), list(other.passes))
    uncross([one, other])
    assert (one.passes, other.passes) == before
