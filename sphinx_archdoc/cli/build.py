"""What a build would report: the project read by Sphinx in this process, no page written.

What was read is kept for the next check, so that only pages that changed are read again.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sphinx_archdoc.cli.heard import Heard
from sphinx_archdoc.cli.kept import emptied, kept_beside
from sphinx_archdoc.cli.overheard import Overheard, code_of, read_again
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.remark import Remark, as_remark
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Location, with_places
from sphinx_archdoc.rules import Reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from sphinx_archdoc.cli.heard import Said
    from sphinx_archdoc.cli.kept import Kept

_LINE = re.compile(r"(?P<file>.*):(?P<line>\d+)\Z", re.DOTALL)


class Built(NamedTuple):
    """What a build would report, the records it looks at, and the texts of those asked for."""

    findings: list[Reported | Remark]
    store: Any
    texts: Mapping[str, str]

    @property
    def records(self) -> int:
        """How many records there are."""
        return sum(1 for _ in self.store.records) if self.store else 0


def findings_of_build(conf: Path, root: Path, *, cache: bool = True, texts: bool = False) -> Built:
    """Read a project as Sphinx does (which runs its conf.py) and return all findings.

    They are ours, and what docutils, MyST and Sphinx warn of while they read the pages.

    ``cache``: what was read is kept beside conf.py, and what is kept is not read again.
    ``texts``: what authors wrote about records in directives is asked for too, as Markdown.

    :raises Refused: Sphinx cannot read the project at all.
    """
    with kept_beside(conf, use=cache) as kept:
        try:
            read = _read(conf, kept, quickly=True, texts=texts)
        except Refused:
            # An extension may need the nodes of every page, or what is kept may be damaged.
            emptied(kept)
            read = _read(conf, kept, quickly=False, texts=texts)
    found = sorted(
        (_located(item, root) for item in read.said if not _is_suppressed(item, read.hidden)),
        key=_order,
    )
    return Built(found, read.store, read.texts)


class _Project(NamedTuple):
    """What is said of a project, which of it is suppressed, the records, and their texts."""

    said: list[Said]
    hidden: list[str]
    store: Any
    texts: Mapping[str, str] = MappingProxyType({})


def _read(conf: Path, kept: Kept, *, quickly: bool, texts: bool) -> _Project:
    """Read a project as Sphinx does, but for what no check needs."""
    heard = Heard()
    # Not Sphinx's own logger: its handlers are made anew when it starts.
    logger = logging.getLogger("sphinx.sphinx_archdoc")
    logger.addHandler(heard)
    try:
        with _app(conf, kept) as app:
            heard.follow(app)
            logging.getLogger("sphinx").addHandler(Overheard(app, heard.add))
            if "sphinx_archdoc" not in app.extensions:
                return _Project([], [], None)
            # What is said of a page while it is read has the level that counts then.
            asked = repr((app.config.archdoc_rules, quickly))
            remembered = kept.remembered(asked)
            if remembered is None:
                app.connect("env-get-outdated", lambda _, env, *__: env.found_docs)
            else:
                # Of an environment made anew nothing counts: its pages may be gone meanwhile.
                heard.remember(*remembered, app.env.all_docs)
                read_again(app, heard.read)
            kept.forget()
            app.emit("archdoc-check", quickly)
            app.emit("build-finished", None)
            kept.note(asked, heard.read, heard.drawn)
            domain: Any = app.env.domains["arch"]  # the only way to it: it is Sphinx's side
            written = app.emit("archdoc-texts")[0] if texts else {}
            return _Project(heard.all(), app.config.suppress_warnings, domain.store, written)
    finally:
        logger.removeHandler(heard)


@contextmanager
def project_read(conf: Path) -> Iterator[Sphinx]:
    """Read a project whole as Sphinx does, for as long as something is asked of it.

    :raises Refused: Sphinx cannot read the project at all.
    """
    with kept_beside(conf, use=False) as kept, _app(conf, kept) as app:
        app.build(force_all=True)
        yield app


@contextmanager
def _app(conf: Path, kept: Kept) -> Iterator[Sphinx]:
    """Start Sphinx for a project; what goes wrong there is said.

    :raises Refused: Sphinx cannot read the project at all.
    """
    from sphinx import locale
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    locale.init_console()
    with docutils_namespace(), patch_docutils(str(conf)):
        try:
            app = Sphinx(
                str(conf), str(conf), str(kept.output), str(kept.doctrees), "dummy",
                status=StringIO(), warning=StringIO(), freshenv=not kept.lasts,
            )  # fmt: skip
            if "sphinx_archdoc" not in app.extensions:
                said = translate(
                    "{file} does not name the extension sphinx_archdoc; nothing of it is checked"
                )
                click.echo(said.format(file=conf / "conf.py"), err=True)
            yield app
        except (SphinxError, OSError) as error:
            raise Refused(f"{conf}: {error}") from error


def below(root: Path, file: str) -> str:
    """Return the path of a file as it is seen from a folder, where it lies below it."""
    path, real = Path(os.path.normpath(file)), root.resolve()
    if file and not path.is_absolute() and path.is_file():  # docutils: from where it was started
        path = path.absolute()
    if path.is_absolute() and path.is_relative_to(real):
        return path.relative_to(real).as_posix()
    return path.as_posix() if file else file


def _is_suppressed(item: Said, hidden: list[str]) -> bool:
    from sphinx.util.logging import is_suppressed_warning

    return is_suppressed_warning(item.type, item.code, hidden)


def _order(item: Reported | Remark) -> tuple[str, int, str]:
    told = as_remark(item)
    return told.at.source, told.at.line, told.message


def _located(item: Said, root: Path) -> Reported | Remark:
    at = _location(item.place, root)
    if item.type != "archdoc":
        return Remark(code_of(item.type, item.code), item.message, at, item.level)
    places = item.named.splitlines()
    named = tuple(_location(place, root) for place in places)
    written = dict(zip((_whole(place) for place in places), map(str, named), strict=True))
    message = with_places(item.message, written, written.__getitem__)
    finding = Finding(Code(item.code), message, at, named=named)
    return Reported(finding, item.rule or item.code, item.level)


def _whole(place: str) -> Location:
    match = _LINE.match(place)
    file, line = (match["file"], int(match["line"])) if match else (place, 0)
    return Location(file, file, line)


def _location(place: str, root: Path) -> Location:
    """Return a place of Sphinx's log as it is seen from a folder."""
    whole = _whole(place)
    file = below(root, whole.source)
    return Location(file, file, whole.line)
