"""What docutils, MyST and Sphinx themselves say of pages while they are read."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.cli.heard import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Where a name is taken already: the page that has it, or its file.
_OTHER = re.compile(r"other instance in (?P<page>[^,\n]+)")


class Overheard(logging.Handler):
    """Hands on warnings that are not ours and are made while pages are read or compared.

    Not those of the pages that are drawn: a check draws few pages, a build all.
    """

    def __init__(self, app: Sphinx, hand_on: Callable[[Said], None]) -> None:
        super().__init__(logging.WARNING)
        self._app, self._hand_on = app, hand_on

    def emit(self, record: logging.LogRecord) -> None:
        """Hand on a record; Sphinx has put its place and its type into words by now."""
        from sphinx.util.build_phase import BuildPhase

        type_, subtype = (str(getattr(record, key, None) or "") for key in ("type", "subtype"))
        phases = (BuildPhase.READING, BuildPhase.CONSISTENCY_CHECK)
        if type_ == "archdoc" or self._app.phase not in phases:
            return
        place = getattr(record, "location", None)
        place = place if isinstance(place, str) else ""
        message = logging.LogRecord.getMessage(record)  # without the place in front
        message = in_short(message.removesuffix(f" [{code_of(type_, subtype)}]"))
        level = "warning" if record.levelno == logging.WARNING else "error"
        self._hand_on(Said(subtype, message, place, level, type=type_))


def code_of(type_: str, subtype: str) -> str:
    """Return a type of Sphinx's warnings as it shows it."""
    return f"{type_}.{subtype}" if type_ and subtype else type_


def in_short(message: str) -> str:
    """Return a message in one line, without the piece of source that docutils adds to it."""
    return " ".join(message.strip().partition("\n\n")[0].split())


def read_again(app: Sphinx, said: Mapping[str, list[Said]]) -> None:
    """Let the pages be read again that something else than ours was said of.

    Sphinx would not repeat it, nor see that it is right meanwhile: a missing file is there now. Nor
    does it read a page again whose table of contents names one that is gone.
    """
    items = [(page, item) for page in said for item in said[page] if item.type != "archdoc"]
    others = (other for _, item in items for other in _others(app, item.message))
    pages = {*(page for page, _ in items), *others}

    def outdated(
        _: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
    ) -> set[str]:
        listing = env.toctree_includes.items()
        return pages | {page for page, listed in listing if removed.intersection(listed)}

    def forget(_: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        # A name that two pages have is told of the second one, so neither may be known.
        for page in pages.intersection(docnames):
            env.events.emit("env-purge-doc", env, page)
            env.clear_doc(page)

    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", forget, priority=100)


def _others(app: Sphinx, message: str) -> Iterator[str]:
    for match in _OTHER.finditer(message):
        page = match["page"].strip()
        yield page
        if as_page := app.project.path2doc(page):
            yield as_page
