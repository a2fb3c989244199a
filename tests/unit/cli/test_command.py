"""The command itself: ``list``, ``adopt --check``, terminals of any encoding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from cli_help import MADR, NYGARD, write
from command import run

if TYPE_CHECKING:
    from pathlib import Path


def test_list(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD, "adr/0002-rest.md": MADR, "notes.md": "# N\n"})
    lines = run("list", tmp_path).output.splitlines()
    assert lines[0].split() == ["ID", "STATUS", "DATE", "TITLE"]
    assert [line.split()[0] for line in lines[1:]] == ["ADR-0001", "ADR-0002"]
    rows = json.loads(run("list", tmp_path, "--format", "json", "--status", "Accepted").output)
    assert [row["file"] for row in rows] == ["adr/0001-soap.md", "adr/0002-rest.md"]
    assert run("list", tmp_path, "--status", "rejected").output.count("\n") == 1


def spoken(*arguments: str | Path, coding: str) -> bytes:
    """Return what the command prints into a pipe whose encoding is not UTF-8."""
    done = subprocess.run(
        [sys.executable, "-c", "from sphinx_archdoc.cli.main import main; main()", *arguments],
        env={**os.environ, "PYTHONIOENCODING": coding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.stdout


def test_terminals_without_a_sign_get_a_code_and_programs_always_utf8(tmp_path: Path) -> None:
    text = NYGARD.replace("Use SOAP", "Später → 日本")
    write(tmp_path, {"adr/0001-soap.md": text.replace("Accepted", "Nope%")})
    listed = spoken("list", tmp_path, coding="cp1252")
    assert "Später \\u2192 \\u65e5".encode("cp1252") in listed
    found = spoken("list", "--format", "json", tmp_path, coding="cp1252")
    assert json.loads(found.decode())[0]["title"] == "Später → 日本"
    remarks = spoken("check", "--format", "github", tmp_path, coding="ascii").decode()
    assert remarks.startswith("::warning file=")
    assert "Nope%25" in remarks


def test_adopt_tells_facts_places_and_skipped_files(tmp_path: Path) -> None:
    write(tmp_path, {"0001-soap.md": NYGARD, "template.md": NYGARD, "x.adoc": "= X\n"})
    text = run("adopt", "--check", tmp_path).output
    assert "0001-soap.md  →  ADR-0001" in text
    assert "    status: accepted  (line 5, heading)" in text
    assert "skipped template.md: a template" in text
    found = json.loads(run("adopt", "--check", tmp_path, "--format", "json").output)
    assert [item["file"] for item in found["skipped"]] == ["template.md", "x.adoc"]
    assert found["records"][0]["facts"][0] == {
        "field": "title", "value": "Use SOAP", "line": 1, "where": "heading", "sure": "sure",
    }  # fmt: skip


def test_the_package_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_archdoc", "--version"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "archdoc" in done.stdout
