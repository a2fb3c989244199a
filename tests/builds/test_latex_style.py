"""How records look in LaTeX; what compiles is looked at in ``test_pdf``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.latex_style import style

if TYPE_CHECKING:
    from building import Project

PAGE = """\
Page
====

.. adr:: One
   :id: ADR-1
   :status: accepted

   **Decision:** One.

.. permission-matrix::

   ===== ====
   Role  Read
   ===== ====
   Guest ✅
   ===== ====
"""
DOCUMENTS = {"latex_documents": [("index", "test.tex", "Test", "x", "manual")]}


def test_each_tone_has_the_colours_of_the_style_sheet() -> None:
    tones = dict(re.findall(r"^\\archdoctone\{(\w+)\}(.*)$", style(), re.MULTILINE))
    assert set(tones) == {"ok", "info", "warn", "bad", "mute", "neutral", "s1", "s2", "s3", "s4"}
    assert tones["ok"] == "{12633A}{DDF3E5}{4AA574}"


def test_a_project_may_change_all_of_it(project: Project) -> None:
    project.conf |= DOCUMENTS | {"latex_elements": {"preamble": "% mine"}}
    text = project.write({"index.rst": PAGE}).build("latex").text("test.tex")
    assert text.count(r"\newcommand\archdoctone") == 1
    assert text.index(r"\archdoctone{ok}") < text.index("% mine")
    assert r"\begin{sphinxuseclass}{arch-decision}" in text
    assert r"\DUrole{arch-badge}{\DUrole{arch-is-ok}{Accepted}}" in text


def test_signs_that_no_font_has_leave_their_word(project: Project) -> None:
    project.conf |= DOCUMENTS
    text = project.write({"index.rst": PAGE}).build("latex").text("test.tex")
    assert "✅" not in text
    assert r"\DUrole{arch-is-ok}{yes}" in text


def test_each_letter_is_defined_once(project: Project) -> None:
    project.conf |= DOCUMENTS
    page = "Page\n====\n\nThe σ of 注文.\n"
    text = project.write({"index.rst": page}).build("latex").text("test.tex")
    assert re.findall(r"\\archdocsign\{(.)\}", text) == ["σ", "文", "注"]
    assert text.count("\n\\archdocfindfonts\n") == 1


CARDS = """\
Page
====

.. adr:: One
   :id: ADR-1
   :status: rejected

   **Options:**

   * ``Polling``
   * Queues

   **Decision:** Queues.

.. risk:: Frost
   :id: R-1
   :impact: high
   :probability: low

.. risk-matrix::

.. arch-dashboard::
"""


def test_a_record_is_framed_in_the_colour_of_its_state(project: Project) -> None:
    project.conf |= DOCUMENTS
    text = project.write({"index.rst": CARDS}).build("latex").text("test.tex")
    assert text.count(r"\begin{archdoccard}{bad}") == 1
    assert text.count(r"\begin{archdoccard}") == text.count(r"\end{archdoccard}") == 2
    title, frame = text.index("ADR\\sphinxhyphen{}1"), text.index(r"\begin{archdoccard}{bad}")
    assert title < frame < text.index(r"\DUrole{arch-badge}{\DUrole{arch-is-bad}{Rejected}}")


def test_colours_of_a_matrix_and_rows_of_a_dashboard(project: Project) -> None:
    project.conf |= DOCUMENTS
    text = project.write({"index.rst": CARDS}).build("latex").text("test.tex")
    assert text.count(r"\archdoccell{") == 9
    dashboard = text.partition(r"\end{tabular}")[2]
    assert re.search(r"\\sphinxstylestrong\{1\}", dashboard)
    assert r"\archdocsegment{bad}{50}" in dashboard


def test_html_has_no_tex(project: Project) -> None:
    text = project.write({"index.rst": CARDS}).build().text("index.html")
    assert "archdoccard" not in text
    assert "arch-tiles" in text
