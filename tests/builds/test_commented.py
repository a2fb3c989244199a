"""A directive that lacks a colon is a comment to reST, which is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".. adr: D", "'.. adr: D' is a comment: write '.. adr::'"),
        (".. c4-container shop", "'.. c4-container shop' is a comment: write '.. c4-container::'"),
        (".. risk Slow\n   :id: R-1", "'.. risk Slow' is a comment: write '.. risk::'"),
        (".. risk of nothing at all", ""),
        (".. note to self: adr: D", ""),
    ],
)
def test_what_is_a_comment(project: Project, text: str, said: str) -> None:
    build = project.write({"page.rst": f"Page\n====\n\n{text}\n\nText.\n"}).build("text")
    assert [line.partition("WARNING: ")[2] for line in build.warnings] == (
        [f"{said} [archdoc.syntax]"] if said else []
    )
    assert all("page.rst:4:" in line for line in build.warnings)
