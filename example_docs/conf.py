"""The documentation of sphinx-archdoc, which is also its demonstration."""

from __future__ import annotations

project = "sphinx-archdoc"
author = "The sphinx-archdoc authors"
copyright = "2026, the sphinx-archdoc authors"

extensions = ["sphinx_archdoc", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

html_theme = "furo"
html_title = "sphinx-archdoc"
exclude_patterns = ["_build"]
