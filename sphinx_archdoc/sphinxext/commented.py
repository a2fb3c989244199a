"""Directives of ours that lack a colon: reST takes them for comments and leaves them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import get_filetype

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: ``adr: Title``; without any colon only what no sentence begins with: ``c4-container shop``, or
#: a name with options below it.
_COMMENT = re.compile(r"(?:arch:)?(?P<name>[a-z][\w-]*)(?P<rest>:(?!:)| +\S|\n)")
_OPTION = re.compile(r"^[ \t]*:[a-z][\w-]*:(?:\s|$)", re.MULTILINE)


def say_comments(app: Sphinx, document: nodes.document) -> None:
    """Warn of comments that were meant to be directives of ours (``doctree-read``)."""
    path = app.env.doc2path(app.env.current_document.docname)
    if get_filetype(app.config.source_suffix, str(path)) != "restructuredtext":
        return
    from sphinx_archdoc.sphinxext.domain import domain_of

    known = domain_of(app.env).directives
    for comment in document.findall(nodes.comment):
        text = comment.astext()
        found = _COMMENT.match(text)
        if not found or found["name"] not in known:
            continue
        name = found["name"]
        if found["rest"] == ":" or "-" in name or _OPTION.search(text):
            first = text.partition("\n")[0]
            shown = first[:60]
            place = f"{path}:{_line_of(path.read_bytes(), first)}"
            warn(Code.SYNTAX, f"'.. {shown}' is a comment: write '.. {name}::'", place)


def _line_of(page: bytes, first: str) -> int:
    """Return the line where a comment begins: docutils does not say so."""
    lines = page.decode("utf-8", "replace").splitlines()
    starts = (n for n, line in enumerate(lines, 1) if line.strip() == f".. {first}".rstrip())
    return next(starts, 1)
