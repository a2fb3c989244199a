"""Texts that pages show of other pages: an edit of one writes the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_incremental import edit, same_as_clean

if TYPE_CHECKING:
    from building import Project

DECISION = "D\n=\n\n.. adr:: Use queues\n   :id: ADR-1\n   :status: accepted\n\n   First words.\n"


@pytest.mark.parametrize(
    "view",
    [
        ".. adr-list::\n   :columns: id, title, summary\n",
        ".. adr-list::\n   :filter: summary has first\n",
        ".. adr-list::\n   :sort: summary\n",
        ".. arch-dashboard::\n   :filter: summary has first\n",
    ],
)
def test_the_summary_of_a_decision(project: Project, view: str) -> None:
    project.write({"d.rst": DECISION, "view.rst": f"V\n=\n\n{view}"})
    assert project.build().warnings == []
    edit("d.rst", "First words", "Other words")(project)
    same_as_clean(project, project.build())


def test_the_title_of_a_page_with_placeholders(project: Project) -> None:
    page = "Old\n===\n\nMade on {{date}}.\n\n.. adr:: Use queues\n   :id: ADR-1\n\n   Text.\n"
    project.write({"d.rst": page, "view.rst": "V\n=\n\n.. arch-completeness::\n"})
    assert "Old" in project.build().text("view.html")
    edit("d.rst", "Old\n", "New\n")(project)
    same_as_clean(project, project.build())
