"""Rows and items without a name are kept, and said to have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

TABLES = {
    "index.md": """# Page

:::{risk-table}

| Risk | Impact | Probability |
|------|--------|-------------|
| Fire | High   | Low         |
|      | High   | Medium      |
|      |        |             |
:::
""",
    "index.rst": """Page
====

.. risk-table::

   .. list-table::
      :header-rows: 1

      * - Risk
        - Impact
      * - Fire
        - High
      * -
        - High
""",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_row_without_a_name_is_said(project: Project, name: str) -> None:
    build = project.myst().write({name: TABLES[name]}).build()
    (told,) = [line for line in build.warnings if "archdoc.missing" in line]
    assert "risk: the row has no name; it is called 'risk-2'" in told
    assert set(build.records()) == {"fire", "risk-2"}


def test_a_row_of_efforts_may_be_called_by_its_phase(project: Project) -> None:
    text = "| Task | Phase | Effort |\n|---|---|---|\n| A | X | 3 days |\n| | Y | 4 days |\n"
    build = (
        project.myst().write({"index.md": f"# P\n\n:::{{estimate-table}}\n\n{text}:::\n"}).build()
    )
    assert build.warnings == []
    assert [record["title"] for record in build.records().values()] == ["A", "Y"]
