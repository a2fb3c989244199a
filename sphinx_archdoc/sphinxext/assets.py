"""The style sheet: shipped with the package, loaded only by pages that need it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent.parent / "static"
STYLE = "archdoc.css"


def add_static_path(app: Sphinx) -> None:
    """Let the builder copy our static files (``builder-inited``)."""
    if hasattr(app, "add_static_dir"):  # Sphinx 9.1 and newer
        app.add_static_dir(STATIC)
    elif str(STATIC) not in app.config.html_static_path:
        app.config.html_static_path.append(str(STATIC))


def add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load the style sheet on a page that shows something of ours (``html-page-context``)."""
    if isinstance(doctree, nodes.document) and doctree.get("arch_used"):
        app.add_css_file(STYLE)
