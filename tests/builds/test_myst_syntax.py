"""Syntax that conf.py does not switch on in MyST is said to be shown as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

FENCES = """\
# Page

`:::{adr}` in code is an example.

```text
:::{adr} An example
```

:::{note}
This is another extension's.
:::

Some text.
:::{adr} Use queues
**Context:** Calls time out.
:::

:::{risk-table}
:::
"""
DEFINITIONS = "Context\n: Calls time out.\n\nDecision\n: Use queues."
FIELDS = ":Context: Calls time out.\n:Decision: Use queues."


def test_fences_of_colons_are_said_once_for_a_page(project: Project) -> None:
    build = project.write({"page.md": FENCES}).build(
        "text", conf={"extensions": ["sphinx_archdoc", "myst_parser"]}
    )
    (warning,) = build.warnings
    assert "page.md:13: WARNING: :::{adr} is shown as text; add 'colon_fence'" in warning
    assert warning.endswith("[archdoc.syntax]")
    assert "Calls time out." in build.text("page.txt")
    page = "# Page\n\n:::{adr} Use queues\nCalls time out.\n:::\n"
    assert project.myst().write({"page.md": page}).build("text").warnings == []


@pytest.mark.parametrize(
    ("body", "extension", "line"), [(DEFINITIONS, "deflist", 6), (FIELDS, "fieldlist", 6)]
)
def test_lists_that_are_paragraphs(project: Project, body: str, extension: str, line: int) -> None:
    page = f"# Page\n\n```{{adr}} Use queues\n:id: ADR-1\n\n{body}\n```\n"
    project.myst().write({"page.md": page})
    build = project.build("text")
    (warning,) = build.warnings
    assert f"page.md:{line}: WARNING: this " in warning
    assert f"is shown as text; add {extension!r} to myst_enable_extensions" in warning
    assert "Use queues." in build.text("page.txt")
    project.conf["myst_enable_extensions"] = ["colon_fence", extension]
    build = project.build("text", fresh=True)
    assert build.warnings == []
    assert "-[ Context ]-" in build.text("page.txt")


def test_lines_that_only_look_like_lists(project: Project) -> None:
    body = "**Context:** Some text\n:and more, :thumbs: up.\n\n:thumbs: up"
    page = f"# Page\n\n```{{adr}} Use queues\n:id: ADR-1\n\n{body}\n```\n"
    assert project.myst().write({"page.md": page}).build("text").warnings == []
