"""Warnings of fences in MyST pages that end elsewhere than their author thinks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.util import get_filetype

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_archdoc.sphinxext.base import ArchDirective

_KEY = "archdoc_open_fences"
_MARKS = ("```", "~~~", ":::")


def note(app: Sphinx, docname: str, source: list[str]) -> None:
    """Say which fences of records hold what is not theirs (``source-read``)."""
    path = app.env.doc2path(docname)
    text = source[0]
    if not any(mark in text for mark in _MARKS):
        return
    if get_filetype(app.config.source_suffix, str(path)) != "markdown":
        return
    from sphinx_archdoc.formats.open_fences import open_fences
    from sphinx_archdoc.model.section_words import parts_of
    from sphinx_archdoc.sphinxext.domain import domain_of

    domain = domain_of(app.env)
    registry = domain.registry
    enabled = getattr(app.config, "myst_enable_extensions", None) or ()
    marks = "`~:" if "colon_fence" in enabled else "`~"
    found = open_fences(
        text, registry, lambda name: parts_of(registry[name].family), domain.directives, marks
    )
    for fence in found:
        warn(fence.code, fence.message, f"{path}:{fence.line}")
    nested = (fence for fence in found if fence.code is Code.NESTING)
    app.env.current_document[_KEY] = [(fence.line, fence.end) for fence in nested]


def say_nested(directive: ArchDirective, called: str) -> None:
    """Warn of a record where no section may be, unless the fence around it is to blame."""
    found = cast("list[tuple[int, int]]", directive.env.current_document.get(_KEY, []))
    line = directive.get_source_info()[1]
    if not any(first < line <= last for first, last in found):
        directive.warn(
            Code.NESTING,
            f"{called} stands inside another block, where no section may be; "
            "it is kept, but not in the table of contents",
        )
