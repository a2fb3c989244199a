"""A new decision in a folder of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.files import as_bytes, make_folder, read_files, write_new
from sphinx_archdoc.cli.project import today
from sphinx_archdoc.formats.adr_adding import with_status
from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_house import house_of
from sphinx_archdoc.formats.adr_names import id_of
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.formats.adr_reader import Reader
from sphinx_archdoc.formats.adr_targets import Mention
from sphinx_archdoc.formats.adr_writing import Draft, new_text, superseded
from sphinx_archdoc.model.file_names import named
from sphinx_archdoc.model.words import DECISION_STATUS

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.formats.adr_folder import Adopted, Folder

_LONGEST_TITLE = 200


def make(folder: Path, title: str, status: str, supersedes: str) -> str:
    """Write a new decision, and into the one it replaces; return the path of the new file.

    :raises click.ClickException: the title is empty, the status unknown, the old decision does not
        exist or has a status that cannot be changed. Then nothing is written.
    """
    title = " ".join(title.split())
    if not title or len(title) > _LONGEST_TITLE:
        raise click.ClickException(f"a title has 1 to {_LONGEST_TITLE} characters")
    if DECISION_STATUS.exactly(status) is None:
        allowed = ", ".join(DECISION_STATUS.words())
        raise click.ClickException(f"{status!r} is no status; allowed: {allowed}")
    files = read_files(folder) if folder.is_dir() else {}
    found = read_folder(files, kinds.load()["adr"])
    house = house_of(found.adopted)
    taken = [number for path in files if (number := named(path).number) is not None]
    number = max(taken, default=0) + 1
    old = _old(found, supersedes) if supersedes else None
    name = house.file_name(number, title, today())
    path = folder / name
    draft = Draft(number, title, status, today(), (_shown(old), old.path) if old else None)
    text = new_text(house, draft)
    changed = None
    if old is not None:
        new_id = id_of(named(name), "ADR-")
        source = decode(files[old.path])[0]
        # The old decision may lie in a folder below.
        up = "../" * old.path.count("/")
        successor = (house.heading(number, title), up + name)
        if old.adr.status is None:
            changed = with_status(source, old.adr, house, successor, new_id)
        else:
            changed = superseded(source, old.adr, successor, new_id)
        if changed is None or not _is_superseded(changed, old, found):
            raise click.ClickException(f"{old.path} has no status that could be changed")
    make_folder(folder)
    write_new(path, text)
    if old is not None and changed is not None:
        _write_changed(folder / old.path, files[old.path], changed)
    return str(path)


def _is_superseded(text: str, old: Adopted, found: Folder) -> bool:
    """Tell whether a changed text reads as what was meant."""
    status = Reader(kinds.load()["adr"], found.index).read(text, old.path).status
    return status is not None and status.word.key == "superseded"


def _old(found: Folder, wanted: str) -> Adopted:
    """Return the decision that is named by id, number or file."""
    by_id = {item.record.id.lower(): item for item in found.adopted}
    if wanted.lower() in by_id:
        return by_id[wanted.lower()]
    digits = wanted.lower().removeprefix("adr").lstrip("-_ #")
    mention = Mention(wanted, number=digits) if digits.isdigit() else Mention(wanted, path=wanted)
    target = found.index.resolve(mention, "")
    if target is None or not target.exists:
        raise click.ClickException(f"there is no decision {wanted!r}")
    if target.rivals:
        which = ", ".join(target.rivals)
        raise click.ClickException(f"{wanted!r} fits several decisions: {which}")
    return by_id[target.id.lower()]


def _shown(old: Adopted) -> str:
    heading = next((part.title for part in old.adr.parts if part.role == "title"), "")
    return heading or old.record.title


def _write_changed(path: Path, before: bytes, text: str) -> None:
    """Write a changed text with the line ends and the mark that the file had."""
    newline = "\r\n" if b"\r\n" in before else "\n"
    data = as_bytes(text.replace("\n", newline))
    mark = b"\xef\xbb\xbf"
    path.write_bytes(mark + data if before.startswith(mark) else data)
