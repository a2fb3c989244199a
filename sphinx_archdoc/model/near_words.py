"""Words written with a slip: so near to another word that hardly anything else is meant.

Stricter than the nearest word for a hint: nobody wants to be asked about a word that is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Shorter words have too many neighbours that are words as well ("stage" and "state").
_SHORTEST = 6
#: From here on, two letters may be wrong.
_LONG = 10
_LONGEST = 40


def misspelt(word: str, known: Iterable[str]) -> str:
    """Return the known word that this one was probably meant to be, or an empty text.

    One letter may be wrong, missing, too many or in its neighbour's place, in long words two; what
    differs at the end alone is another form of the word (``measure`` and ``measured``).
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    allowed = 1 + (len(word) >= _LONG)
    near = [
        (away, other)
        for other in dict.fromkeys(known)
        if abs(len(other) - len(word)) <= allowed
        and not (other.startswith(word[:-1]) or word.startswith(other[:-1]))
        and 0 < (away := distance(word, other)) <= allowed
    ]
    return min(near, default=(0, ""))[1]


def distance(one: str, other: str) -> int:
    """Return how many letters differ; two neighbours that have changed places count as one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row, older = row, [i], before
        for j, right in enumerate(other, 1):
            cost = min(row[-1] + 1, above[j] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
