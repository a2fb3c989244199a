"""Options as the author wrote them: nothing is refused by docutils, all is checked by us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def as_written(argument: str | None) -> str:
    """Return the option's text; an option without one is an empty text."""
    return argument or ""


class OpenOptions(dict[str, "Callable[[str | None], Any]"]):
    """An option specification that lists the real names and lets every other pass.

    docutils drops the whole directive on an unknown option, MyST drops the option; passing all
    lets us say the same in both, and keep the text.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(names, as_written))

    def __missing__(self, name: str) -> Callable[[str | None], Any]:
        return as_written
