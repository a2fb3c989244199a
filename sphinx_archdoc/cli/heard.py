"""What Sphinx's log says while a project is read, by the page that it was said of."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from sphinx.application import Sphinx


class Said(NamedTuple):
    """A message of the log: its code, its text, its place, its level and the rule that found it.

    ``type`` is whose message it is; ``code`` is ours, or what Sphinx calls the subtype. ``named``
    are other places in the message, a line each.
    """

    code: str
    message: str
    place: str
    level: str
    rule: str = ""
    type: str = "archdoc"
    named: str = ""


class Heard(logging.Handler):
    """Keeps our records of Sphinx's log, by the page that was read or drawn meanwhile.

    What earlier checks heard of a page stays until the page is read, or drawn, again.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.read: dict[str, list[Said]] = {}
        self.drawn: dict[str, list[Said]] = {}
        self._at_large: list[Said] = []
        self._drawing: list[Said] = []
        self._where: Callable[[], tuple[bool, str]] = lambda: (False, "")

    def remember(
        self,
        read: Mapping[str, list[Said]],
        drawn: Mapping[str, list[Said]],
        pages: Container[str],
    ) -> None:
        """Take over what was heard earlier of some pages."""
        self.read = {page: said for page, said in read.items() if page in pages}
        self.drawn = {page: said for page, said in drawn.items() if page in pages}

    def follow(self, app: Sphinx) -> None:
        """Follow a project from page to page."""
        from sphinx.util.build_phase import BuildPhase

        def where() -> tuple[bool, str]:
            page = str(app.env.current_document.docname)
            # To Sphinx, checking the whole is the same phase; then there is no page.
            return bool(page) and app.phase is BuildPhase.RESOLVING, page

        self._where = where
        app.connect("env-purge-doc", lambda _, __, page: self._forget(page))
        app.connect("doctree-resolved", lambda _, __, page: self._note_drawn(page))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        from docutils.nodes import Node
        from sphinx.util.logging import get_node_location

        if getattr(record, "type", None) != "archdoc":
            return
        place = getattr(record, "location", None)
        if isinstance(place, Node):
            place = get_node_location(place)
        code = str(getattr(record, "subtype", ""))
        rule, level = str(getattr(record, "archdoc_rule", "")), record.levelname.lower()
        named = "\n".join(getattr(record, "archdoc_named", ()))
        message = record.getMessage()
        self.add(Said(code, message, str(place or ""), level, rule, named=named))

    def add(self, item: Said) -> None:
        """Keep a message."""
        is_drawn, page = self._where()
        if is_drawn:
            self._drawing.append(item)
        elif page:
            self.read.setdefault(page, []).append(item)
        else:
            self._at_large.append(item)

    def all(self) -> list[Said]:
        """Return all messages, each once."""
        of_pages = (
            item for by in (self.read, self.drawn) for found in by.values() for item in found
        )
        return [*dict.fromkeys((*self._at_large, *of_pages, *self._drawing))]

    def _forget(self, page: str) -> None:
        self.read.pop(page, None)
        self.drawn.pop(page, None)

    def _note_drawn(self, page: str) -> None:
        self.drawn[page] = self._drawing
        self._drawing = []
