"""Pictures as image files of an EPUB, and taking away those that no page shows any more.

Sphinx puts whatever lies in the output folder into the book. A file is named by its page and what
it shows: so each page can look after its own, also where several processes write pages.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_PREFIX = "archdoc-"
_START = re.compile(r"<svg\b[^>]*>")
_BOX = re.compile(r'\bviewBox="\s*([-\d.]+)[ ,]+([-\d.]+)[ ,]+([-\d.]+)[ ,]+([-\d.]+)\s*"')


def image(writer: Any, svg: str, title: str) -> str:
    """Write the picture to a file of the book and return the image that shows it.

    A page with SVG of its own needs a mark in the book's manifest that Sphinx cannot set.
    """
    svg = svg.replace(' role="group"', "", 1)  # an image is one thing; the alt text names it
    svg = _START.sub(_on_white, svg, count=1)
    builder = writer.builder
    name = f"{_start(builder.current_docname)}{_hash(svg)}.svg"
    folder = _folder(builder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(svg, encoding="utf-8")
    return f'<p><img src="{builder.imgpath}/{name}" alt="{escape(title)}" /></p>\n'


def drop_old(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Remove images that a page showed before it was written again (``html-page-context``)."""
    if app.builder.name != "epub" or doctree is None:
        return
    body = str(context.get("body", ""))
    for path in _folder(app.builder).glob(f"{_start(pagename)}*.svg"):
        if path.name not in body:
            path.unlink(missing_ok=True)


def drop_of_old_pages(app: Sphinx, builder: Builder) -> None:
    """Remove the images of pages that are gone (``write-started``)."""
    if builder.name != "epub":
        return
    starts = tuple(_start(docname) for docname in app.env.found_docs)
    for path in _folder(builder).glob(f"{_PREFIX}*.svg"):
        if not path.name.startswith(starts):
            path.unlink(missing_ok=True)


def _on_white(start: re.Match[str]) -> str:
    """Return the start of a picture with a ground: in the dark, its lines would not be seen."""
    found = _BOX.search(start[0])
    x, y, width, height = found.groups() if found else ("0", "0", "100%", "100%")
    place = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'{start[0]}<rect {place} fill="#ffffff"/>'


def _folder(builder: Any) -> Path:
    return Path(builder.outdir, builder.imagedir)


def _start(docname: str) -> str:
    return f"{_PREFIX}{_hash(docname)[:8]}-"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
