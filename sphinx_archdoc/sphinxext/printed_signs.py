"""Signs and emoji of texts in LaTeX, whose fonts have few of them.

pdfLaTeX stops at a sign that it does not know, the others leave a hole. For each sign of a document
there is a definition that takes the sign from the font where it has it, and else draws it, or says
its name in brackets. It holds everywhere: in code, in headings, in pictures and in the index.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Greek letters in a text that is not Greek are most often mathematics.
_LETTERS = re.compile(r"(\S) (\w+)").findall("""
Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega α alpha β beta
γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda ν nu ξ xi π pi ρ rho σ sigma
ς varsigma τ tau υ upsilon φ phi χ chi ψ psi ω omega μ mu
""")
_GREEK = {
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True)),
    **{char: rf"\ensuremath{{\{name}}}" for char, name in _LETTERS},
}
#: What joins or varies emoji, and is not seen itself.
_UNSEEN = "\u200d\u20e3\ufe0e\ufe0f" + "".join(map(chr, range(0x1F3FB, 0x1F400)))
#: Marks that come along with copied text: where to break or join, and in which direction to read.
#: pdfLaTeX stops at them; the fonts of the others know them or pass them over.
_MARKS = "\u200b\u200c\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
#: Signs of states, of which the word is shorter than their name.
_WORDS = {
    **dict.fromkeys("✅✔✓☑", mark("yes")),
    **dict.fromkeys("❌❎✖✗✘☒", mark("no")),
    **dict.fromkeys("🔴🟥", mark("red")), **dict.fromkeys("🟠🟧", mark("orange")),
    **dict.fromkeys("🟡🟨", mark("yellow")), **dict.fromkeys("🟢🟩", mark("green")),
    **dict.fromkeys("🔵🟦", mark("blue")), "🟣": mark("violet"), "⚪": mark("white"),
    "⚫": mark("black"), "☐": mark("open"), "⚠": mark("warning"), "ℹ": mark("info"),
    "⭐": mark("star"), "⛔": mark("no entry"), "🚫": mark("not allowed"),
    "👍": mark("thumbs up"), "👎": mark("thumbs down"), "🚧": mark("construction"),
    "⏳": mark("hourglass"), "➕": mark("plus"), "➖": mark("minus"),
}  # fmt: skip
_DISC = r"\textcolor[HTML]{{{}}}{{\ding{{108}}}}"
_SQUARE = r"\textcolor[HTML]{{{}}}{{\ding{{110}}}}"
#: How they are drawn: with the dingbats that every LaTeX has, or in its mathematics.
_DRAWN = {
    **dict.fromkeys("✅☑", r"\ding{51}"),
    **dict.fromkeys("❌❎☒", r"\ding{55}"),
    "☐": r"\ding{113}", "⭐": r"\ding{72}", "★": r"\ding{72}", "☆": r"\ding{73}",
    "⚠": r"\ensuremath{\triangle}\llap{\raisebox{.1ex}{\tiny\bfseries!}\kern.27em}",
    "☎": r"\ding{37}", "☞": r"\ding{43}", "♠": r"\ding{171}", "♣": r"\ding{168}",
    "♥": r"\ding{170}", "♦": r"\ding{169}", "❗": r"\textbf{!}", "❕": "!", "❓": r"\textbf{?}",
    "❔": "?", "➕": "+", "➖": r"\ensuremath{-}", "➗": r"\ensuremath{\div}",
    "■": r"\ding{110}", "●": r"\ding{108}", "▲": r"\ding{115}", "▼": r"\ding{116}",
    "◆": r"\ding{117}", "□": r"\ensuremath{\square}", "○": r"\ensuremath{\bigcirc}",
    "⚫": r"\ding{108}", "⚪": r"\ding{109}", "▪": r"\ensuremath{\centerdot}",
    "▶": r"\ensuremath{\blacktriangleright}", "◀": r"\ensuremath{\blacktriangleleft}",
    "△": r"\ensuremath{\triangle}", "▽": r"\ensuremath{\triangledown}",
    "▷": r"\ensuremath{\triangleright}", "◁": r"\ensuremath{\triangleleft}",
    "◇": r"\ensuremath{\lozenge}",
    **{
        sign: _DISC.format(colour) for sign, colour in {
            "🔴": "D92D20", "🟠": "E8710A", "🟡": "E5B700", "🟢": "1F8A4C", "🔵": "2F6FED",
            "🟣": "7A4FD0", "🟤": "7A4A1F",
        }.items()
    },
    **{
        sign: _SQUARE.format(colour) for sign, colour in {
            "🟥": "D92D20", "🟧": "E8710A", "🟨": "E5B700", "🟩": "1F8A4C", "🟦": "2F6FED",
            "🟪": "7A4FD0", "🟫": "7A4A1F",
        }.items()
    },
    **{
        sign: rf"\ensuremath{{\{name}}}" for sign, name in {
            "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx", "≡": "equiv", "∼": "sim",
            "∞": "infty", "∑": "sum", "∏": "prod", "∂": "partial", "∆": "Delta", "∇": "nabla",
            "∈": "in", "∉": "notin", "∋": "ni", "∀": "forall", "∃": "exists", "∅": "emptyset",
            "∩": "cap", "∪": "cup", "⊂": "subset", "⊆": "subseteq", "⊃": "supset",
            "⊇": "supseteq", "∧": "wedge", "∨": "vee", "⊕": "oplus", "⊗": "otimes", "∘": "circ",
            "∙": "bullet", "⋅": "cdot", "⋮": "vdots", "⋯": "cdots", "∝": "propto", "∫": "int",
            "⇒": "Rightarrow", "⇐": "Leftarrow", "⇔": "Leftrightarrow", "↔": "leftrightarrow",
            "⇑": "Uparrow", "⇓": "Downarrow", "↕": "updownarrow", "↦": "mapsto",
            "↗": "nearrow", "↘": "searrow", "↖": "nwarrow", "↙": "swarrow", "⟶": "longrightarrow",
            "⟵": "longleftarrow", "↪": "hookrightarrow", "↩": "hookleftarrow",
            "↻": "circlearrowright", "↺": "circlearrowleft", "⇄": "rightleftarrows",
            "⇆": "leftrightarrows", "⇧": "Uparrow", "∴": "therefore",
        }.items()
    },
    "−": r"\ensuremath{-}", "∓": r"\ensuremath{\mp}", "→": r"\ensuremath{\rightarrow}",
    "←": r"\ensuremath{\leftarrow}", "↑": r"\ensuremath{\uparrow}", "ℹ": r"\textit{i}",
    "↓": r"\ensuremath{\downarrow}",
}  # fmt: skip
#: The dingbats stand in the font in the order of Unicode: from, to, and the place of the first.
_DINGBATS = (
    (0x2701, 0x275E, 33),
    (0x2761, 0x2767, 161),
    (0x2776, 0x2794, 182),
    (0x2798, 0x27BE, 216),
)
#: Emoji among the dingbats, which the font has not.
_GAPS = "✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿"


def signs(texts: Iterable[str], *, unicode_fonts: bool) -> list[str]:
    """Return the signs of texts that a font may not have, each once.

    Fonts with the letters of Unicode have those of Greek, which may be the language of a text.
    """
    found = {char for text in texts if not text.isascii() for char in text if not char.isascii()}
    return sorted(
        char
        for char in found
        if char in _UNSEEN
        or _is_sign(char)
        or (not unicode_fonts and (char in _GREEK or _is_mark(char)))
    )


def definitions(found: Iterable[str]) -> str:
    """Return the definitions for the preamble of a document."""
    return "".join(definition(char, _drawn(char), word(char)) for char in found)


def definition(char: str, drawn: str, said: str) -> str:
    """Return what is done for a sign that the font has not: in the text, and in bookmarks."""
    return f"\\archdocsign{{{char}}}{{{ord(char):X}}}{{{_letters(char)}}}{{{drawn}}}{{{said}}}\n"


def _letters(char: str) -> str:
    """Return the code of a sign in letters, of which names of commands are made."""
    return f"{ord(char):X}".translate(dict(zip(range(48, 58), "GHIJKLMNOP", strict=True)))


def word(char: str) -> str:
    """Return what stands for a sign where nothing can be drawn, in the bookmarks of a PDF."""
    if char in _UNSEEN or _is_mark(char):
        return ""
    if char in _GREEK:
        return char
    name = translate(_WORDS.get(char, "")) or unicodedata.name(char, f"U+{ord(char):04X}").lower()
    return name[-1].upper() if name.startswith("regional indicator") else f"[{name}]"


def composed(text: str) -> str:
    """Return a text whose accents are parts of their letters, as far as there are such letters."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_mark(char: str) -> bool:
    """Tell whether a character is nothing by itself: an accent behind its letter, or unseen."""
    return char in _MARKS or unicodedata.category(char) == "Mn"


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sm", "Sk", "Sc") or char == "ℹ"


def _drawn(char: str) -> str:
    """Return the commands that draw a sign, or its name."""
    if char == "\u200b":  # a place to break a line
        return r"\hspace{0pt}"
    if char in _UNSEEN or _is_mark(char):
        return ""
    if char in _DRAWN or char in _GREEK:
        return _DRAWN.get(char) or _GREEK[char]
    code = ord(char)
    if 0x2500 <= code <= 0x257F:  # lines of drawings in plain text  # noqa: PLR2004 -- a block
        name = unicodedata.name(char)
        return "-" if name.endswith("HORIZONTAL") else "|" if name.endswith("VERTICAL") else "+"
    for first, last, place in _DINGBATS:
        if first <= code <= last and char not in _GAPS:
            return f"\\ding{{{place + code - first}}}"
    return word(char)
