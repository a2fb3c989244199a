"""Pictures in LaTeX: PGF commands in a box that is fitted to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config

    from sphinx_archdoc.sphinxext.nodes import archdoc_picture

#: What the document needs once to show pictures. A picture is never enlarged, and made as small as
#: the page demands. If words of 11 px would then have less than 6 pt, and a fifth more lying on
#: its side, it is turned.
#: Text that is wider in the document's font than the picture keeps free for it is narrowed.
PREAMBLE = r"""
\usepackage{pgf}
\newsavebox\archdocbox
\newsavebox\archdoctextbox
\newenvironment{archdocpicture}
 {\begin{lrbox}\archdocbox\begin{pgfpicture}}
 {\end{pgfpicture}\end{lrbox}\archdocfit}
\newcommand\archdocfit{%
 \pgfmathsetmacro\archdocscale
  {min(1,\linewidth/\wd\archdocbox,0.85*\textheight/\ht\archdocbox)}%
 \pgfmathsetmacro\archdocturned
  {min(1,\linewidth/\ht\archdocbox,0.92*\textheight/\wd\archdocbox)}%
 \pgfmathparse{\archdocscale<0.72 && \archdocturned>1.2*\archdocscale}%
 \ifnum\pgfmathresult=1
  \rotatebox{90}{\scalebox{\archdocturned}{\usebox\archdocbox}}%
 \else
  \scalebox{\archdocscale}{\usebox\archdocbox}%
 \fi}
\newcommand\archdoctext[6]{%
 \pgftext[base,x=#2,y=#3,#1]{% shift first, then turn
  \sbox\archdoctextbox{\sffamily\fontsize{#4}{#4}\selectfont#6}%
  \ifdim\wd\archdoctextbox>#5\relax\resizebox{#5}{\height}{\usebox\archdoctextbox}%
  \else\usebox\archdoctextbox\fi}}
\newcommand\archdoclink[5]{%
 \pgftext[left,bottom,x=#1,y=#2]{#5{\hbox to#3{\vrule height#4 width0pt\hss}}}}
"""
_WEB = ("http://", "https://", "mailto:")


def visit_picture(writer: Any, node: archdoc_picture) -> None:
    """Write the picture (``latex``); a document's first one brings what all need.

    It is a paragraph of its own: without a caption it may stand beside other pictures or in text.
    """
    from sphinx_archdoc.diagrams.pgf import pgf

    svg = fill(node.picture.svg, _addresses(writer, node), node["prefix"])
    body = pgf(svg, escape=writer.escape, link=lambda address: _link(writer, address))
    if PREAMBLE not in writer.elements["extrapackages"]:
        writer.elements["extrapackages"] += PREAMBLE
    picture = f"\\begin{{archdocpicture}}\n{body}\n\\end{{archdocpicture}}"
    writer.body.append(f"\n\\par{{\\centering\\noindent\n{picture}\\par}}\\medskip\n")
    raise nodes.SkipNode


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
