"""A new decision lies beside those that ``archdoc list`` shows, and is written whole or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from command import run

from sphinx_archdoc.cli.project import project_at

if TYPE_CHECKING:
    from pathlib import Path

NYGARD = "# {0}. Use {1}\n\n## Status\n\nAccepted\n\n## Context\n\nX.\n\n## Decision\n\nY.\n"


def new(*arguments: str, code: int = 0) -> str:
    return run("new", "adr", *arguments, code=code).output.strip()


def tree(folder: Path, monkeypatch: pytest.MonkeyPatch, *paths: str) -> None:
    for path in paths:
        number = int("".join(filter(str.isdigit, path)))
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(NYGARD.format(number, f"tool {path}"), encoding="utf-8")
    monkeypatch.chdir(folder)


@pytest.mark.parametrize(
    ("paths", "made"),
    [
        (("adr-003-a.md", "adr-004-b.md"), "adr-005-use-rest.md"),
        (("design/log/0007-a.md", "design/log/0008-b.md"), "design/log/0009-use-rest.md"),
        (("a/adr/0001-a.md", "a/adr/0002-b.md", "b/adr/0009-c.md"), "a/adr/0003-use-rest.md"),
        (("arch/0001-a/README.md", "arch/0002-b/README.md"), "arch/0003-use-rest.md"),
    ],
)
def test_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...], made: str
) -> None:
    tree(tmp_path, monkeypatch, *paths)
    assert new("Use REST") == made
    assert len(project_at(tmp_path).folder.adopted) == len(paths) + 1


def test_which_folder_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, monkeypatch, "a/adr/0001-a.md", "b/adr/0001-b.md")
    said = new("Use REST", code=2)
    assert "a/adr and b/adr" in said
    assert "--dir" in said
    assert new("Use REST", "--dir", "b/adr") == "b/adr/0002-use-rest.md"


def test_what_the_list_shows_can_be_superseded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, monkeypatch, "adr-003-a.md", "adr-004-b.md", "adr-005-c.md")
    olds = [word for old in ("ADR-003", "4", "ADR-004") for word in ("--supersedes", old)]
    new("Use REST", "--status", "accepted", *olds)
    read: Any = {item.record.id: item.record for item in project_at(tmp_path).folder.adopted}
    assert [str(ref) for ref in read["ADR-006"].supersedes] == ["ADR-003", "ADR-004"]
    assert [read[id_].status.key for id_ in ("ADR-003", "ADR-004", "ADR-005")] == [
        *("superseded", "superseded", "accepted")
    ]


def test_an_old_one_in_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, monkeypatch, "a/adr/0001-a.md", "a/adr/0002-b.md", "b/adr/0009-c.md")
    path = new("Use REST", "--status", "accepted", "--supersedes", "ADR-0009")
    assert "(../../b/adr/0009-c.md)" in (tmp_path / path).read_text(encoding="utf-8")
    assert f"(../../{path})" in (tmp_path / "b/adr/0009-c.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("wanted", ["", " ", "99"])
def test_no_such_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    tree(tmp_path, monkeypatch, "adr/0001-a.md")
    new("Use REST", "--supersedes", "1", "--supersedes", wanted, code=2)
    assert [path.name for path in tmp_path.rglob("*.md")] == ["0001-a.md"]
    assert "Accepted" in (tmp_path / "adr/0001-a.md").read_text(encoding="utf-8")


def test_an_old_one_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as Real

    tree(tmp_path, monkeypatch, "adr/0001-a.md", "adr/0002-b.md")
    as_it_is = Real.open

    def refused(path: Real, mode: str = "r", *more: Any, **named: Any) -> Any:
        if path.name == "0002-b.md" and "+" in mode:
            raise PermissionError(13, "Permission denied")
        return as_it_is(path, mode, *more, **named)

    monkeypatch.setattr(Real, "open", refused)
    both = ("--supersedes", "1", "--supersedes", "2")
    said = new("Use REST", "--status", "accepted", *both, code=2)
    assert said == "Error: adr/0002-b.md: Permission denied"
    assert sorted(path.name for path in tmp_path.rglob("*.md")) == ["0001-a.md", "0002-b.md"]
    assert "Accepted" in (tmp_path / "adr/0001-a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["md", "rst"])
@pytest.mark.parametrize(
    "title", ["Use a Map<String>", "Use *args", "Keep a_b_ and `x`", "Say [x](y) & <b>", "C:\\x"]
)
def test_a_title_reads_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, suffix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    rest = "Use SOAP\n========\n\n:Status: Accepted\n\nDecision\n--------\n\nX.\n"
    text = rest if suffix == "rst" else NYGARD.format(1, "SOAP")
    (tmp_path / f"0001-soap.{suffix}").write_text(text, encoding="utf-8")
    new(title)
    found = {item.record.id: item.record.title for item in project_at(tmp_path).folder.adopted}
    assert found["ADR-0002"] == title


def test_a_status_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, monkeypatch, "adr/0001-a.md")
    run("list", "--status", "zombie", code=2)
    assert "Use tool" in run("list", "--status", "Approved").output
    assert "Use tool" not in run("list", "--status", "rejected").output
