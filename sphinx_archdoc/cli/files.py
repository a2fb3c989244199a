"""Which files a command reads: below one folder, no links out of it, no large ones; and writing."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.model.file_names import suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Larger files are not read: a decision is a page.
LARGEST = 2_000_000
#: Names of folders whose pages are decisions.
FOLDERS = ("adr", "adrs", "decisions", "architecture-decisions", "architecture_decisions")
#: Where a project has its conf.py.
_PLACES = ("", "docs", "doc", "docs/source", "doc/source", "source")
#: Decisions in a form that is not read are named: AsciiDoc, and ``0001-rest`` without an ending.
_UNREAD = re.compile(r".*\.(?:adoc|asciidoc)\Z|(?:adr[-_ ]?)?\d{2,}[-_][^.]*\Z", re.IGNORECASE)
#: Files of other programs that may hold a decision.
_TEXTS = re.compile(r".*\.(?:txt|text|org|textile|wiki|html?|docx?|odt|rtf|pdf)\Z", re.IGNORECASE)
_NEVER = frozenset(
    {"node_modules", "_build", "build", "dist", "site", "target", "venv", "__pycache__"}
)


def read_files(root: Path, *, usual: bool = False) -> dict[str, bytes]:
    """Return the pages below a folder by path with slashes; hidden folders are passed over.

    ``usual``: only those in a folder with one of the usual names. Files that cannot be read are
    named on standard error and left out; so are links that lead out of the folder, in silence.
    """
    found: dict[str, bytes] = {}
    real = root.resolve()
    for path in _walk(root):
        relative = path.relative_to(root)
        if usual and not any(part.lower() in FOLDERS for part in relative.parts[:-1]):
            continue
        if not path.resolve().is_relative_to(real):
            continue
        try:
            if not path.is_file() and path.exists():  # opening a pipe would wait for ever
                _say_not_read(path, translate("it is no file"))
                continue
            if path.stat().st_size > LARGEST:
                _say_not_read(path, translate("it has more than {n} bytes").format(n=LARGEST))
                continue
            found[relative.as_posix()] = path.read_bytes()
        except OSError as error:
            _say_not_read(path, error.strerror)
    return found


def texts_beside(root: Path, folders: Iterable[str]) -> list[str]:
    """Return the texts in folders below ``root`` that nothing reads, by path with slashes."""
    found = []
    for folder in sorted(set(folders)):
        with suppress(OSError):
            names = sorted(path.name for path in (root / folder).iterdir() if path.is_file())
            found += [f"{folder}/{name}".lstrip("/") for name in names if _TEXTS.match(name)]
    return found


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, onerror=_unread):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _NEVER
        )
        for name in sorted(names):
            if suffix_of(name) or _UNREAD.match(name):
                yield Path(folder, name)


def _unread(error: OSError) -> None:
    _say_not_read(error.filename, error.strerror)


def _say_not_read(path: object, why: object) -> None:
    click.echo(translate("{path}: not read: {why}").format(path=path, why=why), err=True)


def write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet; another one with the name is never replaced.

    :raises Refused: it exists, or cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        handle = os.open(path, flags, 0o644)
    except FileExistsError as error:
        raise Refused(translate("{path} exists already").format(path=path)) from error
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))  # of what the command line did not decode
    except OSError as error:  # the disk is full: half a file would count as one that was there
        path.unlink(missing_ok=True)
        raise Refused(f"{path}: {error.strerror}") from error


def make_folder(path: Path) -> None:
    """Make a folder with those above it.

    :raises Refused: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from error


def conf_folder(root: Path) -> Path | None:
    """Return the folder of the project's conf.py, if there is one."""
    return next((root / place for place in _PLACES if (root / place / "conf.py").is_file()), None)


def named_folder(root: Path) -> Path | None:
    """Return the folder that ``.adr-dir`` names, or the root itself where its name says so."""
    for folder in (root, *root.resolve().parents):
        named = folder / ".adr-dir"
        if named.is_file():
            said = named.read_text(encoding="utf-8", errors="replace").strip()
            chosen = (folder / said).resolve()
            if said and chosen.is_relative_to(folder.resolve()):
                return chosen
    return root if root.resolve().name.lower() in FOLDERS else None


def first_folder(root: Path) -> Path:
    """Return where the first decision of a project goes: into a folder of a usual name.

    Where there is none yet, it is beside the pages of the Sphinx project, so that they show it.
    """
    usual = [
        Path(folder)
        for folder, folders, _ in os.walk(root)
        if _kept(folders) and Path(folder).name.lower() in FOLDERS
    ]
    new = (conf_folder(root) or root / "doc") / "adr"
    return min(usual, key=lambda path: (len(path.parts), str(path)), default=new)


def _kept(folders: list[str]) -> bool:
    folders[:] = [name for name in folders if not name.startswith(".") and name not in _NEVER]
    return True
