"""What all engines share: how they say that there is no picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class EngineError(Exception):
    """There is no picture. ``line`` counts from 1 in the text drawn, 0 where it is not known."""

    message: str
    line: int = 0

    def __str__(self) -> str:
        return self.message


class MissingEngineError(EngineError):
    """What draws such texts is not installed."""


class TextError(EngineError):
    """The text is wrong: drawing it again says the same."""
