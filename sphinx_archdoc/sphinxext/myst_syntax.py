"""Syntax that MyST reads only where ``conf.py`` asks for it, and that a page uses without it.

The page would show it as text, and nobody would learn why.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.other_markup import own_text
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_archdoc.sphinxext.base import ArchDirective

_FENCE = re.compile(r"^:{3,}[ \t]*\{(?:arch:)?(?P<name>[\w-]+)\}", re.MULTILINE)
_LISTS = (
    (re.compile(r"\A[^\n]{1,80}\n:[ \t]+\S"), "definition list", "deflist"),
    (re.compile(r"\A:[A-Z][^\n:]{0,60}:[ \t]+\S"), "field list", "fieldlist"),
)
_WANTED = "add {!r} to myst_enable_extensions in conf.py"


def say_closed_fences(app: Sphinx, document: nodes.document) -> None:
    """Warn of the first ``:::`` fence of ours that is a paragraph (``doctree-read``)."""
    if not app.env.current_document.get("archdoc_colons"):  # noted when the source was read
        return
    if "colon_fence" in _enabled(app.config):
        return
    from sphinx_archdoc.sphinxext.domain import domain_of

    known = domain_of(app.env).directives
    for paragraph in _paragraphs([document]):
        for found in _FENCE.finditer(own_text(paragraph)):
            if found["name"] in known:
                wanted = _WANTED.format("colon_fence")
                message = f"{found[0]} is shown as text; {wanted}, or write ``` instead of :::"
                warn(Code.SYNTAX, message, paragraph)
                return


def say_unread_lists(directive: ArchDirective, blocks: Iterable[nodes.Node]) -> None:
    """Warn of the first list in the text of a record that is a paragraph."""
    enabled = _enabled(directive.config)
    for paragraph in _paragraphs(blocks):
        text = own_text(paragraph)
        for pattern, called, extension in _LISTS:
            if extension not in enabled and pattern.match(text):
                message = f"this {called} is shown as text; {_WANTED.format(extension)}"
                directive.warn(Code.SYNTAX, message, paragraph.line or 0)
                return


def _enabled(config: Config) -> Iterable[str]:
    return getattr(config, "myst_enable_extensions", None) or ()


def _paragraphs(blocks: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    return (found for block in blocks for found in block.findall(nodes.paragraph))
