"""Lines between the messages of a sequence: dividers ``== words ==`` and pauses ``... words ...``.

Read without patterns: in a long line of these signs, each part of a pattern could end anywhere.
"""

from __future__ import annotations

_DIVIDER = "=="
_PAUSES = ("...", "…")


def divider_words(body: str) -> str | None:
    """Return the words of a divider, perhaps none; None for any other line."""
    framed = body.startswith(_DIVIDER) and body.endswith(_DIVIDER)
    return body.strip("=").strip() if framed and len(body) >= 2 * len(_DIVIDER) else None


def pause_words(body: str) -> str | None:
    """Return the words of a pause, perhaps none; None for any other line."""
    opening = next((mark for mark in _PAUSES if body.startswith(mark)), None)
    if opening is None:
        return None
    words = body.removeprefix(opening)
    closing = next((mark for mark in _PAUSES if words.endswith(mark)), "")
    return words.removesuffix(closing).strip()
