"""What an architecture document holds, row by row: read from the cases that the tests build.

A row is a file ``tests/cases/coverage/NN-name.txt``. Its head says what the row is about and which
kinds and views express it; examples in both languages follow, with the records and warnings that
they yield. Nothing of this is written down a second time: the
table in the documentation and the tests read the same files.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent.parent.parent / "tests" / "cases" / "coverage"
#: The languages of an example, with the ending of a file in each.
ENDINGS = {"myst": "md", "rst": "rst"}


class Example(NamedTuple):
    """A text in both languages, and what it yields in both.

    records     ``kind id: title`` and its facts, indented, a line each
    warnings    ``line in MyST/line in reST code message``, a line each
    shows       how many tables and pictures the page has
    relabelled  words of labels in the text that the page says in its own
    words       what the page says beside the words of the text, a line each: sums, verdicts, links
    """

    name: str
    myst: str
    rst: str
    records: str = ""
    warnings: str = ""
    shows: str = ""
    relabelled: str = ""
    words: str = ""


class Row(NamedTuple):
    """What a document holds, and what expresses it.

    project  examples of one project are built together, so that their ids and links are apart
             from those of the others
    conf     a value of the configuration, as YAML
    """

    number: int
    name: str
    title: str
    kinds: tuple[str, ...]
    views: tuple[str, ...]
    project: str
    conf: str
    examples: tuple[Example, ...]


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    """Return all rows in order."""
    return tuple(map(_row, sorted(CASES.glob("*.txt"))))


def _row(path: Path) -> Row:
    head, *blocks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    title, *lines = head.strip().split("\n")
    facts = {name: text.strip() for name, _, text in (line.partition(":") for line in lines)}
    number, _, name = path.stem.partition("-")
    return Row(
        number=int(number),
        name=name,
        title=title,
        kinds=_words(facts.get("kinds", "")),
        views=_words(facts.get("views", "")),
        project=facts.get("project", "document"),
        conf=facts.get("conf", ""),
        examples=tuple(map(_example, blocks)),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _example(block: str) -> Example:
    name, _, rest = block.partition("\n")
    parts = re.split(r"^--- (\w+)\n", rest, flags=re.MULTILINE)
    return Example(name.strip(), **dict(zip(parts[1::2], parts[2::2], strict=True)))
