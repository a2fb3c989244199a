"""What changed since a git revision that may not change: merged decisions and their numbers."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from sphinx_archdoc.cli.files import FOLDERS, LARGEST, read_files
from sphinx_archdoc.cli.project import decisions_in, project_at
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.formats.adr_directives import directives_in
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.findings import Finding, Location
from sphinx_archdoc.rules import Reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from sphinx_archdoc.formats.adr_directives import DirectiveFound
    from sphinx_archdoc.formats.adr_folder import Adopted
    from sphinx_archdoc.model.vocabulary import Vocabulary

#: Decisions in these states are history that others rely on.
_KEPT = ("accepted", "superseded", "deprecated", "rejected")


def compared_with(root: Path, revision: str) -> list[Reported]:
    """Return decisions that were deleted or renumbered since a revision, and numbers used again.

    :raises Refused: git is not there, or does not know the revision.
    """
    project = project_at(root)
    settings = project.settings
    pages, pages_now = _files_at(root, revision), read_files(root)
    before = decisions_in(_usual(pages), settings)
    now = decisions_in(_usual(pages_now), settings)
    paths = {item.path for item in now.adopted}
    by_title = {item.record.title.casefold(): item for item in now.adopted}
    in_directives = {item.id for _, item in _directives(pages_now)}
    found: list[Finding] = []
    for old in before.adopted:
        status = old.adr.status.word.key if old.adr.status else "accepted"
        if old.path in paths or old.record.id in in_directives or status not in _KEPT:
            continue
        new = by_title.get(old.record.title.casefold())
        digits = old.adr.name.digits
        if new is None:
            message = f"adr {old.record.id}: the {status} decision {old.path} was deleted"
            found.append(_finding(f"{message}; keep it, as deprecated or superseded", old))
        elif new.adr.name.digits != digits:
            message = f"adr {old.record.id}: {old.path} has the number {new.adr.name.digits} now"
            found.append(_finding(f"{message}; keep the number of a merged decision", new))
    found += _used_again(before.adopted, now.adopted)
    known = {item.record.id for item in now.adopted}
    found += _directives_gone(pages, pages_now, known, project.statuses)
    return [Reported(finding, "history", "error") for finding in found]


def _used_again(before: tuple[Adopted, ...], now: tuple[Adopted, ...]) -> list[Finding]:
    """Return new files with a number that another decision had."""
    had = {
        (_folder(old), old.adr.name.prefix, old.adr.name.number): old
        for old in before
        if old.adr.name.digits
    }
    known = {old.path for old in before}
    found = []
    for item in now:
        old = had.get((_folder(item), item.adr.name.prefix, item.adr.name.number))
        if old is None or item.path in known:
            continue
        if old.record.title.casefold() != item.record.title.casefold():
            message = f"adr {item.record.id}: the number {item.adr.name.digits} was {old.path}'s"
            found.append(_finding(f"{message}; take the next free one", item))
    return found


def _directives_gone(
    before: Mapping[str, bytes],
    now: Mapping[str, bytes],
    known: AbstractSet[str],
    words: Vocabulary,
) -> list[Finding]:
    """Return decisions in directives that were deleted or have another id."""
    left = {item.id: item for _, item in _directives(now)}
    by_title = {item.title.casefold(): item for item in left.values() if item.title}
    found = []
    for path, old in _directives(before):
        term = words.find(old.status) if old.status else None
        status = term.key if term else ("" if old.status else "accepted")
        if old.id in left or old.id in known or status not in _KEPT:
            continue
        new = by_title.get(old.title.casefold())
        if new is None:
            message = f"the {status} decision in {path} was deleted; keep it"
            message = f"adr {old.id}: {message}, as deprecated or superseded"
        else:
            message = f"adr {old.id}: its id is {new.id} now; keep the id of a merged decision"
        found.append(Finding(Code.NUMBER, message, Location(path, path, 1)))
    return found


def _directives(pages: Mapping[str, bytes]) -> Iterator[tuple[str, DirectiveFound]]:
    for path, data in sorted(pages.items()):
        if b"adr" in data:
            yield from ((path, item) for item in directives_in(decode(data)[0]))


def _usual(pages: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the pages in folders of the usual names, else all."""
    usual = {
        name: data
        for name, data in pages.items()
        if any(part.lower() in FOLDERS for part in name.split("/")[:-1])
    }
    return usual or pages


def _folder(item: Adopted) -> str:
    return item.path.rpartition("/")[0]


def _finding(message: str, item: Adopted) -> Finding:
    return Finding(Code.NUMBER, message, Location(item.record.at.docname, item.path, 1))


def _files_at(root: Path, revision: str) -> dict[str, bytes]:
    if revision.startswith("-"):
        raise Refused(translate("{word!r} is no revision").format(word=revision))
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", f"{revision}^{{commit}}", "--", ".")
    names = [
        name for name in listed.decode("utf-8", "surrogateescape").split("\0") if suffix_of(name)
    ]
    wanted = [name for name in names if "\n" not in name]
    asked = "".join(f"{revision}:./{name}\n" for name in wanted)
    told = _git(root, "cat-file", "--batch", said=asked.encode("utf-8", "surrogateescape"))
    return {
        name: data
        for name, data in zip(wanted, _objects(told), strict=True)
        if data is not None and len(data) <= LARGEST
    }


def _objects(told: bytes) -> Iterator[bytes | None]:
    """Yield what `git cat-file --batch` says of each object: its bytes, None for none."""
    at = 0
    while at < len(told):
        head = told[at : told.index(b"\n", at)]
        at += len(head) + 1
        size = head.rpartition(b" ")[2]
        if not size.isdigit():  # "… missing"
            yield None
            continue
        yield told[at : at + int(size)]
        at += int(size) + 1


def _git(root: Path, *arguments: str, said: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 -- no shell; the revision cannot be an option
            ["git", "-C", str(root), *arguments],  # noqa: S607 -- the user's git
            input=said,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise Refused(translate("git cannot be run: {error}").format(error=error)) from error
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise Refused(f"git: {why}")
    return done.stdout
