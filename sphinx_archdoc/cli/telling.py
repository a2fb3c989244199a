"""What people are told besides the result: how much was looked at, and what was not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from sphinx_archdoc.cli.conf_settings import conf_settings
from sphinx_archdoc.cli.files import FOLDERS, conf_folder, read_files
from sphinx_archdoc.cli.speaking import counted, translate
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = (mark("{n} record"), mark("{n} records"))
FINDINGS = (mark("{n} finding"), mark("{n} findings"))
_NOT_READ = (
    mark("{n} decision in an adr directive of {folder} not read: --no-sphinx reads pages only"),
    mark("{n} decisions in adr directives of {folder} not read: --no-sphinx reads pages only"),
)
_DIRECTIVE = re.compile(
    rb"^[ \t]*(?:[`:~]{3,}\{(?:arch:)?adr\}|\.\. (?:arch:)?adr::)", re.MULTILINE
)


def outcome(root: Path, records: int, wrong: int) -> str:
    """Return what a check found, with how many records it looked at."""
    if not records and not wrong:
        return none_found(root)
    found = counted(wrong, *FINDINGS) if wrong else translate("nothing wrong")
    return f"{counted(records, *RECORDS)}, {found}"


def none_found(root: Path) -> str:
    """Say that there is no decision, and where they were looked for."""
    said = translate(
        "no decision was found below {root} (in folders named {folders}, else in all pages)"
    )
    return said.format(root=root, folders=", ".join(FOLDERS))


def say_what_is_not_read(root: Path) -> None:
    """Say that decisions in directives are not among those that the command read."""
    conf = conf_folder(root)
    if conf is None:
        return
    number = sum(len(_DIRECTIVE.findall(data)) for data in read_files(conf).values())
    if number:
        click.echo(counted(number, *_NOT_READ, folder=conf), err=True)


def say_it_still_holds(old: str, new: str) -> None:
    """Say that a decision holds until its successor is accepted, and what to do then."""
    said = translate(
        "{old} is left as it is: it holds until {new} is accepted; "
        "then set its status to superseded by {new}"
    )
    click.echo(said.format(old=old, new=new), err=True)


def say_where_to_list(root: Path, new: Path) -> None:
    """Say the line that puts a new page into a table of contents, where none lists it."""
    conf = conf_folder(root)
    page = new.resolve()
    if conf is None or not page.is_relative_to(conf.resolve()):
        return
    path = page.relative_to(conf.resolve()).as_posix()
    if _is_excluded(conf, path):
        return
    from sphinx_archdoc.formats.toctrees import nearest, toctrees

    docname = path.removesuffix(suffix_of(path))
    files = read_files(conf)
    found = [*toctrees({name: decode(data)[0] for name, data in files.items()})]
    tree = nearest(found, docname)
    if tree is None or any(each.lists(docname) for each in found):
        return
    name = next(name for name in files if name.removesuffix(suffix_of(name)) == tree.docname)
    said = translate('no table of contents lists it: add the line "{entry}" below {file}:{line}')
    place = conf / name
    click.echo(
        said.format(entry=tree.entry_for(docname), file=place, line=tree.line_for(docname)),
        err=True,
    )


def say_what_becomes_pages(written: Path) -> None:
    """Say that Sphinx will read a file, or a folder, that was written among the pages."""
    path = written.resolve()
    if path.is_file() and not suffix_of(path.name):
        return
    source = next((above for above in path.parents if (above / "conf.py").is_file()), None)
    if source is None:
        return
    name = path.relative_to(source).as_posix()
    if not _is_excluded(source, name):
        said = translate(
            "{path} lies among the pages of {folder}: to keep it out of the build, "
            'add "{name}" to exclude_patterns in conf.py'
        )
        click.echo(said.format(path=written, folder=source, name=name), err=True)


def _is_excluded(source: Path, name: str) -> bool:
    """Tell whether conf.py says in plain words that a path, or a folder above it, is no page."""
    from sphinx.util.matching import Matcher

    said = conf_settings(source, frozenset({"exclude_patterns"}), prefix="").values
    patterns = said.get("exclude_patterns", ())
    if not isinstance(patterns, (list, tuple)):
        return False
    matches = Matcher([pattern for pattern in patterns if isinstance(pattern, str)])
    parts = name.split("/")
    paths = ("/".join(parts[: number + 1]) for number in range(len(parts)))
    # A pattern for what lies in the folder keeps its files out as well.
    return any(map(matches, (*paths, f"{name}/0001-any.md")))
