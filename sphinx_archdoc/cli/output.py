"""How findings are printed: for people, for programs, and for GitHub's annotations."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sphinx_archdoc.cli.files import make_folder
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.remark import Remark, as_remark
from sphinx_archdoc.model.findings import with_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.findings import Location
    from sphinx_archdoc.rules import Reported

FORMATS = ("text", "json", "github")
_GITHUB = {"info": "notice", "warning": "warning", "error": "error"}


def say_anything() -> None:
    """Let people read a code for a sign that their terminal does not have, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give(text: str, output: Path | None = None) -> None:
    """Write a text for programs into a file, else print it: UTF-8, whatever the terminal has.

    :raises Refused: the file cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        click.echo(data, nl=False)
        return
    make_folder(output.parent)
    try:
        output.write_bytes(data)
    except OSError as error:
        raise Refused(f"{output}: {error.strerror}") from error


def print_json(value: Any, *, sort_keys: bool = False) -> None:
    """Print a value for programs."""
    give(f"{json.dumps(value, indent=2, ensure_ascii=False, sort_keys=sort_keys)}\n")


def print_findings(found: Sequence[Reported | Remark], form: str, root: Path) -> None:
    """Print findings in one of ``FORMATS``.

    People and GitHub get paths from where the command was started, if it was given the way from
    there to ``root``; in JSON paths are below ``root``.
    """
    if form == "json":
        print_json([_as_json(item) for item in found])
        return
    for item in found:
        code, message, at, level, named = as_remark(item)
        if not root.is_absolute():
            at = _from_here(at, root)
            message = with_places(message, named, lambda place: str(_from_here(place, root)))
        if form == "github":
            place = f"file={_property(at.source)},line={at.line or 1}"
            title = f",title={_property(code)}" if code else ""
            sort = _GITHUB.get(level, "warning")
            give(f"::{sort} {place}{title}::{_data(message)}\n")
        else:
            shown = f" [{code}]" if code else ""
            click.echo(f"{at}: {level.upper()}: {message}{shown}")


def _from_here(at: Location, root: Path) -> Location:
    return at._replace(source=_seen(root / at.source)) if at.source else at


def _seen(path: Path) -> str:
    """Return a path without detours, from where the command was started if it lies below."""
    plain = Path(os.path.normpath(path))
    here = Path.cwd()
    return (plain.relative_to(here) if plain.is_relative_to(here) else plain).as_posix()


def _as_json(item: Reported | Remark) -> dict[str, object]:
    code, message, at, level, _named = as_remark(item)
    code = code.removeprefix("archdoc.")
    return {
        "code": code,
        "level": level,
        "rule": code if isinstance(item, Remark) else item.rule,
        "file": at.source,
        "line": at.line,
        "message": message,
    }


def _data(text: str) -> str:
    # Workflow commands end at a line break, and per cent signs are their escapes.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows as columns of text, the last one as wide as it is."""
    widths = [max(len(row[number]) for row in (header, *rows)) for number in range(len(header) - 1)]
    lines = [
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]))
        for row in (header, *rows)
    ]
    return "\n".join(line.rstrip() for line in lines)
