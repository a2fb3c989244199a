"""Error cases of a flow as people list them: ``- Invalid password → 401 Unauthorized``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import ErrorCase

if TYPE_CHECKING:
    from collections.abc import Collection

_WORDS = (
    r"errors?|error cases|error handling|failure cases|failures|"
    r"fehler|fehlerfälle|cas d'erreur|erreurs|errores|casos de error"
)
#: A longer line is no case.
_LONGEST = 500
_LABEL = re.compile(
    rf"\s*(?:\*\*|__)(?:{_WORDS})\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*\Z", re.IGNORECASE
)
#: Markup in a case is for the page; such a list stays text.
_PLAIN = r"[^`\[\]<>{}|*]"
_CASE = re.compile(
    rf"\s*[-*+]\s+(?P<text>(?!\s){_PLAIN}+?)\s*(?:→|->|=>|⇒)\s*"
    rf"(?P<code>[1-5]\d\d|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?!\w)\s*(?P<name>{_PLAIN}*)\Z"
)


def error_list(lines: list[str], hidden: Collection[int]) -> tuple[set[int], list[ErrorCase]]:
    """Return the lines (from 0) of the lists of error cases, with their labels, and the cases.

    A list counts when its label says what it is and each of its items ends in a code.
    """
    taken: set[int] = set()
    found: list[ErrorCase] = []
    for start, line in enumerate(lines):
        if start in hidden or not _LABEL.match(line):
            continue
        first = start + 1
        while first < len(lines) and not lines[first].strip():
            first += 1
        cases = _cases(lines, first, hidden)
        if not cases:
            continue
        taken |= set(range(start, first + len(cases)))
        for number, case in enumerate(cases, first + 1):
            text = " → ".join(filter(None, (case["text"], case["name"].strip(" ,;:–—-"))))
            found.append(ErrorCase(code=case["code"], text=text, line=number))
    return taken, found


def _cases(lines: list[str], first: int, hidden: Collection[int]) -> list[re.Match[str]]:
    """Return the items of a list, or nothing if one of them is no case."""
    found = []
    for number in range(first, len(lines)):
        line = lines[number]
        if not line.strip() or number in hidden:
            break
        case = _CASE.match(line) if len(line) <= _LONGEST else None
        if case is None:
            return []
        found.append(case)
    return found
