"""Texts that an engine would take for something else than text, and how to compare what it drew."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from sphinx_archdoc.diagrams.quoting import drawn

PIECES = (
    *"<>&\"'*_~`#;:$%{}[]()|\\/!@=+-.,^ ?",
    *"aZ1é日😀ﬂ°¶ß«»“”‘\ue100\n\t\u2028\x85\x00\u202e\u200b\xa0",
    "&lt;", "&#60;", "&amp;", "#35;", "#lt;", "<U+0041>", "ﬂ°°60¶ß", "ﬂ°lt¶ß", "\\n", "\\t", "%n",
    "%%{init: {}}%%", "%%", "<script>alert(1)</script>", "<b>b</b>", "<br/>", "<img src=x>",
    "`**md**`", "**b**", "//i//", "__u__", "~~s~~", '""m""', "==h==", "----", "1. x", "- x", "> q",
    "[[http://a.b x]]", "[x](http://a.b)", "http://a.b", "a@b.co", "www.a.b", "<&heart>",
    "<:smile:>", "<$x>", "fa:fa-car", "$$x^2$$", "$x", "%date()", "!include /etc/passwd",
    "!$a = 1", "@enduml", "end", "end note", "note", "title", "section", "style a:b#c;",
    "classDef x", ":::x", "subgraph", "-->", "->", "==>", "wrap:x", "as x", "<<s>>", "{{",
    "javascript:x", "</text>", "]]>", "' c", "/' c '/",
)  # fmt: skip
LABELS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=12)


def seen(text: str) -> str:
    """Return a text as it is compared: engines wrap lines, and leave out what nobody sees."""
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return "".join("".join(kept).split())


def without_private(text: str) -> str:
    """Return a text with marks for characters of private use: PlantUML keeps them for itself."""
    return "".join("\ufffd" if unicodedata.category(char) == "Co" else char for char in text)


def expected(text: str) -> str:
    """Return what of a label must be there to see."""
    return seen(drawn(text))
