"""The pieces of a model line: its first word, a quoted title, and what follows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSING = {'"': '"', "'": "'", "“": "”“", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "»": "«"}
_WORD = re.compile(r"[^\s\"“„«\[:]*")
_TAG = re.compile(r"#[^\W\d][\w.-]*")
_SPACES = re.compile(r"(\s+)")

#: A piece after an id or a title starts with one of these.
STARTS = ("[", ":", "#")


@dataclass(frozen=True, slots=True)
class Facts:
    """What follows an id and its title."""

    text: str = ""
    technology: str = ""
    tags: tuple[str, ...] = ()


def first_word(text: str) -> tuple[str, str]:
    """Split off an id: up to a space, or a quote, bracket or colon written without one."""
    found = _WORD.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:].lstrip()


def is_quote(char: str) -> bool:
    """Say whether a title may start with this character."""
    return char in _CLOSING


def quoted(text: str) -> tuple[str, str, bool]:
    """Read a quoted text: what it holds, what follows, and whether it was closed."""
    closing = _CLOSING[text[0]]
    at = 1
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif char in closing and (at + 1 == len(text) or text[at + 1] in " [:#"):
            inner = text[1:at].replace("\\" + char, char)
            return inner, text[at + 1 :].lstrip(), True
        at += 1
    return text[1:].rstrip("".join(closing)), "", False


def read_facts(text: str) -> Facts:
    """Read ``[technology] : text [technology] #tags``, all of it optional."""
    parts = _SPACES.split(text)
    tags: list[str] = []
    while parts and (not parts[-1] or parts[-1].isspace() or _TAG.fullmatch(parts[-1])):
        tags.append(parts.pop())
    text = "".join(parts)
    names = tuple(dict.fromkeys(tag[1:] for tag in reversed(tags) if tag.strip()))
    technology = ""
    if text.startswith("["):
        end = _bracket_end(text)
        technology, text = text[1:end].strip(), text[end + 1 :].lstrip()
    text = text.removeprefix(":").strip()
    if not technology and text.endswith("]"):
        start = _bracket_start(text)
        if start == 0 or (start > 0 and text[start - 1].isspace()):
            technology, text = text[start + 1 : -1].strip(), text[:start].rstrip()
    return Facts(text, technology, names)


def _bracket_end(text: str) -> int:
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return at
    return len(text)


def _bracket_start(text: str) -> int:
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return at
    return -1
