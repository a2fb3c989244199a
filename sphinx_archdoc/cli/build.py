"""What a build would report: the project read by Sphinx in this process, nothing written."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Location
from sphinx_archdoc.rules import Reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_LINE = re.compile(r"(?P<file>.*):(?P<line>\d+)\Z", re.DOTALL)


class Built(NamedTuple):
    """What a build would report, and how many records it looks at."""

    findings: list[Reported]
    records: int


def findings_of_build(conf: Path, root: Path) -> Built:
    """Read a project as Sphinx does (which runs its conf.py) and return all findings of ours.

    :raises Refused: Sphinx cannot read the project at all.
    """
    from sphinx.util.logging import is_suppressed_warning

    heard = _Heard()
    # Not Sphinx's own logger: its handlers are made anew when it starts.
    logger = logging.getLogger("sphinx.sphinx_archdoc")
    logger.addHandler(heard)
    try:
        with project_read(conf) as app:
            hidden = app.config.suppress_warnings
            domain: Any = app.env.domains.get("arch")  # the only way to it: it is Sphinx's side
            records = sum(1 for _ in domain.store.records) if domain else 0
    finally:
        logger.removeHandler(heard)
    found = sorted(
        (
            _located(item, root)
            for item in heard.found
            if not is_suppressed_warning("archdoc", item[0], hidden)
        ),
        key=lambda item: (item.finding.at.source, item.finding.at.line, item.finding.message),
    )
    return Built(found, records)


@contextmanager
def project_read(conf: Path) -> Iterator[Sphinx]:
    """Read a project as Sphinx does, for as long as something is asked of it.

    :raises Refused: Sphinx cannot read the project at all.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    with tempfile.TemporaryDirectory() as out, docutils_namespace(), patch_docutils(str(conf)):
        try:
            app = Sphinx(
                str(conf), str(conf), out, f"{out}/doctrees", "dummy",
                status=StringIO(), warning=StringIO(), freshenv=True,
            )  # fmt: skip
            app.build(force_all=True)
        except (SphinxError, OSError) as error:
            raise Refused(f"{conf}: {error}") from error
        if "sphinx_archdoc" not in app.extensions:
            message = f"{conf / 'conf.py'} does not name the extension sphinx_archdoc"
            click.echo(f"{message}; nothing of it is checked", err=True)
        yield app


def below(root: Path, file: str) -> str:
    """Return the path of a file as it is seen from a folder, where it lies below it."""
    path, real = Path(os.path.normpath(file)), root.resolve()
    if path.is_absolute() and path.is_relative_to(real):
        return path.relative_to(real).as_posix()
    return path.as_posix() if file else file


class _Heard(logging.Handler):
    """Keeps our records of Sphinx's log."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.found: list[tuple[str, str, str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, once."""
        from docutils.nodes import Node
        from sphinx.util.logging import get_node_location

        if getattr(record, "type", None) == "archdoc":
            place = getattr(record, "location", None)
            if isinstance(place, Node):
                place = get_node_location(place)
            level = record.levelname.lower()
            item = (
                str(getattr(record, "subtype", "")),
                record.getMessage(),
                str(place or ""),
                level,
            )
            if item not in self.found:
                self.found.append(item)


def _located(item: tuple[str, str, str, str], root: Path) -> Reported:
    code, message, place, level = item
    match = _LINE.match(place)
    file, line = (match["file"], int(match["line"])) if match else (place, 0)
    file = below(root, file)
    at = Location(file, file, line)
    return Reported(Finding(Code(code), message, at), code, level)
