"""Cache files that several processes may write and read at the same time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that other processes see all of it or nothing; failing to is no error.

    A read-only or full disk costs time in the next build, never a picture.
    """
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)  # noqa: PTH105 - the name is a plain string already
    except OSError:
        try:
            os.unlink(name)  # noqa: PTH108
        except OSError:
            return
