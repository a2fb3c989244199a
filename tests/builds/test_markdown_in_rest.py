"""A table of Markdown in a page of reST is told to be one, and its text stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Project

PAGE = """\
Page
====

.. risk-table::

   | ID  | Title |
   |-----|-------|
   | R-1 | Slow  |
"""


def test_it_is_said_once(project: Project) -> None:
    build = project.write({"page.rst": PAGE}).build("text")
    (warning,) = build.warnings
    said = "risk-table: this is a Markdown table; write a reST table here [archdoc.table]"
    assert warning.endswith(f"page.rst:6: WARNING: {said}")
    assert "| R-1 | Slow  |" in build.text("page.txt")
