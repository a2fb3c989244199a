"""Put a project on disk in one dialect, writing only what changed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import dialect_archdoc
import dialect_needs
import dialect_plain
from markup import conf, heading

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from content import Project

DIALECTS: dict[str, ModuleType] = {
    "plain": dialect_plain,
    "archdoc": dialect_archdoc,
    "needs": dialect_needs,
}


def write(files: dict[str, str], folder: Path) -> list[str]:
    """Make ``folder`` hold exactly ``files``; return the names that changed."""
    changed = []
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    for path in folder.rglob("*.rst"):
        name = path.relative_to(folder).as_posix()
        if name not in files:
            path.unlink()
            changed.append(name)
    return changed


def write_project(project: Project, dialect: str, theme: str, folder: Path) -> list[str]:
    files: dict[str, str] = DIALECTS[dialect].render(project, theme)
    return write(files, folder)


def write_one_page(dialect: str, theme: str, folder: Path) -> None:
    """The start-up project: one page that uses nothing of the extension."""
    module = DIALECTS[dialect]
    files = {
        "conf.py": conf(module.EXTENSIONS, theme, module.CONF_EXTRA),
        "index.rst": heading("One page") + "\nOne sentence.\n",
    }
    write(files, folder)


def touch(folder: Path, pages: list[str]) -> None:
    for page in pages:
        os.utime(folder / f"{page}.rst")


def remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def remove_output(out: Path) -> None:
    remove(out, out.with_name(out.name + "-doctrees"))
