"""How much is done: a bar, which HTML draws, and words, which every format has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

#: The bar is drawn in steps of so many per cent; the style sheet has a class for each.
_STEP = 5


def meter(done: int, total: int, tone: str = "") -> nodes.inline:
    """Return a bar without a text."""
    share = round(100 * done / total / _STEP) * _STEP if total else 0
    shown = tone or ("ok" if done == total else "info")
    return nodes.inline("", "", classes=["arch-meter", f"arch-w-{share}", f"arch-is-{shown}"])


def sum_words(done: int, total: int, translate: Callable[[str], str]) -> str:
    """Return ``12 of 15 done``."""
    return translate("{done} of {total} done").format(done=done, total=total)


def sum_line(done: int, total: int, translate: Callable[[str], str]) -> nodes.paragraph:
    """Return a line with the bar and the words."""
    words = sum_words(done, total, translate)
    parts = [nodes.Text(f"{words} "), meter(done, total)]
    return nodes.paragraph("", "", *parts, classes=["arch-sum"])


def segment(count: int, total: int, tone: str) -> nodes.inline:
    """Return one part of a bar that several parts make up."""
    share = max(_STEP, round(100 * count / total / _STEP) * _STEP) if total else 0
    return nodes.inline("", "", classes=["arch-segment", f"arch-w-{share}", f"arch-is-{tone}"])
