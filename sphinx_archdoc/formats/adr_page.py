"""A page of text as a flat list of blocks: what the readers of Markdown and reST both return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.findings import Problem

#: A longer text is cut before it is read: decisions are pages, not books.
LONGEST = 1_000_000


class Block(NamedTuple):
    """One block with its source text, inline markup included.

    ``kind`` is one of ``heading text item row field code``. ``level`` is that of a heading,
    else the depth of lists around it; ``label`` the name of a field; ``cells`` those of a row.
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
    guess = ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            guess = "the file is not UTF-8; it was read as Windows-1252"
    return text.replace("\r\n", "\n").replace("\r", "\n"), guess
