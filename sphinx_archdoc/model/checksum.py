"""The version of what is stored and exported, and the checksum of the kinds."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx_archdoc.model.kind import Registry

#: Raised when a reader of ``archdoc.json`` would have to change.
VERSION = 1


def checksum(registry: Registry) -> int:
    """Return a number that changes with any kind, field or word: stored records depend on it."""
    facts = [
        (
            kind.name,
            kind.argument,
            kind.body,
            kind.prefix,
            kind.id_words,
            kind.title_words,
            kind.type_words,
            kind.page_form,
            [
                (
                    spec.name,
                    spec.type,
                    spec.synonyms,
                    spec.vocabulary.terms if spec.vocabulary else (),
                )
                for spec in kind.fields
            ],
        )
        for kind in registry
    ]
    return zlib.crc32(repr((VERSION, facts)).encode())


def sizes(folders: Iterable[Path]) -> int:
    """Return a number that changes with the names and sizes of the modules in these folders.

    A cheap sign of other code between two releases: sizes are the same in every installation of one
    version, which times of files are not, and no file is opened. 0 where there are no folders (a
    package in an archive).
    """
    found = 0
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                modules = sorted(
                    (entry.name, entry.stat().st_size)
                    for entry in entries
                    if entry.name.endswith(".py")
                )
        except OSError:
            continue
        found = zlib.crc32(repr((folder.name, modules)).encode(), found)
    return found
