"""Settings in ``pyproject.toml``: rules, waivers, and what is said of wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli_help import NYGARD, write
from command import run

if TYPE_CHECKING:
    from pathlib import Path


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
