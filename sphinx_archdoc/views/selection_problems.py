"""What is wrong with a selection or a list of columns; needs no records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.values import read_flag, read_number
from sphinx_archdoc.views.filters import Compare, FilterError, comparisons, parse
from sphinx_archdoc.views.matching import iso_of
from sphinx_archdoc.views.select import sort_names
from sphinx_archdoc.views.sources import find, kinds_named, known, slug
from sphinx_archdoc.views.values import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.views.select import Selection
    from sphinx_archdoc.views.sources import Source

_UNORDERED = ("refs", "tags", "people", "flag", "kind")


def selection_problems(
    registry: Registry,
    selection: Selection,
    *,
    columns: Iterable[str] = (),
    group: str = "",
    extra: Iterable[str] = (),
    settings: Settings | None = None,
) -> list[Problem]:
    """Return what is wrong with a selection, its columns and its group.

    ``extra`` are the headers of table columns that no field stands for; they are known when all
    pages are read (``sources.extra_columns``).
    """
    return _Check(registry, selection, extra, settings or Settings()).run(columns, group)


class _Check:
    def __init__(
        self, registry: Registry, selection: Selection, extra: Iterable[str], settings: Settings
    ) -> None:
        self._registry = registry
        self._selection = selection
        self._kinds = kinds_named(registry, selection.kinds)
        self._extra = list(extra)
        self._extra_slugs = {slug(name) for name in self._extra}
        self._settings = settings

    def run(self, columns: Iterable[str], group: str) -> list[Problem]:
        problems: list[Problem] = []
        for name in self._selection.kinds:
            if not kinds_named(self._registry, [name]):
                hint = suggestion(name, self._registry.names())
                message = f"there is no kind {name!r}; {hint}"
                problems.append(Problem(Code.VALUE, message, option="kinds"))
        problems += self._where()
        for name, words in self._selection.equals:
            problems += self._compare(Compare(name, "=", words), Code.COLUMN, name)
        named = [name for name, _ in sort_names(self._selection.sort)]
        for option, names in (
            ("sort", named),
            ("columns", columns),
            ("group", [group] * bool(group)),
        ):
            problems += [
                Problem(Code.COLUMN, f"{option}: {self._unknown(name)}", option=option)
                for name in names
                if not self._sources(name) and slug(name) not in self._extra_slugs
            ]
        return problems

    def _where(self) -> list[Problem]:
        text = self._selection.where
        try:
            condition = parse(text)
        except FilterError as error:
            place = f" at character {error.position + 1}" if text else ""
            return [Problem(Code.FILTER, f"filter: {error.message}{place}", option="filter")]
        return [
            problem
            for part in comparisons(condition)
            for problem in self._compare(part, Code.FILTER, "filter")
        ]

    def _sources(self, name: str) -> list[tuple[Kind, Source]]:
        found = ((kind, find(self._registry, kind, name)) for kind in self._kinds)
        return [(kind, source) for kind, source in found if source is not None]

    def _unknown(self, name: str) -> str:
        allowed = [*known(self._registry, self._kinds), *self._extra]
        kinds = ", ".join(kind.name for kind in self._kinds) if self._selection.kinds else "record"
        return f"{kinds} has no field {name!r}; {suggestion(name, allowed)}"

    def _compare(self, part: Compare, code: Code, option: str) -> list[Problem]:
        found = self._sources(part.name)
        if not found:
            if slug(part.name) in self._extra_slugs:
                return []
            return [Problem(code, f"{option}: {self._unknown(part.name)}", option=option)]
        if part.sign.startswith(("<", ">")) and all(
            source.type in _UNORDERED for _, source in found
        ):
            message = f"{option}: {part.name} has no order; use =, != or has"
            return [Problem(code, message, option=option)]
        place = option if option == part.name else f"{option}: {part.name}"
        problems = []
        for word in part.words:
            hints = [self._hint(kind, source, word) for kind, source in found]
            if all(hints):
                problems.append(Problem(Code.VALUE, f"{place}: {hints[0]}", option=option))
        return problems

    def _hint(self, kind: Kind, source: Source, word: str) -> str:
        """Say what is wrong with a word for this source; empty when nothing is."""
        if word.casefold() in ("", "none"):
            return ""
        if source.type in ("choice", "level"):
            vocabulary = vocabulary_of(source, self._settings, kind.name)
            if vocabulary is None or vocabulary.exactly(word) is not None:
                return ""
            return f"{word!r} is no known word; {vocabulary.hint(word)}"
        if source.type == "date":
            return "" if iso_of(word) else f"{word!r} is no date; write it as 2026-01-20"
        if source.type in ("number", "range", "score"):
            return "" if read_number(word) is not None else f"{word!r} is no number"
        if source.type == "amount":
            return ""  # it may be a text, and then any word may be in it
        if source.type == "flag":
            return "" if read_flag(word) is not None else f"{word!r} is neither yes nor no"
        if source.type == "kind":
            names = [*self._registry.names(), *(each.family for each in self._registry)]
            titles = {each.title.casefold() for each in self._registry}
            if word.casefold() in titles or word.casefold() in names:
                return ""
            return f"there is no kind {word!r}; {suggestion(word, self._registry.names())}"
        return ""
