"""What is wrong, and where: plain data that rules, readers and parsers return."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    """A fault in one text: code, message, and the line counted from 1 within that text (0: all).

    ``option`` is the option it is about, as its author calls it: that may have a line of its own.
    ``at`` is the record that is wrong where a view of several finds it.
    """

    code: Code
    message: str
    line: int = 0
    option: str = ""
    at: Location | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in the model, at a place in the documentation.

    at      the place of the record it is about
    line    the line in the same file that says what is wrong, where that is known; else 0
    named   other places that the message names, each as ``str`` writes it
    """

    code: Code
    message: str
    at: Location
    line: int = 0
    named: tuple[Location, ...] = ()

    @property
    def place(self) -> Location:
        """Where to look."""
        return self.at._replace(line=self.line) if self.line else self.at


def with_places(message: str, named: Iterable[Location], written: Callable[[Location], str]) -> str:
    """Return a message with the places that it names written as the place of the finding is.

    What an author has written stands in front of them, so of equal words the last are meant.
    """
    for place in named:
        before, found, after = message.rpartition(str(place))
        message = f"{before}{written(place)}{after}" if found else message
    return message


def nearest(word: str, allowed: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return the allowed word nearest to ``word`` (case aside), or an empty string.

    A wrong guess is worse than none: the numbers in both must be the same, and so must, nearly, the
    last parts of dotted names. ``shop.mailer`` is no slip of ``shop.api``.
    """
    by_lower = {item.lower(): item for item in allowed}
    lower = word.lower()
    found = get_close_matches(lower, by_lower, n=5, cutoff=cutoff)
    return next((by_lower[item] for item in found if _may_be_meant(lower, item)), "")


def _may_be_meant(word: str, item: str) -> bool:
    numbers = _numbers(item)
    if numbers != _numbers(word) and (numbers or _DIGITS.sub("", word) != item):
        return False
    if "." not in word or "." not in item:
        return True
    one, other = sorted((word.rpartition(".")[2], item.rpartition(".")[2]), key=len)
    short = one[:1] == other[:1] and _is_within(one, other)  # "db" for "database"
    return short or bool(get_close_matches(one, [other], cutoff=0.6))


def _is_within(letters: str, word: str) -> bool:
    """Tell whether a word has these letters in this order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _numbers(word: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(word)]


def suggestion(word: str, allowed: Iterable[str], *, most: int = 12) -> str:
    """Say what would have been right: the nearest allowed word, else a short list of them."""
    words = list(dict.fromkeys(allowed))
    near = nearest(word, words)
    if near:
        return f"did you mean {near!r}?"
    if not words:
        return ""
    shown = ", ".join(words[:most])
    more = ", …" if len(words) > most else ""
    return f"allowed: {shown}{more}"


class Nearest:
    """The nearest of many words, for many look-ups: the work for each is bounded.

    Words that differ only in case, separators or leading zeros are found at once (``adr-12`` for
    ``ADR-0012``). Of words that differ in a number none is nearer than the others, so they are left
    out. Else the neighbours in alphabetical order, read forwards and backwards, are compared. After
    ``most`` different words only the first way is tried.
    """

    _AROUND = 40

    def __init__(self, allowed: Iterable[str], *, most: int = 200) -> None:
        words = sorted(allowed, reverse=True)
        self._by_skeleton = {_skeleton(word): word for word in words}
        self._forwards = sorted((word.lower(), word) for word in words)
        self._backwards = sorted((word.lower()[::-1], word) for word in words)
        self._left = most
        self._known: dict[str, str] = {}

    def find(self, word: str) -> str:
        """Return the nearest allowed word, or an empty string."""
        if word not in self._known:
            self._known[word] = self._by_skeleton.get(_skeleton(word)) or self._compared(word)
        return self._known[word]

    def _compared(self, word: str) -> str:
        if self._left <= 0:
            return ""
        self._left -= 1
        lower = word.lower()
        candidates: dict[str, None] = {}
        own = _DIGITS.sub("0", lower)
        for order, key in ((self._forwards, lower), (self._backwards, lower[::-1])):
            place = bisect_left(order, (key, ""))
            around = order[max(0, place - self._AROUND) : place + self._AROUND]
            numbered = ((found, _DIGITS.sub("0", found.lower())) for _, found in around)
            candidates.update((found, None) for found, shape in numbered if shape != own)
        return nearest(word, candidates)


_DIGITS = re.compile(r"[0-9]+")


def _skeleton(word: str) -> str:
    return "".join(
        part.lstrip("0") or "0" if part.isdigit() else part
        for part in re.findall(r"[0-9]+|[^\W\d_]+", word.lower())
    )
