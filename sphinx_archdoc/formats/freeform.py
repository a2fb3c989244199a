"""Mermaid and PlantUML text of any sort: the one door to the readers that make it picture data.

A reader is a function of a module of its own, loaded when a text of its sort comes. It takes the
text and returns a tuple with the picture data first and the problems last, which have the lines of
the text. Data without anything to draw means that the text is not of this sort, or that nothing of
it could be read.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx_archdoc.formats.collecting import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.formats.languages import Language
    from sphinx_archdoc.model.findings import Problem

#: What a reader returns: data, anything of its own, problems.
Found = tuple[Any, ...]
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_TITLE = re.compile(r"[ \t]*+(?:title|accTitle)(?:[ \t]*+:|[ \t])[ \t]*+(\S.*)")
_MOST = 2_000_000  # characters; a longer text is nobody's picture


class Reader(NamedTuple):
    """Who reads a sort of text: ``suits`` looks at it quickly, ``read`` is ``module:function``."""

    language: Language
    suits: Callable[[str], bool]
    read: str | Callable[[str], Found]


class Read(NamedTuple):
    """What became of a text: picture data, or None when no reader of ours could make any."""

    data: Any
    problems: tuple[Problem, ...] = ()


def _first_word(*words: str) -> Callable[[str], bool]:
    return lambda text: first_word(text) in words


def _holds(*pieces: str) -> Callable[[str], bool]:
    """Return a look at a text that costs little; its reader decides whether it is of its sort."""
    return lambda text: any(piece in text for piece in pieces)


_BOX = re.compile(
    r"(?:component|database|node|cloud|package|frame|rectangle|artifact|storage|folder|queue|stack"
    r"|agent|card|file|hexagon|interface|usecase|actor)\b|\[[^\]*]|\(\)|:[^:;]+:|\([^)]"
)
#: What tells states, Gantt charts and the like, which have arrows and brackets too.
_NO_BOXES = re.compile(
    r"\[\*\]|@start(?!uml)|(?:class|state|object|start|robust|concise)\b|:[^:]*;"
)


def _has_boxes(text: str) -> bool:
    lines = [line.strip()[:300] for line in split_lines(text)]
    return any(map(_BOX.match, lines)) and not any(map(_NO_BOXES.match, lines))


#: In the order they are asked; the first that suits and makes data has the text.
READERS: tuple[Reader, ...] = (
    Reader("mermaid", _first_word("sequenceDiagram"), "mermaid_sequence:read_mermaid_sequence"),
    Reader("mermaid", _first_word("erDiagram"), "mermaid_er:read_mermaid_er"),
    Reader(
        "mermaid",
        _first_word("flowchart", "graph", "flowchart-elk"),
        "mermaid_flowchart:read_mermaid_flowchart",
    ),
    Reader(
        "plantuml", _holds("->", "<-", "participant"), "plantuml_sequence:read_plantuml_sequence"
    ),
    Reader("plantuml", _holds("entity"), "plantuml_er:read_plantuml_er"),
    Reader("plantuml", _has_boxes, "plantuml_boxes:read_plantuml_boxes"),
)


def read(language: str, text: str, more: Iterable[Reader] = ()) -> Read:
    """Return the picture data of a text; ``more`` readers are asked before ours.

    A reader that is not there, or that finds nothing, leaves the text to the next.
    """
    if len(text) > _MOST:
        return Read(None)
    bare = without_settings(text) if language == "mermaid" else text
    kept: tuple[Problem, ...] = ()
    for reader in (*more, *READERS):
        if reader.language != language or not reader.suits(bare):
            continue
        function = _function(reader.read)
        if function is None:
            continue
        data, *_, problems = function(bare)
        if not _is_empty(data):
            return Read(data, tuple(problems))
        kept = kept or tuple(problems)
    return Read(None, kept)


def _is_empty(data: Any) -> bool:
    """Tell whether picture data shows nothing."""
    parts = (getattr(data, name, ()) for name in ("nodes", "groups", "participants", "entities"))
    return data is None or not any(parts)


def _function(named: str | Callable[[str], Found]) -> Callable[[str], Found] | None:
    if not isinstance(named, str):
        return named
    module, _, function = named.partition(":")
    name = f"{__package__}.{module}"
    try:
        return cast("Callable[[str], Found]", getattr(import_module(name), function))
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


def first_word(text: str) -> str:
    """Return the word that says what a Mermaid text is; comments and settings come before it."""
    for line in split_lines(without_settings(text)[:20_000]):
        words = line.split()
        if words and not words[0].startswith("%%"):
            return words[0].rstrip(":;")
    return ""


def without_settings(text: str) -> str:
    """Return a Mermaid text whose front matter is empty lines, so that lines keep their number."""
    match = _FRONT_MATTER.match(text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def title_of(language: str, text: str) -> str:
    """Return the title that a text gives its picture itself, or nothing."""
    front = _FRONT_MATTER.match(text) if language == "mermaid" else None
    found = _TITLE.search(front[1]) if front else None
    depth = 0
    for line in split_lines(text[:20_000]):
        if found:
            break
        # Deeper are members of classes and entities; one of them may be called `title`.
        found = _TITLE.match(line) if depth == 0 else None
        depth += line.count("{") - line.count("}")
    return " ".join(found[1].strip().strip("\"'").split())[:300] if found else ""
