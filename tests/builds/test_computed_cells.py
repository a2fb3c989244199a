"""What follows from the rows of a table of the author's own stands beside them, marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Project

RISKS = """
| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Database failure | High | Low | Read replicas |
| Service overload | Medium | Medium | Auto-scaling |
| Rumours | High | | None |
"""
GOALS = """
| Metric | Target | Achieved |
|--------|--------|----------|
| Response time | < 200ms (p95) | 180 ms |
| Availability | 99.9% uptime (8.76 hours downtime/year) | 99.8 % |
| Coverage | > 80% | |
"""
RST = {
    "list-table": """
.. risk-table::

   .. list-table::
      :header-rows: 1

      * - Risk
        - Impact
        - Likelihood
      * - Database failure
        - High
        - Low
""",
    "csv-table": """
.. risk-table::

   .. csv-table::
      :header: Risk, Impact, Likelihood

      Database failure, High, Low
""",
    "grid": """
.. risk-table::

   +------------------+--------+------------+
   | Risk             | Impact | Likelihood |
   +==================+========+============+
   | Database failure | High   | Low        |
   +------------------+--------+------------+
""",
}


def tables(project: Project, text: str, suffix: str = "md") -> list[list[list[str]]]:
    """Return the cells of all tables of a page."""
    head = "# Page\n\n" if suffix == "md" else "Page\n====\n"
    project.myst().write({f"index.{suffix}": head + text})
    build = project.build()
    assert build.codes() == []
    page = BeautifulSoup(build.text("index.html"), "html.parser")
    return [
        [
            [cell.get_text(" ", strip=True) for cell in line.find_all(["th", "td"])]
            for line in table.find_all("tr")
        ]
        for table in page.find_all("table")
    ]


def wrapped(name: str, text: str, option: str = "") -> str:
    return f":::{{{name}}}\n{option}\n{text}\n:::\n"


def test_the_score_of_a_risk_stands_behind_what_it_follows_from(project: Project) -> None:
    (found,) = tables(project, wrapped("risk-table", RISKS))
    assert found == [
        ["Risk", "Impact", "Probability", "Score (computed)", "Mitigation"],
        ["Database failure", "High", "Low", "3 Medium", "Read replicas"],
        ["Service overload", "Medium", "Medium", "4 Medium", "Auto-scaling"],
        ["Rumours", "High", "", "", "None"],
    ]


def test_a_column_that_names_the_risk_is_no_score(project: Project) -> None:
    rows = RISKS.replace("| Risk |", "| ID | Risk |").replace("|------|", "|---|---|", 1)
    rows = rows.replace("| Database", "| R-1 | Database").replace("| Service", "| R-2 | Service")
    (found,) = tables(project, wrapped("risk-table", rows.replace("| Rumours", "| R-3 | Rumours")))
    assert [line[4] for line in found] == ["Score (computed)", "3 Medium", "4 Medium", ""]


@pytest.mark.parametrize("form", RST)
def test_the_same_in_rest(project: Project, form: str) -> None:
    (found,) = tables(project, RST[form], "rst")
    assert found == [
        ["Risk", "Impact", "Likelihood", "Score (computed)"],
        ["Database failure", "High", "Low", "3 Medium"],
    ]


COUNTED = """
| ID  | Risk | Impact | Probability |
|-----|------|--------|-------------|
| R-1 | Fire | 4 | 2 |
| R-2 | Flood | 2 | 2 |
| R-3 | Theft | 3 | 3 |
"""
COUNTED_REST = """
.. risk-table::

   .. csv-table::
      :header: ID, Risk, Impact, Probability

      R-1, Fire, 4, 2
      R-2, Flood, 2, 2
      R-3, Theft, 3, 3
"""


@pytest.mark.parametrize(
    ("text", "suffix"), [(wrapped("risk-table", COUNTED), "md"), (COUNTED_REST, "rst")]
)
def test_numbers_of_both_columns_count_on_one_scale(
    project: Project, text: str, suffix: str
) -> None:
    """A 4 says that the table counts to five; three steps hold then for both columns."""
    (found,) = tables(project, text, suffix)
    assert [line[-1] for line in found] == ["Score (computed)", "3 Medium", "1 Low", "4 Medium"]


def test_each_table_of_a_page_has_its_own_scale(project: Project) -> None:
    other = COUNTED.replace("| 4 |", "| 3 |").replace("R-", "S-")
    found = tables(project, wrapped("risk-table", COUNTED) + "\n" + wrapped("risk-table", other))
    assert [line[-1] for line in found[1]][1:] == ["6 High", "4 Medium", "9 Critical"]
    assert found[0][1][-1] == "3 Medium"


def test_the_status_of_a_goal_and_what_an_availability_allows(project: Project) -> None:
    (found,) = tables(project, wrapped("goal-table", GOALS))
    assert [line[-1] for line in found] == ["Status (computed)", "Met", "Missed", ""]
    # What the author has worked out is not said again.
    assert found[2][1] == (
        "99.9% uptime (8.76 hours downtime/year) "
        "Error budget: 0.1 % · Downtime in 30 days: 43.2 min (computed)"
    )


def test_an_empty_status_is_filled_and_a_written_one_kept(project: Project) -> None:
    text = """
| Goal | Target | Measured | Status |
|------|--------|----------|--------|
| Speed | < 200 ms | 180 ms | |
| Cost | < $5K/month | $4K/month | ✅ Met |
"""
    (found,) = tables(project, wrapped("goal-table", text))
    assert [line[-1] for line in found] == ["Status", "Met (computed)", "✅ Met"]


def test_items_of_a_list_say_it_below(project: Project) -> None:
    build = (
        project.myst()
        .write(
            {"index.md": "# Page\n\n:::{goal-table}\n- **Availability**: 99.9% uptime SLA\n:::\n"}
        )
        .build("text")
    )
    assert "Downtime in 30 days: 43.2 min" in " ".join(build.text("index.txt").split())


@pytest.mark.parametrize("way", ["option", "configuration"])
def test_it_is_switched_off(project: Project, way: str) -> None:
    project.conf["archdoc_computed"] = way == "option"
    option = ":computed: no\n" if way == "option" else ""
    text = wrapped("risk-table", RISKS, option) + wrapped("goal-table", GOALS, option)
    efforts = "| Task | Dev Effort | Test |\n|---|---|---|\n| Login | 8-10 days | 3 days |\n"
    found = tables(project, text + wrapped("estimate-table", efforts, option))
    assert len(found) == 3
    assert [len(table[0]) for table in found] == [4, 3, 3]
    assert found[1][2][1] == "99.9% uptime (8.76 hours downtime/year)"


def test_one_table_may_have_it_where_the_project_has_not(project: Project) -> None:
    project.conf["archdoc_computed"] = False
    (found,) = tables(project, wrapped("risk-table", RISKS, ":computed: yes\n"))
    assert found[0][3] == "Score (computed)"


@pytest.mark.parametrize("header", ["Score", "Risk Level", "Rating"])
def test_a_score_of_the_authors_own_is_enough(project: Project, header: str) -> None:
    heads = f"| Risk | Impact | Probability | {header} |\n|---|---|---|---|\n"
    text = f"{heads}| Fire | High | Low | 3 |\n"
    (found,) = tables(project, wrapped("risk-table", text))
    assert found[0] == ["Risk", "Impact", "Probability", header]


def test_in_a_table_with_spans_it_is_the_last_column(project: Project) -> None:
    text = """
.. risk-table::
   :id-prefix: R-

   +-------+--------+------------+-------+
   | Risk  | Impact | Likelihood | Owner |
   +=======+========+============+=======+
   | Flood | High   | High       | Ann   |
   +-------+        +------------+-------+
   | Storm |        | Low        | Bob   |
   +-------+--------+------------+-------+
"""
    build = project.write({"index.rst": f"Page\n====\n{text}"}).build("text")
    lines = [line for line in build.text("index.txt").splitlines() if line.startswith("| R-")]
    assert [line.split("|")[-2].strip() for line in lines] == ["9 Critical", "3 Medium"]


def test_a_wrong_option_is_said(project: Project) -> None:
    project.myst().write(
        {"index.md": "# P\n\n" + wrapped("risk-table", RISKS, ":computed: maybe\n")}
    )
    (line,) = [line for line in project.build().warnings if "archdoc" in line]
    assert "risk-table: computed is neither yes nor no" in line


def test_what_is_computed_is_no_message_for_translators(project: Project) -> None:
    text = wrapped("risk-table", RISKS) + wrapped("goal-table", GOALS)
    text += "\n:::{goal-table}\n- **Availability**: 99.9% uptime SLA\n:::\n"
    text += wrapped("goal-table", "| Goal | Target | Measured | Status |\n|---|---|---|---|\n"
                    "| Speed | < 200 ms | 180 ms | |\n")  # fmt: skip
    build = project.myst().write({"index.md": f"# Page\n\n{text}"}).build("gettext")
    messages = build.text("index.pot")
    assert "Database failure" in messages
    assert not any(word in messages for word in ("computed", "Score", '"Met"', "Downtime in"))
