"""Tables as people draw them: numbered rows, headings of groups, columns that are the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Build, Project


def built(project: Project, directive: str, table: str, option: str = "") -> Build:
    body = f"# Page\n\n:::{{{directive}}}\n{option}\n{table}\n:::\n"
    return project.myst().write({"index.md": body}).build()


NUMBERED = """
| Nr. | Risk     | Impact | Probability |
|----:|----------|--------|-------------|
| 1   | Fire     | High   | Low         |
| 2   | **Ice**  | Low    | Low         |
"""


def test_the_number_of_a_row_is_no_id(project: Project) -> None:
    build = built(project, "risk-table", f"{NUMBERED}\n:::\n\n:::{{debt-table}}\n{DEBT}")
    assert build.warnings == []
    assert {*build.records()} == {"fire", "ice", "td-old-parser", "td-no-tests"}


DEBT = """
| #  | Item       | Priority |
|----|------------|----------|
| 1. | Old parser | High     |
| 2. | No tests   | Low      |
"""


def test_with_a_prefix_it_is_one(project: Project) -> None:
    table = NUMBERED.replace("| 2 ", "| 7 ")
    build = built(project, "risk-table", table, ":id-prefix: R-\n")
    assert {*build.records()} == {"R-1", "R-7"}


def test_a_decision_is_known_by_its_number(project: Project) -> None:
    table = "| No | Decision | Status |\n|---|---|---|\n| 3 | Use A | accepted |\n"
    assert {*built(project, "adr-table", table).records()} == {"ADR-3"}


def test_a_column_that_counts_names_no_row(project: Project) -> None:
    table = "| Rang | Was | Ziel |\n|---|---|---|\n| 1 | Suche | < 2 s |\n| 2 | Login | < 1 s |\n"
    build = built(project, "goal-table", table)
    assert {record["title"] for record in build.records().values()} == {"Suche", "Login"}


def test_of_two_columns_for_a_target_the_first_is_the_goal(project: Project) -> None:
    table = "| Ziel | Sollwert | Istwert |\n|---|---|---|\n| Fehler | < 0,5 % | 0,7 % |\n"
    (record,) = built(project, "goal-table", table).records().values()
    assert record["title"] == "Fehler"
    assert record["fields"]["target"]["text"] == "< 0,5 %"


@pytest.mark.parametrize("head", ["**Operations**", "**IT & *more***"])
def test_bold_words_alone_head_a_group(project: Project, head: str) -> None:
    table = (
        f"| Risk | Impact | Probability |\n|---|---|---|\n| {head} | | |\n"
        "| Fire | High | Low |\n| **IT** | | |\n| Outage | High | High |\n"
    )
    build = built(project, "risk-table", table)
    assert {*build.records()} == {"fire", "outage"}
    assert "arch-group" in build.text("index.html")


def test_a_list_of_bold_names_is_no_row_of_headings(project: Project) -> None:
    table = "| Risk | Impact |\n|---|---|\n| **Fire** | |\n| **Ice** | |\n"
    assert {*built(project, "risk-table", table).records()} == {"fire", "ice"}


def test_a_cell_over_all_columns_heads_a_group(project: Project) -> None:
    grid = """
+------+--------+------------+
| Risk | Impact | Likelihood |
+======+========+============+
| Operations                 |
+------+--------+------------+
| Fire | High   | Low        |
+------+--------+------------+
"""
    build = built(project, "risk-table", f"```{{eval-rst}}\n{grid}\n```\n")
    assert build.warnings == []
    assert {*build.records()} == {"fire"}


TURNED = """
|            | Flood  | Fuel price |
|------------|--------|------------|
| ID         | R-1    | R-2        |
| Impact     | High   | Medium     |
| Likelihood | Low    | High       |
| Mitigation | Pumps  | Hedging    |
"""


def test_columns_are_records_where_the_rows_are_fields(project: Project) -> None:
    build = built(project, "risk-table", TURNED)
    assert build.warnings == []
    found = build.records()
    assert {id_: record["title"] for id_, record in found.items()} == {
        "R-1": "Flood",
        "R-2": "Fuel price",
    }
    assert found["R-2"]["fields"]["mitigation"] == "Hedging"


def test_what_such_a_table_calls_its_levels_stands_in_its_first_column(project: Project) -> None:
    table = TURNED.replace("Impact    ", "Severity  ")
    build = built(project, "risk-table", f"{table}\n:::\n\n:::{{risk-matrix}}")
    heads = [" ".join(head.text.split()) for head in build.soup("index.html").select("table th")]
    assert "Likelihood → Severity ↓" in heads


def test_ids_may_head_such_columns(project: Project) -> None:
    table = TURNED.replace("Flood ", "R-1").replace("Fuel price", "R-2")
    table = table.replace(
        "| ID         | R-1    | R-2        |", "| Risk       | Flood  | Fuel       |"
    )
    found = built(project, "risk-table", table).records()
    assert {id_: record["title"] for id_, record in found.items()} == {
        "R-1": "Flood",
        "R-2": "Fuel",
    }


def test_efforts_have_such_groups_too(project: Project) -> None:
    table = (
        "| Task | Effort |\n|---|---|\n| **Web** | |\n| Search | 3 days |\n| **Sum** | 3 days |\n"
    )
    build = built(project, "estimate-table", table)
    assert [record["title"] for record in build.records().values()] == ["Search"]


FACTS = """# Page

:::{document-control}

| Champ          | Valeur             |
|----------------|--------------------|
| Statut         | Approuvé           |
| Auteurs        | Élodie, Gaëtan     |
| Prochaine revue| 1er septembre 2026 |

:::

:::{risk} Grève
:id: R-1

**Statut :** Ouvert

**Probabilité :** Forte
:::
"""


def test_facts_have_words_of_other_languages_too(project: Project) -> None:
    build = project.myst().write({"index.md": FACTS}).build()
    assert build.warnings == []
    document, risk = build.records().values()
    assert document["fields"]["authors"] == ["Élodie", "Gaëtan"]
    assert document["fields"]["next-review"]["iso"] == "2026-09-01"
    assert document["effective_status"] == "approved"
    assert risk["fields"]["likelihood"] == {"key": "high", "text": "Forte"}
    assert risk["effective_status"] == "open"


SCORED = """
| Risk  | Impact (1-5) | Likelihood (1-5) | Score |
|-------|--------------|------------------|-------|
| Fire  | 5            | 3                | 15    |
| Ice   | 4            | 4                | 12    |
| Rust  | 2            | 2                | 4     |
| Theft | 3            | ?                |       |
"""


def test_a_written_score_that_is_another_product_is_told(project: Project) -> None:
    build = built(project, "risk-table", SCORED)
    (told,) = build.warnings
    assert (
        "index.md:9: WARNING: risk-table: the score of 'Ice' is '12', but 4 times 4 is 16" in told
    )
    assert "[archdoc.total]" in told


@pytest.mark.parametrize("scores", [("8", "8", "4"), ("A", "B", "C"), ("1", "2", "3")])
def test_scores_that_are_no_products_are_left_alone(
    project: Project, scores: tuple[str, str, str]
) -> None:
    table = SCORED
    for was, now in zip(("| 15 ", "| 12 ", "| 4     |\n| Theft"), scores, strict=True):
        table = table.replace(was, was.replace(was.split()[1], now, 1))
    assert built(project, "risk-table", table).warnings == []


def test_a_cell_over_several_rows_counts_in_each(project: Project) -> None:
    grid = """
+------+--------+------------+------------+
| Risk | Impact | Likelihood | Mitigation |
+======+========+============+============+
| Fire | High   | Low        | Sprinklers |
+------+--------+------------+            |
| Heat | High   | High       |            |
+------+--------+------------+------------+
"""
    build = built(project, "risk-table", f"```{{eval-rst}}\n{grid}\n```\n")
    assert build.warnings == []
    said = [record["fields"]["mitigation"] for record in build.records().values()]
    assert said == ["Sprinklers", "Sprinklers"]


def test_its_status_has_one_badge(project: Project) -> None:
    grid = """
+------+--------+
| Risk | Status |
+======+========+
| Fire | open   |
+------+        |
| Heat |        |
+------+--------+
"""
    build = built(project, "risk-table", f"```{{eval-rst}}\n{grid}\n```\n")
    assert len(build.soup("index.html").select("td .arch-badge")) == 1


def test_headings_of_groups_may_stand_in_the_column_of_numbers(project: Project) -> None:
    table = NUMBERED.replace("| 1 ", "| **Hot** | | | |\n| 1 ")
    assert {*built(project, "risk-table", table).records()} == {"fire", "ice"}


def test_names_above_columns_with_another_name_are_no_ids(project: Project) -> None:
    table = TURNED.replace("| ID         | R-1    | R-2        |", "| Risk | High water | Oil |")
    build = built(project, "risk-table", table.replace("Fuel price", "Fuel rise."))
    assert build.warnings == []
    titles = {record["title"] for record in build.records().values()}
    assert titles == {"High water", "Oil"}
