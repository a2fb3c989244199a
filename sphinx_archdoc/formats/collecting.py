"""What all readers of this package share: a bounded list of problems, and ids made safe."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A longer id is cut: ids become anchors and file names.
LONGEST_ID = 200
_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_DOTS = re.compile(r"\.(?:[.-]*\.)?")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
_LINE_END = re.compile(r"\r\n|\r|\n")


class Problems:
    """Problems in the order of their finding, at most ``most``: a broken text stays cheap."""

    def __init__(self, most: int = 200) -> None:
        self._most = most
        self._found: list[Problem] = []
        self._left_off = 0
        self._hints = 40  # how many more suggestions to compute: difflib is slow

    def add(self, code: Code, message: str, line: int = 0) -> None:
        """Note one problem."""
        if len(self._found) < self._most:
            self._found.append(Problem(code, message, line))
        else:
            self._left_off += 1

    def nearest(self, word: str, allowed: Iterable[str]) -> str:
        """Return the allowed word nearest to this one, or nothing when many were asked for."""
        self._hints -= 1
        return nearest(word[:60], allowed) if self._hints >= 0 else ""

    def hint(self, word: str, allowed: Iterable[str]) -> str:
        """Return ``": did you mean …?"`` or ``": allowed: …"``, or nothing when many were given."""
        self._hints -= 1
        said = suggestion(word[:60], allowed) if self._hints >= 0 else ""
        return f": {said}" if said else ""

    def all(self) -> tuple[Problem, ...]:
        """Return the problems by line; the last one counts those that were left off."""
        found = sorted(self._found, key=lambda problem: problem.line)
        if self._left_off:
            last = found[-1].line
            message = f"{self._left_off} more problems are not listed"
            found.append(Problem(Code.LIMIT, message, last))
        return tuple(found)


def shown(text: str, most: int = 60) -> str:
    """Quote a piece of the author's text for a message, cut when it is long."""
    flat = " ".join(text[: most * 4].split())
    return repr(flat if len(flat) <= most else flat[: most - 1] + "…")


def above(line: int, earlier: int) -> str:
    """Say where an earlier line is: a text does not know the line of the page where it starts."""
    away = line - earlier
    if not away:
        return "in the same line"
    return "one line above" if away == 1 else f"{away} lines above"


def split_lines(text: str) -> list[str]:
    r"""Split at ``\n``, ``\r\n`` and ``\r`` only, as editors count lines."""
    return _LINE_END.split(text)


def is_id(text: str) -> bool:
    """Say whether a text is a valid id: dotted parts of ``[A-Za-z0-9_-]``."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def safe_id(text: str) -> str:
    """Make a valid id that still resembles the text; a valid id stays as it is."""
    if is_id(text):
        return text
    plain = unicodedata.normalize("NFC", text[:LONGEST_ID]).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    made = _DOTS.sub(".", _UNSAFE.sub("-", plain)).strip(".-")[:LONGEST_ID].rstrip(".-")
    if not made:  # a script without Latin letters: the code points tell ids apart
        made = "-".join(f"u{ord(char):04x}" for char in text.strip()[:8]) or "unnamed"
    return made


def readable(identifier: str) -> str:
    """Make a title from an id's last part: ``shop.order_api`` becomes ``Order api``."""
    last = identifier.rpartition(".")[2]
    words = _HUMP.sub(" ", last.replace("_", " ").replace("-", " ")).strip()
    return words[:1].upper() + words[1:] if words else identifier


class SafeIds:
    """Ids for names as a foreign text writes them; the same name always gets the same id."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._taken: dict[str, int] = {}

    def __call__(self, name: str) -> str:
        """Return the id of this name; two names never share one."""
        known = self._by_name.get(name)
        if known is not None:
            return known
        wanted = made = safe_id(name)
        number = self._taken.get(wanted, 0)
        while made in self._taken:
            number += 1
            made = f"{wanted}-{number + 1}"
        self._taken[wanted] = number
        self._taken.setdefault(made, 0)
        self._by_name[name] = made
        return made
