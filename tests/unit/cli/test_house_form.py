"""A new decision has the form of those beside it: headings, notation, names, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import run

from sphinx_archdoc.cli.project import project_at
from sphinx_archdoc.formats.leftovers import placeholders

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = "## Context\n\nX.\n\n## Decision\n\nY.\n\n## Consequences\n\nZ.\n"


def made(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], *more: str) -> str:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sphinx_archdoc.cli.making.today", lambda: "2026-01-20")
    done = run("new", "adr", "Use REST", *more)
    return (folder / done.stdout.strip()).read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("#")]


def test_sections_of_the_majority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        f"000{n}-x.md": f"# {n}. Use {n}\n\nDate: 2020-01-0{n}\n\n## Status\n\nAccepted\n\n"
        f"{SECTIONS}"
        f"\n## Rejected Alternatives\n\nA.\n\n## Only in {n}\n\nB.\n"
        for n in (1, 2, 3)
    }
    text = made(tmp_path, monkeypatch, files)
    assert headings(text) == [
        "# 4. Use REST", "## Status", "## Context", "## Decision", "## Consequences",
        "## Rejected Alternatives",
    ]  # fmt: skip
    assert text.startswith("# 4. Use REST\n\nDate: 2026-01-20\n\n## Status\n\nProposed\n\n")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("* Status: accepted\n* Date: 2020-01-15\n", "* Status: proposed\n* Date: 2026-01-20\n"),
        ("- **Status**: Accepted\n- **Date**: 2020-01-15\n- **Deciders**: Ann\n",
         "- **Status**: Proposed\n- **Date**: 2026-01-20\n"),
        ("**Status:** ACCEPTED  \n**Date:** 2020-01-15\n",
         "**Status:** PROPOSED  \n**Date:** 2026-01-20\n"),
        ("| Field | Value |\n| ---- | ---- |\n| Status | `Accepted` |\n| Date | 2020-01-15 |\n",
         "| Field | Value |\n| ---- | ---- |\n| Status | `Proposed` |\n| Date | 2026-01-20 |\n"),
        ("| Status | Date |\n| --- | --- |\n| Accepted | 2020-01-15 |\n",
         "| Status | Date |\n| --- | --- |\n| Proposed | 2026-01-20 |\n"),
    ],
)  # fmt: skip
def test_notation_of_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: str, expected: str
) -> None:
    files = {f"000{n}-x.md": f"# ADR-{n}: Use {n}\n\n{facts}\n{SECTIONS}" for n in (1, 2, 3)}
    text = made(tmp_path, monkeypatch, files)
    assert text.startswith(f"# ADR-4: Use REST\n\n{expected}\n## Context\n")


GERMAN = (
    "# Nutze {0}\n\n* Status: akzeptiert\n* Datum: 2020-01-15\n\n## Kontext\n\nX.\n\n"
    "## Entscheidung\n\nY.\n\n## Konsequenzen\n\nZ.\n"
)
FRENCH = (
    "# Utiliser {0}\n\n* Statut : accepté\n* Date : 2020-01-15\n\n## Contexte\n\nX.\n\n"
    "## Décision\n\nY.\n\n## Conséquences\n\nZ.\n"
)


@pytest.mark.parametrize(
    ("form", "facts", "old"),
    [
        (GERMAN,
         "* Status: vorgeschlagen\n* Datum: 2026-01-20\n* Ersetzt: [Nutze 1](0001-x.md)\n",
         "* Status: ersetzt durch [Use gRPC](0005-use-grpc.md)"),
        (FRENCH,
         "* Statut : proposé\n* Date : 2026-01-20\n* Remplace : [Utiliser 1](0001-x.md)\n",
         "* Statut : remplacé par [Use gRPC](0005-use-grpc.md)"),
    ],
)  # fmt: skip
def test_language_of_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, facts: str, old: str
) -> None:
    files = {f"000{n}-x.md": form.format(n) for n in (1, 2, 3)}
    text = made(tmp_path, monkeypatch, files, "--supersedes", "1")
    assert f"# Use REST\n\n{facts}\n" in text
    assert headings(text)[1:] == headings(form)[1:]
    accepted = ("--status", "accepted", "--supersedes", "1")
    run("new", "adr", "Use gRPC", "--dir", tmp_path, *accepted)
    assert old in (tmp_path / "0001-x.md").read_text(encoding="utf-8").split("\n")
    read = {item.record.id: item.adr for item in project_at(tmp_path).folder.adopted}
    assert [(link.field, link.id) for link in read["ADR-0004"].relations] == [
        ("supersedes", "ADR-0001")
    ]


def test_names_without_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    front = "---\nparent: Decisions\nstatus: accepted\n---\n"
    files = {f"adr-{n}.md": f"{front}# Use {n}\n\n{SECTIONS}" for n in ("cache", "queue", "log")}
    text = made(tmp_path, monkeypatch, files)
    assert (tmp_path / "adr-use-rest.md").is_file()
    assert text.startswith("---\nparent: Decisions\nstatus: proposed\n---\n\n# Use REST\n\n## Con")


def test_what_is_asked_is_a_placeholder_and_no_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = made(tmp_path, monkeypatch, {"0001-x.md": f"# 1. X\n\n{SECTIONS}"})
    asked = [line for line in text.split("\n") if line.startswith("[")]
    assert [spot.text for spot in placeholders(text)] == asked
    assert "[What do we do?]" in asked
    read = {item.record.id: item.record for item in project_at(tmp_path).folder.adopted}
    assert (read["ADR-0001"].summary, read["ADR-0002"].summary) == ("Y.", "")
