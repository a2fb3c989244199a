"""A piece of a page's text that is worth a word."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A piece of a text: its line, as it stands there, and what was meant, if that is known."""

    line: int
    text: str
    meant: str = ""
