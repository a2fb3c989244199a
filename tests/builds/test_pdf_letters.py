"""Letters and signs in a PDF, also those that no font has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_help import LETTERS, printed, run

if TYPE_CHECKING:
    from building import Project

pytestmark = pytest.mark.slow

SIGNS = """\
Signs ✅ in a title 🚀
========================

Section ⚠️
-----------

✅ ❌ 🚀 🟢 👍🏽 ≥ → ⇒ and ``✅ 🦀``.

.. code-block:: text

   ┌───┐ ✅
   └───┘ 🚀

.. c4-model::

   system a "Shop 🚀"
   system b "Bank ✅"
   a -> b : Pays 💰

.. c4-landscape::

.. adr:: Use 🚀
   :id: ADR-1
   :status: accepted

   **Decision:** 🚀
"""


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_signs_that_no_font_has(project: Project, engine: str) -> None:
    out, log = printed(project, engine, SIGNS, runs=3)
    assert "Missing character" not in (out / "test.log").read_text(
        encoding="utf-8", errors="replace"
    )
    text = run("pdftotext", "test.pdf", "-", cwd=out)
    assert text.count("[rocket]") >= 6
    assert "undefined" not in log


EAST = """\
Title 决策
==========

**已接受**、``決定者`` or *작성자*, and the author's own \ue000.

.. code-block:: text

   状态: 已接受

.. adr:: Use 决策
   :id: ADR-1
   :status: accepted

   **Decision:** 注文
"""


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex"])
def test_letters_that_no_font_has_are_boxes_with_their_codes(project: Project, engine: str) -> None:
    project.conf["latex_elements"] = {"preamble": r"\def\archdocfonts{No such font}"}
    out, log = printed(project, engine, EAST, runs=3)
    assert "Missing character" not in (out / "test.log").read_text(
        encoding="utf-8", errors="replace"
    )
    assert log.count("No font has some of the letters") == 1
    text = "".join(run("pdftotext", "-raw", "test.pdf", "-", cwd=out).split())
    assert "65E5" not in text
    assert text.count("6C") >= 2  # one half of a code
