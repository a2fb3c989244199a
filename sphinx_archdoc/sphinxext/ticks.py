"""Cells that say yes or no with a sign: what they mean, and a word for those who hear the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from sphinx_archdoc.render.links import yes_or_no
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.kind import Kind

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
    return _signed(plain) or Tick(True, plain)


def ticked_columns(rows: Iterable[Mapping[int, nodes.entry]]) -> frozenset[int]:
    """Return the columns with a sign in any cell: a column of remarks has none."""
    return frozenset(
        column
        for cells in rows
        for column, cell in cells.items()
        if _signed(" ".join(cell.astext().replace("\ufe0f", "").split()))
    )


def _signed(plain: str) -> Tick | None:
    """Read a text that begins with a sign or a word for yes or no."""
    for signs, yes in ((_YES, True), (_NO, False)):
        for sign in signs:
            head, rest = plain[: len(sign)].casefold(), plain[len(sign) :]
            if head == sign and (not rest or not rest[0].isalnum() or not sign.isalpha()):
                return Tick(yes, rest.strip(" ()–—-:,;"))
    return None


def take_tick(kind: Kind, name: str, cell: nodes.Element, values: dict[str, Any]) -> Tick | None:
    """Read a tick or cross in the column of what is allowed; None where the cell is none."""
    tick = read_tick(cell.astext()) if kind.ticks else None
    if tick is not None and tick.yes is not None:
        field = kind.ticks[0 if tick.yes else -1]
        said = f"{name} ({tick.note})" if tick.note else name
        values[field] = (*values.get(field, ()), said)
    return tick


def show_tick(cell: nodes.Element, tick: Tick) -> None:
    """Put the word beside the sign; one with a word of its own keeps it alone."""
    paragraph = next(iter(cell.children), None) if tick.yes is not None else None
    if not isinstance(paragraph, nodes.paragraph) or any(map(str.isalnum, cell.astext())):
        return
    word = yes_or_no(translate("yes") if tick.yes else translate("no"), yes=bool(tick.yes))
    sign = nodes.inline("", "", *paragraph.children, classes=["arch-sign"])
    paragraph.children = []
    paragraph += [sign, nodes.Text(" "), word]
