"""The two nodes of our own: a place to be filled later, and a picture."""

from __future__ import annotations

from docutils import nodes


class archdoc_slot(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """A place that is filled when all pages are known; no writer ever sees one.

    ``part``    ``head``, ``foot`` (of the record ``number`` of page ``docname``) or ``view``
    ``number``  index of the record or view among those of the page
    """


class archdoc_picture(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """An inline SVG with its text form as children, which is all that other formats show.

    ``picture`` is the drawn picture (``diagrams.picture.Picture``), ``prefix`` makes its ids unique.
    """
