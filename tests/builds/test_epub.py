"""An EPUB of everything that has a look: what it holds, and what epubcheck says, where it is."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from test_themes import SINK

if TYPE_CHECKING:
    from building import Project

ROOT = Path(__file__).parents[2]


@pytest.fixture
def book(project: Project) -> Path:
    text = SINK.read_text(encoding="utf-8").replace("[link](index.md)", "link")
    project.conf |= {"epub_copyright": "us", "version": "1", "epub_show_urls": "no"}
    build = project.myst().write({"index.md": text}).build("epub")
    assert [line for line in build.warnings if "epub.unknown_project_files" not in line] == []
    return next(build.out.glob("*.epub"))


def test_a_book_has_the_style_of_books_and_no_script(book: Path) -> None:
    with ZipFile(book) as opened:
        names = [Path(name).name for name in opened.namelist() if "_static" in name]
        page = opened.read("index.xhtml").decode()
    assert "archdoc-book.css" in names
    assert [name for name in names if name.startswith("archdoc") and name.endswith(".js")] == []
    assert "archdoc.css" not in names
    assert "_static/archdoc-book.css" in page
    assert "<svg" not in page
    assert page.count("_images/archdoc-") >= 8


def test_pictures_and_cards_have_a_ground_and_dark_text_where_the_reader_is_dark(
    book: Path,
) -> None:
    with ZipFile(book) as opened:
        pictures = [name for name in opened.namelist() if "_images/archdoc-" in name]
        drawn = [opened.read(name).decode() for name in pictures]
        css = next(name for name in opened.namelist() if name.endswith("archdoc-book.css"))
        style = opened.read(css).decode()
    assert len(drawn) >= 8
    for svg in drawn:
        x, y, width, height = re.findall(r'viewBox="(.*?)"', svg)[0].split()
        ground = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#ffffff"/>'
        assert svg.partition(">")[2].startswith(ground)
    (rule,) = re.findall(r"\n([^\n{}]*)\{color:var\(--arch-fg\)\}\n", style)
    assert {".arch-record:not(.arch-page)", "ul.arch-tiles>li"} <= set(rule.split(","))


def test_a_second_book_reads_no_page_again(project: Project) -> None:
    project.conf |= {"epub_copyright": "us", "version": "1", "epub_exclude_files": ("extra.txt",)}
    project.write({"a.rst": "A\n=\n\n.. adr:: Use queues\n   :id: ADR-1\n\n   Text.\n"})
    assert project.build("epub").read == {"a", "index"}
    assert project.build("epub").read == set()
    assert project.build("html").read == set()


def test_epubcheck_has_nothing_to_say(book: Path) -> None:
    checked(book)


@pytest.mark.slow
def test_epubcheck_has_nothing_to_say_of_the_documentation(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "epub", "-d", tmp_path / "doctrees"]
    subprocess.run([*command, ROOT / "example_docs", tmp_path / "out"], check=True)
    checked(next((tmp_path / "out").glob("*.epub")))


def checked(book: Path) -> None:
    command, java = shutil.which("epubcheck"), shutil.which("java")
    if command is None or java is None:
        pytest.skip("epubcheck or Java is not installed")
    # Debian's is the jar itself, and starts only where the kernel knows jars.
    is_jar = Path(command).read_bytes()[:2] == b"PK"
    started = [java, "-jar", command] if is_jar else [command]
    done = subprocess.run(
        [*started, book], capture_output=True, check=False, encoding="utf-8", timeout=300
    )
    faults = [x for x in done.stderr.splitlines() if x.startswith(("ERROR", "WARNING", "FATAL"))]
    assert (done.returncode, faults) == (0, [])


TABLES = """\
Tables
======

.. risk-table::
   :id-prefix: R-

   ===== ====== =========== ====== =====
   Risk  Impact Probability Owner  Notes
   ===== ====== =========== ====== =====
   Frost High   Low         Rosa
   ===== ====== =========== ====== =====

.. tech-stack::

   ========== =======
   Technology Version
   ========== =======
   Rust       1.90
   ========== =======
"""


def test_cells_of_wide_tables_say_their_column(project: Project) -> None:
    project.conf |= {"epub_copyright": "us", "version": "1"}
    page = project.write({"index.rst": TABLES}).build("epub").text("index.xhtml")
    labels = re.findall(r'<span class="arch-cell-label">([^<]*)</span>', page)
    assert labels == ["ID", "Risk", "Impact", "Probability", "Score (computed)", "Owner"]
    assert page.count("arch-void") == 1  # the cell without notes
    assert page.count("arch-cards") == 1
