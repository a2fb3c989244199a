"""The named checks, one module each; see :mod:`sphinx_archdoc.checks`."""
