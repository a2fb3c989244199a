"""Pictures in a PDF that LaTeX has made: no error, vector, text that can be searched, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_help import LETTERS, compiled, run
from test_figures import MODEL
from test_pdf_pages import pages_of

if TYPE_CHECKING:
    from building import Project

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_text_is_text(project: Project, engine: str) -> None:
    one, two = LETTERS[engine]
    model = f'system a "{one}"\nsystem b "{two}"\na -> b : Calls\n'
    out, _ = compiled(project, engine, model, ".. c4-landscape::\n")
    text = " ".join(run("pdftotext", "test.pdf", "-", cwd=out).split())
    for words in (*one.split(), *two.split()):
        assert text.count(words) >= 2  # in the list and in the picture
    assert "image" not in run("pdfimages", "-list", "test.pdf", cwd=out)[200:]  # no pixels


def test_boxes_are_links(project: Project) -> None:
    views = ".. c4-container:: shop\n"
    out, log = compiled(project, "pdflatex", MODEL, views)
    assert "undefined" not in log
    data = (out / "test.aux").read_text(encoding="utf-8")
    assert "index:shop.api" in data


def test_large_pictures_fit_the_page(project: Project) -> None:
    wide = "".join(f'system s{n} "System number {n}"\n' for n in range(14))
    high = "".join(f"s{n} -> s{n + 1} : Calls\n" for n in range(13))
    views = ".. c4-landscape::\n   :direction: LR\n\n.. c4-landscape::\n   :direction: TB\n"
    compiled(project, "pdflatex", wide + high, views)


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex"])
@pytest.mark.parametrize(("systems", "turned"), [(3, False), (6, True)])
def test_wide_pictures_lie_on_their_side(
    project: Project, engine: str, systems: int, turned: bool
) -> None:
    """A picture whose words would be tiny is turned; in it words are higher than wide."""
    model = "".join(f'system s{n} "Watermelon{n}"\n' for n in range(systems))
    model += "".join(f"s{n} -> s{n + 1} : Calls\n" for n in range(systems - 1))
    model += "s0 -> s2 : Asks\n"  # no chain, which would stand in rows
    out, _ = compiled(project, engine, model, ".. c4-landscape::\n   :direction: LR\n")
    boxes = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Watermelon\d<',
        run("pdftotext", "-bbox", "test.pdf", "-", cwd=out),
    )
    upright = [float(d) - float(b) > float(c) - float(a) for a, b, c, d in boxes]
    assert upright.count(True) == (systems if turned else 0)


def test_inside_a_note_and_a_table(project: Project) -> None:
    views = (
        ".. note::\n\n   .. c4-context:: shop\n\n"
        ".. list-table::\n\n   * - .. c4-context:: shop\n     - b\n"
    )
    compiled(project, "pdflatex", MODEL, views)


@pytest.mark.parametrize("engine", sorted(LETTERS))
def test_a_picture_that_no_page_shows_large_enough_is_in_parts(
    project: Project, engine: str
) -> None:
    model = "".join(
        f'system s{n}{side} "System {n}{side}" : It does this and that\n'
        for n in range(11)
        for side in "ab"
    )
    model += "".join(
        f"s{n}{one} -> s{n + 1}{two} : Calls number {n}\n"
        for n in range(10)
        for one, two in ("ab", "ba", "aa")
    )
    view = ".. c4-landscape::\n   :direction: TB\n   :caption: Shown\n   :name: high\n"
    project.conf["latex_elements"] = {"figure_align": "H"}
    out, log = compiled(project, engine, model, f"\nSee :numref:`high`.\n\n{view}")
    assert "undefined" not in log
    pages = pages_of(out)
    (first,) = (n for n, page in enumerate(pages) if ": Shown\n" in page)
    assert "(continues on next page)" in pages[first]
    assert "(continued from previous page)" in pages[first + 1]
    assert "Calls number 0" in pages[first]
    assert "Calls number 9" in pages[first + 1]
    boxes = re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">this<',
        run("pdftotext", "-bbox", "-f", f"{first + 1}", "test.pdf", "-", cwd=out),
    )
    assert min(float(bottom) - float(top) for top, bottom in boxes) > 5.5
