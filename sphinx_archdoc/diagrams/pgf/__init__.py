"""SVG as PGF, the drawing commands of LaTeX: vector, in the fonts of the document, with links."""

from sphinx_archdoc.diagrams.pgf.colours import PgfError
from sphinx_archdoc.diagrams.pgf.parts import Part, parts
from sphinx_archdoc.diagrams.pgf.writer import pgf

__all__ = ["Part", "PgfError", "parts", "pgf"]
