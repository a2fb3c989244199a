"""Where a new decision goes: beside those that ``archdoc list`` shows."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.cli.files import first_folder, named_folder, read_files
from sphinx_archdoc.cli.project import project_at
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.cli.project import Project
    from sphinx_archdoc.formats.adr_folder import Adopted


def place_for(root: Path, folder: Path | None) -> tuple[Project, Path]:
    """Return the decisions that count for a new one, and the folder it goes into.

    :raises Refused: decisions lie in several folders, and none has more than the others.
    """
    project = project_at(root)
    chosen = folder or named_folder(root) or _beside_others(project) or first_folder(root)
    below = _below(project.root, chosen)
    if below is not None and any(item.path.startswith(below) for item in project.folder.adopted):
        return project, chosen
    # A folder of its own, which the project's list does not show (or not yet).
    files = read_files(chosen) if chosen.is_dir() else {}
    return replace(project, root=chosen, files=files), chosen


def within(project: Project, folder: Path) -> str:
    """Return the path of a folder as the project's paths begin: empty, or with a slash."""
    return _below(project.root, folder) or ""


def _below(root: Path, folder: Path) -> str | None:
    real, place = root.resolve(), folder.resolve()
    if not place.is_relative_to(real):
        return None
    relative = place.relative_to(real).as_posix()
    return "" if relative == "." else f"{relative}/"


def _beside_others(project: Project) -> Path | None:
    counts = Counter(map(_folder, project.folder.adopted)).most_common(2)
    if not counts:
        return None
    (first, most), *others = counts
    if others and others[0][1] == most:
        said = translate(
            "decisions lie in several folders ({one} and {other}); say which with --dir"
        )
        raise Refused(said.format(one=first or ".", other=others[0][0] or "."))
    return project.root / first


def _folder(item: Adopted) -> str:
    """Return the folder of a decision; of ``adr/0001-x/README.md`` it is ``adr``."""
    folder = posixpath.dirname(item.path)
    return posixpath.dirname(folder) if item.adr.name.is_folder else folder
