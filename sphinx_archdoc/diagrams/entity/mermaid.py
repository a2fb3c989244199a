"""Entity-relationship pictures in Mermaid's language (``erDiagram``).

Source of the grammar: mermaid.js.org/syntax/entityRelationshipDiagram.html and its lexer. Names of
columns and types are bare words there, so what such a word cannot hold is put in the like of it (a
comma as ‚, a blank as U+2002); labels, titles and comments are quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import drawn, mermaid_label, mermaid_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.entity.data import Cardinality, Column, EntityGraph

_LEFT: dict[Cardinality, str] = {
    "": "||", "one": "||", "zero-or-one": "|o", "one-or-more": "}|", "zero-or-more": "}o",
}  # fmt: skip
_RIGHT: dict[Cardinality, str] = {
    "": "||", "one": "||", "zero-or-one": "o|", "one-or-more": "|{", "zero-or-more": "o{",
}  # fmt: skip
#: Look-alikes of what a word may not hold.
_LIKE = str.maketrans(
    {
        " ": "\u200b\u2002", "*": "∗", ",": "‚", "'": "’", '"': "”", ".": "․", ":": "ː",
        "<": "‹", ">": "›", "/": "∕", "|": "∣", "{": "❴", "}": "❵", "=": "═", "?": "？",
        "!": "ǃ", "&": "＆", ";": "；", "#": "＃", "%": "％", "+": "＋", "$": "＄", "@": "＠",
        "\\": "∖", "^": "ˆ", "`": "‵", "~": "∼",
    }
)  # fmt: skip
_UNFIT = re.compile("[^A-Za-z0-9_\\[\\]()*\u00c0-\ud7ff\ue000-\uffff-]")
_STARTS = re.compile("[A-Za-z_*\u00c0-\uffff]")
_KEYWORD = re.compile(r"(?:PK|FK|UK)\b")
_DIRECTION = re.compile("(direction) (?=(?:TB|BT|LR|RL))", re.IGNORECASE)
_NOTHING = "\u200b"  # begins a word that may not begin with its own first character


def mermaid(data: EntityGraph) -> str:
    """Return the picture as an ``erDiagram``, all texts drawn literally."""
    number = {entity.id: f"e{i}" for i, entity in enumerate(data.entities, start=1)}
    lines = ["erDiagram"]
    if drawn(data.title):
        lines.append(f"    accTitle: {_label(data.title, mermaid_line)}")
    if drawn(data.description):
        lines.append(f"    accDescr: {_label(data.description, mermaid_line)}")
    if data.direction != "auto":
        lines.append(f"    direction {data.direction}")
    for entity in data.entities:
        title = _label(entity.title if entity.title.strip() else entity.id)
        lines.append(f'    {number[entity.id]}["{title}"] {{')
        lines += [f"        {_column(column)}" for column in entity.columns]
        lines.append("    }")
    for relation in data.relations:
        line = "--" if relation.identifying else ".."
        arrow = f"{_LEFT[relation.source_end]}{line}{_RIGHT[relation.target_end]}"
        label = _label(relation.label)
        ends = number[relation.source], number[relation.target]
        lines.append(f'    {ends[0]} {arrow} {ends[1]} : "{label}"')
    return "\n".join(lines) + "\n"


def _column(column: Column) -> str:
    """Return ``type name keys "comment"``."""
    parts = [_word(column.type) or _NOTHING, _word(column.name) or _NOTHING]
    if column.keys:
        parts.append(", ".join(column.keys))
    if column.comment.strip():
        parts.append(f'"{_label(column.comment)}"')
    return " ".join(parts)


def _label(text: str, quote: Callable[[str], str] = mermaid_label) -> str:
    """Return a text for between quotes, or as ``quote`` writes it."""
    # Mermaid takes any line with these words for a statement, also in the middle of a title.
    return _DIRECTION.sub(r"\1#32;", quote(text))


def _word(text: str) -> str:
    """Return a text as one word of a column, or nothing for nothing."""
    word = _UNFIT.sub("_", " ".join(text[:400].split()).translate(_LIKE))
    if word and (_KEYWORD.match(word) or not _STARTS.match(word)):
        return _NOTHING + word
    return word
