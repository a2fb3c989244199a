"""Directives and roles of ours in the words of the other markup, or where no directive may begin.

Markdown shows ``.. adr::`` as text, reST shows ``{adr}`` so, and a directive right below a line of
text is a part of that text for reST. Nobody is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import get_filetype

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.commented import say_comments
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.application import Sphinx

_KEY = "archdoc_other_markup"
#: At the end of a paragraph docutils takes a colon away.
_REST_DIRECTIVE = re.compile(r"^[ \t]*\.\. (?:arch:)?(?P<name>[\w-]+)(?:::|:\Z)", re.MULTILINE)
_REST_ROLE = re.compile(r":(?:arch:)?(?P<name>[\w-]+):[`\0]")
_FENCE = re.compile(r"\A(?P<mark>`{3,}|:{3,})\{(?:arch:)?(?P<name>[\w-]+)\}")
_MYST_ROLE = re.compile(r"\{(?:arch:)?(?P<name>[\w-]+)\}[`\0]")
_FENCED = re.compile(r"(?:```|:::)\{|\}`")
_NEVER = re.compile(r"(?!)")
#: A directive of reST below a line of text, wherever that is.
_BELOW = re.compile(r"\S[ \t]*\n[ \t]*\.\. [\w:-]+::")


def connect(app: Sphinx) -> None:
    """Look at each page for directives that docutils and MyST take for something else."""
    app.connect("source-read", note)
    app.connect("doctree-read", say_comments)
    app.connect("doctree-read", say_other_markup)


def note(app: Sphinx, docname: str, source: list[str]) -> None:
    """Note that a page may hold such a thing (``source-read``)."""
    text, markup = source[0], _markup(app, docname)
    if markup == "markdown":
        looks = (_REST_DIRECTIVE if ".. " in text else _NEVER, _REST_ROLE)
    else:
        looks = (_BELOW if ".. " in text else _NEVER, _FENCED if "{" in text else _NEVER)
    app.env.current_document[_KEY] = any(look.search(text) for look in looks)


def say_other_markup(app: Sphinx, document: nodes.document) -> None:
    """Warn of paragraphs that hold a directive or role of ours as text (``doctree-read``)."""
    if not app.env.current_document.get(_KEY):
        return
    from sphinx_archdoc.sphinxext.directives import role_names
    from sphinx_archdoc.sphinxext.domain import domain_of

    known = domain_of(app.env).directives
    roles = frozenset(role_names(app.config))
    markup = _markup(app, app.env.current_document.docname)
    look = _in_markdown if markup == "markdown" else _in_rest
    for paragraph in document.findall(nodes.paragraph):
        for message, below in look(paragraph, known, roles):
            place = f"{paragraph.source}:{(paragraph.line or 1) + below}"
            warn(Code.SYNTAX, message, place)


def _markup(app: Sphinx, docname: str) -> str:
    return get_filetype(app.config.source_suffix, str(app.env.doc2path(docname)))


def _in_markdown(
    paragraph: nodes.paragraph, known: Container[str], roles: Container[str]
) -> Iterator[tuple[str, int]]:
    text = own_text(paragraph)
    for found in _REST_DIRECTIVE.finditer(text):
        if (name := found["name"]) in known:
            said = f"'.. {name}::' is shown as text: write ```{{{name}}} in Markdown"
            yield said, text.count("\n", 0, found.start("name"))
    for found in _REST_ROLE.finditer(text):
        if (name := found["name"]) in roles:
            said = f"':{name}:' is shown as text: write {{{name}}}`…` in Markdown"
            yield said, text.count("\n", 0, found.start())


def _in_rest(
    paragraph: nodes.paragraph, known: Container[str], roles: Container[str]
) -> Iterator[tuple[str, int]]:
    fence = _FENCE.match(paragraph.rawsource)
    if fence and fence["name"] in known:
        said = f"'{fence[0]}' is shown as text: write '.. {fence['name']}::' in reStructuredText"
        yield said, 0
        return
    text = own_text(paragraph)
    for found in _MYST_ROLE.finditer(text):
        if (name := found["name"]) in roles:
            said = f"'{{{name}}}' is shown as text: write :{name}:`…` in reStructuredText"
            yield said, text.count("\n", 0, found.start())
    for found in _REST_DIRECTIVE.finditer(text):
        if (name := found["name"]) in known:
            said = f"'.. {name}::' is a part of the text above it: leave a blank line between them"
            yield said, text.count("\n", 0, found.start("name"))


def own_text(paragraph: nodes.paragraph) -> str:
    """Return the text without what is marked up, of which an example in ``code`` is one."""
    return "".join(
        str(part) if isinstance(part, nodes.Text) else "\0" for part in paragraph.children
    )
