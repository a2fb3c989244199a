"""What people are told besides the result: how much was looked at, and what was not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from sphinx_archdoc.cli.files import FOLDERS, conf_folder, read_files
from sphinx_archdoc.model.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

_DIRECTIVE = re.compile(
    rb"^[ \t]*(?:[`:~]{3,}\{(?:arch:)?adr\}|\.\. (?:arch:)?adr::)", re.MULTILINE
)


def outcome(root: Path, records: int, wrong: int) -> str:
    """Return what a check found, with how many records it looked at."""
    if not records and not wrong:
        return none_found(root)
    return (
        f"{counted(records, 'record')}, {counted(wrong, 'finding') if wrong else 'nothing wrong'}"
    )


def none_found(root: Path) -> str:
    """Say that there is no decision, and where they were looked for."""
    folders = ", ".join(FOLDERS)
    return f"no decision was found below {root} (in folders named {folders}, else in all pages)"


def say_what_is_not_read(root: Path) -> None:
    """Say that decisions in directives are not among those that the command read."""
    conf = conf_folder(root)
    if conf is None:
        return
    number = sum(len(_DIRECTIVE.findall(data)) for data in read_files(conf).values())
    if number:
        what = f"{counted(number, 'decision')} in {{adr}} directives"
        click.echo(f"{what} of {conf} not read: --no-sphinx reads pages only", err=True)
