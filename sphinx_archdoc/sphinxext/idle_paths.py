"""Patterns for decisions that fit no page: a slip that nothing else shows."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.findings import nearest
from sphinx_archdoc.sphinxext.config import ArchdocConfig

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_USUAL = ArchdocConfig().adr_paths


def idle_paths(config: ArchdocConfig, docnames: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the patterns of ``archdoc_adr_paths`` that fit no page, and what is said of each.

    Of the usual ones, which a project may have kept in its list, one that fits is enough.
    """
    if config.adr_paths == _USUAL:
        return
    idle = [pattern for pattern in config.adr_paths if not _fits(pattern, docnames)]
    for pattern in idle:
        if pattern not in _USUAL or len(idle) == len(config.adr_paths):
            hint = _hint(pattern, docnames)
            yield pattern, f"archdoc_adr_paths: no page fits {pattern!r}; {hint}"


def _fits(pattern: str, docnames: Collection[str]) -> bool:
    one = dataclasses.replace(ArchdocConfig(), adr_paths=[pattern], adr_sources={})
    return any(map(one.keeps_decisions, docnames))


def _hint(pattern: str, docnames: Collection[str]) -> str:
    if pattern.startswith(("../", "/")):
        return "archdoc_adr_sources is for folders outside the source folder"
    ending = suffix_of(pattern)
    if ending and _fits(pattern.removesuffix(ending), docnames):
        return f"names of pages have no ending: write {pattern.removesuffix(ending)!r}"
    folder = pattern.rstrip("/*")
    folders = {name.rpartition("/")[0] for name in docnames} - {""}
    within = [known for known in folders if folder.endswith(f"/{known}")]
    near = max(within, key=len, default="") or nearest(folder, sorted(folders))
    if near:
        return f"did you mean '{near}/*'? It counts from the source folder"
    return "it counts from the source folder" if folders else "no page lies in a folder"
