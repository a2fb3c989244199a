"""The words of a column that says of what kind each building block is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.near_words import misspelt
from sphinx_archdoc.sphinxext.row_cells import data_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawRow
    from sphinx_archdoc.sphinxext.base import ArchDirective


class RowKinds:
    """Finds the kind of each row, and asks about words that mean none.

    Many tables have a column of this name with words of their own ("Library", "Controller"), which
    are right: only slips, and words in the company of kinds, are asked about.
    """

    def __init__(self, directive: ArchDirective, kind: Kind) -> None:
        self._directive = directive
        self._kind = kind
        self._unknown: list[tuple[str, RawRow]] = []
        self._some_known = False

    @cached_property
    def _elements(self) -> list[Kind]:
        """The kinds of building blocks; loaded for tables that have such a column."""
        return self._directive.domain.registry.family("element")

    def find(self, word: str, row: RawRow) -> Kind:
        """Return the kind that a row names by a word; that of the table where it names none."""
        found = next((kind for kind in self._elements if word and kind.is_called(word)), None)
        self._some_known |= found is not None
        if word and found is None:
            self._unknown.append((word, row))
        return found or self._kind

    def say_unknown(self) -> None:
        """Ask about the words that mean no kind."""
        if not self._unknown:
            return
        titles = [kind.title for kind in self._elements]
        folded = {header_word(name): name for name in self._words()}
        for word, row in self._unknown:
            near = misspelt(header_word(word), folded)
            if not (near or self._some_known):
                continue
            hint = f"did you mean {folded[near]!r}?" if near else suggestion(word, titles)
            self._directive.warn(
                Code.VALUE,
                f"{self._kind.name}: {word[:60]!r} is no kind of building block, the row is a "
                f"{self._kind.name}; {hint}",
                row.line,
                data_file(row),
            )

    def _words(self) -> Iterator[str]:
        for kind in self._elements:
            yield from (kind.title, *(word.capitalize() for word in kind.type_words))
