"""Cells that say yes or no with a sign: what they mean, and a word for those who hear the page."""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes

from sphinx_archdoc.sphinxext.labels import translate

_YES = ("✅", "✔", "✓", "☑", "🟢", "x", "yes", "y", "ja", "oui", "sí", "si", "true", "●", "•")
_NO = ("❌", "✗", "✘", "✖", "☒", "🔴", "no", "n", "nein", "non", "false", "-", "–", "—", "○")
#: A longer cell is a text and no mark.
_LONGEST = 60


class Tick(NamedTuple):
    """What a cell says: yes, no, or nothing; the note is what stands beside the sign."""

    yes: bool | None
    note: str = ""


def read_tick(text: str) -> Tick | None:
    """Read a cell; None where it is a text and no mark. ``own only`` is a yes with a note."""
    plain = " ".join(text.replace("\ufe0f", "").split())
    if not plain:
        return Tick(None)
    if len(plain) > _LONGEST:
        return None
    for signs, yes in ((_YES, True), (_NO, False)):
        for sign in signs:
            head, rest = plain[: len(sign)].casefold(), plain[len(sign) :]
            if head == sign and (not rest or not rest[0].isalnum() or not sign.isalpha()):
                return Tick(yes, rest.strip(" ()–—-:,;"))
    return Tick(True, plain)


def show_tick(cell: nodes.Element, tick: Tick) -> None:
    """Put the word beside the sign; a cell that has a word of its own keeps it alone."""
    paragraph = next(iter(cell.children), None)
    if not isinstance(paragraph, nodes.paragraph) or any(map(str.isalnum, cell.astext())):
        return
    word = translate("yes") if tick.yes else translate("no")
    shown = nodes.inline("", f" {word}", classes=["arch-word"])
    paragraph += shown
