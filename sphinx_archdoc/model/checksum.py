"""The version of what is stored and exported, and the checksum of the kinds."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
