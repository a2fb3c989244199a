"""Names of several words in a step of a flow: ``Web app -> Card provider : Charges the card``."""

from __future__ import annotations

import re

#: The arrows of a flow as words of their own.
_ARROW = re.compile(r"<-{1,2}>{1,2}|<-+|--?>>?|--?x|=>|→|↔")
#: More words than this are a sentence, not a name.
_MOST_WORDS = 4
_NOT_IN_NAMES = frozenset('"“„<>[]|')


def with_quotes(line: str, keywords: frozenset[str]) -> str:
    """Return the line of a step with its names of several words in quotes, any other as it is.

    Only a step with a colon is read so; ``keywords`` are words that begin other lines.
    """
    head, colon, rest = line.partition(":")
    words = head.split()
    arrows = [at for at, word in enumerate(words) if _ARROW.fullmatch(word)]
    if not colon or len(arrows) != 1 or words[0] in keywords:
        return line
    names = words[: arrows[0]], words[arrows[0] + 1 :]
    if not all(0 < len(name) <= _MOST_WORDS for name in names):
        return line
    source, target = (" ".join(name) for name in names)
    if " " not in source + target or _NOT_IN_NAMES & {*source, *target}:
        return line
    return f"{_quoted(source)} {words[arrows[0]]} {_quoted(target)} :{rest}"


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
