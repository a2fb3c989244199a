"""A field that names nothing: a reader sees it, and it is told once with what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

HINT = "declare it, or remove the reference"
RECORDS = """\
Page
====

.. c4-model::

   system shop
     app api

.. adr:: Use X
   :id: ADR-1
   :affects: shop.api, shop.apii (reads)

   Text.

.. risk-table::

   == ======= =========== =============
   ID Risk    Mitigation  Mitigated by
   == ======= =========== =============
   R1 Fire    Alarm       ADR-1, ADR-11
   == ======= =========== =============

.. failure-table::

   .. csv-table::
      :header: Failure, Error code

      Down, 503

.. adr-list::
   :columns: id, affects
"""


def test_broken_references_are_marked_and_told_once(project: Project) -> None:
    build = project.write({"page.rst": RECORDS}).build()
    said = [line.partition("WARNING: ")[2] for line in build.warnings]
    assert [line.removesuffix(" [archdoc.reference]") for line in said] == [
        "adr ADR-1: affects names 'shop.apii', which does not exist; did you mean 'shop.api'?",
        f"risk R1: mitigated-by names 'ADR-11', which does not exist; {HINT}",
    ]
    marked = build.soup("page.html").select("abbr.arch-unknown")
    assert [(mark.get_text(), mark["title"]) for mark in marked] == [
        ("shop.apii", "No record has this id"),  # in the head of the decision
        ("ADR-11", "No record has this id"),  # in the table as it is written
        ("shop.apii", "No record has this id"),  # in the list
    ]


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_where_nothing_can_be_shown_the_words_stay(project: Project, builder: str) -> None:
    build = project.write({"page.rst": RECORDS}).build(builder)
    assert "shop.apii (reads)" in build.everything().replace("\\_", "_")
    assert "No record has this id" not in build.everything()


def test_the_mark_goes_when_the_record_comes(project: Project) -> None:
    project.write({"page.rst": RECORDS, "other.rst": "Other\n=====\n"}).build()
    more = ".. app:: shop.apii\n\n   Text.\n\n.. adr:: Use Y\n   :id: ADR-11\n\n   Text.\n"
    project.write({"other.rst": f"Other\n=====\n\n{more}"})
    build = project.build()
    assert "page" in build.written
    assert build.soup("page.html").select("abbr.arch-unknown") == []
