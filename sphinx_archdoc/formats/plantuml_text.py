"""What PlantUML texts hold besides statements: comments, looks, line breaks and inline markup."""

from __future__ import annotations

import re

from sphinx_archdoc.formats.collecting import split_lines

_UNICODE = re.compile(r"<U\+([0-9A-Fa-f]{1,6})>|&#(\d{1,7});")
_TAGS = re.compile(
    r"</?(?:b|i|u|s|w|sub|sup|plain|color|size|font|back|strike)(?=[\s:>])[^<>]{0,60}>",
    re.IGNORECASE,
)
_PAIRS = re.compile(r"(\*\*|//|\"\"|__|--|~~)(?=\S)(.+?)(?<=\S)\1")
_BREAK = re.compile(r"\\n|\\r|\\l|<br\s*/?>|%newline\(\)|%n\(\)", re.IGNORECASE)
_LINK = re.compile(r"\[\[\s*+(?:[^\s\[\]{]|\](?!\])|\{[^{}\[\]]*+\})++(?:\s++([^\[\]]++))?\]\]")
_BLOCK_COMMENT = re.compile(r"/'.*?(?:'/|\Z)", re.DOTALL)
_HIGHEST = 0x10FFFF
#: Statements that only say how something looks, or for whom it is.
_LOOKS = re.compile(
    r"(?:skinparam|!theme|!pragma|hide|show|scale|skin|!assume|!option|allow_?mixing|"
    r"top to bottom direction|left to right direction|page|rotate|sprite)\b",
    re.IGNORECASE,
)
_BLOCKS: dict[str, re.Pattern[str]] = {
    "skinparam": re.compile(r"skinparam\b[^{]*\{\s*\Z", re.IGNORECASE),
    "style": re.compile(r"<style>", re.IGNORECASE),
}
_ENDS = {
    "skinparam": re.compile(r"\}\s*\Z"),
    "style": re.compile(r"</style>", re.IGNORECASE),
}
_START = re.compile(r"@start(\w+)")


def label(text: str) -> str:
    r"""Return a text as it reads when drawn: ``\n`` as line ends, without markup and links."""
    parts = _BREAK.split(_LINK.sub(lambda found: found[1] or "", text))
    return "\n".join(_plain(part) for part in parts).strip()


def _plain(text: str) -> str:
    text = _TAGS.sub("", text)
    for _ in range(3):
        text = _PAIRS.sub(r"\2", text)
    return " ".join(_UNICODE.sub(_character, text).split())


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    surrogate = 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 - half a character
    return chr(number) if 0 < number <= _HIGHEST and not surrogate else found[0]


def statements(text: str, longest: int) -> list[tuple[int, str]]:
    """Return the lines of a text with their numbers, without comments and looks."""
    text = _BLOCK_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    found: list[tuple[int, str]] = []
    inside = ""
    for number, line in enumerate(split_lines(text), 1):
        body = line[:longest].strip()
        if inside:
            inside = "" if _ENDS[inside].search(body) else inside
            continue
        if not body or body.startswith("'") or body.lower().startswith(("@start", "@end")):
            continue
        inside = next((name for name, form in _BLOCKS.items() if form.match(body)), "")
        if inside and _ENDS[inside].search(body):
            inside = ""
        elif not inside and not _LOOKS.match(body):
            found.append((number, body))
    return found


def start_word(text: str) -> str:
    """Return what stands behind ``@start`` (``uml``, ``mindmap``), or nothing without one."""
    found = _START.search(text[:20_000])
    return found[1].lower() if found else ""
