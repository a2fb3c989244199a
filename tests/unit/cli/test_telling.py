"""A command says how much it looked at, and what it could not read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from command import run

TEXT = "# 1. Use SOAP\n\nDate: 2020-01-15\n\n## Status\n\n{0}\n\n## Context\n\nX.\n\n"
TEXT += "## Decision\n\nY.\n\n## Consequences\n\nZ.\n"
CONF = "extensions = ['myst_parser', 'sphinx_archdoc']\nmyst_enable_extensions = ['colon_fence']\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "adr").mkdir()
    (tmp_path / "adr/0001-soap.md").write_text(TEXT.format("Accepted"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_how_many_were_looked_at(folder: Path) -> None:
    assert run("check").stderr == "1 record, nothing wrong\n"
    wrong = TEXT.format("Superseded by ADR-0099")
    (folder / "adr/0001-soap.md").write_text(wrong, encoding="utf-8")
    assert run("check", code=1).stderr == "1 record, 1 finding\n"


def test_none_was_found(tmp_path: Path) -> None:
    for command in ("check", "list"):
        said = run(command, str(tmp_path)).stderr
        assert said.startswith(f"no decision was found below {tmp_path} (in folders named adr, ")


@pytest.mark.parametrize("command", [("check",), ("list",), ("adopt", "--check")])
def test_a_file_that_cannot_be_read_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (folder / "adr/0002-rest.md").write_text(TEXT, encoding="utf-8")
    as_it_is = Path.read_bytes

    def refused(path: Path) -> Any:
        if path.name == "0002-rest.md":
            raise PermissionError(13, "Permission denied")
        return as_it_is(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert "adr/0002-rest.md: not read: Permission denied\n" in run(*command).stderr


def test_decisions_in_directives_are_pointed_at(folder: Path) -> None:
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    text = "# All\n\n:::{adr} Use MQ\n:id: ADR-7\n:status: accepted\n:::\n"
    (folder / "index.md").write_text(text, encoding="utf-8")
    for command in ("list", "export"):
        said = run(command, "--no-sphinx").stderr
        assert said.count("\n") == 1
        assert said.startswith("1 decision in an adr directive of . not read")
        assert run(command).stderr == ""


def test_paths_of_mounted_folders_have_no_detours(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "doc/adr").mkdir(parents=True)
    wrong = TEXT.format("Superseded by ADR-0099")
    (tmp_path / "doc/adr/0001-soap.md").write_text(wrong, encoding="utf-8")
    mounted = "archdoc_adr_sources = {'adr': '../doc/adr'}\n"
    (tmp_path / "docs/conf.py").write_text(CONF + mounted, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# All\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "doc/adr/0001-soap.md:" in run("check", code=1).stdout
    assert ".." not in run("check", code=1).stdout
    assert "file=doc/adr/0001-soap.md," in run("check", "--format", "github", code=1).stdout


def test_adopting_tells_what_check_tells(folder: Path) -> None:
    old = TEXT.format("Superseded by [3. Use MQ](0003-mq.md)").replace("SOAP", "REST")
    files = {
        "0001-rest.md": old.encode(),
        "0003-mq.md": TEXT.format("Accepted").replace("1. Use SOAP", "3. Use MQ").encode(),
        "picture.md": b"\x89PNG\r\n\x00\x00status: accepted",
        "data.md": b"# Data\n\n## Order\n\n- id: uuid\n- status: enum(open, paid, closed)\n",
    }
    for name, data in files.items():
        (folder / "adr" / name).write_bytes(data)
    said = run("adopt", "--check", "adr").stdout
    assert "skipped picture.md: the file is no text\n" in said
    assert "skipped data.md: it has neither number" in said
    assert said.count("    superseded-by: ") == 1
    assert "    superseded_by: " not in said
    checked = [
        line.partition(": WARNING: ")[2].replace(" adr/0001", " 0001")  # as seen from there
        for line in run("check", "adr", code=1).stdout.split("\n")
        if "[archdoc.number]" in line
    ]
    assert checked
    assert all(line in said for line in checked)


def test_decisions_in_a_form_that_is_not_read_are_named(folder: Path) -> None:
    for name in ("0002-x.adoc", "0003-no-ending", "adr-004-none", "Makefile", "2024.csv"):
        (folder / "adr" / name).write_text("= X\n", encoding="utf-8")
    said = run("adopt", "--check").stdout
    assert "skipped adr/0002-x.adoc: .adoc is not read" in said
    assert "skipped adr/0003-no-ending: a file without an ending is not read" in said
    assert "skipped adr/adr-004-none: a file without an ending is not read" in said
    assert "3 skipped" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_no_file_to_wait_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "adr").mkdir()
    os.mkfifo(tmp_path / "adr" / "0001-pipe.md")
    monkeypatch.chdir(tmp_path)
    assert "adr/0001-pipe.md: not read: it is no file" in run("list").stderr
