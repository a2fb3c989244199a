"""Pictures in LaTeX: PGF commands in a box that is fitted to the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.printed_pages import place
from sphinx_archdoc.sphinxext.printed_signs import composed
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config

    from sphinx_archdoc.sphinxext.nodes import archdoc_picture

#: What a document needs once to show pictures.
PREAMBLE = Path(__file__).parent.parent / "templates" / "latex" / "pictures.tex"
_WEB = ("http://", "https://", "mailto:")


def visit_picture(writer: Any, node: archdoc_picture) -> None:
    """Write the picture (``latex``); a document's first one brings what all need.

    It is a paragraph of its own: without a caption it may stand beside other pictures or in text.
    """
    from sphinx_archdoc.diagrams.pgf import pgf

    svg = fill(node.picture.svg, _addresses(writer, node), node["prefix"])
    body = pgf(
        svg,
        escape=lambda text: writer.escape(composed(text)),
        link=lambda address: _link(writer, address),
        part=node.part,
    )
    commands = _preamble()
    if commands not in writer.elements["extrapackages"]:
        writer.elements["extrapackages"] += commands
    levels = writer.sectionnames[: writer.sectionlevel + 1]
    here = "\\archdocheretrue" if _stands_here(writer, node) else ""
    picture = f"\\begin{{archdocpicture}}\n{body}\n\\end{{archdocpicture}}"
    writer.body.append(
        f"\n\\par{{\\centering\\noindent{here}{place(node, levels)}%\n{picture}\\par}}\\medskip\n"
    )
    raise nodes.SkipNode


@cache
def _preamble() -> str:
    return "\n" + PREAMBLE.read_text(encoding="utf-8")


def _stands_here(writer: Any, node: archdoc_picture) -> bool:
    """Tell whether a picture stands on the page where the text comes to it, whole."""
    if writer.table or writer.in_minipage or node.part:
        return False
    floats = isinstance(node.parent, nodes.figure) and not writer.no_latex_floats
    return not floats or str(writer.elements["figure_align"]).startswith("H")


def can_draw(node: archdoc_picture, config: Config, place: nodes.Node) -> bool:
    """Tell whether the picture can be drawn in LaTeX; warn if not, or not all of its letters."""
    from sphinx_archdoc.diagrams.pgf import PgfError, pgf
    from sphinx_archdoc.sphinxext.latex_fonts import unset_letters

    try:
        body = pgf(fill(node.picture.svg, {}, ""), escape=str, link=str)
    except PgfError as error:
        warn(Code.PICTURE, f"{node['title']!r} is shown as text only: {error}", place)
        return False
    engine = config.latex_engine
    missing = unset_letters(body, engine, config.language or "", config.latex_elements)
    if missing:
        ways = "set fonts that have them in latex_elements['fontpkg']"
        if engine == "pdflatex":
            ways = "set latex_engine to 'xelatex'"
        letters = " ".join(missing[:8])
        warn(
            Code.PICTURE,
            f"{node['title']!r} has letters that {engine} has no font for ({letters}); {ways}",
            place,
        )
    return True


def _addresses(writer: Any, node: archdoc_picture) -> Mapping[str, str]:
    """Return where boxes lead: labels of the document after ``#``, or addresses in the web."""
    found = {}
    for id_, reference in node.leads.items():
        uri = reference.get("refuri") or f"#{reference['refid']}"
        if uri.startswith("#"):
            uri = f"#{writer.curfilestack[-1]}:{uri[1:]}"
        elif uri.startswith("%"):
            page, _, anchor = uri[1:].partition("#")
            uri = f"#{page}:{anchor or ':doc'}"
        found[id_] = uri
    return found


def _link(writer: Any, address: str) -> str:
    if address.startswith("#"):
        return f"\\hyperref[{writer.idescape(address[1:])}]"
    if address.startswith(_WEB):
        return f"\\sphinxhref{{{writer.encode_uri(address)}}}"
    return ""
