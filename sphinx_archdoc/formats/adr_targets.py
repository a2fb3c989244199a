"""What a text refers to: links to files, and numbers of decisions such as ``ADR-12`` or ``#12``."""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_archdoc.formats.adr_inline import targets

#: ``ADR-12``, ``ADR 012``, ``[ADR12]``; ``#12`` and ``0012`` only where a target is expected.
_NAMED = re.compile(r"(?<![\w/-])(?:ADR|adr|Adr)[-_ #]{0,2}(\d{1,6})(?![\w/]|-\w|\.\w)")
_BARE = re.compile(r"(?<![\w/.#:-])(?:#(\d{1,6})|(\d{2,6}))(?![\w/:-]|\.\w|\s?%)")
_DATE_SLUG = re.compile(r"(?<![\w/-])(\d{8}-[a-z0-9][a-z0-9-]+)")


class Mention(NamedTuple):
    """Something referred to.

    ``path`` is where a link leads, ``number`` the digits of a number as written, ``label`` what a
    reST reference names; one of the three is set.
    """

    text: str
    path: str = ""
    number: str = ""
    label: str = ""
    start: int = 0
    end: int = 0


def mentions(text: str, *, bare: bool = False) -> list[Mention]:
    """Return what a text refers to, in order; ``bare`` numbers count where a target is due."""
    found = []
    for link in targets(text):
        if link.role in ("ref", "any", "numref", "name"):
            found.append(
                Mention(link.text, label=link.to or link.text, start=link.start, end=link.end)
            )
        elif link.role in ("", "doc", "download"):
            found.append(Mention(link.text, path=link.to, start=link.start, end=link.end))
    taken = bytearray(len(text))  # as in ``targets``
    for item in found:
        taken[item.start : item.end] = b"\1" * (item.end - item.start)
    for pattern in (_DATE_SLUG, _NAMED, *((_BARE,) if bare else ())):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            said = next(group for group in match.groups() if group)
            path, number = (said, "") if pattern is _DATE_SLUG else ("", said)
            found.append(Mention(match[0], path=path, number=number, start=start, end=end))
    return sorted(found, key=lambda item: item.start)
