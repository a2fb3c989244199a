"""Warnings about a setting name its line in conf.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.sphinxext.settings_place import place_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
archdoc_rules = {
    "status": "off",
}
archdoc_stale_days: int = 7
if True:
    archdoc_waivers = []
archdoc_rules = {
    "dates": "off",
    "staatus": "off",
}
"""


@pytest.mark.parametrize(
    ("name", "entry", "line"),
    [
        ("archdoc_stale_days", "", 5),
        ("archdoc_rules", "", 8),
        ("archdoc_rules", "staatus", 10),
        ("archdoc_rules", "status", 8),
        ("archdoc_waivers", "", 1),
        ("archdoc_markdown", "", 1),
    ],
)
def test_the_line_of_a_setting(tmp_path: Path, name: str, entry: str, line: int) -> None:
    (tmp_path / "conf.py").write_text(TEXT)
    assert place_of(tmp_path, name, entry) == f"{tmp_path / 'conf.py'}:{line}"


@pytest.mark.parametrize("text", ["archdoc_rules = (\n", "\0", ""])
def test_what_cannot_be_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text)
    assert place_of(tmp_path, "archdoc_rules") == f"{tmp_path / 'conf.py'}:1"


def test_without_a_file(tmp_path: Path) -> None:
    assert place_of(tmp_path, "archdoc_rules") == f"{tmp_path / 'conf.py'}:1"
