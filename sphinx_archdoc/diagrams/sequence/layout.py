"""From a sequence to positions: lanes beside each other, then everything from top to bottom.

Every item takes a strip of its own, so that nothing but lifelines and bars passes by a text.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.score import FITS, PAGE
from sphinx_archdoc.diagrams.sequence.budget import BUDGETS
from sphinx_archdoc.diagrams.sequence.columns import columns
from sphinx_archdoc.diagrams.sequence.ladder import Ladder
from sphinx_archdoc.diagrams.sequence.lanes import Lane
from sphinx_archdoc.diagrams.sequence.placed import Area, Placed, Words
from sphinx_archdoc.diagrams.sequence.words import block

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.columns import Columns
    from sphinx_archdoc.diagrams.sequence.data import Sequence

_MARGIN = 8.0
#: A picture that is higher shows the heads again at its foot.
_TALL = 520.0
_BOX_PAD = 9.0


def lay_out(sequence: Sequence) -> Placed:
    """Return the picture with all positions: as roomy as it may be to suit the page."""
    made, left = _suitable(sequence)
    # What stands left of the first lane is known only now; the second time nothing does.
    for lane in made.x:
        made.x[lane] += _MARGIN - left
    placed, _, right = _attempt(sequence, made)
    placed.width = float(ceil(right + _MARGIN))
    return placed


def _suitable(sequence: Sequence) -> tuple[Columns, float]:
    """Return the columns of the roomiest picture that suits the page, and how far left it goes.

    It is the first one that fits, else the first that has to shrink a little, else the closest.
    """
    tried: list[tuple[float, Columns, float]] = []
    for made in columns(sequence):
        if made.span > PAGE[0] and made.budget != BUDGETS[-1]:
            continue
        _, left, right = _attempt(sequence, made)
        tried.append((right - left + 2 * _MARGIN, made, left))
        if tried[-1][0] <= PAGE[0]:
            return tried[-1][1:]
    return next((found for found in tried if found[0] <= FITS), tried[-1])[1:]


def _attempt(sequence: Sequence, made: Columns) -> tuple[Placed, float, float]:
    placed = Placed()
    titles = _box_titles(sequence, made)
    above = max((title.area.height for _, title in titles if title), default=0.0)
    top = _MARGIN + (above + 12 if above else (4 if sequence.boxes else 0))
    height = max((h.height for h in made.heads.values()), default=0.0)
    lanes = {
        id_: Lane(id_, made.x[id_], None if id_ in made.created else top + height)
        for id_ in made.heads
    }
    ladder = Ladder(made, lanes, placed, height)
    ladder.y = top + height + 8
    ladder.all(sequence)
    bottom = ladder.y + 8
    for lane in lanes.values():
        ends = lane.bottom
        lane.close(bottom)
        placed.bars += lane.bars
        if lane.id not in made.created:
            placed.heads.append(made.heads[lane.id].placed(lane.x, top, height))
        if ends is None and bottom - top > _TALL:
            placed.heads.append(made.heads[lane.id].placed(lane.x, bottom, height))
    if bottom - top > _TALL:
        bottom += height
    placed.height = float(ceil(bottom + _MARGIN))
    for lane in lanes.values():
        placed.lives += lane.lives(placed.words, ladder.quiet)
    _boxes(placed, titles, made, bottom)
    _back(placed)
    return placed, *_extent(placed)


def _box_titles(
    sequence: Sequence, made: Columns
) -> list[tuple[tuple[float, float], Words | None]]:
    """Return the sides of each box with the place of its title."""
    found: list[tuple[tuple[float, float], Words | None]] = []
    for box in sequence.boxes:
        inside = [id_ for id_ in box.participants if id_ in made.heads]
        if not inside:
            continue
        left = min(made.x[id_] - made.heads[id_].width / 2 for id_ in inside) - _BOX_PAD
        right = max(made.x[id_] + made.heads[id_].width / 2 for id_ in inside) + _BOX_PAD
        text = block(box.title, "word", right - left - 30, lines=3)
        area = Area((left + right - text.width) / 2, _MARGIN + 5, text.width, text.height)
        found.append(((left, right), Words("box", text, area) if text else None))
    return found


def _boxes(
    placed: Placed,
    titles: list[tuple[tuple[float, float], Words | None]],
    made: Columns,
    bottom: float,
) -> None:
    """Put the frames round participants behind everything else, from top to bottom."""
    for (left, right), title in titles:
        placed.boxes.append(Area(left, _MARGIN, right - left, bottom + 4 - _MARGIN))
        if title is not None:
            placed.words.append(title)


def _back(placed: Placed) -> None:
    """Give paper to the texts that stand on a bar."""
    bars = sorted(placed.bars, key=lambda bar: bar.area.y)
    for words in placed.words:
        if words.kind in ("label", "guard", "divider"):
            words.backed = any(
                bar.area.meets(words.area) for bar in bars if bar.area.y < words.area.bottom
            )


def _extent(placed: Placed) -> tuple[float, float]:
    """Return the left and right side of all that is drawn."""
    areas = [
        *(words.area for words in placed.words),
        *placed.notes,
        *placed.boxes,
        *(frame.area for frame in placed.frames),
        *(head.area for head in placed.heads),
        *(pill.area for pill in placed.pills),
        *(bar.area for bar in placed.bars),
    ]
    left = [area.x for area in areas] + [x for s in placed.strokes for x, _ in s.points]
    right = [area.right for area in areas] + [x for s in placed.strokes for x, _ in s.points]
    left += [start for start, _, _ in placed.dividers]
    right += [end for _, end, _ in placed.dividers]
    return min(left, default=0.0), max(right, default=0.0)
