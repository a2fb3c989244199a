"""Inline markup of Markdown and reST, seen as text: what is said, and where links lead."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# None looks further than the next mark of its kind, nor twice at the same letters: a record may
# have a million of them in one line.
_STRUCK = re.compile(
    r"~~.*?~~|<(?:del|s|strike)>(?:(?!<(?:del|s|strike)>).)*?</(?:del|s|strike)>",
    re.DOTALL | re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]*+)[^()]*+\)")
_MD_LINK = re.compile(
    r"\[((?:[^\[\]]++|\[[^\[\]]*+\])*)\]\(\s*+<?([^()<>\s]*+)>?(?:\s+[\"'(][^()]*+)?\)"
)
_MD_REFERENCE = re.compile(r"(?<!!)\[([^\[\]]+)\]\[([^\[\]]*)\]")
_ROLE = re.compile(r"(?::([\w:+-]{1,40}):|\{([\w:+-]{1,40})\})`([^`]*)`")
_REST_LINK = re.compile(r"`([^`<>]*?)\s*<([^`<>]+)>`__?")
_REST_NAME = re.compile(r"`([^`]+)`__?(?!\w)")
_AUTO = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = re.compile("[\ue021-\ue07e]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`+)")
_ENTITY = re.compile(r"&(nbsp|amp|lt|gt|quot|ndash|mdash|#\d+);")
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "ndash": "–", "mdash": "—"}
_BADGE = re.compile(r"(?:badge/)?([A-Za-z][\w%]*)[-_]([A-Za-z][\w%]*)[-_][A-Za-z0-9]+(?:\.svg)?$")


class Target(NamedTuple):
    """A link: its text, where it leads (a path, an address, a label), and where it stands."""

    text: str
    to: str
    role: str
    start: int
    end: int


def targets(source: str) -> list[Target]:
    """Return the links of a text in their order, images left out."""
    found: list[Target] = []
    taken = bytearray(len(source))  # not pairwise: a hostile text has thousands of links
    for pattern in (_ROLE, _REST_LINK, _MD_LINK, _MD_REFERENCE, _REST_NAME):
        for match in pattern.finditer(source):
            start, end = match.span()
            if start and source[start - 1] == "!" and pattern is _MD_LINK:
                continue
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(_target(pattern, match))
    return sorted(found, key=lambda target: target.start)


def _target(pattern: re.Pattern[str], match: re.Match[str]) -> Target:
    if pattern is _ROLE:
        role = (match[1] or match[2]).rpartition(":")[2]
        inner = re.match(r"(.*?)\s*<([^<>]+)>\s*\Z", match[3], re.DOTALL)
        text, to = (inner[1], inner[2]) if inner else ("", match[3])
        return Target(text, to.strip("~!"), role, *match.span())
    if pattern is _REST_NAME:
        return Target(match[1], "", "name", *match.span())
    if pattern is _MD_REFERENCE:
        return Target(match[1], match[2] or match[1], "name", *match.span())
    return Target(match[1], match[2].strip(), "", *match.span())


def plain(source: str) -> str:
    """Return what a reader sees: no markup, no comments, no struck-out words.

    An image counts as its alternative text, else as the words of its address.
    """
    # A sign behind a backslash is no markup: it is set aside until all markup is gone.
    text = _ESCAPED.sub(lambda found: chr(0xE000 + ord(found[1])), source)
    text = _STRUCK.sub(" ", _COMMENT.sub(" ", text))
    text = _IMAGE.sub(_said_by_image, text)
    text = _ROLE.sub(lambda found: re.sub(r"\s*<[^<>]*>$", "", found[3]), text)
    text = _REST_LINK.sub(lambda found: found[1] or found[2], text)
    text = _MD_LINK.sub(lambda found: found[1] or found[2], text)
    text = _MD_REFERENCE.sub(r"\1", text)
    text = _REST_NAME.sub(r"\1", text)
    text = _TAG.sub("", _AUTO.sub(r"\1", text))
    text = _ENTITY.sub(lambda found: _ENTITIES.get(found[1], " "), text)
    text = _EMPHASIS.sub("", re.sub(r"\\([^\w\s])", r"\1", text.replace("\\\n", "\n")))
    text = _KEPT.sub(lambda found: chr(ord(found[0]) - 0xE000), text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _said_by_image(found: re.Match[str]) -> str:
    alternative = found[1].strip()
    if alternative and alternative.lower() not in ("status", "badge", "image", "state"):
        return re.sub(r"^(?:status|state)\s*[:-]\s*", "", alternative, flags=re.IGNORECASE)
    badge = _BADGE.search(found[2].partition("?")[0])
    return badge[2].replace("%20", " ") if badge else alternative
