"""One door to the engines of others: a text in, a drawing of ours out, with a cache by content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx_archdoc.diagrams.cachefile import write_atomically
from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.engines.base import EngineError, TextError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: Raised with every change of what is made of an engine's picture.
SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A text for an engine, as a page holds it; plain and picklable.

    source    the text as its author wrote it, which is shown where there is no picture
    text      the same, ready for the engine: includes put in
    lines     for each line of ``text`` the line of ``source`` it comes from; empty: the same
    title     names the picture, ``description`` says more to those who cannot see it
    doubt     what our own reader finds wrong, with its line: said where the engine fails, which
              often knows neither
    """

    language: str
    source: str
    text: str
    lines: tuple[int, ...] = ()
    title: str = ""
    description: str = ""
    doubt: tuple[str, int] = ("", 0)
    needs_engine: ClassVar[bool] = True
    is_picture: ClassVar[bool] = False  # not picture data: none of our emitters knows it

    def compute(self, store: Any, translate: Callable[[str], str]) -> Foreign:
        """Return itself: as the data of a view it needs no records."""
        return self

    def line(self, number: int) -> int:
        """Return the line of the source for a line of the text; 0: not known."""
        if not self.lines:
            return number
        return self.lines[number - 1] if 0 < number <= len(self.lines) else 0


@dataclass(frozen=True, slots=True)
class Engines:
    """Where the engines are: a configured PlantUML (empty: the extra) and the cache folder."""

    plantuml: tuple[str, ...]
    folder: Path

    def name(self, language: str) -> str:
        """Return the engine for a language with its version.

        Raises MissingEngineError when there is none.
        """
        if language == "mermaid":
            from sphinx_archdoc.diagrams.engines import mermaid

            return mermaid.name()
        from sphinx_archdoc.diagrams.engines import plantuml

        return plantuml.name(self.plantuml)

    def is_kept(self, foreign: Foreign) -> bool:
        """Tell whether the cache has an entry for a text."""
        return self._path(foreign).exists()

    def draw(self, foreign: Foreign) -> Drawing:
        """Return the picture of a text, drawn or from the cache.

        Raises EngineError with the line of ``source`` where it is known; a fault of the text itself
        is kept in the cache too.
        """
        path = self._path(foreign)
        kept = _read(path)
        if kept is None:
            try:
                kept = self._drawn(foreign)
            except TextError as error:
                kept = error
            found = asdict(kept) if isinstance(kept, Drawing) else [kept.message, kept.line]
            write_atomically(path, json.dumps(found).encode())
        if isinstance(kept, Drawing):
            return kept
        raise TextError(kept.message, foreign.line(kept.line))

    def _path(self, foreign: Foreign) -> Path:
        made_from = repr((
            SCHEMA,
            self.name(foreign.language),
            foreign.text,
            foreign.title,
            foreign.description,
        ))  # fmt: skip
        return (
            self.folder / f"{hashlib.sha256(made_from.encode('utf-8', 'replace')).hexdigest()}.json"
        )

    def _drawn(self, foreign: Foreign) -> Drawing:
        from sphinx_archdoc.diagrams.svg_clean import SvgError
        from sphinx_archdoc.diagrams.svg_foreign import adopt

        if foreign.language == "mermaid":
            from sphinx_archdoc.diagrams.engines import mermaid

            svg, colours = mermaid.draw(foreign.text), mermaid.COLOURS
        else:
            from sphinx_archdoc.diagrams.engines import plantuml

            svg = plantuml.draw(foreign.text, self.plantuml, self.folder)
            colours = plantuml.COLOURS
        try:
            return adopt(svg, colours, title=foreign.title, text=foreign.description)
        except SvgError as error:
            raise EngineError(str(error)) from error


def _read(path: Path) -> Drawing | TextError | None:
    """Return a cache entry, or None when it is missing or was not written by us in full."""
    try:
        found = json.loads(path.read_bytes())
        made = TextError(*found) if isinstance(found, list) else Drawing(**found)
    except (OSError, ValueError, TypeError):
        return None
    if isinstance(made, TextError):
        return made if isinstance(made.message, str) and isinstance(made.line, int) else None
    sizes = (made.width, made.height)
    whole = isinstance(made.svg, str) and made.svg.endswith("</svg>")
    return made if whole and all(isinstance(n, int | float) for n in sizes) else None
