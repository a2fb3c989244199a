from __future__ import annotations

import sys

import pytest
from counting import calls, grows_linearly


def nothing() -> None:
    pass


def test_calls_of_python_and_c_are_counted() -> None:
    def run() -> None:
        for _ in range(10):
            nothing()
            len("x")

    assert 21 <= calls(run) <= 23
    assert calls(run) == calls(run)


def test_the_profiler_before_is_back_even_after_an_error() -> None:
    def other(frame: object, event: str, arg: object) -> None:
        pass

    before = sys.getprofile()
    sys.setprofile(other)
    try:
        with pytest.raises(ZeroDivisionError):
            calls(lambda: 1 // 0)
        assert sys.getprofile() is other
    finally:
        sys.setprofile(before)


def test_growth() -> None:
    def linear(size: int) -> object:
        return lambda: [nothing() for _ in range(size)]

    def quadratic(size: int) -> object:
        return lambda: [nothing() for _ in range(size) for _ in range(size)]

    grows_linearly(linear, 500)
    with pytest.raises(AssertionError, match="calls for 100"):
        grows_linearly(quadratic, 100)
