"""What is wrong, and where: plain data that rules, readers and parsers return."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.codes import Code


class Location(NamedTuple):
    """Where a record or a reference stands.

    ``source`` is the path of the true source file (an included file counts as itself), relative
    to the documentation's source directory; ``line`` counts from 1, 0 means unknown.
    """

    docname: str
    source: str = ""
    line: int = 0
    anchor: str = ""

    def __str__(self) -> str:
        place = self.source or self.docname
        return f"{place}:{self.line}" if self.line else place


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in one text: code, message, and the line counted from 1 within that text (0: all)."""

    code: Code
    message: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in the model, at a place in the documentation."""

    code: Code
    message: str
    at: Location


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the allowed word nearest to ``word`` (case aside), or an empty string."""
    by_lower = {item.lower(): item for item in allowed}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def suggestion(word: str, allowed: Iterable[str], *, most: int = 12) -> str:
    """Say what would have been right: the nearest allowed word, else a short list of them."""
    words = list(allowed)
    near = nearest(word, words)
    if near:
        return f"did you mean {near!r}?"
    if not words:
        return ""
    shown = ", ".join(words[:most])
    more = ", …" if len(words) > most else ""
    return f"allowed: {shown}{more}"
