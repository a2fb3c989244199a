"""A decision in one sentence, for lists and tips."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.formats.adr_verbs import verbs
from sphinx_archdoc.model.sentences import announces_decision, decision_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_archdoc.formats.adr_labels import Labels
    from sphinx_archdoc.formats.adr_outline import Part
    from sphinx_archdoc.formats.adr_page import Block

_LONGEST = 300
#: Fewer words are a word of a status, a name, a date.
_FEWEST = 3
#: What a template asks for, all of a paragraph: it says nothing yet.
_ASKED = re.compile(r"\[[^][]+\]\Z")


def summary_of(parts: Sequence[Part], labels: Labels) -> str:
    """Return the first sentence of the decision, without markup; empty when there is none.

    Without a heading it is a paragraph that says so in front, else prose below the title.
    """
    found = next(_candidates(parts, labels), None)
    return _decided(found) if found else ""


def _candidates(parts: Sequence[Part], labels: Labels) -> Iterator[Sequence[Block]]:
    """Yield blocks that tell the decision with those behind them, the best ones first."""
    for part in parts:
        if part.role == "body" and part.name == "decision":
            yield from _starting(part, lambda _: True, ("text", "item"))
    for part in parts:
        yield from _starting(part, announces_decision)
    for part in itertools.takewhile(lambda part: part.role != "body", parts):
        if part.role in ("top", "title"):
            yield from _starting(part, lambda text: is_prose(text, labels))


def _starting(
    part: Part, fits: Callable[[str], bool], kinds: Sequence[str] = ("text",)
) -> Iterator[Sequence[Block]]:
    for at, block in enumerate(part.blocks):
        text = plain(block.text) if block.kind in kinds else ""
        if text and not _ASKED.match(text) and fits(text):
            yield part.blocks[at:]


def is_prose(text: str, labels: Labels) -> bool:
    """Tell whether a paragraph below the title is text, and no line of facts or relations."""
    said = text.strip()
    relation = any(start == 0 for _, start, _ in verbs(said))
    labelled = next(labels.entries(said, 1), None) is not None
    return len(said.split()) >= _FEWEST and not relation and not labelled


def _decided(blocks: Sequence[Block]) -> str:
    """Return the decision that the first block tells, with the list that it opens."""
    below = []
    for block in blocks[1:]:
        if block.kind != "item":
            break
        below.append(block)
    outer = min((block.level for block in below), default=0)
    items = [plain(block.text) for block in below if block.level == outer]
    return decision_in(plain(blocks[0].text), items, _LONGEST)
