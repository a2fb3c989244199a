"""Nothing an author writes is lost or silently contradicted; found by people who tried it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project


def test_a_fact_as_option_and_in_the_text(project: Project) -> None:
    project.write(
        {
            "a.rst": "A\n=\n\n.. adr:: Opt\n   :id: ADR-1\n   :status: accepted\n\n"
            "   **Status:** Rejected by the board\n\n   **Deciders:** Ann\n\n   **Deciders:** Zoe\n"
        }
    )
    build = project.build()
    assert build.codes() == ["conflict"]
    page = build.text("a.html")
    assert "Rejected by the board" in page
    assert "Ann, Zoe" in page


def test_words_that_are_no_ids_stay(project: Project) -> None:
    project.write(
        {
            "a.rst": "A\n=\n\n.. app:: api\n\n   **Dependencies:** Kafka cluster, api2\n\n"
            ".. app:: api2\n"
        }
    )
    build = project.build()
    assert "Kafka cluster" in build.text("a.html")


@pytest.mark.parametrize("text", ["gantt\n  section A --> B", "just some words"])
def test_a_picture_that_cannot_be_read_is_shown_as_text(project: Project, text: str) -> None:
    body = text.replace("\n", "\n   ")
    project.write({"a.rst": f"A\n=\n\n.. c4-container:: X\n\n   {body}\n"})
    build = project.build()
    assert "syntax" in build.codes()
    for word in text.split():
        assert word.replace(">", "&gt;") in build.text("a.html")


def test_a_heading_pasted_with_its_text_is_the_title(project: Project) -> None:
    project.myst().write(
        {
            "a.md": "# A\n\n:::{adr}\n### ADR-4: Use queues\n\n**Status:** Accepted\n\n"
            "**Decision:** Yes.\n:::\n\n:::{component} api-gateway\n#### API Gateway\n\n"
            "**Purpose:** Routes.\n:::\n"
        }
    )
    build = project.build()
    records = build.records()
    assert build.warnings == []
    assert records["ADR-4"]["title"] == "Use queues"
    assert records["ADR-4"]["effective_status"] == "accepted"
    assert records["api-gateway"]["title"] == "API Gateway"


def test_an_untitled_decision_further_down_is_not_the_page(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\nText.\n\nPart\n----\n\n.. adr::\n   :status: accepted\n"})
    build = project.build()
    assert build.codes() == ["empty"]
    assert not (build.out / "archdoc.json").exists()


def test_an_element_named_by_its_title(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\n.. component:: API Gateway Two\n\n   Text.\n"})
    build = project.build()
    assert build.warnings == []
    assert build.records()["api-gateway-two"]["title"] == "API Gateway Two"


def test_the_same_relation_on_two_pages(project: Project) -> None:
    lines = "   system shop\n   system bank\n   shop -> bank : {}\n"
    project.write(
        {
            "a.rst": "A\n=\n\n.. c4-model::\n\n" + lines.format("reads"),
            "b.rst": "B\n=\n\n.. c4-model::\n\n" + lines.format("writes"),
            "c.rst": "C\n=\n\n.. c4-model::\n\n" + lines.format("writes"),
            "d.rst": "D\n=\n\n.. c4-context:: shop\n",
        }
    )
    build = project.build()
    assert build.warnings == []
    page = build.text("d.html")
    assert "reads" in page
    assert "writes" in page


def test_links_with_classes_may_be_unlinked(project: Project) -> None:
    project.conf["extensions"] = ["sphinx.ext.extlinks", "sphinx_archdoc"]
    project.conf["extlinks"] = {"files": ("ftp://host/%s", "%s")}
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n   See :files:`x`.\n"})
    assert project.build().codes() == ["url"]


def test_roles_say_their_kind(project: Project) -> None:
    project.write(
        {"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n   x\n\n:risk:`ADR-1` :adr:`ADR-1`\n"}
    )
    assert project.build().codes() == ["wrong_kind"]


def test_wrong_configuration_never_stops_the_build(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n   :status: accepted\n\n   x\n"})
    build = project.build(
        conf={
            "archdoc_status_words": {"adr": {5: "accepted"}},
            "archdoc_risk_scale": [3],
            "archdoc_risk_thresholds": [1, 1, 1],
            "archdoc_kinds": {5: {}},
        }
    )
    assert build.codes() == ["config"] * 4
    assert build.records()["ADR-1"]["effective_status"] == "accepted"


def test_links_to_the_page_of_a_decision_are_back_links(project: Project) -> None:
    project.myst().write(
        {
            "adr/0002-x.md": "---\nstatus: accepted\n---\n# Use queues\n\nText.\n",
            "a.md": "# Notes\n\nSee [the queues](adr/0002-x.md) and [](#ADR-0002).\n",
            "b.rst": "Other\n=====\n\nSee :doc:`adr/0002-x`.\n",
        }
    )
    build = project.build()
    assert build.warnings == []
    page = build.text("adr/0002-x.html")
    assert "Mentioned in" in page
    assert ">Notes<" in page.replace("\n", "")
    assert ">Other<" in page.replace("\n", "")


def test_links_in_facts_stay(project: Project) -> None:
    project.write(
        {
            "a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n"
            "   **Status:** accepted, see `why <https://example.org/why>`_\n\n"
            "   **Supersedes:** :adr:`ADR-2`\n\n.. adr:: Two\n   :id: ADR-2\n\n   x\n"
        }
    )
    build = project.build()
    assert build.warnings == []
    assert 'href="https://example.org/why"' in build.text("a.html")
    assert build.records()["ADR-2"]["effective_status"] == "superseded"


def test_cells_over_several_rows_count_in_each(project: Project) -> None:
    table = """
.. risk-table::

   +-----+-------+--------+------------+
   | ID  | Risk  | Impact | Likelihood |
   +=====+=======+========+============+
   | R-1 | One   | high   | low        |
   +-----+-------+        +------------+
   | R-2 | Two   |        | medium     |
   +-----+-------+--------+------------+
   | R-3 | Three | low    | low        |
   +-----+-------+--------+------------+
"""
    project.write({"a.rst": "A\n=\n" + table})
    records = project.build().records()
    impacts = {id_: record["fields"]["impact"]["key"] for id_, record in records.items()}
    assert impacts == {"R-1": "high", "R-2": "high", "R-3": "low"}
    assert records["R-2"]["fields"]["likelihood"]["key"] == "medium"


def test_extra_columns_see_substitutions(project: Project) -> None:
    project.write(
        {
            "a.rst": "A\n=\n\n.. |sub| replace:: replaced\n\n.. risk-table::\n\n"
            "   .. csv-table::\n      :header: ID, Risk, Note\n\n      R-1, One, |sub|\n"
        }
    )
    assert project.build().records()["R-1"]["extra"] == {"Note": "replaced"}


def test_a_table_that_cannot_be_read_is_kept(project: Project) -> None:
    table = "+-----+------+\n| ID  | Risk |\n+=====+===+\n| R-1 | Odd  |\n+-----+------+\n"
    body = "".join(f"   {line}\n" for line in table.splitlines())
    project.write({"a.rst": f"A\n=\n\n.. risk-table::\n\n{body}"})
    build = project.build()
    assert "table" in build.codes()
    assert build.text("a.html").count("| R-1 | Odd  |") == 1


def test_a_whole_line_of_a_model_in_the_argument(project: Project) -> None:
    line = 'shop.api "Shop API" [FastAPI] : Orders #core'
    project.myst().write(
        {
            "a.rst": f"A\n=\n\n.. app:: {line}\n\n   Body.\n",
            "b.md": f"# B\n\n:::{{app}} {line.replace('api', 'bpi')}\n:::\n",
        }
    )
    build = project.build()
    assert build.warnings == []
    records = build.records()
    for id_ in ("shop.api", "shop.bpi"):
        fields = records[id_]["fields"]
        assert records[id_]["title"] == "Shop API"
        assert fields["technology"] == "FastAPI"
        assert fields["description"] == "Orders"
        assert fields["tags"] == ["core"]


def test_a_chosen_option_that_is_not_in_the_text_is_shown(project: Project) -> None:
    record = ".. adr:: One\n   :id: ADR-1\n   :chosen: Kafka\n\n   **Decision:** As discussed.\n"
    listed = (
        ".. adr:: Two\n   :id: ADR-2\n   :chosen: MQ\n\n   **Options:**\n\n   - Rabbit\n   - SQS\n"
    )
    page = (
        "Three\n=====\n\n.. adr::\n   :id: ADR-3\n   :chosen: Redis\n\nContext\n-------\n\nWhy.\n"
    )
    project.write({"a.rst": f"A\n=\n\n{record}\n{listed}", "c.rst": page})
    build = project.build()
    assert build.codes() == ["value"]
    for word in ("Kafka", "MQ"):
        assert word in build.soup("a.html").get_text()
    assert "Redis" in build.soup("c.html").get_text()


def test_the_title_of_a_picture_that_cannot_be_read(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\n.. c4-dynamic:: Paying at night\n\n   no steps at all\n"})
    build = project.build()
    assert build.codes() == ["syntax"]
    assert "Paying at night" in build.soup("a.html").get_text()
