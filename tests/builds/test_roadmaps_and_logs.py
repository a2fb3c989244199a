"""Roadmaps and change logs in whole builds, and directives of lists with any text."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from building import Project, later

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_change_log_from_git(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"page.rst": "A\n=\n\n.. change-log::\n   :from-git: 5\n"})
    (warning,) = project.build(fresh=True).warnings
    assert "in no git checkout" in warning
    who = {"NAME": "Ann", "EMAIL": "a@example.org", "DATE": "2026-01-29T10:00:00Z"}
    env = os.environ | {f"GIT_{a}_{b}": c for a in ("AUTHOR", "COMMITTER") for b, c in who.items()}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin *now* <b>"]):
        subprocess.run(["git", *command], cwd=project.source, env=env, check=True)
    build = project.build(fresh=True)
    assert build.warnings == []
    cells = [cell.get_text(strip=True) for cell in build.soup("page.html").find_all("td")]
    assert cells == ["2026-01-29", "Ann", "Begin *now* <b>"]
    assert build.records()["page-change-1"]["title"] == "Begin *now* <b>"
    assert project.build().read == set()
    amend = ["git", "commit", "-q", "--amend", "-m", "Begin later"]
    subprocess.run(amend, cwd=project.source, env=env, check=True)
    later(project.source / ".git" / "logs" / "HEAD")
    assert project.build().records()["page-change-1"]["title"] == "Begin later"


def test_a_roadmap_draws_only_what_has_a_date(tmp_path: Path) -> None:
    title = "   Soon (1-2 months)\n   -----------------"
    phases = f".. roadmap::\n{{option}}\n\n{title}\n\n   - [x] a\n   - [ ] b\n"
    dated = "   :from: 2026-01-01"
    project = Project(tmp_path).write({
        "one.rst": "A\n=\n\n" + phases.format(option=""),
        "two.rst": "B\n=\n\n" + phases.format(option=dated).replace("Soon", "Next"),
    })  # fmt: skip
    build = project.build()
    assert build.warnings == []
    assert build.soup("one.html").find("svg") is None
    assert build.soup("two.html").find("svg") is not None
    records = build.records()
    assert records["soon"]["effective_status"] == "active"
    assert "start" not in records["soon"]["fields"]
    assert records["next"]["fields"]["start"] == "2026-02-01"


HOSTILE = [
    "- [ ]", "- [x] ", "- []() {check:}", "- **a**", "-", "1. [ ] x\n2. [x]", "- [ ] a (((",
    "| a |\n|---|\n| b |", "# H", "**a**\n\n- x", "- - - [ ] deep", "text",
    "```\n- [ ] code\n```", "- ![x](y)", "- `a` → ADR-1",
]  # fmt: skip
NAMES = ["question-list", "review-checklist", "roadmap", "change-log", "document-control"]


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_directive(tmp_path: Path, name: str) -> None:
    blocks = [f"::::{{{name}}}\n{text}\n::::\n" for text in HOSTILE]
    project = Project(tmp_path).myst().write({"page.md": "# A\n\n" + "\n".join(blocks)})
    build = project.build(fresh=True)
    assert all("[archdoc." in line or "WARNING" in line for line in build.warnings)
    assert "code" in build.text("page.html")
