"""``archdoc new``: the form of the house, both ends of a relation, a safe place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_help import BOLD, FIELDS, LIST, MADR, NYGARD, REST, TABLE, read, write
from command import run


def test_new_in_the_folder_of_decisions_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"docs/adr/0001-soap.md": NYGARD})
    monkeypatch.chdir(tmp_path / "docs/adr")
    assert run("new", "adr", "Use REST").stdout == "0002-use-rest.md\n"


def test_letters_that_the_command_line_cannot_decode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD})
    monkeypatch.chdir(tmp_path)
    accepted = ("--status", "accepted", "--supersedes", "1")
    path = run("new", "adr", "Caf\udce9", *accepted).stdout.strip()
    assert "# 2. Caf?" in Path(path).read_text(encoding="utf-8")
    assert "2. Caf?" in (tmp_path / "adr/0001-soap.md").read_text(encoding="utf-8")


HOUSES = [
    ("0001-use-soap.md", NYGARD, "0002-use-rest.md", "2. Use REST"),
    ("ADR-001-use-soap.md", BOLD, "ADR-002-use-rest.md", "ADR-002: Use REST"),
    ("0001-use-soap.md", MADR, "0002-use-rest.md", "Use REST"),
    ("20200115-use-soap.md", LIST, "20260120-use-rest.md", "Use REST"),
    ("0001_use_soap.rst", REST, "0002_use_rest.rst", "2. Use REST"),
    ("0001-use-soap.rst", FIELDS, "0002-use-rest.rst", "Use REST"),
    ("0001-use-soap.md", TABLE, "0002-use-rest.md", "Use REST"),
]


@pytest.mark.parametrize(("name", "text", "wanted", "heading"), HOUSES)
def test_new_follows_the_house_and_writes_both_ends(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
    wanted: str,
    heading: str,
) -> None:
    monkeypatch.setattr("sphinx_archdoc.cli.making.today", lambda: "2026-01-20")
    write(tmp_path, {name: text})
    old_id = next(iter(read(tmp_path).values())).record.id
    accepted = ("--status", "accepted", "--supersedes", old_id)
    made = run("new", "adr", "Use REST", "--dir", tmp_path, *accepted).output.strip()
    assert Path(made) == tmp_path / wanted
    assert heading in Path(made).read_text(encoding="utf-8").split("\n") or (
        f"# {heading}" in Path(made).read_text(encoding="utf-8").split("\n")
    )
    found = read(tmp_path)
    old, new = found[name].record, found[wanted].record
    assert (old.status.key, new.status.key) == ("superseded", "accepted")
    assert [ref.id for ref in old.superseded_by] == [new.id]
    assert [ref.id for ref in new.supersedes] == [old.id]
    assert new.date.iso == "2026-01-20"
    # Only the status of the old one changed.
    changed = [
        line
        for line in (tmp_path / name).read_text(encoding="utf-8").split("\n")
        if line not in text.split("\n")
    ]
    assert len(changed) == 1


@pytest.mark.parametrize("status", ["proposed", "rejected", "draft"])
def test_one_that_is_not_in_force_replaces_nothing_yet(tmp_path: Path, status: str) -> None:
    write(tmp_path, {"0001-use-soap.md": NYGARD})
    asked = ("--dir", tmp_path, "--status", status, "--supersedes", "1")
    done = run("new", "adr", "Use REST", *asked)
    assert (tmp_path / "0001-use-soap.md").read_text(encoding="utf-8") == NYGARD
    new = read(tmp_path)["0002-use-rest.md"].record
    assert ([ref.id for ref in new.supersedes], new.status.key) == (["ADR-0001"], status)
    (line,) = done.stderr.splitlines()
    assert line.startswith("ADR-0001 is left as it is: it holds until ADR-0002 is accepted")
    assert run("check", tmp_path).stdout == ""


def test_the_first_decision_of_a_sphinx_project_is_beside_its_pages(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "conf.py").write_text("", encoding="utf-8")
    made = run("new", "adr", "Use REST").output.strip()
    assert Path(made) == Path("docs/adr/0001-use-rest.md")
    assert Path(made).is_file()


def test_new_in_an_empty_folder_and_by_adr_dir(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(write(tmp_path, {".adr-dir": "arch/decisions\n"}))
    made = run("new", "adr", "Record   decisions").output.strip()
    assert Path(made) == tmp_path / "arch/decisions/0001-record-decisions.md"
    assert run("check").stdout == ""


@pytest.mark.parametrize("title", ["../../etc/passwd", "a/b", "..", "C:\\x", "Größe & Maß", "日本"])
def test_new_stays_in_its_folder(tmp_path: Path, title: str) -> None:
    made = Path(run("new", "adr", title, "--dir", tmp_path / "adr").output.strip())
    assert made.resolve().parent == (tmp_path / "adr").resolve()
    assert made.name.isascii()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("",), "a title has"),
        (("X", "--status", "maybe"), "no status"),
        (("X", "--supersedes", "ADR-99"), "there is no decision"),
    ],
)
def test_new_refuses_and_writes_nothing(tmp_path: Path, arguments: Any, said: str) -> None:
    write(tmp_path, {"0001-use-soap.md": NYGARD})
    assert said in run("new", "adr", *arguments, "--dir", tmp_path, code=2).output
    assert (tmp_path / "0001-use-soap.md").read_text(encoding="utf-8") == NYGARD
    assert len(list(tmp_path.iterdir())) == 1


def test_new_keeps_line_ends(tmp_path: Path) -> None:
    (tmp_path / "0001-use-soap.md").write_bytes(NYGARD.replace("\n", "\r\n").encode())
    accepted = ("--status", "accepted", "--supersedes", "1")
    run("new", "adr", "Use REST", "--dir", tmp_path, *accepted)
    data = (tmp_path / "0001-use-soap.md").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


def test_new_keeps_to_one_form_where_a_folder_has_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many of each: the newest with a status says how, as a whole."""
    madr = MADR + "\n### Consequences\n\n* Good, because y\n"
    files = {"1-soap.md": NYGARD, "2-rest.md": madr, "3-free.md": "# Poll slowly\n\nWe poll.\n"}
    write(tmp_path, {f"adr/000{name}": text for name, text in files.items()})
    monkeypatch.chdir(tmp_path)
    text = Path(run("new", "adr", "Use a queue").stdout.strip()).read_text(encoding="utf-8")
    assert text.startswith("---\nstatus: proposed\n")
    assert "\nDate:" not in text
    assert "## Status" not in text
    assert "### Consequences\n" in text
