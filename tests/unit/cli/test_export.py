"""``archdoc export``: MADR without a loss, other forms, and where it may write."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from cli_help import ADR, BOLD, FIELDS, LIST, MADR, NYGARD, REST, TABLE, read, write
from command import run
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "adr", "-o", "adr"),
        ("export", "adr", "-o", "adr/0001-soap.md/x.json"),
        ("export", "adr", "--to", "madr", "-o", "adr"),
        ("export", "adr", "--to", "madr", "-o", "adr/0001-soap.md/x"),
        ("snippets", "-o", "adr"),
        ("new", "adr", "Use REST", "--dir", "adr/0001-soap.md/x"),
    ],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD})
    monkeypatch.chdir(tmp_path)
    assert "Error: adr" in run(*arguments, code=2).stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["adr", "0001-soap.md"]


def test_export_makes_the_folder_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD})
    run("export", tmp_path / "adr", "-o", tmp_path / "out/a/archdoc.json")
    assert "Use SOAP" in (tmp_path / "out/a/archdoc.json").read_text(encoding="utf-8")


FORMS = {
    "0001-a.md": NYGARD,
    "0002-b.md": MADR,
    "0003-c.md": LIST,
    "0004-d.md": BOLD,
    "0005-e.rst": REST,
    "0006-f.rst": FIELDS,
    "0007-g.md": TABLE,
    "0008-h.md": NYGARD.replace("Accepted", "Superseded by [9](0009-i.md), see note: **x**"),
    "0009-i.md": MADR.replace("date:", "supersedes: [ADR-0008 (clause 2)]\ndate:"),
}


def test_madr_round_trip_loses_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "adr", FORMS)
    run("export", source, "--to", "madr", "-o", tmp_path / "out")
    before, after = read(source), read(tmp_path / "out")
    assert len(after) == len(before) == len(FORMS)
    for path, item in before.items():
        back = after[f"{path.rpartition('.')[0]}.md"]
        for spec in ADR.fields:
            old, new = getattr(item.record, spec.name), getattr(back.record, spec.name)
            assert getattr(new, "key", new) == getattr(old, "key", old), (path, spec.name)
        assert (back.record.id, back.record.title) == (item.record.id, item.record.title)
        assert back.record.summary == item.record.summary
        keys = [part.key for part in item.record.sections if part.key]
        assert [part.key for part in back.record.sections if part.key] == keys
        assert not back.adr.problems


def test_other_exports(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-a.md": NYGARD, "adr/0002-b.md": MADR.replace("# Use", "# =Use")})
    schema = json.loads(run("schema").output)
    Draft202012Validator(schema).validate(json.loads(run("export", tmp_path).output))
    rows = list(csv.DictReader(run("export", tmp_path, "--to", "csv").output.splitlines()))
    assert [row["id"] for row in rows] == ["ADR-0001", "ADR-0002"]
    assert rows[1]["title"] == "'=Use SOAP"
    needs = json.loads(run("export", tmp_path, "--to", "needs").output)
    assert needs["versions"][""]["needs"]["ADR-0001"]["status"] == "accepted"
    out = tmp_path / "out.json"
    text = run("export", tmp_path, "--to", "markdown").output
    assert text.startswith("# Architecture decisions\n\n## Architecture decisions (")
    run("export", tmp_path, "--to", "json-adr", "-o", out)
    first = json.loads(out.read_text(encoding="utf-8"))[0]
    assert first["sections"][-1] == {
        "key": "consequences", "title": "Consequences", "text": "It is known.",
    }  # fmt: skip
