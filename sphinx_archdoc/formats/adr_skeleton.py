"""The sections that most decisions of a folder have: their own headings, in their order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.section_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_archdoc.formats.adr_folder import Adopted

_NO_SECTIONS = ("title", "contents")
#: Deeper headings are about one decision, not about all.
_DEEPEST = 3
_FEW = 2
Path = tuple[str, ...]


class Section(NamedTuple):
    """A heading of a new decision; ``name`` is the section or the fact that it is about."""

    level: int
    title: str
    name: str


def sections_of(adopted: Sequence[Adopted]) -> tuple[Section, ...]:
    """Return the sections of more than half of the decisions; of one or two: those of any ADR."""
    seen: dict[Path, list[tuple[float, Section]]] = defaultdict(list)
    for item in adopted:
        own = dict(_sections(item))
        for at, (path, section) in enumerate(own.items()):
            seen[path].append((at / len(own), section))
    few = len(adopted) <= _FEW
    kept = {
        path: found
        for path, found in seen.items()
        if (found[0][1].name if few else len(found) * 2 > len(adopted))
    }
    places = {path: mean(at for at, _ in found) for path, found in kept.items()}
    order = sorted(
        (path for path in kept if path[:-1] in kept or len(path) == 1),
        key=lambda path: [(places[path[: n + 1]], path[n]) for n in range(len(path))],
    )
    return tuple(_usual([section for _, section in kept[path]]) for path in order)


def _sections(item: Adopted) -> Iterator[tuple[Path, Section]]:
    parts = [part for part in item.adr.parts if part.heading and part.role not in _NO_SECTIONS]
    base = min((part.level for part in parts), default=2)
    above: list[tuple[int, str]] = []
    for part in parts:
        title = re.sub(r"^\s*\d+[.)]\s+", "", part.title).strip()
        name = part.name or ("changes" if part.role == "changes" else "")
        above = [known for known in above if known[0] < part.level]
        above.append((part.level, name or fold(title)))
        depth = 2 + len(above) - 1
        if title and depth <= _DEEPEST and ":" not in title and part.level >= base:
            yield tuple(key for _, key in above), Section(depth, title, name)


def _usual(found: Sequence[Section]) -> Section:
    title = Counter(section.title for section in found).most_common(1)[0][0]
    return found[-1]._replace(title=title)
