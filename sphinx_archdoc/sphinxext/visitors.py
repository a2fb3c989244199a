"""How writers show a picture: inline SVG in HTML, its text form everywhere."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.nodes import archdoc_picture


def _visit_html(writer: Any, node: archdoc_picture) -> None:
    # The text form names every element with a resolved reference; the boxes lead where it leads.
    links = {
        reference["arch_id"]: reference.get("refuri") or f"#{reference['refid']}"
        for reference in node.findall(nodes.reference)
        if "arch_id" in reference
    }
    from sphinx_archdoc.diagrams.svg import fill

    picture = node.picture
    if writer.builder.name == "epub":
        writer.body.append(_image(writer, fill(picture.svg, {}, node["prefix"]), node["title"]))
        return
    svg = fill(picture.svg, links, node["prefix"])
    key = "".join(
        f'<span class="arch-c4-{entry.role}"><i></i>{escape(translate(entry.word))}</span>'
        for entry in picture.key
    )
    writer.body.append(
        f'<div class="arch-canvas" style="--arch-width:{picture.width:.0f}px">{svg}</div>\n'
        f'<div class="arch-key">{key}</div>\n'
    )
    writer.body.append(
        f'<details class="arch-relations"><summary>{escape(translate("Relations as text"))}'
        "</summary>\n"
    )


def _depart_html(writer: Any, node: archdoc_picture) -> None:
    if writer.builder.name != "epub":
        writer.body.append("</details>\n")


def _image(writer: Any, svg: str, title: str) -> str:
    """Write the picture to a file of the book and return the image that shows it.

    A page with SVG of its own needs a mark in the book's manifest that Sphinx cannot set.
    """
    svg = svg.replace(' role="group"', "", 1)  # an image is one thing; the alt text names it
    name = f"archdoc-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
    folder = Path(writer.builder.outdir) / writer.builder.imagedir
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(svg, encoding="utf-8")
    return f'<p><img src="{writer.builder.imgpath}/{name}" alt="{escape(title)}" /></p>\n'


def _only_text(writer: Any, node: archdoc_picture) -> None:
    """Show the children and nothing else."""


#: Keyword arguments for ``app.add_node``. EPUB and the other HTML builders use ``html``.
PICTURE_VISITORS: dict[str, Any] = {
    "html": (_visit_html, _depart_html),
    "latex": (_only_text, _only_text),
    "text": (_only_text, _only_text),
    "man": (_only_text, _only_text),
    "texinfo": (_only_text, _only_text),
}
