"""Parse reST and MyST the way a record directive does: the nodes of its body, in a list."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst import Parser as RstParser
from docutils.parsers.rst.states import RSTState
from myst_parser.parsers.docutils_ import Parser as MystParser
from sphinx.util.parsing import nested_parse_to_nodes

from sphinx_archdoc.model.section_words import ADR_SECTIONS
from sphinx_archdoc.reading.sections import read_body
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.reading.body import Body, Section

    Parse = Callable[[str], list[nodes.Node]]

FACTS = {name: name for name in ("status", "date", "deciders", "owner", "supersedes")}
_BODY: list[nodes.Node] = []
_SETTINGS = {"report_level": 5, "halt_level": 6, "warning_stream": "", "_disable_config": True}
_MYST = {
    "myst_enable_extensions": ["colon_fence", "deflist", "fieldlist", "tasklist"],
    "myst_suppress_warnings": ["myst"],
}


class Probe(Directive):
    """Parse the content as a record directive does, and keep the nodes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        in_rst = isinstance(self.state, RSTState)
        _BODY[:] = nested_parse_to_nodes(
            self.state,
            self.content,
            offset=self.content_offset,
            allow_section_headings=in_rst,
        )
        return []


directives.register_directive("reading-probe", Probe)


def rst(text: str) -> list[nodes.Node]:
    """Return the body nodes of a reST directive; the first line of the text is line 3."""
    body = textwrap.indent(textwrap.dedent(text).strip("\n"), "   ")
    publish_doctree(
        f".. reading-probe::\n\n{body}\n", parser=RstParser(), settings_overrides=_SETTINGS
    )
    return list(_BODY)


def myst(text: str) -> list[nodes.Node]:
    """Return the body nodes of a MyST directive; the first line of the text is line 3."""
    body = textwrap.dedent(text).strip("\n")
    publish_doctree(
        f"::::::{{reading-probe}}\n\n{body}\n::::::\n",
        parser=MystParser(),
        settings_overrides=_SETTINGS | _MYST,
    )
    return list(_BODY)


def words(parts: Iterable[nodes.Node]) -> Counter[str]:
    """Count the words of all text below these nodes."""
    found: Counter[str] = Counter()
    for part in parts:
        for text in part.findall(nodes.Text):
            if not isinstance(text.parent, nodes.raw | nodes.comment) and not _in_message(text):
                found.update(re.findall(r"\w+", str(text)))
    return found


def _in_message(node: nodes.Node) -> bool:
    """Tell whether docutils says this and not the author; which messages there are differs."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.system_message):
            return True
    return False


def read(children: list[nodes.Node], known: object = ADR_SECTIONS) -> Body:
    return read_body(children, known, FACTS)


def shape(section: Section) -> object:
    inner = [shape(child) for child in section.children]
    return (section.key or section.name, inner) if inner else section.key or section.name


def shapes(body: Body) -> list[object]:
    return [shape(section) for section in body.sections]


def said(section: Section | None) -> str:
    assert section is not None
    return text_of(section.nodes)


def rst_page(text: str) -> list[nodes.Node]:
    """Return what stands below the title of a reST page."""
    return _below_title(publish_doctree(text, parser=RstParser(), settings_overrides=_PAGE))


def myst_page(text: str) -> list[nodes.Node]:
    """Return what stands below the title of a Markdown page."""
    page = publish_doctree(text, parser=MystParser(), settings_overrides=_PAGE | _MYST)
    return _below_title(page)


_PAGE = _SETTINGS | {"doctitle_xform": False}


def _below_title(page: nodes.document) -> list[nodes.Node]:
    first = next(node for node in page.children if isinstance(node, nodes.section))
    return first.children[1:]
