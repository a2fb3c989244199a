"""Placeholders that a filled-in template has left: ``{{title}}``, ``[Name]``, ``YYYY-MM-DD``.

A wrong guess annoys more than a missed one helps. So code is skipped, and words in square brackets
or the pattern of a date count only where they stand for a whole value: a heading, a cell, an item,
what follows a label; in the text of a picture, a quoted label or what follows a colon.
``[text](link)``, ``[text][link]``, ``[text]`` with a definition, ``[1]_`` and the box of a task are
none.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.leftover_lines import Sort, lines_of
from sphinx_archdoc.model.damaged import damage
from sphinx_archdoc.model.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIABLE = re.compile(r"\{\{\s*[A-Za-z_][\w. -]{0,60}\s*\}\}")
_BRACKETS = re.compile(
    r"(?<![\]\\!\w`])\[(?P<words>@?[^\W\d_][^\[\]\n`=]{1,160}"
    r"|[.\d][^\[\]\n`= ]{0,40}[ /][^\[\]\n`=]{0,160}[^\W\d_]{3}[^\[\]\n`=]{0,160})\](?![(\[:_{`\w])"
)
_DATE = re.compile(r"\b(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY|MM[-/.]DD[-/.]YYYY)\b")
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")
_LINK = re.compile(r"\s{0,3}\[(?P<words>[^\]]+)\]:\s*\S")
#: What titles have in brackets and is no placeholder: ids, short forms, states.
_TAG = re.compile(
    r"[A-Za-z]{1,12}[-_ ]?\d[\w.-]*\Z|[A-Z]{2,6}\Z"
    r"|(?i:unreleased|yanked|deprecated|experimental|optional|draft|new|alpha|beta|internal|legacy"
    r"|obsolete|removed|superseded|accepted|proposed|rejected|breaking|bug|security|todo)\Z"
)
#: What may stand around a value: marks of lists, of a row, of emphasis, quotes; and labels.
_MARKS = re.compile(r"[\s>*_~|#\"'—–-]+|\d+[.)]|\[[ xX]\]")
_LABEL = re.compile(r"\s*(?::[\w -]{1,60}:|[^:|\[\]]{1,80}:[*_]{0,3})\s")
#: A line of a flow or a diagram: ``[Browser] --> [API]``.
_ARROW = re.compile(r"--?>|<--?|==>|\.\.>")
_QUOTED = re.compile(r"([\"'])(?P<words>.*?)\1")
_TITLE = re.compile(r"\s*title\s")
#: What a model line says after its colon; in brackets alone it is a technology.
_SAID = re.compile(r"\s:\s+(?P<words>.*)\Z")
#: In the argument of the directive of a building block: id, title, and the technology after them.
_DECLARED = re.compile(r"(?P<words>\s*[\w.-]+\s+[\"“„«'][^\[\]]*[\"”“»'])\s*(?P<said>\[[^\[\]]*\])")
_TECHNOLOGY = re.compile(r"\s*\[(?P<words>[^\[\]]*)\]\s*\Z")
#: A word as only names of technologies have: ``XML``, ``gRPC``, ``OAuth2``, ``.NET``, ``Node.js``.
_TECHNICAL = re.compile(r"[^\W\d_]*(?:[A-Z]{2}|\d|[a-z][A-Z]|(?<!\w)\.[A-Z]|\w\.[a-z]|[#+]{1,2}\Z)")
#: Words of a template, which says what belongs here; nobody's technology is called so.
_ASKING = re.compile(
    r"an?|the|of|th(?:is|at|ese)|your|our|my|their|(?:an)?other|some|any|e\.?g\.?|wh(?:at|ich|om?|ose"
    r"|en|ere|y)|how|is|are|was|do(?:es)?|did|can|should|must|names?|title|descri(?:ption|be)|purpose"
    r"|reason|actions?|example|feature|target|summary|value|here|insert|add|fill|tbd|todo|xxx",
    re.IGNORECASE,
)
#: More words are a sentence.
_LONGEST_NAME = 4
#: Fewer words in a block of code are taken for code.
_WORDS_ALONE = 4
_SEQUENCES = (Sort.MERMAID, Sort.PLANTUML)
#: What may hold a flowchart of Mermaid.
_DRAWN = (Sort.MERMAID, Sort.MODEL)
_APART = re.compile(r"\s{2,}")
_LONGEST = 2000
_MOST = 1000


def placeholders(text: str, *, whole: bool = False) -> tuple[Spot, ...]:
    """Return the placeholders of a Markdown or reST text, in order.

    ``whole``: ``{{name}}`` too counts only as a whole value; in prose it may be what is spoken of.
    """
    if not any(sign.search(text) for sign in (_BRACKETS, _VARIABLE, _DATE)):
        return ()  # most pages have links and boxes only
    links = {
        match["words"].casefold() for line in split_lines(text) if (match := _LINK.match(line))
    }
    found: list[Spot] = []
    for number, line, sort in lines_of(text):
        if "[" not in line and "{{" not in line and "YY" not in line:
            continue
        bare = _CODE.sub(lambda match: " " * len(match[0]), line[:_LONGEST])
        if sort is not Sort.FIRST and not whole:
            found += [
                Spot(number, match[0])
                for match in _VARIABLE.finditer(bare)
                if not (sort in _DRAWN and _is_hexagon(bare[: match.start()]))
            ]
        found += [
            Spot(number, match[0])
            for value, heading in (_cells(bare, sort) or _values(bare, sort))
            for match in _whole(value, links, heading=heading, variables=whole)
        ]
    return tuple(found[:_MOST])


def damaged(text: str) -> tuple[Spot, ...]:
    """Return the pieces of a text that a wrong decoding has damaged."""
    if text.isascii():
        return ()
    return tuple(
        Spot(number, piece.wrong, piece.right)
        for number, line in enumerate(split_lines(text), 1)
        if not line.isascii()
        for piece in damage(line[:_LONGEST])
    )[:_MOST]


def _is_hexagon(before: str) -> bool:
    """Tell whether braces after this text are a shape of Mermaid: ``A{{Label}}``, in no quotes."""
    return before[-1:].isalnum() and before.count('"') % 2 == 0


def _values(line: str, sort: Sort) -> Iterator[tuple[str, bool]]:
    """Yield what may be a whole value, and whether it is a heading, which may have more words."""
    if (
        sort is Sort.HEADING
        and (declared := _DECLARED.match(line))
        and _is_technology(declared["said"], strict=False)
    ):
        yield declared["words"] + line[declared.end() :], True
    elif sort is Sort.HEADING or (sort is Sort.MERMAID and _TITLE.match(line)):
        yield line, True
    elif sort is Sort.FIRST:
        if len(line.split()) >= _WORDS_ALONE:
            yield line, False
    elif sort is Sort.FRONT:
        yield from ((match["words"], False) for match in _QUOTED.finditer(line))
        if "[" not in line:
            yield line, False
    elif sort is not Sort.PROSE or _ARROW.search(line):
        yield from _drawn(line, sort)
    elif line.lstrip().startswith("|"):
        yield from ((cell, False) for cell in line.strip().strip("|").split("|"))
    elif not ((step := _SAID.search(line)) and _is_technology(step["words"], strict=True)):
        yield line, False


def _cells(line: str, sort: Sort) -> list[tuple[str, bool]]:
    """Return the cells of a row of a table whose lines are known to be such."""
    cells: list[str] = []
    if sort is Sort.CSV:
        cells = next(csv.reader([line], skipinitialspace=True), [])
    elif sort is Sort.ROW:
        cells = _APART.split(line)
    return [(cell, False) for cell in cells]


def _drawn(line: str, sort: Sort) -> Iterator[tuple[str, bool]]:
    """Yield the labels of a line of a picture, a model or a flow."""
    for match in _QUOTED.finditer(line):
        if not _is_technology(match["words"], strict=True):
            yield match["words"], False
    rest = _QUOTED.sub(" ", line)
    said = _SAID.search(rest) or (sort in _SEQUENCES and re.search(r":(?P<words>.*)\Z", rest))
    if said:
        if not _is_technology(said["words"], strict=sort in _SEQUENCES):
            yield said["words"], False
    elif sort is Sort.MERMAID:
        yield rest, False


def _is_technology(text: str, *, strict: bool) -> bool:
    """Tell whether a text is a list of technologies in brackets: ``[SFTP, XML]``, ``[Kafka]``.

    In our own lines that is what brackets are for, so only what asks for something is none.
    ``strict``: elsewhere, such as in messages of other languages, it must look like one.
    """
    found = _TECHNOLOGY.match(text)
    if not found:
        return False
    names = [name.split() for name in re.split(r"[,;/|&]", found["words"])]
    words = [word for name in names for word in name]
    if len(words) > 1 and any(map(_ASKING.fullmatch, words)):
        return False
    if any(len(name) > _LONGEST_NAME for name in names):
        return False
    return not strict or any(map(_TECHNICAL.match, words))


def _whole(value: str, links: set[str], *, heading: bool, variables: bool) -> list[re.Match[str]]:
    """Return the placeholders of a value that has nothing else, or that is a heading."""
    found = [
        match
        for match in _BRACKETS.finditer(value)
        if match["words"].casefold() not in links and not _TAG.match(match["words"])
    ]
    found += _DATE.finditer(value)
    if found and heading:
        return found
    found += _VARIABLE.finditer(value) if variables else ()
    if not found:
        return found
    rest = value
    for match in found:
        rest = rest.replace(match[0], " ", 1)
    label = _LABEL.match(rest)
    rest = _MARKS.sub(" ", rest[label.end() :] if label else rest)
    return found if not re.search(r"\w", rest) else []
