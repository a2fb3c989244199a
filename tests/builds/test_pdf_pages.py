"""How records, headings and the index lie on the pages of a PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_help import LETTERS, compiled, printed, run
from test_figures import CONF

if TYPE_CHECKING:
    from pathlib import Path

    from building import Project

pytestmark = pytest.mark.slow

#: The colour of what is accepted, as a pixel.
GREEN = bytes.fromhex("4AA574")
DECISION = """\
Decisions
=========

.. adr:: Use queues
   :id: ADR-1
   :status: accepted

   **Options:**

   * Polling with ``a_name_of_code_that_is_longer_than_any_line_of_a_page_has_room_for_in_print``
   * Queues

   **Decision:** Queues.

"""
RISKS = """
.. risk-table::

   ======================== ========== ======== ====== =========
   Risk                     Likelihood Impact   Status Mitigation
   ======================== ========== ======== ====== =========
"""
VIEWS = """
.. risk-table::
   :columns: id, title, probability, impact, score, status, owner, mitigation, tags, affects
   :caption: All of them

.. risk-matrix::

.. arch-dashboard::

.. milestone:: Phase *one*
   :status: in-progress

   Done soon.
"""


def risk_table(rows: int) -> str:
    lines = [RISKS.rstrip("\n")]
    lines += [
        f"   {f'Risk-of-sort.number.{n}':<24} High       Low      Open   {'Do it. ' * 12}"
        for n in range(rows)
    ]
    return "\n".join([*lines, f"   {'=' * 24} ========== ======== ====== =========", ""])


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_records_fit_their_pages(project: Project, engine: str) -> None:
    long = "\n\n".join(f"   **Part {n}:** {'Many words. ' * 90}" for n in range(9))
    page = DECISION + long + "\n" + risk_table(40) + VIEWS
    out, log = printed(project, engine, page, runs=3)
    assert "undefined" not in log
    positions = (out / "test.aux").read_text(encoding="utf-8").count(r"\archdocspot")
    assert positions == 2 * 3  # two cards and a decision
    run("pdftoppm", "-r", "100", "test.pdf", "page", cwd=out)
    framed = [page for page in sorted(out.glob("page-*.ppm")) if GREEN in page.read_bytes()]
    assert len(framed) >= 2  # the frame goes over pages


def test_a_heading_stays_with_the_picture_behind_a_hidden_model(project: Project) -> None:
    parts = ["Test\n===="]
    for n in range(14):
        parts += [f"Outer{n}\n-------", f"Inner{n}\n~~~~~~~"]
        parts += [f'.. c4-model::\n   :hide:\n\n   system s{n} "System {n}"']
        parts += [f".. c4-context:: s{n}\n   :caption: Picture{n}"]
        parts += [f"Line {k}." for k in range(n)]
    project.conf["latex_elements"] = {"figure_align": "H"}
    out, _ = printed(project, "pdflatex", "\n\n".join(parts) + "\n", runs=3)
    pages = run("pdftotext", "test.pdf", "-", cwd=out).split("\f")
    shown = [page for page in pages if "Picture" in page]
    assert len(shown) > 4
    for n in range(14):
        (page,) = (page for page in shown if f"Picture{n}\n" in page)
        assert f"Outer{n}\n" in page
        assert f"Inner{n}\n" in page


def pages_of(out: Path) -> list[str]:
    return run("pdftotext", "test.pdf", "-", cwd=out).split("\f")


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex"])
def test_headings_without_numbers_stay_with_what_they_head(project: Project, engine: str) -> None:
    parts = ["Test\n====", "Part\n----", "Below\n~~~~~"]
    row = "   * - Row{n} and\n     - " + "Many words. " * 12
    for n in range(10):
        parts += [f"Outer{n}\n^^^^^^", f'Inner{n}\n""""""']
        if n % 2:
            rows = "\n".join(row.format(n=n) for _ in range(14))
            parts += [f".. list-table::\n   :header-rows: 1\n\n   * - Head\n     - Text\n{rows}"]
        else:
            parts += [f'.. c4-model::\n   :hide:\n\n   system s{n} "System {n}"']
            parts += [f".. c4-context:: s{n}\n   :caption: Row{n} and"]
        parts += [f"Line {k}." for k in range(3 * n)]
    project.conf["latex_elements"] = {"figure_align": "H"}
    out, _ = printed(project, engine, "\n\n".join(parts) + "\n", runs=3)
    for n in range(10):
        (page,) = (page for page in pages_of(out) if f"Inner{n}\n" in page)
        assert f"Outer{n}\n" in page
        assert f"Row{n} and" in page


FLOW = """\
.. flow:: Flow{n}
   :id: FLOW-{n}

   a -> b : One
   b -> c : Two
   c -> a : Three
   a -> b : Four
   b -> c : Five
   c -> a : Six
"""


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_a_card_begins_on_the_page_of_its_picture(project: Project, engine: str) -> None:
    model = '.. c4-model::\n\n   system a "A"\n   system b "B"\n   system c "C"\n'
    parts = ["Test\n====", model]
    for n in range(8):
        parts += [f"Line {k}." for k in range(4 * n)]
        parts += [FLOW.format(n=n)]
    project.conf["latex_elements"] = {"figure_align": "H"}
    out, _ = printed(project, engine, "\n\n".join(parts) + "\n", runs=3)
    pages = pages_of(out)
    for n in range(8):
        assert [page for page in pages if f"FLOW-{n}: Flow{n}" in page and f": Flow{n}\n" in page]


def test_a_picture_is_made_a_little_smaller_where_it_then_fits_the_page(project: Project) -> None:
    model = "".join(f'system s{n} "System {n}"\n' for n in range(3))
    model += "s0 -> s1 : Calls\ns1 -> s2 : Calls\n"
    view = ".. c4-landscape::\n   :direction: TB\n   :caption: Shown\n"
    project.conf["latex_elements"] = {"figure_align": "H"}
    found = []
    for lines in (1, 3, 9):
        filler = "\n\n".join(f"Line {n}." for n in range(lines))
        out, _ = compiled(project, "pdflatex", model, f"\n{filler}\n\n{view}")
        words = run("pdftotext", "-bbox", "test.pdf", "-", cwd=out).split("<page ")
        at = next(number for number, page in enumerate(words) if ">Shown<" in page)
        sizes = [
            float(low) - float(high)
            for high, low in re.findall(
                r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Calls<', words[at]
            )
        ]
        found.append((at, round(min(sizes), 1)))
    assert [page for page, _ in found] == [1, 1, 2], found
    assert found[1][1] < found[0][1] == found[2][1]


INDEX = """\
Test
====

.. c4-model::

   system a "a_name_of_code_that_is_longer_than_any_line_of_a_column_for_an_index 5% & {x}"
   system b "Donaudampfschifffahrtsgesellschaftskapitänsmützenärmelüberzugsbestellübersicht"
   system c "Mail"

.. index:: the/path/of/a-file/that-is-longer/than-any-line/of-a-column/for-the-index

.. risk:: Flood
   :id: R-12345678901234567890123456789012345678901234567890

.. risk:: Fire
   :id: R-1

.. risk:: Frost
   :id: R-2
"""


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_long_words_of_an_index_stay_in_its_columns(project: Project, engine: str) -> None:
    project.conf["latex_use_xindy"] = False
    project.conf |= CONF | {"latex_engine": engine}
    build = project.write({"index.rst": INDEX}).build("latex")
    run(engine, "-interaction=nonstopmode", "-halt-on-error", "test.tex", cwd=build.out)
    run("makeindex", "-s", "python.ist", "test.idx", cwd=build.out)
    out, _ = printed(project, engine, INDEX)
    text = re.sub(
        r"[-\s]", "", "".join(pages_of(out)[1:])
    )  # hyphens at ends of lines are taken out
    for words in re.findall(r'system . "(.*)"|index:: (.*)|:id: (.*)', INDEX):
        assert re.sub(r"[-\s]", "", "".join(words)) in text
