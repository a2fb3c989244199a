"""Headers and words of tables that may mean something else: what they mean is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Build, Project


def built(project: Project, directive: str, table: str) -> Build:
    body = f"# Page\n\n:::{{{directive}}}\n{table}\n:::\n"
    return project.myst().write({"index.md": body}).build()


def titles(build: Build) -> set[str]:
    return {record["title"] for record in build.records().values()}


def test_a_bold_name_with_nothing_beside_it_is_a_row_where_names_are_bold(project: Project) -> None:
    table = "| Risk | Impact |\n|---|---|\n| **Fire** | High |\n| **Ice** | |\n"
    assert titles(built(project, "risk-table", table)) == {"Fire", "Ice"}


def test_pieces_of_work_that_are_called_as_fields_are_are_rows(project: Project) -> None:
    table = "| Activity | Team A |\n|---|---|\n| Design | 5 |\n| Development | 9 |\n| Test | 3 |\n"
    build = built(project, "estimate-table", table)
    assert titles(build) == {"Design", "Development", "Test"}


def test_references_are_no_ids(project: Project) -> None:
    table = "| Risk | Impact | Reference |\n|---|---|---|\n| Fire | High | RFC 7231 |\n"
    build = built(project, "risk-table", table)
    assert build.warnings == []
    assert {*build.records()} == {"fire"}


def test_of_two_columns_for_a_field_none_names_rows_that_another_may(project: Project) -> None:
    table = "| Gefahr | Auswirkung | Folgen |\n|---|---|---|\n| Feuer | hoch | alles weg |\n"
    (record,) = built(project, "risk-table", table).records().values()
    assert (record["title"], record["fields"]["impact"]["key"]) == ("Feuer", "high")


def test_a_question_whose_answer_nobody_knows_yet_is_open(project: Project) -> None:
    table = "| Question | Answer |\n|---|---|\n| Who pays? | TBD |\n| Which DB? | PostgreSQL |\n"
    found = built(project, "question-list", table).records()
    assert {each["title"]: each["effective_status"] for each in found.values()} == {
        "Who pays?": "open",
        "Which DB?": "answered",
    }


def test_a_person_who_is_struck_out_owns_nothing(project: Project) -> None:
    table = "| Risk | Impact | Owner |\n|---|---|---|\n| Fire | High | <s>Ann</s> Bob |\n"
    (record,) = built(project, "risk-table", table).records().values()
    assert record["fields"]["owner"] == ["Bob"]


@pytest.mark.parametrize(
    ("table", "field", "said"),
    [
        (
            "| Risk | Consequence | Impact |\n|---|---|---|\n| Fire | All is lost | High |\n",
            "impact",
            "High",
        ),
        (
            "| Risk | Suppression | Mitigation |\n|---|---|---|\n| Fire | No | Pumps |\n",
            "mitigation",
            "Pumps",
        ),
    ],
)
def test_the_own_word_of_a_field_is_stronger_than_that_of_another_language(
    project: Project, table: str, field: str, said: str
) -> None:
    build = built(project, "risk-table", table)
    assert build.warnings == []
    (record,) = build.records().values()
    found = record["fields"][field]
    assert (found["text"] if isinstance(found, dict) else found) == said


def test_so_is_that_of_the_names(project: Project) -> None:
    table = (
        "| Designation | Name | Role | Description |\n|---|---|---|---|\n| CTO | Ann | A | B |\n"
    )
    (record,) = built(project, "person-table", table).records().values()
    assert (record["title"], record["fields"]["description"]) == ("Ann", "B")


def test_english_words_keep_their_meaning_in_texts(project: Project) -> None:
    risk = ":::{risk} Fire\n:id: R-1\n:impact: high\n\nIt burns.\n\n**Consequence:** All is lost.\n"
    block = ":::{component} Shop\n:id: shop\n:description: Sells.\n\n**Role:** Frontend.\n"
    build = project.myst().write({"index.md": f"# Page\n\n{risk}:::\n\n{block}:::\n"}).build()
    assert build.warnings == []
    assert "All is lost." in build.text("index.html")


def test_with_accents_they_are_words_of_another_language(project: Project) -> None:
    table = "| Référence | Risque | Conséquence |\n|---|---|---|\n| R-7 | Feu | Forte |\n"
    (record,) = built(project, "risk-table", table).records().values()
    assert (record["id"], record["fields"]["impact"]["key"]) == ("R-7", "high")


def test_how_many_is_no_number_of_a_row(project: Project) -> None:
    table = "| N | Seconds |\n|---|---|\n| 100 | 4 |\n| 300 | 31 |\n"
    assert titles(built(project, "use-case-table", table)) == {"100", "300"}


def test_the_name_of_a_field_is_stronger_than_another_word_before_it(project: Project) -> None:
    table = "| Alert | Condition | Threshold |\n|---|---|---|\n| CPU | load is high | > 5 |\n"
    (record,) = built(project, "alert-table", table).records().values()
    assert record["fields"]["threshold"]["text"] == "> 5"
