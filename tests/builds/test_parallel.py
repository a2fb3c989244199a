"""Four processes build what one builds; neither hash seeds nor folders show in the output."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from building import Project
from sample import pages

from sphinx_archdoc.sphinxext.domain import ArchDomain

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build

#: 24 pages of two records that refer to each other across pages, with faults of every sort.
MANY = {
    f"more{n:02}.rst": f"""\
More {n}
========

.. adr:: Decision {n}
   :id: ADR-{100 + n}
   :status: {"accepted" if n % 3 else "odd"}
   :relates-to: ADR-{100 + (n * 7) % 26}
   :affects: shop.api

   See :adr:`ADR-{100 + n % 5}` and :risk:`R-{100 + n}`.

.. risk:: Risk {n}
   :id: R-{100 + n // 2 * 2}
   :impact: high
   :likelihood: {"low" if n % 2 else "high"}
"""
    for n in range(24)
} | {"tables.rst": "Tables\n======\n\n.. adr-list::\n\n.. risk-table::\n   :columns: id, nope\n"}


def inventory(build: Build) -> str:
    head, _, packed = (build.out / "objects.inv").read_bytes().partition(b"zlib.\n")
    return head.decode() + zlib.decompress(packed).decode()


@pytest.fixture
def merges(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets a number for every reading process that came back."""
    found: list[int] = []
    merge = ArchDomain.merge_domaindata

    def spy(self: ArchDomain, docnames: set[str], otherdata: dict[str, object]) -> None:
        found.append(len(docnames))
        merge(self, docnames, otherdata)

    monkeypatch.setattr(ArchDomain, "merge_domaindata", spy)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Sphinx is parallel only where fork is")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_parallel_equals_serial(project: Project, merges: list[int]) -> None:
    project.write(pages() | MANY)
    serial = project.build(out="serial", fresh=True)
    assert merges == []
    parallel = project.build(out="parallel", fresh=True, parallel=4)
    assert len(merges) > 1
    assert sorted(serial.warnings) == sorted(parallel.warnings)
    assert {"status", "duplicate", "reference", "column"} <= set(serial.codes())
    left, right = serial.files(), parallel.files()
    assert left.keys() == right.keys()
    ignored = ("objects.inv", "searchindex.js")
    assert [name for name in left if left[name] != right[name] and name not in ignored] == []
    assert sorted(inventory(serial).splitlines()) == sorted(inventory(parallel).splitlines())
    assert serial.text("archdoc.json") == parallel.text("archdoc.json")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Sphinx is parallel only where fork is")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_parallel_rebuild_equals_serial(project: Project, merges: list[int]) -> None:
    project.write(pages() | MANY)
    project.build(parallel=4)
    for name in [*MANY][:12]:
        path = project.source / name
        path.write_text(path.read_text(encoding="utf-8").replace("accepted", "rejected"), "utf-8")
        os.utime(path, (2_000_000_000, 2_000_000_000))
    merges.clear()
    again = project.build(parallel=4)
    assert len(merges) > 1
    clean = project.build(out="clean", fresh=True)
    left, right = again.files(), clean.files()
    ignored = ("objects.inv", "searchindex.js")
    assert [name for name in right if left[name] != right[name] and name not in ignored] == []


def run(folder: Path, seed: str) -> dict[str, bytes]:
    project = Project(folder).write(pages())
    (project.source / "conf.py").write_text(
        "".join(f"{name} = {value!r}\n" for name, value in project.conf.items()), encoding="utf-8"
    )
    return make(project.source, folder / "out", seed)


def make(source: Path, output: Path, seed: str) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", source, output],
        env=os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
    }


def test_hash_seeds_and_folders_do_not_show(tmp_path: Path) -> None:
    one, two = run(tmp_path / "a", "1"), run(tmp_path / "elsewhere" / "b", "4242")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_another_hash_seed_writes_nothing_again(tmp_path: Path) -> None:
    project, output = Project(tmp_path), tmp_path / "out"
    run(tmp_path, "1")
    times = {path: path.stat().st_mtime_ns for path in output.glob("*.html")}
    make(project.source, output, "4242")
    # Sphinx writes the search page in every build.
    assert [p.name for p, at in times.items() if p.stat().st_mtime_ns != at] == ["search.html"]


def test_no_absolute_path_in_the_output(project: Project) -> None:
    files = project.write(pages()).build().files()
    folder = str(project.folder).encode()
    assert [name for name, data in files.items() if folder in data] == []
