"""The registry: the kinds of a project by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx_archdoc.model.kind import Kind


class Registry:
    """The kinds of one project, by name; a kind may be loaded when it is first asked for."""

    def __init__(self, kinds: Iterable[Kind] = ()) -> None:
        self._names: dict[str, None] = {}  # in order, those not loaded yet included
        self._kinds: dict[str, Kind] = {}
        self._waiting: dict[str, Callable[[], object]] = {}
        for kind_ in kinds:
            self.add(kind_)

    def add(self, kind_: Kind) -> None:
        """Add a kind.

        :raises ValueError: another kind has this name.
        """
        if kind_.name in self._kinds:
            raise ValueError(f"a kind named {kind_.name!r} exists already")
        self._names.setdefault(kind_.name)
        self._kinds[kind_.name] = kind_
        self._waiting.pop(kind_.name, None)

    def expect(self, name: str, load: Callable[[], object]) -> None:
        """Take a name for a kind that ``load`` adds, or returns, when it is asked for."""
        if name not in self._kinds:
            self._names.setdefault(name)
            self._waiting[name] = load

    def __iter__(self) -> Iterator[Kind]:
        return iter([self[name] for name in self._names])

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __getitem__(self, name: str) -> Kind:
        if name in self._kinds:
            return self._kinds[name]
        load = self._waiting.pop(name, None)
        if load is not None:
            made = load()
            if name not in self._kinds and hasattr(made, "declared"):
                self._kinds[name] = cast("Kind", made)  # of a registry that this one extends
        return self._kinds[name]

    def get(self, name: str) -> Kind | None:
        """Return the kind with this name, or None."""
        return self[name] if name in self._names else None

    def names(self) -> list[str]:
        """Return the names of all kinds in order of registration; loads none."""
        return list(self._names)

    def family(self, name: str) -> list[Kind]:
        """Return the kinds of one family."""
        return [kind_ for kind_ in self if kind_.family == name]

    def matches(self, kind_name: str, targets: tuple[str, ...]) -> bool:
        """Tell whether a record of this kind may stand where ``targets`` are asked for."""
        if not targets or kind_name in targets:
            return True
        found = self.get(kind_name)
        return found is not None and found.family in targets

    def extended(self, kinds: Iterable[Kind]) -> Registry:
        """Return a registry with more kinds; this one stays as it is."""
        made = Registry()
        for name in self._names:
            made.expect(name, partial(self.__getitem__, name))
        for kind_ in kinds:
            if kind_.name in self:
                raise ValueError(f"a kind named {kind_.name!r} exists already")
            made.add(kind_)
        return made


#: The kinds that come with the package and its plug-ins; complete after ``kinds.load()``.
BUILT_IN = Registry()
