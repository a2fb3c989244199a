"""Which characters the fonts of a LaTeX document cannot show.

pdfLaTeX knows the letters of the encodings that ``latex_elements["fontenc"]`` loads: Latin ones by
default. The fonts that Sphinx chooses for XeLaTeX and LuaLaTeX have the letters of Europe and more,
but none of East Asia. LaTeX says so in its log at most and leaves a hole or a box; pdfLaTeX stops.
In a text such a letter is set in another font that is installed, else as a box with its code.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.printed_signs import definition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: First words of the Unicode names of letters, and the encodings that have them.
_ENCODINGS = {"GREEK": ("LGR",), "CYRILLIC": ("T2A", "T2B", "T2C", "X2")}
_EAST = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "YI", "KATAKANA-HIRAGANA")
_EASTERN_LANGUAGES = ("zh", "ja", "ko")
#: Codes of signs and of forms of letters that stand in such texts.
_EASTERN_SIGNS = (range(0x3001, 0x3040), range(0xFF00, 0xFFF0))
_BYTE = 256


def unset_letters(text: str, engine: str, language: str, elements: Mapping[str, str]) -> str:
    """Return the letters of a text that the document has no font for, each once."""
    if engine in ("platex", "uplatex") or language.startswith(_EASTERN_LANGUAGES):
        return ""
    if engine in ("xelatex", "lualatex") and elements.get("fontpkg"):
        return ""  # fonts of the author's choice
    letters = dict.fromkeys(char for char in text if not char.isascii() and char.isalpha())
    return "".join(char for char in letters if not _has(char, engine, elements))


def boxed(
    texts: Iterable[str], engine: str, language: str, elements: Mapping[str, str]
) -> list[str]:
    """Return the letters of texts that need another font, with what belongs to them, each once."""
    found = {char for text in texts if not text.isascii() for char in text if not char.isascii()}
    letters = unset_letters("".join(sorted(found)), engine, language, elements)
    if any(_script(char) in _EAST for char in letters):
        letters += "".join(filter(_is_eastern_sign, found))
    own = (char for char in found if unicodedata.category(char) == "Co")  # private use
    return sorted(set(letters).union(own))


def definitions(found: Iterable[str], *, unicode_fonts: bool) -> str:
    """Return the definitions for the preamble of a document.

    The bookmarks of a PDF are shown in the fonts of the reader; pdfLaTeX cannot write the letter.
    """
    made = []
    for char in found:
        high, low = divmod(ord(char), _BYTE)
        drawn = f"\\archdocotherfont{{{high:02X}}}{{{low:02X}}}"
        said = char if unicode_fonts else f"[U+{ord(char):04X}]"
        made.append(definition(char, drawn, said))
    return "".join(["\\archdocfindfonts\n", *made]) if made else ""


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").partition(" ")[0]


def _is_eastern_sign(char: str) -> bool:
    return any(ord(char) in codes for codes in _EASTERN_SIGNS)


def _has(char: str, engine: str, elements: Mapping[str, str]) -> bool:
    script = _script(char)
    if engine != "pdflatex":
        return script not in _EAST
    loaded = elements.get("fontenc", "")
    known = any(name in loaded for name in _ENCODINGS.get(script, ()))
    return known or script in ("LATIN", "MICRO", "FEMININE", "MASCULINE")
