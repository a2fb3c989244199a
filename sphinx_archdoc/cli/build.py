"""What a build would report: the project read by Sphinx in this process, nothing written."""

from __future__ import annotations

import logging
import re
import tempfile
from io import StringIO
from pathlib import Path

import click

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Location
from sphinx_archdoc.rules import Reported

_PLACES = ("", "docs", "doc", "docs/source", "doc/source", "source")
_LINE = re.compile(r"(?P<file>.*):(?P<line>\d+)\Z", re.DOTALL)


def conf_folder(root: Path) -> Path | None:
    """Return the folder of the project's conf.py, if there is one."""
    return next((root / place for place in _PLACES if (root / place / "conf.py").is_file()), None)


def findings_of_build(conf: Path, root: Path) -> list[Reported]:
    """Read a project as Sphinx does (which runs its conf.py) and return all findings of ours.

    :raises click.ClickException: Sphinx cannot read the project at all.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils
    from sphinx.util.logging import is_suppressed_warning

    heard = _Heard()
    # Not Sphinx's own logger: its handlers are made anew when it starts.
    logger = logging.getLogger("sphinx.sphinx_archdoc")
    logger.addHandler(heard)
    with tempfile.TemporaryDirectory() as out, docutils_namespace(), patch_docutils(str(conf)):
        try:
            app = Sphinx(
                str(conf), str(conf), out, f"{out}/doctrees", "dummy",
                status=StringIO(), warning=StringIO(), freshenv=True,
            )  # fmt: skip
            app.build(force_all=True)
        except (SphinxError, OSError) as error:
            raise click.ClickException(f"{conf}: {error}") from error
        finally:
            logger.removeHandler(heard)
    if "sphinx_archdoc" not in app.extensions:
        message = f"{conf / 'conf.py'} does not name the extension sphinx_archdoc"
        click.echo(f"{message}; nothing of it is checked", err=True)
    hidden = app.config.suppress_warnings
    return sorted(
        (
            _located(item, root)
            for item in heard.found
            if not is_suppressed_warning("archdoc", item[0], hidden)
        ),
        key=lambda item: (item.finding.at.source, item.finding.at.line, item.finding.message),
    )


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
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(root.resolve()):
        file = path.relative_to(root.resolve()).as_posix()
    at = Location(file, file, line)
    return Reported(Finding(Code(code), message, at), code, level)
