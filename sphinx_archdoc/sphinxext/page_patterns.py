"""The option that names the pages of a document, where a project has several documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.values import split_list

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.base import ArchDirective

#: The page on which a view stands.
_HERE = "."


def pages_of(directive: ArchDirective) -> tuple[str, ...]:
    """Return the patterns of page names that ``pages`` says; without the option none."""
    named = split_list(directive.value("pages"))
    here = directive.env.docname
    if "pages" in directive.options and not named:
        named = [_HERE]
    return tuple(here if name == _HERE else name for name in named)
