"""Text damaged by a wrong decoding: ``‚úÖ Met`` was ``✅ Met`` once.

UTF-8 read as Mac Roman or as Windows-1252 turns one character into two to four odd ones. Such a run
can be told from real text: written in the wrong encoding again, it is valid UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: The encodings that files are most often read in by mistake.
_CODECS = ("mac_roman", "cp1252", "latin-1")
_RUN = re.compile(r"[^\x00-\x7f]{2,40}")


class Damage(NamedTuple):
    """A damaged piece of a text: what stands there, what was meant, and where it begins."""

    wrong: str
    right: str
    start: int


def damage(text: str) -> tuple[Damage, ...]:
    """Return the damaged pieces of a text, in order; most texts have none."""
    if text.isascii():
        return ()
    found = []
    for match in _RUN.finditer(text):
        right = _meant(match[0])
        if right:
            found.append(Damage(match[0], right, match.start()))
    return tuple(found)


def repaired(text: str) -> str:
    """Return a text as it was meant."""
    for piece in reversed(damage(text)):
        end = piece.start + len(piece.wrong)
        text = f"{text[: piece.start]}{piece.right}{text[end:]}"
    return text


def _meant(run: str) -> str:
    """Return what a run of odd characters was, or an empty text where it is no damage."""
    for codec in _CODECS:
        try:
            right = run.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if all(map(_is_likely, right)):
            return right
    return ""


def _is_likely(char: str) -> bool:
    """Tell whether a character is one that texts have: no control, lone accent or private one."""
    return char in "\ufe0f\u200d" or unicodedata.category(char)[0] in "LNPSZ"
