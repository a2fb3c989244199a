"""Style sheet and script: shipped with the package, loaded only by pages that need them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import archdoc_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent.parent / "static"
STYLE = "archdoc.css"
#: What pages with a picture have in addition.
PICTURE_STYLE = "archdoc-pictures.css"
PICTURE_SCRIPT = "archdoc-pictures.js"


def add_static_path(app: Sphinx) -> None:
    """Let the builder copy our static files (``builder-inited``)."""
    if hasattr(app, "add_static_dir"):  # Sphinx 9.1 and newer
        app.add_static_dir(STATIC)
    elif str(STATIC) not in app.config.html_static_path:
        app.config.html_static_path.append(str(STATIC))
    if app.builder.name == "epub":  # a picture is an image there, and readers run no script
        app.config.epub_exclude_files += [f"_static/{PICTURE_STYLE}", f"_static/{PICTURE_SCRIPT}"]


def add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load what a page needs that shows something of ours (``html-page-context``)."""
    if not isinstance(doctree, nodes.document) or not doctree.get("arch_used"):
        return
    app.add_css_file(STYLE)
    if app.builder.name != "epub" and next(doctree.findall(archdoc_picture), None) is not None:
        app.add_css_file(PICTURE_STYLE)
        app.add_js_file(PICTURE_SCRIPT, loading_method="defer")
