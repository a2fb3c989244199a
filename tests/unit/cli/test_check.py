"""``archdoc check``: what it says, in which form, and what a build would say too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from cli_help import MADR, NYGARD, write
from command import run

from sphinx_archdoc.cli.project import project_at

if TYPE_CHECKING:
    from pathlib import Path


def test_check_says_what_is_wrong_in_three_forms(tmp_path: Path) -> None:
    old = NYGARD.replace("Accepted", "Superseded by ADR-9")
    write(tmp_path, {"adr/0001-soap.md": old})
    message = "adr ADR-0001: unknown"
    text = run("check", tmp_path, code=1)
    assert text.stdout.startswith("adr/0001-soap.md:7: WARNING: ")
    assert "ADR-9" in text.stdout
    assert "[archdoc.reference]" in text.stdout
    found = json.loads(run("check", tmp_path, "--format", "json", code=1).stdout)
    assert [(item["file"], item["code"]) for item in found] == [("adr/0001-soap.md", "reference")]
    github = run("check", tmp_path, "--format", "github", code=1).stdout
    assert github.startswith("::warning file=adr/0001-soap.md,line=7,title=archdoc.reference::adr")
    assert message not in github


def test_check_is_silent_about_what_is_right(tmp_path: Path) -> None:
    write(tmp_path, {"adr/0001-soap.md": NYGARD})
    assert run("check", tmp_path).stdout == ""


def test_findings_of_a_folder_below_have_its_path(tmp_path: Path, monkeypatch: Any) -> None:
    text = MADR.replace("status: accepted", "status: superseded by ADR-0099")
    monkeypatch.chdir(write(tmp_path, {"docs/adr/0001-soap.md": text}))
    github = run("check", "docs", "--format", "github", code=1).stdout
    assert github.startswith("::warning file=docs/adr/0001-soap.md,line=")
    assert run("check", "docs", code=1).stdout.startswith("docs/adr/0001-soap.md:")
    found = json.loads(run("check", "docs", "--format", "json", code=1).stdout)
    assert {item["file"] for item in found} == {"adr/0001-soap.md"}


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


def test_a_wrong_setting_is_told_with_its_line(tmp_path: Path) -> None:
    conf = "extensions = ['sphinx_archdoc']\narchdoc_adr_sources = ['../adr']\n"
    write(tmp_path, {"docs/conf.py": conf, "docs/index.rst": "All\n===\n"})
    (found,) = json.loads(run("check", tmp_path, "--format", "json", code=1).stdout)
    assert (found["file"], found["line"]) == ("docs/conf.py", 2)
    assert "must be a dictionary" in found["message"]


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


def test_the_rule_is_told_beside_a_conf(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_archdoc"]\n')
    (tmp_path / "index.rst").write_text(
        "A\n=\n\n.. adr:: One\n   :id: ADR-1\n   :status: wibble\n   :affects: gone\n"
    )
    for _ in range(2):  # the second time from what is kept
        done = run("check", tmp_path, "--format", "json", code=1)
        rules = {(item["code"], item["rule"]) for item in json.loads(done.stdout)}
        assert rules >= {("reference", "unknown_reference"), ("status", "status")}
