"""How writers show a picture: inline SVG in HTML, an image in EPUB, PGF in LaTeX, else its text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.nodes import (
        archdoc_picture,
        archdoc_range,
        archdoc_relations,
        archdoc_rows,
        archdoc_tex,
    )


def _visit_picture(writer: Any, node: archdoc_picture) -> None:
    from sphinx_archdoc.diagrams.legible import least_width
    from sphinx_archdoc.diagrams.svg import fill
    from sphinx_archdoc.diagrams.svg_swatch import swatch

    picture = node.picture
    if is_book(writer.builder):
        from sphinx_archdoc.sphinxext.book_images import image

        writer.body.append(image(writer, fill(picture.svg, {}, node["prefix"]), node["title"]))
        raise nodes.SkipNode
    links = {id_: _address(reference) for id_, reference in node.leads.items()}
    svg = fill(picture.svg, links, node["prefix"], drills=node.drills)
    writer.body.append(
        f'<div class="arch-bar"{_labels()}>{_crumbs(node)}</div>\n'
        f'<div class="arch-canvas" tabindex="0" role="group" '
        f'aria-label="{escape(translate("Picture"))}" '
        f'style="--arch-least:{least_width(svg, picture.width):.0f}px">{svg}</div>\n'
    )
    if picture.key:
        key = "".join(
            f'<span class="arch-c4-{entry.role}">{swatch(entry)}'
            f"{escape(translate(entry.word))}</span>"
            for entry in picture.key
        )
        writer.body.append(f'<div class="arch-key">{key}</div>\n')
    raise nodes.SkipNode


def _address(reference: nodes.reference) -> str:
    return str(reference.get("refuri") or f"#{reference['refid']}")


def _labels() -> str:
    """Return the words that the script needs, as attributes."""
    words = {
        "out": translate("Zoom out"),
        "fit": translate("Fit"),
        "in": translate("Zoom in"),
        "full": translate("Full screen"),
        "save": translate("Download as SVG"),
    }
    return "".join(f' data-{name}="{escape(word)}"' for name, word in words.items())


def _crumbs(node: archdoc_picture) -> str:
    """Return the way to this picture from those around it."""
    if not node.crumbs:
        return ""
    parts = []
    for crumb in node.crumbs:
        words = escape(crumb.astext())
        if isinstance(crumb, nodes.reference):
            parts.append(f'<li><a href="{escape(_address(crumb))}">{words}</a></li>')
        else:
            parts.append(f'<li aria-current="true">{words}</li>')
    label = escape(translate("Pictures around this one"))
    # A list and no landmark: a page may have many pictures.
    return f'<ol class="arch-crumbs" aria-label="{label}">{"".join(parts)}</ol>'


def _visit_relations(writer: Any, node: archdoc_relations) -> None:
    if "arch_drawn" not in node or is_book(writer.builder):
        writer.body.append(writer.starttag(node, "div", CLASS="arch-text"))
        return
    cut = " arch-cut" if "arch_cut" in node else ""
    writer.body.append(
        f'<details class="arch-relations{cut}"><summary>'
        f"{escape(translate('The picture in words'))}</summary>\n"
    )


def _depart_relations(writer: Any, node: archdoc_relations) -> None:
    drawn = "arch_drawn" in node and not is_book(writer.builder)
    writer.body.append("</details>\n" if drawn else "</div>\n")


def _visit_relations_latex(writer: Any, node: archdoc_relations) -> None:
    """Leave the text form out where the picture is: on paper it says the same, and is searched.

    It stays where a text was too long for its box: a page has no tooltips.
    """
    if "arch_drawn" in node and "arch_cut" not in node:
        raise nodes.SkipNode


def _visit_picture_latex(writer: Any, node: archdoc_picture) -> None:
    from sphinx_archdoc.sphinxext.latex import visit_picture

    visit_picture(writer, node)


#: How a bar is drawn, in the units of its view box.
_BAR = (1000, 90)


def _visit_range(writer: Any, node: archdoc_range) -> None:
    """Draw a bar; the words beside it say the same, so it is hidden from screen readers.

    An e-book has the words only: a page with SVG of its own needs a mark in the book's manifest.
    """
    if not is_book(writer.builder):
        width, height = _BAR
        start, size = node["start"], max(node["end"] - node["start"], 12)
        writer.body.append(
            f'<svg class="arch-range" viewBox="0 0 {width} {height}" width="112" height="10" '
            'aria-hidden="true" focusable="false">'
            f'<rect class="arch-range-all" width="{width}" height="{height}" rx="45" '
            'fill="#eceef2"/>'
            f'<rect class="arch-range-own" x="{min(start, width - size)}" width="{size}" '
            f'height="{height}" rx="{min(45, size // 2)}" fill="#6d8ff0"/></svg>'
        )
    raise nodes.SkipNode


def _nothing(writer: Any, node: nodes.Element) -> None:
    """Show the children, if there are any, and nothing else."""


def _visit_rows(writer: Any, node: archdoc_rows) -> None:
    writer.body.append(node.html)
    raise nodes.SkipNode


def _visit_tex(writer: Any, node: archdoc_tex) -> None:
    if node.get("before"):
        # Not the package list, where what they use is not defined yet.
        writer.elements["preamble"] += f"\n{node['command']}"
        raise nodes.SkipNode
    inline = isinstance(node.parent, nodes.TextElement)
    writer.body.append(node["command"] if inline else f"\n{node['command']}\n")
    raise nodes.SkipNode


#: Formats without a bar show nothing of it.
RANGE_VISITORS: dict[str, Any] = {
    "html": (_visit_range, None),
    **dict.fromkeys(("latex", "text", "man", "texinfo"), (_nothing, _nothing)),
}
#: Keyword arguments for ``app.add_node``. EPUB and the other HTML builders use ``html``.
PICTURE_VISITORS: dict[str, Any] = {
    "html": (_visit_picture, None),
    "latex": (_visit_picture_latex, None),
    "text": (_nothing, _nothing),
    "man": (_nothing, _nothing),
    "texinfo": (_nothing, _nothing),
}
RELATIONS_VISITORS: dict[str, Any] = {
    "html": (_visit_relations, _depart_relations),
    "latex": (_visit_relations_latex, _nothing),
    "text": (_nothing, _nothing),
    "man": (_nothing, _nothing),
    "texinfo": (_nothing, _nothing),
}
ROWS_VISITORS: dict[str, Any] = {"html": (_visit_rows, None)}
TEX_VISITORS: dict[str, Any] = {"latex": (_visit_tex, None)}
