"""Which characters the fonts of a LaTeX document cannot show.

pdfLaTeX knows the letters of the encodings that ``latex_elements["fontenc"]`` loads: Latin ones by
default. The fonts that Sphinx chooses for XeLaTeX and LuaLaTeX have the letters of Europe and more,
but none of East Asia. LaTeX says so in its log at most and leaves a hole or a box.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: First words of the Unicode names of letters, and the encodings that have them.
_ENCODINGS = {"GREEK": ("LGR",), "CYRILLIC": ("T2A", "T2B", "T2C", "X2")}
_EAST = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "YI", "KATAKANA-HIRAGANA")
_EASTERN_LANGUAGES = ("zh", "ja", "ko")


def unset_letters(text: str, engine: str, language: str, elements: Mapping[str, str]) -> str:
    """Return the letters of a text that the document has no font for, each once."""
    if engine in ("platex", "uplatex") or language.startswith(_EASTERN_LANGUAGES):
        return ""
    if engine in ("xelatex", "lualatex") and elements.get("fontpkg"):
        return ""  # fonts of the author's choice
    letters = dict.fromkeys(char for char in text if not char.isascii() and char.isalpha())
    return "".join(char for char in letters if not _has(char, engine, elements))


def _has(char: str, engine: str, elements: Mapping[str, str]) -> bool:
    script = unicodedata.name(char, "UNKNOWN").partition(" ")[0]
    if engine != "pdflatex":
        return script not in _EAST
    loaded = elements.get("fontenc", "")
    known = any(name in loaded for name in _ENCODINGS.get(script, ()))
    return known or script in ("LATIN", "MICRO", "FEMININE", "MASCULINE")
