"""A new documentation project from a template: what is filled in, and what is written."""

from __future__ import annotations

import calendar
import datetime as dt
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sphinx_archdoc.cli.files import make_folder, write_new
from sphinx_archdoc.cli.project import today
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.templates import NAMES, template
from sphinx_archdoc.templates.writing import Facts, one_line, project_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.templates.writing import Form

_SETTINGS = "docs/conf.py"
_OTHER = {".md": ".rst", ".rst": ".md"}
_LONGEST = 200
_MONTHS_TO_REVIEW = 6


class Done(NamedTuple):
    """The files that were written, and those that were there and are left as they are.

    ``twins`` are files of the same name in the other markup, each with what is not written for it:
    Sphinx knows only one page of a name.
    """

    new: list[Path]
    kept: list[Path]
    twins: list[tuple[Path, Path]]


def templates_told() -> str:
    """Return the templates with what each is for and the pages it has."""
    told = []
    for name in NAMES:
        found = template(name)
        pages = ", ".join(page.title for page in found.pages)
        said = translate("pages: {pages}").format(pages=pages)
        told += [f"{name}: {found.title}", f"    for {found.audience}", f"    {said}", ""]
    return "\n".join(told).rstrip()


def facts_for(
    root: Path, title: str | None, author: str | None, email: str | None, date: str | None
) -> Facts:
    """Return what is filled in: as given, else as git says; on a terminal, people are asked.

    What nobody says stays a placeholder.
    """
    said = {
        "title": title,
        "author": author if author is not None else _of_git(root, "user.name"),
        "email": email if email is not None else _of_git(root, "user.email"),
    }
    if _is_asked():
        if title is None:
            said["title"] = _ask(translate("Name of the system"), root.resolve().name)
        if author is None:
            said["author"] = _ask(translate("Author"), said["author"])
        if email is None:
            said["email"] = _ask(translate("E-mail"), said["email"])
    day = date or today()
    return Facts(
        **{name: _checked(name, text or "") for name, text in said.items()},
        date=day,
        next_review=_months_later(dt.date.fromisoformat(day), _MONTHS_TO_REVIEW).isoformat(),
    )


def start(root: Path, name: str, form: Form, facts: Facts, *, dry_run: bool = False) -> Done:
    """Write the files of a template that are not there yet; none outside of ``root``.

    :raises Refused: a file or folder cannot be written, or a link leads outside.
    """
    done = Done([], [], [])
    texts = {
        root / relative: text
        for relative, text in project_files(template(name), form, facts).items()
    }
    for path in texts:  # before the first one is written
        if not path.resolve().is_relative_to(root.resolve()):
            said = translate("{path} lies outside of {root}, behind a link")
            raise Refused(said.format(path=path, root=root))
    for path, text in texts.items():
        if os.path.lexists(path):
            done.kept.append(path)
            continue
        twin = path.with_suffix(_OTHER.get(path.suffix, path.suffix))
        if path.parent != root and os.path.lexists(twin):
            done.twins.append((twin, path))
            continue
        if not dry_run:
            make_folder(path.parent)
            write_new(path, text)
        done.new.append(path)
    return done


def told(root: Path, name: str, done: Done, *, dry_run: bool) -> str:
    """Return what was done for people, with what comes next."""
    would, wrote, exists = translate("would write"), translate("wrote"), translate("exists")
    verb = would if dry_run else wrote
    kept, twin_kept = translate("left as it is"), translate("{file} is not written")
    notes = [(verb, str(path)) for path in done.new]
    notes += [(exists, f"{path} ({kept})") for path in done.kept]
    notes += [(exists, f"{twin} ({twin_kept.format(file=path.name)})") for twin, path in done.twins]
    lines = _in_columns(notes, max(map(len, (would, wrote, exists))))
    if root / _SETTINGS in done.kept:
        said = translate(
            "{file} was there: it has to name the extension sphinx_archdoc, and may say {setting}."
        )
        said = said.format(file=_SETTINGS, setting=f'archdoc_template = "{name}"')
        lines += ["", said, translate("Name the new pages in a toctree.")]
    if not dry_run:
        at = f"cd {shlex.quote(str(root))} && " if root != Path() else ""
        commands = (
            (translate("Build it:"), f"{at}sphinx-build -n -W docs build/html"),
            (translate("See what is missing:"), f"{at}archdoc check --completeness"),
        )
        lines += ["", *_in_columns(commands)]
    return "\n".join(lines)


def _in_columns(pairs: Sequence[tuple[str, str]], least: int = 0) -> list[str]:
    width = max((least, *(len(first) for first, _ in pairs)))
    return [f"{first:<{width}}  {second}" for first, second in pairs]


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(what: str, default: str | None) -> str:
    answer: str = click.prompt(what, default=default or "", show_default=bool(default))
    return answer


def _checked(name: str, text: str) -> str:
    text = one_line(text)
    if len(text) > _LONGEST:
        said = translate("the {name} has more than {n} characters")
        raise Refused(said.format(name=name, n=_LONGEST))
    return text


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))


def _of_git(root: Path, key: str) -> str:
    """Return a setting of git, or nothing where there is no git or no such setting."""
    folder = next((f for f in (root, *root.resolve().parents) if f.is_dir()), Path())
    try:
        done = subprocess.run(  # noqa: S603 -- no shell, and no argument of a user
            ["git", "-C", str(folder), "config", "--get", key],  # noqa: S607 -- the user's git
            capture_output=True,
            check=False,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
