"""A decision is replaced: its status changes, or it gets one, and no other word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.cli import making
from sphinx_archdoc.cli.files import read_files
from sphinx_archdoc.cli.making import make
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.formats.adr_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

REST = "[2. Use REST](0002-use-rest.md)"
OPTIONS = "\n## Considered Options\n\n* SOAP\n\n## Decision Outcome\n\nSOAP.\n"


def replaced(folder: Path, text: str, name: str = "0001-soap.md", **others: str) -> list[str]:
    """Replace a decision; return the lines of it that are new."""
    for path, body in {name: text, **others}.items():
        (folder / path).write_text(body, encoding="utf-8")
    make(folder, folder, "Use REST", "accepted", [name])
    after = (folder / name).read_text(encoding="utf-8").split("\n")
    read = {item.path: item.record for item in read_folder(read_files(folder), ADR).adopted}
    old: Any = read[name]
    assert old.status.key == "superseded"
    assert [ref.id for ref in old.superseded_by] == ["ADR-0002"]
    new: Any = next(record for path, record in read.items() if "use-rest" in path)
    assert [ref.id for ref in new.supersedes] == [old.id]
    return [line for line in after if line not in text.split("\n")]


ADR = kinds.load()["adr"]
SIBLING = {
    "list": "# 0. Use SMTP\n\n* Status: accepted\n\n## Decision\n\nX.\n",
    "line": "# 0. Use SMTP\n\n**Status:** Accepted\n\n## Decision\n\nX.\n",
    "heading": "# 0. Use SMTP\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n",
}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("---\nparent: D\n---\n\n# Use SOAP\n" + OPTIONS, ['status: "superseded by ADR-0002"']),
        ("# Use SOAP\n" + OPTIONS, ["---", 'status: "superseded by ADR-0002"', "---"]),
        ("# 1. Use SOAP\n\n## Context\n\nX.\n\n## Decision\n\nY.\n",
         ["## Status", f"Superseded by {REST}"]),
    ],
)  # fmt: skip
def test_one_without_a_status_gets_one(tmp_path: Path, text: str, added: list[str]) -> None:
    assert replaced(tmp_path, text) == added


@pytest.mark.parametrize(
    ("house", "text", "added"),
    [
        ("list", "# 1. Use SOAP\n\n* Date: 2026-01-20\n\n## Decision\n\nY.\n",
         [f"* Status: superseded by {REST}"]),
        ("list", "# 1. Use SOAP\n\nOrders arrive.\n\n## Decision\n\nY.\n",
         [f"* Status: superseded by {REST}"]),
        ("line", "# 1. Use SOAP\n\n## Decision\n\nY.\n", [f"**Status:** Superseded by {REST}"]),
        ("heading", "# 1. Use SOAP\n\nDate: 2026-01-20\n\n## Decision\n\nY.\n",
         ["## Status", f"Superseded by {REST}"]),
    ],
)  # fmt: skip
def test_it_stands_where_the_folder_has_it(
    tmp_path: Path, house: str, text: str, added: list[str]
) -> None:
    assert replaced(tmp_path, text, **{"0000-smtp.md": SIBLING[house]}) == added


@pytest.mark.parametrize(
    ("sibling", "text", "added"),
    [
        ("0. Use SMTP\n===========\n\n:Status: Accepted\n\nDecision\n--------\n\nX.\n",
         "1. Use SOAP\n===========\n\n:Date: 2026-01-20\n\nDecision\n--------\n\nY.\n",
         [":Status: Superseded by :doc:`2. Use REST <0002-use-rest>`"]),
        ("0. Use SMTP\n===========\n\nStatus\n------\n\nAccepted\n\nDecision\n--------\n\nX.\n",
         "1. Use SOAP\n===========\n\nContext\n*******\n\nX.\n\nDecision\n********\n\nY.\n",
         ["Status", "******", "Superseded by :doc:`2. Use REST <0002-use-rest>`"]),
    ],
)  # fmt: skip
def test_in_rest(tmp_path: Path, sibling: str, text: str, added: list[str]) -> None:
    assert replaced(tmp_path, text, "0001-soap.rst", **{"0000-smtp.rst": sibling}) == added


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("Accepted", f"Superseded by {REST}"),
        ("**Accepted**", f"Superseded by {REST}"),
        ("Accepted and used in v7.1 of the shop",
         f"Superseded by {REST}. Before: Accepted and used in v7.1 of the shop"),
        ("**Accepted** *2026-01-20*", f"Superseded by {REST}. Before: **Accepted** *2026-01-20*"),
    ],
)  # fmt: skip
def test_no_word_of_a_status_is_lost(tmp_path: Path, said: str, added: str) -> None:
    text = f"# 1. Use SOAP\n\n## Status\n\n{said}\n\n## Decision\n\nY.\n"
    assert replaced(tmp_path, text) == [added]


def test_a_code_span_is_opened_for_the_link(tmp_path: Path) -> None:
    text = "# 1. Use SOAP\n\n| | |\n|---|---|\n| Status | `Proposed` |\n\n## Decision\n\nY.\n"
    assert replaced(tmp_path, text) == [f"| Status | Superseded by {REST} |"]


@pytest.mark.parametrize(
    ("line", "added"),
    [
        ("* Status: superseded by [0](0000-smtp.md)",
         f"* Status: superseded by {REST}; before: superseded by [0](0000-smtp.md)"),
        ("---\nstatus: superseded by ADR-0000\n---",
         'status: "superseded by ADR-0002; before: superseded by ADR-0000"'),
        ('---\nstatus: "accepted, in part"\n---',
         'status: "superseded by ADR-0002; before: accepted, in part"'),
        ("---\nstatus: accepted # since May\n---",
         'status: "superseded by ADR-0002" # since May'),
    ],
)  # fmt: skip
def test_what_stood_there_before_stays(tmp_path: Path, line: str, added: str) -> None:
    front, rest = ("", f"{line}\n") if line.startswith("*") else (f"{line}\n", "")
    text = f"{front}# 1. Use SOAP\n\n{rest}\n## Decision\n\nY.\n"
    (tmp_path / "0000-smtp.md").write_text(SIBLING["list"], encoding="utf-8")
    (tmp_path / "0001-soap.md").write_text(text, encoding="utf-8")
    made = make(tmp_path, tmp_path, "Use REST", "accepted", ["0001-soap.md"])
    after = (tmp_path / "0001-soap.md").read_text(encoding="utf-8").split("\n")
    assert made.endswith("0002-use-rest.md")
    assert [item for item in after if item not in text.split("\n")] == [added]
    read = {item.path: item.record for item in read_folder(read_files(tmp_path), ADR).adopted}
    old: Any = read["0001-soap.md"]
    assert "ADR-0002" in [ref.id for ref in old.superseded_by]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("cp1252", b""),
    ],
)
def test_a_file_keeps_its_encoding(tmp_path: Path, codec: str, mark: bytes, newline: str) -> None:
    text = "# 1. Für SOAP\n\n## Status\n\nAccepted\n".replace("\n", newline)
    path = tmp_path / "0001-soap.md"
    path.write_bytes(mark + text.encode(codec))
    make(tmp_path, tmp_path, "Use REST", "accepted", ["1"])
    changed = text.replace("Accepted", f"Superseded by {REST}")
    assert path.read_bytes() == mark + changed.encode(codec)


def test_a_title_that_the_encoding_has_no_letters_for(tmp_path: Path) -> None:
    path = tmp_path / "0001-soap.md"
    path.write_bytes("# 1. Für SOAP\n\n## Status\n\nAccepted\n".encode("cp1252"))
    make(tmp_path, tmp_path, "Ω", "accepted", ["1"])
    text = path.read_bytes().decode("utf-8")
    assert "Für SOAP" in text
    assert "Superseded by [2. Ω]" in text


def test_what_was_written_is_put_back_where_a_later_file_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n"
    texts = {f"000{n}-a.md": f"# {n}. A{n}{body}" for n in (1, 2, 3)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    fill = making._fill
    filled = []

    def failing(file: Any, content: bytes) -> None:
        filled.append(file.name)
        if len(filled) == 2:
            file.write(b"half of it")
            raise OSError(28, "No space left on device")
        fill(file, content)

    monkeypatch.setattr(making, "_fill", failing)
    with pytest.raises(Refused, match="No space left"):
        make(tmp_path, tmp_path, "New", "accepted", [*texts])
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == texts


@pytest.mark.parametrize(
    ("status", "after"),
    [
        ("## Status\n\nDraft -> Accepted\n", "Draft -> Accepted -> Superseded by ["),
        ("Status: Draft → Accepted\n", "Status: Draft → Accepted → Superseded by ["),
    ],
)
def test_a_history_gets_one_step_more(tmp_path: Path, status: str, after: str) -> None:
    (tmp_path / "adr").mkdir()
    old = tmp_path / "adr/0001-x.md"
    old.write_text(f"# 1. X\n\n{status}\n## Decision\n\nX.\n", encoding="utf-8")
    make(tmp_path, tmp_path / "adr", "Y", "accepted", ["1"])
    assert after in old.read_text(encoding="utf-8")


def test_a_word_that_one_decision_has_is_not_the_houses(tmp_path: Path) -> None:
    (tmp_path / "adr").mkdir()
    for number, status in enumerate(("accepted", "accepted", "on hold"), 1):
        text = f"---\nstatus: {status}\n---\n# X\n\n## Decision\n\nX.\n"
        (tmp_path / f"adr/000{number}-x.md").write_text(text, encoding="utf-8")
    make(tmp_path, tmp_path / "adr", "Y", "proposed", [])
    assert "status: proposed\n" in (tmp_path / "adr/0004-y.md").read_text(encoding="utf-8")
