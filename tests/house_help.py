"""Where the package and its repository are, for tests that read them as files."""

from __future__ import annotations

from pathlib import Path

import sphinx_archdoc

PACKAGE = Path(sphinx_archdoc.__file__).parent
ROOT = Path(__file__).parent.parent
STYLES = ("static/archdoc.css", "static/archdoc-pictures.css")
