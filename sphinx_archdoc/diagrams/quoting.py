"""A text as a label of Mermaid or PlantUML that is drawn as exactly these characters.

Whoever writes a title may write anything: quotes, line ends, HTML, links, creole, Markdown, icons,
``%%{init}%%``, ``!include``, ``$variable``. Escaping what is known to be dangerous would forget
something, so everything is written by number but letters, digits, spaces and a few signs without a
meaning anywhere: ``#58;`` in Mermaid (its "entity codes", decoded when the text is drawn, after all
parsing) and ``<U+003A>`` in PlantUML (likewise). All white space becomes single spaces, so that no
text can start a line of its own; what cannot be drawn (control characters) is left out.

Every function returns at least one character, because an empty label is a syntax error in places.
An engine that decodes a number twice would still turn the author's ``&lt;`` into ``<``: such
sequences of characters get an invisible word joiner (U+2060) in the middle.
"""

from __future__ import annotations

import re
import unicodedata

#: Signs without a meaning inside quotes in either language, nor in Markdown.
_PLAIN_SIGNS = frozenset(" ,/?'")
#: More signs without a meaning after a colon or a keyword of Mermaid, where Markdown is not read.
_PLAIN_LINE_SIGNS = _PLAIN_SIGNS | frozenset(".()!*_+=-")
_PLAIN_PLANTUML_SIGNS = frozenset(" ,?")
_JOINER = "\u2060"
#: What Mermaid or an engine that follows it would decode: its own marks for codes, HTML entities.
_MERMAID_MARKS = re.compile("(?<=ﬂ)(?=°)|(?<=¶)(?=ß)|(?<=&)(?=#?[A-Za-z0-9]+;)")
_PLANTUML_MARKS = re.compile(r"(?<=&)(?=#)|(?<=<)(?=U\+)|(?<=\\)(?=\w)", re.IGNORECASE)
_WHITE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
#: Control characters, lone surrogates and code points that are no characters.
_NOT_DRAWN = frozenset({"Cc", "Cs", "Cn"})
#: Drawn for a character that a language keeps for itself.
_REPLACEMENT = 0xFFFD
_UNSAFE_IN_ID = re.compile("[^A-Za-z0-9]")


def mermaid_label(text: str) -> str:
    """Return a label for between quotes in Mermaid, as in ``id["…"]`` and ``-->|"…"|``."""
    return _mermaid(text, _PLAIN_SIGNS)


def mermaid_line(text: str) -> str:
    """Return a label for places where Mermaid reads to the end of the line or to a colon.

    Messages, participants, notes, ``alt`` and ``loop`` of sequences (after ``: `` with its space),
    tasks and sections of Gantt charts. The first character is always written by number, so that
    a word is never a keyword at the beginning of a line.
    """
    label = _mermaid(text, _PLAIN_LINE_SIGNS)
    return label if label.startswith("#") else f"#{ord(label[0])};{label[1:]}"


def plantuml_label(text: str) -> str:
    """Return a label for anywhere in PlantUML but at the beginning of a line.

    Between quotes (``rectangle "…" as id``), after a colon (``a --> b : …``) and as a quoted
    argument of a C4 macro.
    """
    return _plantuml(text)


def plantuml_line(text: str) -> str:
    """Return a label for the beginning of a PlantUML line, as in notes and class members.

    The first character is always written by number: ``end note`` is then a text like any other.
    """
    label = _plantuml(text)
    return label if label.startswith("<") else f"{_unicode(label[0])}{label[1:]}"


def mermaid_id(text: str) -> str:
    """Return an id of letters, digits and underscores; two texts never share one.

    The prefix keeps it from being a keyword (``end``) or the head of an arrow (``o``, ``x``).
    """
    return "n_" + _UNSAFE_IN_ID.sub(lambda found: f"_{ord(found[0]):x}_", text)


def plantuml_id(text: str) -> str:
    """Return an id of letters, digits and underscores; two texts never share one."""
    return mermaid_id(text)


def drawn(text: str) -> str:
    """Return what of a text is drawn: on one line, without what no picture can show."""
    kept = "".join(
        char for char in _WHITE.sub(" ", text) if unicodedata.category(char) not in _NOT_DRAWN
    )
    return _WHITE.sub(" ", kept).strip()


def _mermaid(text: str, plain: frozenset[str]) -> str:
    label = "".join(
        char if (char.isalnum() and char != "ﬂ") or char in plain else f"#{ord(char)};"
        for char in _MERMAID_MARKS.sub(_JOINER, drawn(text))
    )
    return label or "#32;"


def _plantuml(text: str) -> str:
    label = "".join(
        char if char.isalnum() or char in _PLAIN_PLANTUML_SIGNS else _unicode(char)
        for char in _PLANTUML_MARKS.sub(_JOINER, drawn(text))
    )
    if label.endswith(">"):
        label += " "  # '<…>' right before a quote would be the type parameter of a class
    return label or _unicode(" ")


def _unicode(char: str) -> str:
    """Return PlantUML's way to write a character by number; it knows at most five digits.

    Characters of private use are PlantUML's own marks, for line ends among others.
    """
    private = unicodedata.category(char) == "Co"
    return f"<U+{_REPLACEMENT if private else ord(char):04X}>"
