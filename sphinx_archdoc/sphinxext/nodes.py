"""The nodes of our own: a place to be filled later, a picture, and the text form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.pgf import Part
    from sphinx_archdoc.diagrams.picture import Picture

#: Formats of builders that show pictures; the others have the text form.
DRAWN = ("html", "latex")


class archdoc_slot(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """The place of a view, filled when all pages are known; no writer ever sees one.

    ``number`` is the index of the view among those of the page ``docname``.
    """


class archdoc_words(nodes.Invisible, nodes.Element, addnodes.translatable):  # noqa: N801 -- so
    """Words of the author that the page shows only where a view asks for them.

    ``gettext`` and Sphinx's translation see it; it is taken out before a page is written.
    """

    def preserve_original_messages(self) -> None:
        """Keep the messages: the node has them as they were written."""

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Note a translation."""
        self.attributes.setdefault("said", {})[original_message] = translated_message

    def extract_original_messages(self) -> list[str]:
        """Return the messages."""
        return cast("list[str]", self["words"])

    def setdefault(self, key: str, failobj: Any = None) -> Any:
        """Return an attribute; Sphinx's mark that a node is translated counts for none of these.

        One message that is the same in both languages (a product's name) would set it for all.
        """
        return failobj if key == "translated" else super().setdefault(key, failobj)


class archdoc_picture(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """A drawn picture; its text form is a node of its own.

    ``prefix`` makes its ids unique, ``title`` says what it shows.
    """

    # No attributes, because the XML writers print those.
    #: The drawn picture.
    picture: Picture
    #: Where the boxes of the picture lead, by their ids.
    leads: dict[str, nodes.reference]
    #: Whether a text in it was too long for its box.
    cut: bool = False
    #: What is shown of it, where a page is too low for all, and how large at most.
    part: Part | None = None
    scale: float = 1.0
    #: Ids of the boxes that lead to a more detailed picture.
    drills: frozenset[str] = frozenset()
    #: The pictures around this one, the outermost first; the last is this one, without a link.
    crumbs: tuple[nodes.Node, ...] = ()


class archdoc_relations(nodes.container):  # noqa: N801 -- docutils names nodes so
    """The text form of a picture: all that formats without pictures show.

    ``arch_drawn`` is set where the picture is shown as well, ``arch_cut`` where it shows less.
    """


class archdoc_range(nodes.inline):  # noqa: N801 -- docutils names nodes so
    """A bar beside an amount, from ``start`` to ``end`` thousandths of the scale of its table.

    The words say the same; writers without a visitor of it show nothing.
    """


def range_bar(start: int, end: int) -> archdoc_range:
    """Return a bar."""
    return archdoc_range("", "", classes=["arch-range"], start=start, end=end)


class archdoc_tex(nodes.Inline, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """Commands of LaTeX, ours alone: a text of the author is never one.

    Put in when a LaTeX document is about to be written; no other writer ever sees one.
    """


def tex(command: str) -> archdoc_tex:
    """Return commands of LaTeX."""
    return archdoc_tex("", command=command)


def preamble(commands: str) -> archdoc_tex:
    """Return commands that stand before the text of the document."""
    return archdoc_tex("", command=commands, before=True)


class archdoc_rows(nodes.Part, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """Rows of a table body that are written already; only HTML builders see one."""

    # No attribute, because the XML writers print those.
    #: The rows, each with its tags.
    html: str = ""


def written_rows(html: str) -> archdoc_rows:
    """Return the node of rows that are written."""
    made = archdoc_rows()
    made.html = html
    return made


def mark_record(node: nodes.Element, number: int, docname: str) -> None:
    """Say that a node holds the text of a record: its card and back-links are put in later.

    Attributes and no slots: pages may hold thousands of records, and every node is stored,
    walked by all transforms and kept in memory until its page is written.
    """
    node["arch_number"] = number
    node["arch_docname"] = docname


def is_listing(node: nodes.Node) -> bool:
    """Tell whether a node is a table or list of records that readers sort and filter."""
    if isinstance(node, nodes.table):
        classes = node["classes"]
        return "arch-table" in classes and not {"arch-matrix", "arch-crossing"} & set(classes)
    return isinstance(node, nodes.bullet_list) and "arch-list" in node["classes"]
