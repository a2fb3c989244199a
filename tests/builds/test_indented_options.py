"""Options that stand deeper than options do are read, with a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

PAGES = {
    "md": "# Page\n\n:::{adr} Use queues\n  :id: ADR-10\n  :status: accepted\n\nText.\n:::\n",
    "rst": "Page\n====\n\n.. adr:: Use queues\n   :id: ADR-10\n     :status: accepted\n\n   T.\n",
}


@pytest.mark.parametrize(("markup", "named"), [("md", "'id', 'status'"), ("rst", "'status'")])
def test_they_are_read(project: Project, markup: str, named: str) -> None:
    build = project.myst().write({f"page.{markup}": PAGES[markup]}).build()
    (warning,) = build.warnings
    said = f"adr: indented too deep, but read: {named}; check the indentation of the options"
    assert warning.endswith(f"{said} [archdoc.option]")
    assert build.records()["ADR-10"]["title"] == "Use queues"
    assert ":status:" not in build.soup("page.html").get_text()
