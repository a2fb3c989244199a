"""Pages of records, each packed in one block of bytes until somebody asks for it."""

from __future__ import annotations

import pickle
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")


class Shelf(MutableMapping[str, T], Generic[T]):
    """A mapping from page names to values that pickles each value by itself.

    Most builds change few pages and look at none of the others; loading the environment then costs
    a block of bytes for each page and not thousands of records. Values must be picklable and are
    never changed in place.
    """

    def __init__(self, packed: Mapping[str, bytes] | None = None) -> None:
        self._packed: dict[str, bytes] = dict(packed or {})
        self._open: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._open:
            # Our own bytes, out of Sphinx's own pickle of the environment.
            self._open[name] = pickle.loads(self._packed[name])  # noqa: S301
        return self._open[name]

    def __setitem__(self, name: str, value: T) -> None:
        self._packed.pop(name, None)
        self._open[name] = value

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._packed.pop(name, None)
        self._open.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._packed or name in self._open

    def __iter__(self) -> Iterator[str]:
        yield from sorted({*self._packed, *self._open})

    def __len__(self) -> int:
        return len({*self._packed, *self._open})

    def take(self, name: str, other: Shelf[T]) -> None:
        """Take over the value of another shelf, without opening it."""
        self._open.pop(name, None)
        self._packed[name] = other.packed(name)

    def packed(self, name: str) -> bytes:
        """Return a value as bytes."""
        if name not in self._packed:
            self._packed[name] = pickle.dumps(self._open[name], pickle.HIGHEST_PROTOCOL)
        return self._packed[name]

    def __reduce__(self) -> tuple[type[Shelf[T]], tuple[dict[str, bytes]]]:
        return type(self), ({name: self.packed(name) for name in self},)
