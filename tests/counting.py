"""Effort as a number that is the same on every machine: how many calls something makes.

What happens inside one call is not seen: a regular expression that backtracks, or a long copy.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Twice the input may take this much more; a quadratic part would take four times.
GROWTH = 2.3


def calls(run: Callable[[], object]) -> int:
    """Return how many functions of Python and C are called while ``run`` runs."""
    count = 0

    def counted(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    collecting = gc.isenabled()
    gc.disable()  # finalisers of other tests' leftovers are not our calls
    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(before)
        if collecting:
            gc.enable()
    return count - 1  # the one that ends the counting


def grows_linearly(make: Callable[[int], Callable[[], object]], size: int) -> None:
    """Check that twice the size takes at most little more than twice the calls.

    ``make`` returns what to run for a size; what it does itself is not counted. Everything runs
    once before, so that caches and imports do not count.
    """
    make(size)()
    once, twice = calls(make(size)), calls(make(2 * size))
    assert twice <= GROWTH * once + 200, f"{once} calls for {size}, {twice} for {2 * size}"
