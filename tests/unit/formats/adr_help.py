"""Decision records in tests: one read, alone or beside others."""

from __future__ import annotations

from typing import Any

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

ADR = kinds.load()["adr"]


def read(text: str, path: str = "0007-use-rest.md", **others: str) -> Any:
    files = {path: text.encode(), **{name: body.encode() for name, body in others.items()}}
    folder = read_folder(files, ADR)
    found = [item for item in folder.adopted if item.path == path]
    assert found, folder.skipped
    return found[0]


def beside(text: str, *paths: str, path: str = "0007-use-rest.md") -> Any:
    """Read a record that stands beside others."""
    others = dict.fromkeys(paths, "# Another\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n")
    return read(text, path, **others)


NYGARD = """\
# 7. Use REST

Date: 2026-01-15

## Status

Accepted

## Context

Clients differ.

## Decision

We use REST. It is known.

## Consequences

None.
"""
