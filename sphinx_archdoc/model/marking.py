"""Marking texts for translation; apart from all words, because everything that starts needs it."""

from __future__ import annotations


def mark(text: str) -> str:
    """Mark a text for the message catalogue; it is translated where it is shown."""
    return text
