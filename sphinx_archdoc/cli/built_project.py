"""A Sphinx project as `list` and `export` see it: the decisions that its build has."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from sphinx_archdoc.cli.files import conf_folder
from sphinx_archdoc.cli.project import Project, project_at
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.formats.adr_block import page_of_block
from sphinx_archdoc.formats.adr_folder import Adopted, Folder, read_folder
from sphinx_archdoc.formats.adr_index import Index
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.formats.adr_reader import Reader
from sphinx_archdoc.model.file_names import SUFFIXES, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True)
class BuiltProject(Project):
    """The decisions of a project as Sphinx reads it, those in directives and tables included."""

    conf: Path
    built: Any
    blocks: Mapping[str, str]

    @property
    def written(self) -> Mapping[str, str]:
        """What was written about records in directives, by id, where that was asked for."""
        return self.blocks

    @cached_property
    def store(self) -> Store:
        """All records of the project."""
        found: Store = self.built
        return found

    @cached_property
    def folder(self) -> Folder:
        """The decisions with their texts; what is a directive has a page of its own."""
        adopted = tuple(Adopted(*item) for item in self._decisions())
        return Folder(adopted, (), (), self._pages.index)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each decision, by the path under which it is told."""
        return {path: text for path, _, text in self._sources}

    def path_of(self, record: Record) -> str:
        """Return the file of a record as it is seen from the root."""
        return _slashes(os.path.relpath(self.conf / record.at.source, self.root.resolve()))

    @cached_property
    def _pages(self) -> Folder:
        """The decisions that are pages, read from their files."""
        paths = {
            record.at.source: self.path_of(record)
            for record in self.store.of("decision")
            if record.origin == "page"
        }
        files = {path: (self.conf / source).read_bytes() for source, path in paths.items()}
        return read_folder(files, self.kind, self._reading)

    @cached_property
    def _sources(self) -> tuple[tuple[str, Record, str], ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[tuple[str, Record, str]]:
        known = {item.path for item in self._pages.adopted}
        for record in self.store.of("decision"):
            path = self.path_of(record)
            text = self._text(record)
            if record.origin != "page" or path not in known:
                ending = suffix_of(path) or self._ending(record.at.docname)
                rest = ending in (".rst", ".rest")
                text = page_of_block(text, record.at.line, record.title or record.id, rest=rest)
                folder = path.rpartition("/")[0]
                path = f"{folder}/{record.id}{ending}" if folder else f"{record.id}{ending}"
            yield path, record, text

    def _text(self, record: Record) -> str:
        """Return the text of the file that a record stands in."""
        try:
            return decode((self.conf / record.at.source).read_bytes())[0]
        except OSError:  # an extension has made it, of the docstring of a function perhaps
            said = translate("{file}: the text of {id} is in no file; it is left out")
            click.echo(said.format(file=record.at.source, id=record.id), err=True)
            return ""

    def _ending(self, docname: str) -> str:
        """Return how the file of a page ends: a file that it includes is written as it is."""
        return next((end for end in SUFFIXES if (self.conf / f"{docname}{end}").is_file()), ".rst")

    def _decisions(self) -> Iterator[tuple[str, Record, Any]]:
        index = Index([path for path, _, _ in self._sources], self.kind.prefix)
        pages = {item.path: item.adr for item in self._pages.adopted}
        for path, record, text in self._sources:
            adr = pages.get(path) or Reader(self.kind, index, self._reading).read(text, path)
            yield path, dataclasses.replace(record, at=record.at._replace(source=path)), adr


def decisions_at(
    root: Path, *, sphinx: bool = True, cache: bool = True, texts: bool = False
) -> Project:
    """Return the decisions below a folder: as a build has them where a conf.py is.

    ``texts``: with what was written about records of other kinds.
    Where Sphinx cannot read the project, or it shows no decision, those in the usual folders.
    """
    pure = project_at(root)
    conf = conf_folder(root) if sphinx else None
    if conf is None:
        return pure
    from sphinx_archdoc.cli.build import findings_of_build

    try:
        built = findings_of_build(conf, root, cache=cache, texts=texts)
    except Refused as error:
        said = translate("read without Sphinx: {error}")
        click.echo(said.format(error=error.format_message()), err=True)
        return pure
    store = built.store
    if store is None or not any(True for _ in store.of("decision")):
        return pure
    return BuiltProject(
        root, pure.settings, pure.files, pure.today, conf.resolve(), store, built.texts
    )


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
