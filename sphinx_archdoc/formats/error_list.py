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
_ITEM = re.compile(r"\s*[-*+]\s")
_CASE = re.compile(
    rf"\s*[-*+]\s+(?P<text>(?!\s){_PLAIN}+?)\s*(?:→|->|=>|⇒)\s*"
    rf"(?P<code>[1-5]\d\d|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?!\w)\s*(?P<name>{_PLAIN}*)\Z"
)


def error_list(lines: list[str], hidden: Collection[int]) -> tuple[set[int], list[ErrorCase]]:
    """Return the lines (from 0) of the lists of error cases, with their labels, and the cases.

    A list counts when its label says what it is; items that do not end in a code stay text.
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
        end = max(cases) + 1
        # Of a list with other items too, those stay below the label.
        alone = len(cases) == end - first and (end >= len(lines) or not lines[end].strip())
        taken |= set(range(start, end) if alone else cases)
        for number, case in cases.items():
            text = " → ".join(filter(None, (case["text"], case["name"].strip(" ,;:–—-"))))
            found.append(ErrorCase(code=case["code"], text=text, line=number + 1))
    return taken, found


def _cases(lines: list[str], first: int, hidden: Collection[int]) -> dict[int, re.Match[str]]:
    """Return the items of a list that are cases, by their lines; it ends at the next label."""
    found: dict[int, re.Match[str]] = {}
    for number in range(first, len(lines)):
        line = lines[number]
        if not line.strip() or number in hidden or _LABEL.match(line):
            break
        after = lines[number + 1] if number + 1 < len(lines) else ""
        whole = not after.strip() or _ITEM.match(after) is not None
        case = _CASE.match(line) if whole and len(line) <= _LONGEST else None
        if case is not None:
            found[number] = case
    return found
