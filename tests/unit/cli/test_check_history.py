"""``archdoc check --base``: decisions that were merged are kept."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cli_help import NYGARD, write
from command import run

if TYPE_CHECKING:
    from pathlib import Path


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
