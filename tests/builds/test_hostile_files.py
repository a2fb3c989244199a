"""Data files from anywhere: only what lies below the source folder is read, and never too much."""

from __future__ import annotations

import os
import resource
from typing import TYPE_CHECKING

import pytest
from hostile import live, no_traceback, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build, Project

GOOD = "ID,Risk,Impact,Likelihood\nR-1,A good row,high,low\n"
STAYS = ":::{risk} Stays\n:id: R-900\n:::\n"
LEAK = "ID,Risk\nR-66,secret\n"


def build(project: Project, ending: str, name: str, **conf: object) -> Build:
    """Build a page whose fourth (reST) or third (MyST) line names a file, beside a good record."""
    project.myst()
    if ending == "rst":
        page = (
            f"Page\n====\n\n.. risk-table::\n   :file: {name}\n\n.. risk:: Stays\n   :id: R-900\n"
        )
    else:
        page = f"# Page\n\n\n:::{{risk-table}}\n:file: {name}\n:::\n\n{STAYS}"
    made = project.write({f"page.{ending}": page}).build(conf=conf)
    assert no_traceback(made)
    assert live(made) == []
    assert "R-900" in made.records()
    return made


def warned(made: Build, ending: str, *codes: str) -> None:
    assert tuple(made.codes()) == codes
    assert all(f"page.{ending}:5: " in line for line in made.warnings if "[archdoc." in line)
    assert "secret" not in text_of(made)
    assert "secret" not in made.text("archdoc.json")


OUTSIDE = (
    "../secret.csv",
    "/../secret.csv",
    "sub/../../secret.csv",
    "linked.csv",
    "folder/secret.csv",
)


@pytest.mark.parametrize("ending", ["rst", "md"])
@pytest.mark.parametrize("name", [*OUTSIDE, "{absolute}"])
def test_outside(project: Project, ending: str, name: str) -> None:
    secret = project.folder / "secret.csv"
    secret.write_text(LEAK, encoding="utf-8")
    (project.folder / "secrets").mkdir()
    (project.folder / "secrets" / "secret.csv").write_text(LEAK, encoding="utf-8")
    (project.source / "sub").mkdir()
    (project.source / "linked.csv").symlink_to(secret)
    (project.source / "folder").symlink_to(project.folder / "secrets")
    warned(build(project, ending, name.format(absolute=secret)), ending, "path")


def test_allowed_folder(project: Project) -> None:
    (project.folder / "data").mkdir()
    (project.folder / "data" / "risks.csv").write_text(GOOD, encoding="utf-8")
    made = build(project, "rst", "../data/risks.csv", archdoc_data_dirs=["../data"])
    assert made.warnings == []
    assert "R-1" in made.records()


@pytest.mark.parametrize("ending", ["rst", "md"])
@pytest.mark.parametrize(
    "name", ["gone.csv", "sub", ".", "zero.csv", "pipe.csv", "loop.csv", "x\x00.csv"]
)
def test_no_regular_file(project: Project, ending: str, name: str) -> None:
    (project.source / "sub").mkdir()
    (project.source / "zero.csv").symlink_to("/dev/zero")
    (project.source / "loop.csv").symlink_to("loop.csv")
    os.mkfifo(project.source / "pipe.csv")
    made = build(project, ending, name)
    assert "path" in made.codes()
    assert {*made.codes()} <= {"path", "text"}  # the NUL is removed first


def test_too_large(project: Project) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with (project.source / "huge.csv").open("wb") as file:
        file.truncate(2_000_000_000)
    warned(build(project, "rst", "huge.csv"), "rst", "limit")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_too_many_rows(project: Project) -> None:
    rows = "".join(f"R-{n},row {n}\n" for n in range(60))
    (project.source / "many.csv").write_text(f"ID,Risk\n{rows}", encoding="utf-8")
    made = build(project, "rst", "many.csv", archdoc_max_rows=50)
    assert made.codes() == ["limit"]
    assert "many.csv:52: " in made.warnings[0]
    assert len(made.records()) == 51


@pytest.mark.parametrize("ending", ["rst", "md"])
def test_switched_off_by_docutils(project: Project, ending: str) -> None:
    (project.source / "risks.csv").write_text(GOOD, encoding="utf-8")
    (project.source / "docutils.conf").write_text(
        "[general]\nfile_insertion_enabled: no\n", encoding="utf-8"
    )
    old = os.environ.get("DOCUTILSCONFIG")
    os.environ["DOCUTILSCONFIG"] = str(project.source / "docutils.conf")
    try:
        made = build(project, ending, "risks.csv")
    finally:
        os.environ.pop("DOCUTILSCONFIG") if old is None else os.environ.update(DOCUTILSCONFIG=old)
    warned(made, ending, "path")
    assert "R-1" not in made.records()


HEAD = b"ID,Risk,Impact\nR-1,A good row,high\n"
BROKEN = {
    "bom.csv": (b"\xef\xbb\xbfID,Risk,Impact\r\nR-1,A good row,high\r\n", []),
    "cr.csv": (b"ID,Risk,Impact\rR-1,A good row,high\r", []),
    "semicolon.csv": (b"ID;Risk;Impact\nR-1;A good row;high\n", []),
    "ragged.csv": (HEAD + b"R-2,short\nR-3,long,high,more,more\n", ["data"]),
    "latin.csv": (HEAD + b"R-2,Stra\xdfe,low\n", ["data"]),
    "nul.csv": (HEAD + b"R-2,N\x00UL,low\n", ["data"]),
    "quote.csv": (HEAD + b'R-2,"open,low\n', ["data"]),
    "markup.csv": (HEAD + b"R-2,<script>alert('pwn')</script>,low\n", []),
    "formula.csv": (HEAD + b"R-2,=cmd|' /C calc'!A0,low\n", []),
    "cell.csv": (HEAD + b"R-2," + b"x" * 200_000 + b",low\n", ["limit"]),
    "good.json": (b'[{"id": "R-1", "risk": "A good row"}]', []),
    "null.json": (b'[{"id": "R-1", "risk": "A good row", "owner": null}, null, 3]', None),
    "good.yaml": (b"- id: R-1\n  risk: A good row\n", []),
    "tag.yaml": (
        b"- id: R-1\n  risk: A good row\n- !!python/object/apply:os.system ['touch pwn']\n",
        None,
    ),
}  # fmt: skip
LOST = {
    "empty.csv": b"",
    "utf16.csv": GOOD.encode("utf-16"),
    "binary.csv": bytes(range(256)) * 20,
    "deep.json": b"[" * 100_000 + b"]" * 100_000,
    "open.json": b'[{"id": "R-1",',
    "shape.json": b'"text"',
    "digits.json": b'[{"id": "R-1", "risk": ' + b"9" * 5_000 + b"}, NaN]",
    "bomb.yaml": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)
    ),
    "deep.yaml": b"[" * 50_000,
    "tab.yaml": b"a:\n\t- b\n",
    "name.exe": b"MZ",
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rows(project: Project, name: str) -> None:
    data, codes = BROKEN[name]
    (project.source / name).write_bytes(data)
    made = build(project, "rst", name)
    assert "A good row" in text_of(made)
    assert "R-1" in made.records()
    if codes is not None:
        assert sorted(set(made.codes())) == codes
    for line in made.warnings:
        assert f"{name}:" in line or "page.rst:" in line
    assert not (project.source / "pwn").exists()


@pytest.mark.parametrize("name", LOST)
def test_lost_files(project: Project, name: str) -> None:
    (project.source / name).write_bytes(LOST[name])
    made = build(project, "rst", name)
    assert made.codes() != [] or name == "digits.json"
    assert {*made.codes()} <= {"data", "limit", "table"} | (
        {"duplicate"} if name == "binary.csv" else set()
    )


def test_caller_sees_the_row_of_the_file(project: Project) -> None:
    (project.source / "risks.csv").write_text(
        "ID,Risk,Impact,Affects\nR-1,One,high,\nR-2,Two,hgih,nowhere\n", encoding="utf-8"
    )
    made = build(project, "rst", "risks.csv")
    assert sorted(made.codes()) == ["reference", "value"]
    assert all("risks.csv:3: " in line for line in made.warnings)


def test_switched_off_by_conf(project: Project) -> None:
    """Sphinx 9 has no setting of its own; extensions set docutils' through the environment."""
    (project.source / "risks.csv").write_text(GOOD, encoding="utf-8")
    folder: Path = project.source
    (folder / "off.py").write_text(
        "def setup(app):\n"
        "    app.connect('env-before-read-docs', lambda app, env, names:"
        " env.settings.update(file_insertion_enabled=False))\n",
        encoding="utf-8",
    )
    import sys

    sys.path.insert(0, str(folder))
    try:
        project.conf["extensions"].append("off")
        made = project.write(
            {"page.rst": "Page\n====\n\n.. risk-table::\n   :file: risks.csv\n"}
        ).build()
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("off", None)
    assert made.codes() == ["path"]
