"""A page of text as a flat list of blocks: what the readers of Markdown and reST both return."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.findings import Problem

#: A longer text is cut before it is read: decisions are pages, not books.
LONGEST = 1_000_000
_MARKS = {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}
_WINDOWS = "cp1252"


class Block(NamedTuple):
    """One block with its source text, inline markup included.

    ``kind`` is one of ``heading text item row field option code``. ``level`` is that of a heading,
    else the depth of lists around it; ``label`` the name of a field or option; ``cells`` those of a
    row.
    ``line`` counts from 1.
    """

    kind: str
    text: str
    line: int
    level: int = 0
    label: str = ""
    cells: tuple[str, ...] = ()


class FrontFact(NamedTuple):
    """One entry of the front matter: a text, or the texts of its list."""

    texts: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A text taken apart.

    ``front`` is by the name of the entry as written; ``links`` are addresses that the page
    defines apart from their use (``[name]: address``), by name in lower case.
    """

    language: str
    blocks: tuple[Block, ...]
    front: Mapping[str, FrontFact]
    links: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> tuple[str, str]:
    r"""Return the text of a file and what had to be guessed about its bytes (mostly nothing).

    UTF-8, UTF-16 with its mark, else Windows' western characters, which every byte fits.
    Line ends become ``\n``.
    """
    codec, mark = _codec(data)
    text = data[len(mark) :].decode(codec, errors="replace")
    guess = "the file is not UTF-8; it was read as Windows-1252" if codec == _WINDOWS else ""
    return text.replace("\r\n", "\n").replace("\r", "\n"), guess


def encode(text: str, before: bytes) -> bytes:
    """Return a changed text as the file was: with its encoding, its mark and its line ends.

    A text that the encoding has no sign for becomes UTF-8.
    """
    codec, mark = _codec(before)
    if "\r\n" in before.decode(codec, errors="replace"):
        text = text.replace("\n", "\r\n")
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError:
        return text.encode("utf-8", errors="replace")


def _codec(data: bytes) -> tuple[str, bytes]:
    """Return the encoding of a file, and the mark that stands at its beginning."""
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return codec, mark
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _WINDOWS, b""
    return "utf-8", BOM_UTF8 if data.startswith(BOM_UTF8) else b""
