"""Pages that a slip keeps out: a pattern that fits none, a new decision that nothing lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import run

if TYPE_CHECKING:
    from pathlib import Path

    from building import Project

ADR = "# 1. Use X\n\n* Status: accepted\n* Deciders: [Name]\n\n## Decision\n\nText.\n"


def test_a_pattern_that_fits_no_page_is_told(project: Project) -> None:
    project.conf["archdoc_adr_paths"] = ["docs/decided/*"]
    build = project.myst().write({"decided/0001-x.md": ADR.replace("[Name]", "Ann")}).build("dummy")
    (said,) = build.warnings
    assert said == (
        f"{project.source}/conf.py:1: WARNING: archdoc_adr_paths: no page fits 'docs/decided/*'; "
        "did you mean 'decided/*'? It counts from the source folder [archdoc.config]"
    )
    assert project.build("dummy", conf={"archdoc_adr_paths": ["decided/*"]}).warnings == []


def test_a_person_who_is_asked_for_keeps_the_brackets(project: Project) -> None:
    build = project.myst().write({"adr/0001-x.md": ADR}).build()
    assert build.records()["ADR-0001"]["fields"]["deciders"] == ["[Name]"]
    assert "[Name]" in build.soup("adr/0001-x.html").get_text()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    docs = tmp_path / "docs"
    (docs / "adr").mkdir(parents=True)
    (docs / "conf.py").write_text('extensions = ["sphinx_archdoc", "myst_parser"]\n')
    (docs / "adr/0001-x.md").write_text(ADR)
    monkeypatch.chdir(tmp_path)
    return docs


def test_a_new_decision_that_nothing_lists_is_told(folder: Path) -> None:
    index = folder / "index.rst"
    index.write_text("T\n=\n\n.. toctree::\n\n   adr/0001-x\n   other\n")
    said = run("new", "adr", "Use Y")
    assert said.stdout == "docs/adr/0002-use-y.md\n"
    assert said.stderr == (
        'no table of contents lists it: add the line "adr/0002-use-y" below docs/index.rst:6\n'
    )
    index.write_text("T\n=\n\n.. toctree::\n   :glob:\n\n   adr/*\n")
    assert run("new", "adr", "Use Z").stderr == ""
    index.write_text("T\n=\n")
    assert run("new", "adr", "Use A").stderr == ""  # the project has no contents at all


def test_other_texts_in_a_folder_of_decisions_are_named(folder: Path) -> None:
    for name in ("adr/notes.txt", "adr/0003-old.docx", "adr/picture.png", "requirements.txt"):
        (folder / name).write_bytes(b"words")
    said = run("adopt", "--check", "docs").stdout
    why = "only Markdown (.md) and reStructuredText (.rst) are read"
    assert f"skipped adr/notes.txt: {why}\n" in said
    assert f"skipped adr/0003-old.docx: {why}\n" in said
    assert "picture" not in said
    assert "requirements" not in said
