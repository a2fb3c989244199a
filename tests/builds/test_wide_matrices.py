"""A matrix too wide for paper: a list of what each row goes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Project

PAGE = """\
T
=

.. c4-model::

{systems}

.. adr:: One
   :id: ADR-1
   :affects: s1, s3

.. adr:: Two
   :id: ADR-2

.. record-matrix::
   :rows: adr
   :columns: element
"""


def page(count: int) -> dict[str, str]:
    systems = "\n".join(f'   system s{n} "Sys {n}"' for n in range(1, count + 1))
    return {"index.rst": PAGE.format(systems=systems)}


def test_text_and_books_list_what_a_wide_matrix_marks(project: Project) -> None:
    project.write(page(10))
    said = " ".join(project.build("text", out="text").text("index.txt").split())
    assert "| Architecture decision | Connected with |" in said
    assert "| ADR-1 | Sys 1, Sys 3 |" in said
    assert "Not connected: Sys 2, Sys 4, Sys 5, Sys 6, Sys 7, Sys 8, Sys 9, Sys 10" in said
    assert "1 of 2 covered (50 %)" in said
    (book,) = project.build("latex", out="latex").out.glob("test*.tex")
    assert "Connected with" in book.read_text(encoding="utf-8")
    heads = project.build("html", out="html").soup("index.html").select(".arch-crossing thead th")
    assert len(heads) == 11


def test_a_narrow_matrix_stays_one(project: Project) -> None:
    said = project.write(page(9)).build("text", out="text").text("index.txt")
    assert "Connected with" not in said
    assert said.count("| yes") == 2
