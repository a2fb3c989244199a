"""Documents that LaTeX has made, in tests, and their words."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from test_figures import CONF, indented

if TYPE_CHECKING:
    from pathlib import Path

    from building import Project

LETTERS = {
    "pdflatex": ["Łódź 100% & #1 → ~", "Größe ½ {x} $y$ ^z"],
    "xelatex": ["Łódź 100% & #1 → ~", "События Ωμέγα {x} $y$"],
    "lualatex": ["Łódź 100% & #1 → ~", "События Ωμέγα {x} $y$"],
}


def run(*command: str, cwd: Path) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL
    )
    return done.stdout.decode("utf-8", "replace")


def compiled(project: Project, engine: str, model: str, views: str) -> tuple[Path, str]:
    return printed(project, engine, f"Test\n====\n\n.. c4-model::\n\n{indented(model)}\n{views}")


def printed(project: Project, engine: str, page: str, runs: int = 2) -> tuple[Path, str]:
    project.conf |= CONF | {"latex_engine": engine}
    build = project.write({"index.rst": page}).build("latex")
    assert build.warnings == []
    for _ in range(runs):
        log = run(engine, "-interaction=nonstopmode", "-halt-on-error", "test.tex", cwd=build.out)
    if "fontspec Error" in log or "requires luatex85" in log:
        pytest.skip(f"the packages that Sphinx needs for {engine} are not installed")
    faults = [line for line in log.splitlines() if line.startswith("!") or "Overfull" in line]
    assert faults == []
    return build.out, log
