"""What a check keeps for the next one: what Sphinx has read, and what was said of each page."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.cli.heard import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The folder beside conf.py, which says itself that it is not for version control.
NAME = ".archdoc-cache"
#: A check that was killed leaves its lock behind; none takes that long.
_LONGEST = 15 * 60.0


_ByPage = dict[str, list[Said]]


class Kept(NamedTuple):
    """The folder that a check works in; ``lasts`` tells whether the next one finds it again."""

    folder: Path
    lasts: bool

    @property
    def doctrees(self) -> Path:
        """Where Sphinx keeps what it has read."""
        return self.folder / "doctrees"

    @property
    def output(self) -> Path:
        """Where a build would write."""
        return self.folder / "out"

    def remembered(self, asked: str) -> tuple[_ByPage, _ByPage] | None:
        """Return what was said of pages as they were read and drawn, for the same question."""
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
            if found["asked"] == asked:
                return _by_page(found["read"]), _by_page(found["drawn"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return None

    def forget(self) -> None:
        """Forget what was said: from here on pages are read again."""
        self._file.unlink(missing_ok=True)

    def note(self, asked: str, read: _ByPage, drawn: _ByPage) -> None:
        """Keep what was said, now that all is read."""
        told = {"asked": asked, "read": read, "drawn": drawn}
        self._file.write_text(json.dumps(told), encoding="utf-8")

    @property
    def _file(self) -> Path:
        return self.folder / "said.json"


def _by_page(found: Mapping[str, Any]) -> _ByPage:
    return {page: [Said(*item) for item in items] for page, items in found.items()}


@contextmanager
def kept_beside(conf: Path, *, use: bool = True) -> Iterator[Kept]:
    """Give the folder of earlier checks, for one check at a time; else one that does not last."""
    folder = conf / NAME / "check"
    if use and _locked(folder):
        try:
            yield Kept(folder, lasts=True)
        finally:
            with contextlib.suppress(OSError):
                (folder / "lock").rmdir()
        return
    with tempfile.TemporaryDirectory(prefix="archdoc-check-") as temporary:
        yield Kept(Path(temporary), lasts=False)


def emptied(kept: Kept) -> None:
    """Take away what earlier checks have left."""
    for folder in (kept.doctrees, kept.output):
        shutil.rmtree(folder, ignore_errors=True)
    kept.forget()


def _locked(folder: Path) -> bool:
    """Take the folder for this check; not where it cannot be written, or another one has it."""
    lock = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder.parent / ".gitignore"
        if not mark.exists():
            mark.write_text("*\n", encoding="utf-8")
        if lock.exists() and time.time() - lock.stat().st_mtime > _LONGEST:
            lock.rmdir()
        lock.mkdir()
    except OSError:
        return False
    return True
