"""Text measuring without fonts: widths from a table that is wide enough for common sans-serifs.

All widths are in px at the given font size in px. The table holds, per printable ASCII character,
the larger advance of DejaVu Sans and Liberation Sans (= Arial), so that a line that fits here fits
in Inter, Segoe UI, Helvetica, Roboto and Noto Sans as well. Nothing depends on the machine.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Hundredths of an em for U+0020..U+007E.
_REGULAR_WIDTHS = (
    "32 41 46 84 64 95 78 28 39 39 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 "
    "84 84 56 102 69 69 73 77 67 62 78 76 30 50 67 56 87 75 79 67 79 73 67 62 74 69 99 69 67 "
    "69 39 34 39 84 56 50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 "
    "82 60 60 53 64 34 64 84 "
)
_BOLD_WIDTHS = (
    "35 46 53 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 "
    "84 84 62 100 78 77 74 83 69 69 83 84 38 56 78 64 100 84 85 74 85 77 72 69 82 78 111 78 "
    "73 73 46 37 46 84 56 50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 "
    "66 93 65 66 59 72 37 72 84 "
)

_REGULAR = tuple(map(int, _REGULAR_WIDTHS.split()))
_BOLD = tuple(map(int, _BOLD_WIDTHS.split()))
#: Longest piece of text that is looked at; a label beyond it is cut before any measuring.
MAX_CHARS = 2000
ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def _advance(char: str, bold: bool) -> int:
    """Return a character's advance in hundredths of an em."""
    code = ord(char)
    if 32 <= code <= 126:  # noqa: PLR2004 - the printable ASCII range of the tables
        return (_BOLD if bold else _REGULAR)[code - 32]
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 110  # ideographs are 1 em, emoji in common fonts up to 1.1 to 1.3
    base = unicodedata.normalize("NFD", char)[0]
    if base != char and base.isascii():
        return _advance(base, bold)
    # Other scripts and symbols: the width of a wide capital covers nearly all of them.
    return 105 if not char.isalpha() or char.isupper() else 90


@lru_cache(maxsize=8192)
def _hundredths(text: str, bold: bool) -> int:
    """Return a text's width in hundredths of an em; words occur in many labels."""
    table = _BOLD if bold else _REGULAR
    if text.isascii() and text.isprintable():
        return sum([table[code - 32] for code in text.encode()])
    return sum([_advance(char, bold) for char in text])


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in px of one line of text at a font size in px."""
    return _hundredths(text, bold) * size / 100


def cut(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return the text, shortened with an ellipsis so that it is at most ``width`` px wide."""
    head = text[:MAX_CHARS]
    if len(head) == len(text) and text_width(text, size, bold=bold) <= width:
        return text
    room = width * 100 / size - _advance(ELLIPSIS, bold)
    used = 0
    for index, char in enumerate(head):
        used += _advance(char, bold)
        if used > room:
            return head[:index].rstrip() + ELLIPSIS
    return head.rstrip() + ELLIPSIS


#: A word broken inside leaves no piece shorter than this for its last line.
_LEAST_REST = 3
#: How far from the end of its line a word may be broken to find a better place.
_SEAM_REACH = 8
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûåøæãõ")
#: Letters of scripts that hyphenate: Latin, Greek, Cyrillic.
_HYPHENATED = re.compile("[A-Za-zÀ-ɏΆ-ϿЀ-ӿ]{2}")
_AT_HYPHENS = re.compile(r"[^-\u2010]*[-\u2010]+|[^-\u2010]+")


def _break_word(
    word: str, room: float, stretch: float, bold: bool, hyphens: bool = False
) -> list[str]:
    """Split one word that is wider than a line into pieces that fit, at hyphens first.

    ``room`` and ``stretch``, by which a piece may be wider rather than leave one or two letters
    for a line of their own, are in hundredths of an em.
    """
    if _hundredths(word, bold) <= room:
        return [word]
    pieces = [""]
    for part in _AT_HYPHENS.findall(word):
        if _hundredths(pieces[-1] + part, bold) <= room:
            pieces[-1] += part
        else:
            start = (
                pieces.pop() if len(pieces[-1]) <= _LEAST_REST else ""
            )  # "e-" stays with its word
            pieces += _break_anywhere(start + part, room, bold, hyphens)
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1 and len(pieces[-1]) < _LEAST_REST:
        *pieces, before, rest = pieces
        if _hundredths(before + rest, bold) <= room + stretch:
            return [*pieces, before + rest]
        whole, at = before + rest, -min(_LEAST_REST, len(before + rest) - 1)
        return [*pieces, whole[:at], whole[at:]]
    return pieces


def _fits_whole(word: str, room: float, bold: bool) -> bool:
    return "-" not in word.strip("-") and _hundredths(word, bold) <= room


def _break_anywhere(word: str, room: float, bold: bool, hyphens: bool) -> list[str]:
    pieces: list[str] = []
    start = index = 0
    used = 0
    while index < len(word):
        advance = _advance(word[index], bold)
        if index > start and used + advance > room:
            at, hyphen = _seam(word, start, index, bold) if hyphens else (index, "")
            pieces.append(word[start:at] + hyphen)
            start = index = at
            used = 0
            continue
        used += advance
        index += 1
    return [*pieces, word[start:]]


def _seam(word: str, start: int, end: int, bold: bool) -> tuple[int, str]:
    """Return where a word is best broken at or before a place, and the hyphen that goes there.

    Best is behind a sign (``order_|service``) or before a capital; else before a consonant that
    a vowel follows, as syllables begin in most languages; else anywhere there is room.
    """
    earliest = max(start + _LEAST_REST, end - _SEAM_REACH)
    for at in range(end, earliest - 1, -1):
        before, after = word[at - 1], word[at]
        if before.isascii() and not before.isalnum():
            return at, ""
        if before.islower() and after.isupper():
            return _with_hyphen(word, at, end, bold)
    last = min(end - 1, len(word) - _LEAST_REST)
    for at in range(last, earliest - 1, -1):
        follows = word[at + 1 : at + 2].casefold()
        begins = word[at].isalpha() and word[at].casefold() not in _VOWELS and follows in _VOWELS
        joined = word[at] == "h" and word[at - 1].casefold() not in _VOWELS  # ch, sh, th
        if begins and not joined:
            return _with_hyphen(word, at, end, bold)
    if _HYPHENATED.fullmatch(word[end - 1 : end + 1]):
        return _with_hyphen(word, max(start + 1, end - 1), end, bold)
    return end, ""


def _with_hyphen(word: str, at: int, end: int, bold: bool) -> tuple[int, str]:
    """Return a place with a hyphen where letters meet and it has room, else only the place."""
    letters = _HYPHENATED.fullmatch(word[at - 1] + word[at])
    room = _hundredths(word[at:end], bold)
    if letters and room >= _advance("-", bold):
        return at, "-"
    return (at, "") if letters is None or at == end else (end, "")


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    lines: int,
    bold: bool = False,
    stretch: float = 0,
    whole: float = 0,
    hyphens: bool = False,
) -> list[str]:
    """Return the text as at most ``lines`` lines of ``width`` px; a cut ends in an ellipsis.

    White space (also line breaks) separates words; a word wider than a line is broken inside, at
    hyphens first. Such a word may make its line ``stretch`` px wider, rather than leave one or two
    letters for a line of their own, and ``whole`` px, rather than be broken where it has no hyphen.
    With ``hyphens`` a broken word has a hyphen at the end of its line.
    """
    room, widest = width * 100 / size, (width + whole) * 100 / size
    cut_off = len(text) > MAX_CHARS
    out: list[str] = []
    line = ""
    for word in text[:MAX_CHARS].split():
        whole_word = whole > 0 and _fits_whole(word, widest, bold)
        pieces = _break_word(word, room, stretch * 100 / size, bold, hyphens)
        for piece in [word] if whole_word else pieces:
            longer = f"{line} {piece}" if line else piece
            if line and text_width(longer, size, bold=bold) > width:
                out.append(line)
                line = piece
            else:
                line = longer
        if len(out) > lines:
            break
    if line:
        out.append(line)
    if len(out) > lines or cut_off:
        last = out[min(lines, len(out)) - 1]
        out = [*out[: min(lines, len(out)) - 1], cut(last + ELLIPSIS, width, size, bold=bold)]
    return out
