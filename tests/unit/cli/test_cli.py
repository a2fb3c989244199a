"""The command ``archdoc`` on small folders of its own."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.main import main
from sphinx_archdoc.cli.project import project_at
from sphinx_archdoc.formats.adr_folder import read_folder

if TYPE_CHECKING:
    from click.testing import Result

ADR = kinds.load()["adr"]
NYGARD = """\
# 1. Use SOAP

Date: 2020-01-15

## Status

Accepted

## Context

Clients differ.

## Decision

We use SOAP.

## Consequences

It is known.
"""
FRONT = (
    "---\nstatus: accepted\ndate: 2020-01-15\ndecision-makers: [Ann, Bo]\nparent: Decisions\n---\n"
)
MADR = f"""{FRONT}
# Use SOAP

## Context and Problem Statement

Clients differ.

## Considered Options

* SOAP
* REST

## Decision Outcome

Chosen option: "SOAP".
"""
LIST = (
    "# Use SOAP\n\n- Status: accepted\n- Deciders: Ann\n- Date: 2020-01-15\n\n## Decision\n\nX.\n"
)
BOLD = "# ADR-001: Use SOAP\n\n**Status:** Accepted\n**Date:** 2020-01-15\n\n## Decision\n\nX.\n"
REST = "1. Use SOAP\n===========\n\nStatus\n------\n\n**Accepted**\n\nDecision\n--------\n\nX.\n"
FIELDS = "Use SOAP\n========\n\n:Status: Accepted\n:Date: 2020-01-15\n\nDecision\n--------\n\nX.\n"
TABLE = "# Use SOAP\n\n|  |  |\n|--|--|\n| Status | Accepted |\n\n## Decision\n\nX.\n"


def run(*arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def read(folder: Path) -> Any:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {item.path: item for item in read_folder(files, ADR).adopted}


def test_list(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD, "adr/0002-rest.md": MADR, "notes.md": "# N\n"})
    lines = run("list", tmp_path).output.splitlines()
    assert lines[0].split() == ["ID", "STATUS", "DATE", "TITLE"]
    assert [line.split()[0] for line in lines[1:]] == ["ADR-0001", "ADR-0002"]
    rows = json.loads(run("list", tmp_path, "--format", "json", "--status", "Accepted").output)
    assert [row["file"] for row in rows] == ["adr/0001-soap.md", "adr/0002-rest.md"]
    assert run("list", tmp_path, "--status", "rejected").output.count("\n") == 1


def test_check_says_what_is_wrong_in_three_forms(tmp_path: Path) -> None:
    old = NYGARD.replace("Accepted", "Superseded by ADR-9")
    write(tmp_path, {"adr/0001-soap.md": old})
    message = "adr ADR-0001: unknown"
    text = run("check", tmp_path, code=1)
    assert text.stdout.startswith("adr/0001-soap.md:1: WARNING: ")
    assert "ADR-9" in text.stdout
    assert "[archdoc.reference]" in text.stdout
    found = json.loads(run("check", tmp_path, "--format", "json", code=1).stdout)
    assert [(item["file"], item["code"]) for item in found] == [("adr/0001-soap.md", "reference")]
    github = run("check", tmp_path, "--format", "github", code=1).stdout
    assert github.startswith("::warning file=adr/0001-soap.md,line=1,title=archdoc.reference::adr")
    assert message not in github


def test_check_is_silent_about_what_is_right(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD})
    assert run("check", tmp_path).stdout == ""


def test_settings_of_the_project_count(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pyproject.toml": '[tool.archdoc.rules]\n"adr-stale" = "error"\n',
            "adr/0001-soap.md": NYGARD.replace("Accepted", "Proposed"),
        },
    )
    assert ": ERROR: adr ADR-0001: it is proposed since" in run("check", tmp_path, code=1).stdout
    waiver = '{rule = "adr-*", record = "ADR-0001", reason = "later", until = "2999-01-01"}'
    toml = f'[tool.archdoc]\nwaivers = [{waiver}]\n[tool.archdoc.rules]\n"*" = "warning"\n'
    write(tmp_path, {"pyproject.toml": toml})
    assert run("check", tmp_path).stdout == ""


@pytest.mark.parametrize(
    "toml",
    [
        "[tool\n",
        "[tool]\narchdoc = 3\n",
        "[tool.archdoc]\nrulez = 1\n",
        '[tool.archdoc.rules]\na = "loud"\n',
        "[tool.archdoc]\nrules = ['*']\n",
        "[tool.archdoc]\nwaivers = 3\n",
        "[tool.archdoc]\nwaivers = ['x']\n",
        "[[tool.archdoc.waivers]]\nrule = 'a'\nrecord = 'b'\nreason = 'c'\nuntil = 'soon'\n",
        "[tool.archdoc]\nstatus_words = ['gilt']\n",
        "[tool.archdoc.status_words]\naccepted = ['gilt']\n",
        "[tool.archdoc]\nstale_days = true\n",
    ],
)
def test_wrong_settings_are_said(tmp_path: Path, toml: str) -> None:
    write(tmp_path, {"pyproject.toml": toml, "adr/0001-soap.md": NYGARD})
    said = run("check", tmp_path, code=2).output
    assert said.startswith("Error: ")
    assert "pyproject.toml: " in said


def test_a_waiver_may_end_on_a_date_of_toml(tmp_path: Path) -> None:
    waiver = "[[tool.archdoc.waivers]]\nrule = 'adr-*'\nrecord = 'ADR-0001'\nreason = 'moved'\n"
    write(tmp_path, {"pyproject.toml": f"{waiver}until = 2020-01-31\n", "adr/0001-a.md": NYGARD})
    assert "ended on 2020-01-31" in run("check", tmp_path, code=1).stdout


def test_settings_beside_a_foreign_tool_entry_count_for_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "tool = 3\n", "adr/0001-soap.md": NYGARD})
    assert run("check", tmp_path).stdout == ""


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
    path = run("new", "adr", "Caf\udce9", "--supersedes", "1").stdout.strip()
    assert "# 2. Caf?" in Path(path).read_text(encoding="utf-8")
    assert "2. Caf?" in (tmp_path / "adr/0001-soap.md").read_text(encoding="utf-8")


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
    made = run("new", "adr", "Use REST", "--dir", tmp_path, "--supersedes", old_id).output.strip()
    assert Path(made) == tmp_path / wanted
    assert heading in Path(made).read_text(encoding="utf-8").split("\n") or (
        f"# {heading}" in Path(made).read_text(encoding="utf-8").split("\n")
    )
    found = read(tmp_path)
    old, new = found[name].record, found[wanted].record
    assert (old.status.key, new.status.key) == ("superseded", "proposed")
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


def test_findings_of_a_folder_below_have_its_path(tmp_path: Path, monkeypatch: Any) -> None:
    text = MADR.replace("status: accepted", "status: superseded by ADR-0099")
    monkeypatch.chdir(write(tmp_path, {"docs/adr/0001-soap.md": text}))
    github = run("check", "docs", "--format", "github", code=1).stdout
    assert github.startswith("::warning file=docs/adr/0001-soap.md,line=")
    assert run("check", "docs", code=1).stdout.startswith("docs/adr/0001-soap.md:")
    found = json.loads(run("check", "docs", "--format", "json", code=1).stdout)
    assert {item["file"] for item in found} == {"adr/0001-soap.md"}


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
    run("new", "adr", "Use REST", "--dir", tmp_path, "--supersedes", "1")
    data = (tmp_path / "0001-use-soap.md").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


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


def test_a_waiver_that_ended_is_said(tmp_path: Path) -> None:
    waiver = "[[tool.archdoc.waivers]]\nrule = 'adr-*'\nrecord = 'ADR-0001'\nreason = 'moved'\n"
    over = f"{waiver}until = '2020-01-31'\n"
    write(tmp_path, {"adr/0001-a.md": NYGARD, "pyproject.toml": over})
    said = run("check", tmp_path, code=1).stdout
    assert said.startswith("pyproject.toml:1: WARNING: the waiver of adr-* for ADR-0001 ended on")
    assert "2020-01-31 (moved); remove it, or give it another day [archdoc.waiver]" in said
    write(tmp_path, {"pyproject.toml": f"{waiver}until = '2999-01-31'\n"})
    assert run("check", tmp_path).stdout == ""
    write(tmp_path, {"pyproject.toml": f"{over}[tool.archdoc.rules]\nwaiver = 'off'\n"})
    assert run("check", tmp_path).stdout == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_check_against_a_revision(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@b.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *arguments], cwd=tmp_path, check=True, capture_output=True)

    two = NYGARD.replace("1. Use SOAP", "2. Use REST")
    three = NYGARD.replace("1. Use SOAP", "3. Use XML").replace("Accepted", "Proposed")
    write(tmp_path, {"adr/0001-soap.md": NYGARD, "adr/0002-rest.md": two, "adr/0003-xml.md": three})
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert run("check", tmp_path, "--base", "HEAD").stdout == ""
    (tmp_path / "adr/0001-soap.md").unlink()
    (tmp_path / "adr/0003-xml.md").unlink()
    (tmp_path / "adr/0002-rest.md").rename(tmp_path / "adr/0004-rest.md")
    write(tmp_path, {"adr/0001-grpc.md": NYGARD.replace("SOAP", "gRPC"),
                     "adr/0004-rest.md": two.replace("2.", "4.")})  # fmt: skip
    said = run("check", tmp_path, "--base", "HEAD", code=1).stdout
    assert "the accepted decision adr/0001-soap.md was deleted" in said
    assert "adr/0002-rest.md has the number 0004 now" in said
    assert "the number 0001 was adr/0001-soap.md's" in said
    assert "xml" not in said
    assert run("check", tmp_path, "--base", "--output=x", code=2).output.startswith("Error")
    assert "git: " in run("check", tmp_path, "--base", "no-such", code=2).output


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_decisions_in_directives_are_kept_too(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@b.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def block(id_: str, title: str, status: str = "accepted") -> str:
        return f":::{{adr}} {title}\n:id: {id_}\n:status: {status}\n\nX.\n:::\n\n"

    rest = ".. adr:: Use XML\n   :id: ADR-9\n\n   X.\n"
    kept = block("ADR-1", "Use REST") + "```{adr} Use MQ\n---\nid: ADR-2\n---\nX.\n```\n"
    gone = block("ADR-3", "Use SOAP") + block("ADR-4", "Use CSV", "proposed")
    write(tmp_path, {"docs/a.md": kept + gone, "docs/b.rst": rest, "adr/0007-x.md": NYGARD})
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert "deleted" not in run("check", tmp_path, "--base", "HEAD", code=1).stdout
    write(tmp_path, {"docs/a.md": kept.replace("ADR-2", "ADR-20"), "docs/b.rst": "Nothing\n"})
    said = run("check", tmp_path, "--base", "HEAD", code=1).stdout
    assert "adr ADR-3: the accepted decision in docs/a.md was deleted" in said
    assert "adr ADR-9: the accepted decision in docs/b.rst was deleted" in said
    assert "adr ADR-2: its id is ADR-20 now; keep the id of a merged decision" in said
    assert "ADR-1" not in said.replace("ADR-10", "")
    assert "ADR-4" not in said
    # A page may become a directive.
    (tmp_path / "adr/0007-x.md").unlink()
    assert "adr/0007-x.md was deleted" in run("check", tmp_path, "--base", "HEAD", code=1).stdout
    write(tmp_path, {"docs/b.rst": rest.replace("ADR-9", "ADR-0007")})
    assert "adr/0007-x.md" not in run("check", tmp_path, "--base", "HEAD", code=1).stdout
    # The words of conf.py count: what they call accepted is history.
    write(tmp_path, {"docs/a.md": kept + gone, "docs/conf.py": ""})
    said = run("check", tmp_path, "--no-sphinx", "--base", "HEAD", code=1).stdout
    assert "ADR-4" not in said.replace("ADR-40", "")
    words = 'archdoc_status_words = {"adr": {"proposed": "accepted"}}\n'
    write(tmp_path, {"docs/a.md": kept, "docs/conf.py": words})
    said = run("check", tmp_path, "--no-sphinx", "--base", "HEAD", code=1).stdout
    assert "adr ADR-4: the accepted decision in docs/a.md was deleted" in said


def test_check_finds_what_a_build_finds(tmp_path: Path) -> None:
    files = {
        "adr/0001-soap.md": NYGARD.replace("Accepted", "Superseded"),
        "adr/0001-xml.md": NYGARD.replace("1. Use SOAP", "2. Use XML"),
        "adr/0003-rest.md": NYGARD.replace("1. Use SOAP", "3. Use REST").replace(
            "Accepted", "Finished\n\nSupersedes ADR-1 and ADR-77"
        ),
        "adr/0004-odd.md": "---\nstatus: [a\n---\n# 4. Odd\n\nDate: 05/06/2026\n\n## Decision\n\nX",
    }
    write(tmp_path, files)
    pure = json.loads(run("check", tmp_path, "--format", "json", code=1).stdout)
    assert {item["code"] for item in pure} == {
        *("number", "successor", "status", "ambiguous", "reference", "date", "data"),
    }
    conf = "extensions = ['myst_parser', 'sphinx_archdoc']\nsuppress_warnings = ['myst', 'toc']\n"
    write(tmp_path, {"conf.py": conf, "index.md": "# All\n"})
    built = json.loads(run("check", tmp_path, "--format", "json", code=1).stdout)

    def shown(found: Any) -> Any:
        return sorted((item["file"], item["line"], item["code"], item["message"]) for item in found)

    assert shown(built) == shown(pure)


def test_a_project_that_sphinx_cannot_read(tmp_path: Path) -> None:
    write(tmp_path, {"conf.py": "raise ValueError('no')\n", "index.rst": "All\n===\n"})
    assert "conf.py" in run("check", tmp_path, code=2).output


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"outside.md": NYGARD, "project/adr/0001-soap.md": NYGARD})
    link = tmp_path / "project/adr/0002-outside.md"
    try:
        link.symlink_to(tmp_path / "outside.md")
    except OSError:
        pytest.skip("no symbolic links here")
    assert [item.path for item in project_at(tmp_path / "project").folder.adopted] == [
        "adr/0001-soap.md"
    ]


def test_the_package_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_archdoc", "--version"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "archdoc" in done.stdout


def test_the_rule_is_told_beside_a_conf(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_archdoc"]\n')
    (tmp_path / "index.rst").write_text(
        "A\n=\n\n.. adr:: One\n   :id: ADR-1\n   :status: wibble\n   :affects: gone\n"
    )
    for _ in range(2):  # the second time from what is kept
        done = run("check", tmp_path, "--format", "json", code=1)
        rules = {(item["code"], item["rule"]) for item in json.loads(done.stdout)}
        assert rules >= {("reference", "unknown_reference"), ("status", "status")}
