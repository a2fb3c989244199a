"""A fence that was left open is told at its own line, once, and no text is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Project

PAGE = """\
# Page

:::{adr} Use queues
:id: ADR-2
:status: accepted

Calls time out.

## Risks

:::{risk} Slow
:id: R-1

It may be slow.
:::
"""


def test_a_fence_left_open(project: Project) -> None:
    build = project.myst().write({"page.md": PAGE}).build("text")
    (warning,) = build.warnings
    assert "page.md:3: WARNING: a heading (line 9) stands inside adr ADR-2: is the" in warning
    assert warning.endswith("closing ::: missing? [archdoc.nesting]")
    text = build.text("page.txt")
    assert "It may be slow." in text
    closed = PAGE.replace("out.\n", "out.\n:::\n")
    assert project.write({"page.md": closed}).build("text").warnings == []
