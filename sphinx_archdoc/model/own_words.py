"""What a project calls a field: the word that its tables agree on.

A table whose header says *Probability* is read as one of likelihoods. A matrix beside it that says
*Likelihood* makes its readers ask whether that is something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.kind import header_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: A header that is longer explains what it means, and is no label.
LONGEST = 24
_NOTE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")


class Header(NamedTuple):
    """The header of a column in an author's table, with the field of the kind it was read as."""

    kind: str
    field: str
    text: str


def label_of(header: str) -> str:
    """Return a header as a label: without the scale in brackets, or what follows the word."""
    return " ".join(_NOTE.sub("", header).rstrip(" ?:*").split())


def agreed(headers: Iterable[Header]) -> Mapping[tuple[str, str], str]:
    """Return the labels of fields, by kind and field, that all tables write alike."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for header in headers:
        label = label_of(header.text)
        found[header.kind, header.field].setdefault(header_word(label), label)
    labels = ((key, [*words.values()]) for key, words in found.items())
    return {key: words[0] for key, words in labels if len(words) == 1 and len(words[0]) <= LONGEST}
