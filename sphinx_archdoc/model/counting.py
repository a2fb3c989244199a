"""Numbers of things in messages: one thing is no *things*."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 finding`` or ``2 findings``; ``many`` is the plural where it takes more than an s.

    The words may go on: ``counted(1, "placeholder is left", "placeholders are left")``.
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"
