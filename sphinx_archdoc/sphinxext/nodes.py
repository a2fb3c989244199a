"""The two nodes of our own: a place to be filled later, and a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.picture import Picture


class archdoc_slot(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """The place of a view, filled when all pages are known; no writer ever sees one.

    ``number`` is the index of the view among those of the page ``docname``.
    """


class archdoc_picture(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """An inline SVG with its text form as children, which is all that other formats show.

    ``prefix`` makes its ids unique, ``title`` says what it shows.
    """

    #: The drawn picture; no attribute, because the XML writers print those.
    picture: Picture


def mark_record(node: nodes.Element, number: int, docname: str) -> None:
    """Say that a node holds the text of a record: its card and back-links are put in later.

    Attributes and no slots: pages may hold thousands of records, and every node is stored,
    walked by all transforms and kept in memory until its page is written.
    """
    node["arch_number"] = number
    node["arch_docname"] = docname
