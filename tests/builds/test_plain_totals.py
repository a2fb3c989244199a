"""Tables that no directive made records of: wrong totals of efforts are said, nothing else is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

WRONG = {
    "md": """
| Component | Dev Effort | Test Effort | Total |
|---|---|---|---|
| Login | 8-10 days | 3-5 days | 13-17 days |
| API | 2 weeks | 1 week | 3 weeks |
| **TOTAL** | **20-22 days** | **8-10 days** | 29-32 days |
""",
    "rst": """
.. list-table::
   :header-rows: 1

   * - Task
     - Entwicklung
     - Test
   * - Login
     - 3 Tage
     - 1 Tag
   * - API
     - 4 Tage
     - 2 Tage
   * - Summe
     - 8 Tage
     - 3 Tage
""",
    "grid.rst": """
====== =============== ===========
Task   Dev Effort (d)  Effort (pd)
====== =============== ===========
Login  3               4
API    4               5
Total  7               10
====== =============== ===========
""",
}
SAID = {
    "md": [
        "line 5: the total of 'Login' is '13-17 days', but 8-10 days + 3-5 days is 11–15 days",
        (
            "the total of 'Dev Effort' is '20-22 days', but the rows add up to 18–20 days; "
            "the total of 'Total' is '29-32 days', but the rows add up to 28–32 days"
        ),
    ],
    "rst": ["the total of 'Entwicklung' is '8 Tage', but the rows add up to 7 days"],
    "grid.rst": ["the total of 'Effort (pd)' is '10', but the rows add up to 9 pd"],
}
#: Tables that may be what they are.
FINE = {
    "sums are right": """
| Component | Dev Effort | Total |
|---|---|---|
| Login | 8-10 days | 8-10 days |
| API | 2 days | 2 days |
| Total | 10-12 days | 10-12 days |
""",
    "phases that overlap": """
| Phase | Duration |
|---|---|
| Design | 3 weeks |
| Build | 8 weeks |
| Total | 9 weeks |
""",
    "how long tasks take": """
| Task | Weeks |
|---|---|
| Design | 3 |
| Build | 8 |
| Total | 9 |
""",
    "rounded": """
| Task | Effort |
|---|---|
| Design | 3 days |
| Build | 8 days |
| Total | ~ 15 days |
""",
    "not all is time": """
| Task | Effort |
|---|---|
| Design | 3 days |
| Build | to be seen |
| Review | 2 days |
| Total | 15 days |
""",
    "something else is counted": """
| Item | Estimate |
|---|---|
| Pages | 300 |
| Users | 40 |
| Total | 500 |
""",
    "a total with more in it": """
| Task | Dev Effort | Test Effort | Design | Pessimistic | Total |
|---|---|---|---|---|---|
| Login | 2 days | 1 day | 1 day | 9 days | 5 days |
| API | 3 days | 1 day | 1 day | 9 days | 6 days |
""",
}


@pytest.mark.parametrize("form", WRONG)
def test_wrong_totals_are_said_wherever_they_stand(project: Project, form: str) -> None:
    suffix = form.rpartition(".")[2]
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    head = {"md": "# Plan\n", "rst": "Plan\n====\n"}[suffix]
    project.write({f"page.{suffix}": head + WRONG[form]})
    made = project.build()
    told = [
        match[1]
        for line in made.warnings
        if (match := re.search(r"WARNING: table: (.*) \[archdoc\.total\]", line))
    ]
    assert sorted(told) == sorted(SAID[form])
    assert set(made.codes()) == {"total"}
    assert "arch-" not in made.text("page.html").partition("<table")[2].partition("</table>")[0]


def test_the_same_is_said_of_unchanged_pages(project: Project) -> None:
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    project.write({"page.md": "# Plan\n" + WRONG["md"]})
    first = [line for line in project.build().warnings if "archdoc.total" in line]
    project.write({"other.md": "# Other\n"})
    again = [line for line in project.build().warnings if "archdoc.total" in line]
    assert len(first) == 2
    assert again == first


def test_nothing_is_said_where_it_is_not_sure(project: Project) -> None:
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    pages = {f"{name.replace(' ', '-')}.md": f"# Plan\n{text}" for name, text in FINE.items()}
    project.write(pages)
    assert project.build().codes() == []
