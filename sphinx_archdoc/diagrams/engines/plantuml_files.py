"""The files that PlantUML text may include: regular ones below given folders, up to a size."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Refused(Exception):  # noqa: N818 - no fault of ours but of the text
    """A file is not read, or a text not drawn."""

    code: Code
    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(slots=True)
class Files:
    """What may be read. ``folder`` is that of the page; with no ``roots`` nothing is read.

    The first root is what a leading slash means. ``most`` is the largest file in bytes.
    """

    folder: Path | None = None
    roots: tuple[Path, ...] = ()
    most: int = 1_000_000
    once: set[Path] = field(default_factory=set)

    def read(self, name: str, folder: Path | None, noted: dict[Path, None]) -> tuple[Path, str]:
        """Return a file and its text, and note it in ``noted``. Raises Refused with the reason."""
        if "://" in name:
            raise Refused(Code.REFUSED, "nothing is fetched; put the file beside the page")
        if "$" in name or "%" in name or "\0" in name:
            raise Refused(Code.REFUSED, "the name must be written out")
        if not self.roots or folder is None:
            raise Refused(Code.PATH, "reading files is switched off")
        base = self.roots[0] if name.startswith("/") else folder
        try:
            # Not strictly: whether a file outside exists is nobody's business.
            path = (base / name.lstrip("/")).resolve()
            if not any(path.is_relative_to(root.resolve()) for root in self.roots):
                raise Refused(Code.PATH, "the file lies outside the source folder")
            noted[path] = None
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise Refused(Code.PATH, "this is no regular file")
            with path.open("rb") as file:
                data = file.read(self.most + 1)
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", "") or type(error).__name__
            raise Refused(Code.PATH, f"cannot be read: {reason}") from error
        if len(data) > self.most:
            raise Refused(Code.LIMIT, f"the file is larger than {self.most:,} bytes")
        return path, data.decode("utf-8-sig", errors="replace")
