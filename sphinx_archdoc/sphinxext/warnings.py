"""Saying what is wrong: one function for every warning of the extension."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.codes import Code
    from sphinx_archdoc.model.findings import Location

_HAS_LINE = re.compile(r":\d+\Z")

logger = logging.getLogger(__name__)


def whole_path(path: str) -> str:
    """Return the path of a file as Sphinx prints it; what docutils made up (``<...>``) stays.

    docutils has files that are included from where it was started.
    """
    return path if not path or path.startswith("<") else os.path.abspath(path)  # noqa: PTH100


def placed(env: BuildEnvironment, at: Location) -> str:
    """Return a place of the model as Sphinx prints places: with the whole path."""
    if not at.source:
        return str(at)
    return str(at._replace(source=str(env.srcdir / at.source)))


def warn(
    code: Code,
    message: str,
    location: str | Location | nodes.Node | None,
    *,
    level: str = "warning",
    rule: str = "",
    named: tuple[str, ...] = (),
) -> None:
    """Log a warning ``[archdoc.<code>]`` at ``location`` (``file:line``, a node, or a place).

    ``level`` is ``info``, ``warning`` or ``error``; ``off`` says nothing. ``rule`` is what found
    it, and ``named`` are other places in the message, for those who listen to the log.
    """
    if level == "off":
        return
    place = str(location) if isinstance(location, tuple) else location
    if isinstance(place, str) and not _HAS_LINE.search(place):
        place = f"{place}:1"  # without a line Sphinx takes it for the name of a page
    # The message may hold user text with per cent signs, so it is an argument, never the format.
    say = {"info": logger.info, "error": logger.error}.get(level, logger.warning)
    extra = {"archdoc_rule": rule, "archdoc_named": named}
    say("%s", message, type="archdoc", subtype=code.value, location=place, extra=extra)
