"""After any edit the incremental output equals a clean build, and only what changed is done."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from building import later
from sample import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from building import Build, Project

#: What Sphinx itself leaves as it was: titles of other pages in the search index depend on the
#: order of reading, and environment files hold times.
SPHINX_LEAVES = ("searchindex.js", "objects.inv", ".archdoc-cache")


def edit(name: str, old: str, new: str) -> Callable[[Project], None]:
    def change(project: Project) -> None:
        path = project.source / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        later(path)

    return change


def move(project: Project) -> None:
    """Move ADR-2 to another page."""
    one = project.source / "one.rst"
    text = one.read_text(encoding="utf-8")
    start = text.index(".. adr:: Use PostgreSQL")
    moved = text[start:]
    one.write_text(text[:start], encoding="utf-8")
    two = project.source / "two.rst"
    two.write_text(two.read_text(encoding="utf-8") + "\n" + moved, encoding="utf-8")
    later(one)
    later(two)


def delete(project: Project) -> None:
    (project.source / "two.rst").unlink()
    project.index()
    later(project.source / "index.rst")


def rename(project: Project) -> None:
    (project.source / "two.rst").rename(project.source / "renamed.rst")
    project.index()
    later(project.source / "index.rst")


EDITS = {
    "text": edit("one.rst", "Reports need joins", "Reports need many joins"),
    "retitle": edit("one.rst", "Use PostgreSQL for orders", "Use PostgreSQL for everything"),
    "re-status": edit("two.rst", ":status: proposed", ":status: accepted"),
    "status of the successor": edit(
        "one.rst",
        ":status: accepted\n   :date: 2026-01-20",
        ":status: proposed\n   :date: 2026-01-20",
    ),
    "add": edit(
        "two.rst", "     Use Redis.\n", "     Use Redis.\n\n.. adr:: New\n   :id: ADR-4\n\n   x\n"
    ),
    "new id": edit("two.rst", "ADR-3", "ADR-33"),
    "link": edit("two.rst", "Logins are slow", "Logins are slow, see :adr:`ADR-1`"),
    "unlink": edit("two.rst", "   :relates-to: ADR-2\n", ""),
    "unlink in text": edit("model.rst", " Decided in :adr:`ADR-2`.", ""),
    "rename an element": edit("model.rst", 'db  "Database"', 'db  "Orders database"'),
    "drop a relation": edit("model.rst", "   shop.api -> stripe   : Charges cards [HTTPS]\n", ""),
    "level in a table": edit("risks.rst", "- Medium\n        - Low", "- Medium\n        - High"),
    "drop a row": edit(
        "risks.rst",
        "      * - Slow queries\n        - High\n        - Medium\n"
        "        - Indexes and *replicas*\n        - Open\n",
        "",
    ),
    "move": move,
    "delete": delete,
    "rename a page": rename,
}


def same_as_clean(project: Project, incremental: Build) -> None:
    shutil.rmtree(project.folder / "doctrees-clean", ignore_errors=True)
    shutil.rmtree(project.folder / "clean", ignore_errors=True)
    clean = project.build(out="clean", fresh=True)
    left, right = incremental.files(ignore=SPHINX_LEAVES), clean.files(ignore=SPHINX_LEAVES)
    assert left.keys() - removed(incremental) == right.keys()
    differing = [name for name in right if left[name] != right[name]]
    assert differing == []
    assert sorted(set(clean.warnings)) == sorted(set(incremental.warnings)) or not incremental.read


def removed(build: Build) -> set[str]:
    """Return output of pages that are gone; Sphinx leaves it lying."""
    pages = build.app.env.found_docs
    own = {"genindex", "search", "arch-decisions", "arch-elements", "arch-risks"}
    return {
        str(path.relative_to(build.out))
        for path in build.out.rglob("*.html")
        if str(path.relative_to(build.out).with_suffix("")) not in pages | own
    }


@pytest.mark.parametrize("name", EDITS)
def test_incremental_equals_clean(project: Project, name: str) -> None:
    project.write(pages())
    first = project.build()
    assert first.warnings == []
    EDITS[name](project)
    same_as_clean(project, project.build())


def test_nothing_changed_reads_and_writes_nothing(project: Project) -> None:
    project.write(pages())
    project.build()
    again = project.build()
    assert (again.read, again.written) == (set(), set())


def test_one_status_reads_one_page_and_writes_those_that_show_it(project: Project) -> None:
    project.write(pages() | {f"more{n}.rst": f"More {n}\n======\n\nText.\n" for n in range(94)})
    project.build()
    EDITS["re-status"](project)
    build = project.build()
    assert build.read == {"two"}
    # ADR-3 is shown by its page, the overview, ADR-2's back-links and the risk it mitigates;
    # Sphinx rewrites the toctree's page too.
    assert build.written <= {"two", "overview", "one", "risks", "index"}
    assert {"two", "overview"} <= build.written


def test_text_edit_writes_one_page(project: Project) -> None:
    project.write(pages())
    project.build()
    EDITS["text"](project)
    build = project.build()
    assert build.read == {"one"}
    assert build.written <= {"one", "index"}


def test_repaired_duplicate(project: Project) -> None:
    project.write(pages())
    edit("two.rst", ":id: ADR-3", ":id: ADR-2")(project)
    broken = project.build()
    assert "duplicate" in broken.codes()
    assert "Cache sessions" in broken.text("two.html")
    edit("two.rst", ":id: ADR-2", ":id: ADR-3")(project)
    fixed = project.build()
    assert fixed.codes() == []
    same_as_clean(project, fixed)


def test_changed_data_file(project: Project) -> None:
    project.write(
        pages()
        | {
            "file.rst": "File\n====\n\n.. risk-table::\n   :file: risks.csv\n",
            "risks.csv": "ID,Risk,Impact,Likelihood\nR-50,From a file,High,Low\n",
        }
    )
    first = project.build()
    assert "R-50" in first.records()
    path = project.source / "risks.csv"
    path.write_text("ID,Risk,Impact,Likelihood\nR-51,Another,Low,Low\n", encoding="utf-8")
    later(path)
    second = project.build()
    assert "R-51" in second.records()
    assert "R-50" not in second.records()
    assert second.read == {"file"}
    same_as_clean(project, second)


def test_a_data_file_that_could_not_be_read_at_first(project: Project) -> None:
    project.write({"file.rst": "File\n====\n\n.. risk-table::\n   :file: risks.csv\n"})
    path = project.source / "risks.csv"
    path.mkdir()
    assert project.build().codes() == ["path"]
    path.rmdir()
    path.write_text("ID,Risk,Impact,Likelihood\nR-50,From a file,High,Low\n", encoding="utf-8")
    later(path)
    assert "R-50" in project.build().records()


def test_dangling_reference_in_a_page_that_did_not_change(project: Project) -> None:
    project.write(pages())
    project.build()
    EDITS["new id"](project)
    build = project.build()
    assert any("overview.rst" in line and "ADR-3" in line for line in build.warnings)


def test_two_builders_share_doctrees(project: Project) -> None:
    project.write(pages())
    project.build()
    project.build("text")
    EDITS["re-status"](project)
    project.build()
    text = project.build("text")
    assert "overview" in text.written
    assert "Accepted" in text.text("overview.txt")
