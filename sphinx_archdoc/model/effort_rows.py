"""The rows of a table of efforts: records, headings of groups, subtotals and totals."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from sphinx_archdoc.model.quantities import read_amount
from sphinx_archdoc.model.total_words import TOTALS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

#: Words that head what the rows since the last such row add up to, alone or with a name beside.
_SUBTOTAL = re.compile(r"(?:sub\s?total|zwischensumme|sous\s?total|teilsumme)s?")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")


class Role(Enum):
    """What a row is."""

    RECORD = "record"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


def is_total(text: str) -> bool:
    """Tell whether a word heads totals (``**TOTAL**``, ``Total:``, ``Summe``)."""
    return _words(text) in TOTALS or is_subtotal(text)


def is_subtotal(text: str) -> bool:
    """Tell whether words head what the rows since the last subtotal add up to."""
    words = _words(text)
    found = _SUBTOTAL.match(words)
    if found is None:
        return any(_SUBTOTAL.fullmatch(word) for word in words.split()[-1:])
    return not words[found.end() : found.end() + 1].isalnum()


def _words(text: str) -> str:
    plain = " ".join(text.casefold().replace("-", " ").split()).strip(" *_:.")
    return _BRACKETS.sub("", plain).strip(" *_:.")


def role_of(texts: Mapping[int, str], title: int, bold: Collection[int]) -> Role:
    """Return what a row is, by the texts of its columns.

    ``title`` is the column of the names; ``bold`` are the columns whose text is bold as a whole. A
    row without a name is called by the first of its other words (the phase). A lone text that
    is bold, or that stands in another column than the names, is the heading of a group.
    """
    filled = [at for at, text in texts.items() if text]
    named = [at for at in filled if read_amount(texts[at]).low is None]
    label = title if texts.get(title) else next(iter(named), None)
    if label is None:
        return Role.RECORD
    if is_subtotal(texts[label]):
        return Role.SUBTOTAL
    if is_total(texts[label]):
        return Role.TOTAL
    alone = filled == [label] and len(texts) > 1
    return Role.HEADING if alone and (label != title or label in bold) else Role.RECORD


def heading_role(texts: Mapping[int, str], bold: Collection[int], *, wide: bool) -> Role:
    """Return what a row is where nothing adds up; ``wide``: one cell goes over all columns."""
    filled = [at for at, text in texts.items() if text]
    alone = wide or (len(filled) == 1 < len(texts) and filled[0] in bold)
    return Role.HEADING if alone and filled else Role.RECORD


def totalled(roles: Sequence[Role]) -> list[tuple[int, list[list[int]]]]:
    """Return each row of totals with the rows it may add up, the likeliest first.

    A subtotal adds up the rows since the last one, or since the heading above. A total is of all
    rows; one with more rows below may be of those since the last.
    """
    everything = [at for at, role in enumerate(roles) if role is Role.RECORD]
    since: list[int] = []
    above: list[int] = []
    found: list[tuple[int, list[list[int]]]] = []
    for at, role in enumerate(roles):
        if role is Role.RECORD:
            since.append(at)
            above.append(at)
            continue
        if role is Role.SUBTOTAL:
            found.append((at, [since]))
        elif role is Role.TOTAL:
            last = not above or above == everything
            found.append((at, [everything] if last else [since, above[:]]))
        since = []
    return [(at, [rows for rows in choices if rows]) for at, choices in found]
