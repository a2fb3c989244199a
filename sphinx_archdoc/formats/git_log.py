"""The history of a file, as git tells it.

Only ``git log`` is asked, with a time limit. What a repository's own configuration could make it
run (file monitors, signature checkers, pagers, fetching what is missing) is switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_SEPARATOR = "\x1f"
_SAFE = (
    "--no-pager", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.hooksPath=/dev/null",
    "-c", "protocol.allow=never",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C.UTF-8",
}
#: Variables that would lead git to another repository.
_LEADING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT")
_SECONDS = 10
_LONGEST_PATH = 4096


class Commit(NamedTuple):
    """One change of a file: its date (ISO), who made it, and its subject."""

    date: str
    author: str
    subject: str


class GitError(Exception):
    """The history cannot be read; the text says why."""


def is_checkout(path: Path) -> bool:
    """Tell whether a file lies in a git checkout."""
    return _git_folder(path) is not None


def last_moves(path: Path) -> Path | None:
    """Return the file that git writes whenever the checkout of a file comes to another commit."""
    found = _git_folder(path)
    return found / "logs" / "HEAD" if found is not None else None


def _git_folder(path: Path) -> Path | None:
    """Return the folder of a checkout's own state; a second working tree names it in a file."""
    for folder in path.resolve().parents:
        found = folder / ".git"
        if found.is_file():
            with found.open(encoding="utf-8", errors="replace") as file:
                named = file.readline(_LONGEST_PATH).removeprefix("gitdir:").strip()
            return found if "\0" in named else folder / named
        if found.exists():
            return found
    return None


def read_history(path: Path, most: int = 10, seconds: float = _SECONDS) -> tuple[Commit, ...]:
    """Return the last commits that changed a file, the newest first.

    :raises GitError: there is no git, no checkout, or git takes too long or fails.
    """
    git = shutil.which("git")
    if git is None:
        raise GitError("git is not installed")
    if not is_checkout(path):
        raise GitError("the page is in no git checkout")
    form = _SEPARATOR.join(("%ad", "%an", "%s"))
    command = [git, *_SAFE, "log", f"-n{most}", "--date=short", f"--format={form}", "--", path.name]
    kept = {name: value for name, value in os.environ.items() if name not in _LEADING}
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed command; the only input is the file's name
            command,
            cwd=path.parent,
            env=kept | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git took longer than {seconds:g} seconds") from error
    except OSError as error:
        raise GitError(f"git could not be started: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(f"git says: {said[0][:200]}" if said else "git failed")
    return read_log(done.stdout.decode("utf-8", "replace"))


def read_log(text: str) -> tuple[Commit, ...]:
    """Return the commits of a log with one line each, its parts separated by U+001F."""
    lines = (line.split(_SEPARATOR, 2) for line in text.split("\n"))
    return tuple(Commit(*parts) for parts in lines if len(parts) == len(Commit._fields))
