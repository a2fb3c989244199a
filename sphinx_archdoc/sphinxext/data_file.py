"""Opening the data file an option names: only where that is allowed, never too much of it."""

from __future__ import annotations

import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.sphinxext.base import ArchDirective


def read_data_file(directive: ArchDirective, name: str) -> bytes | None:
    """Return the content of the file, or None after a warning that says why not.

    The path is relative to the page (or to the source folder with a leading slash). Symbolic links
    are followed first; what they lead to must lie below the source folder or a folder that
    ``archdoc_data_dirs`` names, and must be a regular file of at most ``archdoc_max_file_bytes``.
    """
    said = partial(directive.warn, option="file")
    if not directive.state.document.settings.file_insertion_enabled:
        said(Code.PATH, f"reading files is switched off; {name!r} is not read")
        return None
    env, config = directive.env, directive.domain.config
    if "\0" in name:
        said(Code.PATH, "the file name holds a NUL character; it is not read")
        return None
    try:
        relative, written = env.relfn2path(name)
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle, names too long
        said(Code.PATH, f"cannot read {name!r}: {_why(error, name)}")
        return None
    # Also what may not be read now: another file may take its place.
    env.note_dependency(relative)
    source = Path(env.srcdir)
    roots = [source, *(source / extra for extra in config.data_dirs)]
    try:
        # Not strictly: whether a file outside exists is nobody's business.
        path = Path(written).resolve()
        allowed = _inside(path, roots)
        mode = path.stat().st_mode if allowed else 0
    except (OSError, RuntimeError) as error:
        said(Code.PATH, f"cannot read {name!r}: {_why(error, name)}")
        return None
    if not allowed:
        said(
            Code.PATH,
            f"{name!r} lies outside the source folder; name its folder in archdoc_data_dirs",
        )
        return None
    if not stat.S_ISREG(mode):
        said(Code.PATH, f"{name!r} is no regular file")
        return None
    limit = config.max_file_bytes
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        said(
            Code.LIMIT, f"{name!r} is larger than archdoc_max_file_bytes ({limit}); it is not read"
        )
        return None
    return data


def _inside(path: Path, roots: Iterable[Path]) -> bool:
    return any(path.is_relative_to(root.resolve()) for root in roots)


def _why(error: Exception, name: str) -> str:
    # The operating system's words without the absolute path.
    why = getattr(error, "strerror", "") or type(error).__name__
    return f"{why}; write / between folders" if "\\" in name else why
