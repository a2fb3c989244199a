"""A small language of conditions: ``impact >= high and not (tags has legal or owner = "Ops")``.

A name alone asks whether there is a value (``not owner``). Nothing is ever executed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sphinx_archdoc.model.findings import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A longer filter is refused, and so are brackets or ``not`` nested deeper.
MAX_LENGTH = 1000
MAX_DEPTH = 20

#: The signs between a name and a value; ``has`` and ``contains`` are the same.
SIGNS = ("=", "!=", "<", "<=", ">", ">=")
_WORDS = ("has", "contains", "in")
_SAME = {"==": "=", "<>": "!=", "contains": "has", "in": "="}


class FilterError(ValueError):
    """A filter that cannot be read; ``position`` counts characters from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Compare:
    """``name sign words``; true when the sign holds for any of the words.

    ``sign`` is one of :data:`SIGNS`, ``has``, or ``filled``, which takes no words.
    """

    name: str
    sign: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is not."""

    part: Filter


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when all parts are; so without parts it is true."""

    parts: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is."""

    parts: tuple[Filter, ...]


Filter: TypeAlias = "Compare | Not | AllOf | AnyOf"


class _Token(NamedTuple):
    type: str  # word, string, sign, or the character itself; "" at the end
    text: str
    at: int

    def is_word(self, *words: str) -> bool:
        return self.type == "word" and self.text.lower() in words


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<punct>[(),])
    | (?P<sign>[=!<>]+)
    | "(?P<double>(?:[^"\\]|\\.)*)"
    | '(?P<single>(?:[^'\\]|\\.)*)'
    | (?P<word>[^\s()=!<>,"'][^\s()=!<>,"]*)
    | (?P<bad>.)
    )""",
    re.VERBOSE | re.DOTALL,
)


def parse(text: str) -> Filter:
    """Read a filter; an empty text lets everything through.

    :raises FilterError: it cannot be read.
    """
    if len(text) > MAX_LENGTH:
        raise FilterError(f"the filter is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    parser = _Parser(_tokens(text.rstrip()))
    if parser.now.type == "":
        return AllOf()
    found = parser.any_of(0)
    if parser.now.type:
        raise parser.error("'and', 'or' or the end")
    return found


def comparisons(part: Filter) -> Iterator[Compare]:
    """Yield the comparisons in a filter, in order."""
    if isinstance(part, Compare):
        yield part
    elif isinstance(part, Not):
        yield from comparisons(part.part)
    else:
        for inner in part.parts:
            yield from comparisons(inner)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        name = match.lastgroup or ""
        raw, start = match[name], match.start(name)
        if name == "bad":
            raise FilterError(f"the quote {raw} is not closed", start)
        if name in ("double", "single"):
            found.append(_Token("string", re.sub(r"\\(.)", r"\1", raw, flags=re.DOTALL), start - 1))
        elif name == "sign":
            if raw not in SIGNS and raw not in _SAME:
                hint = suggestion(raw[::-1] if raw[::-1] in SIGNS else raw, SIGNS)
                raise FilterError(f"{raw!r} is no comparison; {hint}", start)
            found.append(_Token("sign", raw, start))
        else:
            found.append(_Token(raw if name == "punct" else "word", raw, start))
    found.append(_Token("", "", len(text)))
    return found


class _Parser:
    """Recursive descent: or, and, not, brackets, comparisons."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0

    @property
    def now(self) -> _Token:
        return self._tokens[self._next]

    def take(self) -> _Token:
        token = self.now
        if token.type:
            self._next += 1
        return token

    def error(self, expected: str) -> FilterError:
        token = self.now
        found = repr(token.text) if token.type else "the end"
        return FilterError(f"expected {expected} but found {found}", token.at)

    def any_of(self, depth: int) -> Filter:
        parts = [self.all_of(depth)]
        while self.now.is_word("or"):
            self.take()
            parts.append(self.all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def all_of(self, depth: int) -> Filter:
        parts = [self.part(depth)]
        while self.now.is_word("and"):
            self.take()
            parts.append(self.part(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def part(self, depth: int) -> Filter:
        if depth > MAX_DEPTH:
            raise FilterError(f"more than {MAX_DEPTH} levels of brackets or 'not'", self.now.at)
        if self.now.is_word("not"):
            self.take()
            return Not(self.part(depth + 1))
        if self.now.type == "(":
            self.take()
            found = self.any_of(depth + 1)
            if self.now.type != ")":
                raise self.error("')'")
            self.take()
            return found
        return self.comparison()

    def comparison(self) -> Filter:
        name = self.name()
        negated = self.now.is_word("not")
        if negated:
            self.take()
        token = self.now
        if token.type == "sign" and not negated:
            sign = self.take().text
        elif token.is_word(*_WORDS):
            sign = self.take().text.lower()
        elif negated:
            raise self.error("'in', 'has' or 'contains'")
        else:
            return Compare(name, "filled")
        sign = _SAME.get(sign, sign)
        at = self.now.at
        words = self.words()
        if len(words) > 1 and sign in ("<", "<=", ">", ">="):
            raise FilterError(f"{sign!r} takes one value", at)
        made = Compare(name, sign, words)
        return Not(made) if negated else made

    def name(self) -> str:
        words: list[str] = []
        stop = ("and", "or", "not", *_WORDS)
        if self.now.type == "string":
            return self.take().text
        while self.now.type == "word" and not self.now.is_word(*stop):
            words.append(self.take().text)
        if not words:
            raise self.error("the name of a field")
        return " ".join(words)

    def words(self) -> tuple[str, ...]:
        in_brackets = self.now.type == "("
        if in_brackets:
            self.take()
        found = [self.word()]
        while self.now.type == ",":
            self.take()
            found.append(self.word())
        if in_brackets:
            if self.now.type != ")":
                raise self.error("',' or ')'")
            self.take()
        return tuple(found)

    def word(self) -> str:
        if self.now.type == "string":
            return self.take().text
        words: list[str] = []
        while self.now.type == "word" and not self.now.is_word("and", "or"):
            words.append(self.take().text)
        if not words:
            raise self.error("a value; quote it when it holds one of ( ) , = < >")
        return " ".join(words)
