"""The compiled layout engine in a folder of our own.

It is machine code: nothing but what we wrote there ourselves is ever loaded. The folder's name says
what it was made from, the file's name is the hash of what it holds: a file that was cut off, or is
half of one and half of another, is never loaded.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.cachefile import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIX = ".cwasm"


def folder_of(cache_dir: Path, code: Path, runtime: str) -> Path:
    """Return the folder for a module compiled by this version of the runtime on this platform."""
    with code.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    # "epoch": the one setting of the compiler that is not its default.
    digest.update(f"{runtime} {sys.platform} {platform.machine()} epoch".encode())
    return cache_dir / f"graphviz-{digest.hexdigest()[:32]}"


def find(folder: Path) -> Path | None:
    """Return the compiled module if there is a whole one."""
    try:
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == path.stem:
                    return path
    except OSError:
        pass
    return None


def keep(folder: Path, compiled: bytes) -> None:
    """Keep a compiled module; that it cannot be kept is no error."""
    write_atomically(folder / f"{hashlib.sha256(compiled).hexdigest()}{_SUFFIX}", compiled)
