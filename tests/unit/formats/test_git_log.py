"""The history of a file: read from git where there is one, refused where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.formats.git_log import Commit, GitError, last_moves, read_history, read_log

if TYPE_CHECKING:
    from pathlib import Path

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def checkout(folder: Path) -> Path:
    page = folder / "docs" / "page.md"
    page.parent.mkdir(parents=True)
    who = {"NAME": "Ann", "EMAIL": "ann@example.org", "DATE": "2026-01-29T10:00:00Z"}
    more = {
        f"GIT_{role}_{name}": text for role in ("AUTHOR", "COMMITTER") for name, text in who.items()
    }
    for number, subject in enumerate(("First", "Second: a\x1fb")):
        page.write_text(str(number), encoding="utf-8")
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", subject]):
            subprocess.run(["git", *command], cwd=folder, env=os.environ | more, check=True)
    return page


@needs_git
def test_commits_the_newest_first(tmp_path: Path) -> None:
    found = read_history(checkout(tmp_path))
    assert found == (
        Commit("2026-01-29", "Ann", "Second: a\x1fb"),
        Commit("2026-01-29", "Ann", "First"),
    )
    assert len(read_history(tmp_path / "docs" / "page.md", 1)) == 1


@needs_git
def test_a_commit_changes_a_file_of_git_also_in_a_second_working_tree(tmp_path: Path) -> None:
    page = checkout(tmp_path / "one")
    git = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run([*git, "worktree", "add", "-q", "../two"], cwd=tmp_path / "one", check=True)
    for folder in ("one", "two"):
        moves = last_moves(tmp_path / folder / page.relative_to(tmp_path / "one"))
        assert moves is not None
        before = moves.read_text(encoding="utf-8")
        subprocess.run(
            [*git, "commit", "-q", "--allow-empty", "-m", "Third"],
            cwd=tmp_path / folder,
            check=True,
        )
        assert moves.read_text(encoding="utf-8").startswith(before)
        assert moves.read_text(encoding="utf-8") != before


@pytest.mark.parametrize("said", ["gitdir: a\0b", "", "x" * 10_000])
def test_a_file_with_the_name_of_git_may_say_anything(tmp_path: Path, said: str) -> None:
    (tmp_path / ".git").write_text(said, encoding="utf-8")
    moves = last_moves(tmp_path / "page.md")
    assert moves is not None
    assert "\0" not in str(moves)


@needs_git
def test_a_repository_cannot_make_git_run_a_program(tmp_path: Path) -> None:
    page = checkout(tmp_path)
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    trap.chmod(0o755)
    with (tmp_path / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(
            f"[core]\n\tfsmonitor = {trap}\n\tpager = {trap}\n\tsshCommand = {trap}\n"
            f"[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {trap}\n"
            f"[pager]\n\tlog = {trap}\n[diff]\n\texternal = {trap}\n"
        )
    assert read_history(page)
    assert not (tmp_path / "ran").exists()


def test_no_checkout_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError):
        read_history(tmp_path / "page.md")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="not installed"):
        read_history(tmp_path / "page.md")


@needs_git
def test_git_may_not_take_long(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="longer"):
        read_history(checkout(tmp_path), seconds=0.000001)


def test_a_broken_log_is_no_fault() -> None:
    assert read_log("a\x1fb\nx\n\n") == ()
