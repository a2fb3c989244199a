"""Views of levels say what the project's tables call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Build, Project

RISKS = """\
Risks
=====

.. risk-table::

   .. csv-table::
      :header: ID, Risk, Severity (1-3), Probability

      R-1, Frost, 3, High
      R-2, Mice, , Low
"""
VIEWS = """\
Views
=====

.. risk-matrix::

.. risk-table::
   :columns: id, impact, likelihood

.. risk:: Hail
   :id: R-3
   :impact: low
   :likelihood: low
"""


def words(build: Build) -> tuple[list[str], list[str], str, str]:
    page = BeautifulSoup(build.text("views.html"), "html.parser")
    corner = [p.get_text() for p in page.select_one("table.arch-matrix th").find_all("p")]
    heads = [th.get_text() for th in page.select("table.arch-table:not(.arch-matrix) thead th")]
    card = page.select_one(".arch-head").get_text(" ", strip=True)
    return corner, heads, page.select_one(".arch-unplaced").get_text(), card


def test_views_use_the_words_of_the_tables(project: Project) -> None:
    index = "I\n=\n\n.. toctree::\n\n   risks\n   views\n"
    build = project.write({"index.rst": index, "risks.rst": RISKS, "views.rst": VIEWS}).build()
    corner, heads, unplaced, card = words(build)
    assert corner == ["Probability →", "Severity ↓"]
    assert heads == ["ID", "Severity", "Probability"]
    assert unplaced == "Not placed: Severity or Probability is missing: R-2"
    assert "Severity: Low" in card
    assert "Probability: Low" in card

    again = project.write({"risks.rst": RISKS.replace("Probability", "Chance")}).build()
    assert "views" in again.written
    assert words(again)[0] == ["Chance →", "Severity ↓"]

    other = RISKS.replace("Probability", "Likelihood level").replace("R-", "R-1")
    more = project.write({"more.rst": f":orphan:\n\n{other}"}).build()
    assert words(more)[0] == ["Likelihood →", "Severity ↓"]


CARD = """\
Hail
====

.. risk:: Hail
   :id: R-3
   :likelihood: low
"""


def test_a_view_asks_the_tables_of_what_it_shows(project: Project) -> None:
    index = "I\n=\n\n.. toctree::\n\n   risks\n   others\n   views\n   card\n"
    others = RISKS.replace("Probability", "Chance").replace("R-", "R-1")
    views = "Views\n=====\n\n.. risk-matrix::\n   :filter: page = %s\n"
    files = {"risks.rst": RISKS, "others.rst": others, "card.rst": CARD}
    build = project.write({"index.rst": index, **files, "views.rst": views % "others"}).build()
    assert "Chance →" in build.text("views.html")
    assert "Likelihood:" in text_of(build, "card.html")  # the tables do not agree

    again = project.write({"others.rst": others.replace("Chance", "Probability")}).build()
    assert {"views", "card"} <= set(again.written)
    assert "Probability →" in again.text("views.html")
    assert "Probability:" in text_of(again, "card.html")


def text_of(build: Build, page: str) -> str:
    return BeautifulSoup(build.text(page), "html.parser").get_text(" ", strip=True)
