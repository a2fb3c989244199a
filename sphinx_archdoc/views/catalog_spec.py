"""What the catalogue says of one view directive."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewSpec:
    """One view directive.

    kinds      what it selects from
    body_kind  the kind its rows become when the directive has a table in its body, or empty
    columns    the columns shown by default
    options    option names with their help
    argument   what the argument of a picture means
    request    where the request class of a picture is: ``module:Class`` below ``views``
    fixed      what this view sets: fields of the request, and facts for the reader of a text
    body       what reads a text in the body of a picture, see ``sphinxext.picture_texts``
    directive  ``module:Class`` below ``sphinxext`` where a directive of its own is behind it
    """

    name: str
    view: Literal["table", "matrix", "picture", "block"]
    help: str
    kinds: tuple[str, ...] = ()
    body_kind: str = ""
    columns: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    argument: str = ""
    request: str = ""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    directive: str = ""

    def request_class(self) -> type[Any]:
        """Return the class of the request of a picture; its module is loaded now."""
        module, _, name = self.request.partition(":")
        found = getattr(import_module(f"sphinx_archdoc.views.{module}"), name)
        return cast("type[Any]", found)
