"""A new decision in a folder of decisions."""

from __future__ import annotations

import posixpath
from contextlib import ExitStack, suppress
from typing import IO, TYPE_CHECKING, NamedTuple

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.earlier import house_of_ids, next_number, old_for, on_pages
from sphinx_archdoc.cli.files import make_folder, write_new
from sphinx_archdoc.cli.placing import place_for, within
from sphinx_archdoc.cli.project import today
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.cli.telling import say_it_still_holds, say_where_to_list
from sphinx_archdoc.formats.adr_adding import with_status
from sphinx_archdoc.formats.adr_house import house_of
from sphinx_archdoc.formats.adr_names import id_of
from sphinx_archdoc.formats.adr_page import decode, encode
from sphinx_archdoc.formats.adr_reader import Reader
from sphinx_archdoc.formats.adr_writing import Draft, Older, new_text, superseded
from sphinx_archdoc.model.file_names import named
from sphinx_archdoc.model.lifecycle import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_archdoc.cli.project import Project
    from sphinx_archdoc.formats.adr_folder import Adopted, Folder
    from sphinx_archdoc.formats.adr_house import House

_LONGEST_TITLE = 200


class _Change(NamedTuple):
    """A decision that is replaced: its file, the bytes that are there, and the text to come."""

    path: Path
    before: bytes
    text: str


def make(
    root: Path, folder: Path | None, title: str, status: str, supersedes: Sequence[str]
) -> str:
    """Write a new decision; return the path of the new file.

    Those that it replaces get the status "superseded by" when it is in force; one that is only
    proposed changes nothing yet, and a line says what to do once it is accepted.

    :raises Refused: the title is empty, the status unknown, an old decision does not
        exist, has a status that cannot be changed, or a file cannot be written. Then nothing is
        written.
    """
    title = " ".join(title.split())
    if not title or len(title) > _LONGEST_TITLE:
        said = translate("a title has 1 to {n} characters")
        raise Refused(said.format(n=_LONGEST_TITLE))
    project, folder = place_for(root, folder)
    term = project.statuses.exactly(status)
    if term is None:
        allowed = ", ".join(project.statuses.words())
        said = translate("{word!r} is no status; allowed: {words}")
        raise Refused(said.format(word=status, words=allowed))
    inside, found = within(project, folder), project.folder
    near = [item for item in found.adopted if item.path.startswith(inside)]
    others = on_pages(root)
    texts = {item.path: decode(project.files[item.path])[0] for item in near}
    house = house_of(near, texts) if near else house_of_ids(others)
    paths = [path for path in project.files if path.startswith(inside)]
    number = next_number(paths, others, named(house.file_name(1, "", "")).prefix)
    found_olds = (old_for(found, others, wanted) for wanted in supersedes)
    olds = list({old.id: old for old in found_olds}.values())
    new = f"{inside}{house.file_name(number, title, today())}"
    replaced = tuple(
        Older(old.id, old.title, posixpath.relpath(old.page.path, inside or "."))
        if old.page else Older(old.id, old.title, "")
        for old in olds
    )  # fmt: skip
    draft = Draft(number, title, status, today(), replaced)
    text = new_text(house, draft)
    holds = term.key not in NOT_YET
    changes = [_change(project, old.page, house, draft, new) for old in olds if holds and old.page]
    make_folder(folder)
    path = folder / new.removeprefix(inside)
    _write_all(path, text, changes)
    for old in olds if not holds else ():
        say_it_still_holds(old.id, id_of(named(new), "ADR-"))
    say_where_to_list(root, path)
    return str(path)


def _change(project: Project, old: Adopted, house: House, draft: Draft, new: str) -> _Change:
    before = project.files[old.path]
    source = decode(before)[0]
    id_ = id_of(named(new), "ADR-")
    way = posixpath.relpath(new, posixpath.dirname(old.path) or ".")
    successor = (house.heading(draft.number, draft.title), way)
    if old.adr.status is None:
        text: str | None = with_status(source, old.adr, house, successor, id_)
    else:
        text = superseded(source, old.adr, house, successor, id_)
    if text is None or not _is_superseded(text, old, project.folder):
        said = translate("{path} has no status that could be changed")
        raise Refused(said.format(path=old.path))
    return _Change(project.root / old.path, before, text)


def _write_all(path: Path, text: str, changes: Sequence[_Change]) -> None:
    """Write the new file and the changes of the old ones: all of them, or none."""
    with ExitStack() as stack:
        opened = []
        for change in changes:  # before anything is written
            try:
                opened.append((stack.enter_context(change.path.open("r+b")), change))
            except OSError as error:
                raise Refused(f"{change.path}: {error.strerror}") from error
        write_new(path, text)
        begun: list[tuple[IO[bytes], bytes]] = []
        try:
            for file, change in opened:
                begun.append((file, change.before))
                _fill(file, encode(change.text, change.before))
        except OSError as error:
            path.unlink()
            for written, before in begun:
                with suppress(OSError):  # what can be put back is
                    _fill(written, before)
            raise Refused(f"{file.name}: {error.strerror}") from error


def _fill(file: IO[bytes], content: bytes) -> None:
    """Give an open file this content, and no other."""
    file.seek(0)
    file.write(content)
    file.truncate()
    file.flush()


def _is_superseded(text: str, old: Adopted, found: Folder) -> bool:
    """Tell whether a changed text reads as what was meant."""
    status = Reader(kinds.load()["adr"], found.index).read(text, old.path).status
    return status is not None and status.word.key == "superseded"
