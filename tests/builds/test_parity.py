"""The same page in reST and in MyST gives the same resolved doctree and the same warnings.

The cases are in ``tests/cases/*.txt``: ``=== name``, then ``--- rst``, ``--- myst`` and, where
there are any, ``--- warnings`` with the codes in the order of lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from alike import difference, plain
from building import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Build

DOCS = Path(__file__).parents[2] / "example_docs"


CASES = Path(__file__).parent.parent / "cases"
#: What the other pages declare, so that references lead somewhere.
MODEL = """\
Model
=====

.. c4-model::

   person customer "Customer"
   system shop "Web shop"
     app api "API" [FastAPI] : Orders
     datastore db "Database" [PostgreSQL]
   customer -> shop.api : Buys [HTTPS]
   shop.api -> shop.db : Reads [SQL]

.. adr:: An old decision
   :id: ADR-900
   :status: accepted
   :tags: data

   Context
     Some.

.. risk:: An old risk
   :id: R-900
   :impact: high
   :likelihood: low
   :affects: shop.api
"""


class Case(NamedTuple):
    name: str
    rst: str
    myst: str
    warnings: list[str]


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = block.partition("\n")
            parts = re.split(r"^--- (\w+)\n", rest, flags=re.MULTILINE)
            found = dict(zip(parts[1::2], parts[2::2], strict=True))
            codes = found.get("warnings", "").split()
            yield Case(f"{path.stem}: {name.strip()}", found["rst"], found["myst"], codes)


def page(project: Project, name: str, text: str) -> Build:
    project.myst().conf["myst_enable_extensions"] += ["deflist", "fieldlist"]
    project.write({name: text, "model.rst": MODEL})
    return project.build("dummy")


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: case.name)
def test_rst_equals_myst(case: Case, tmp_path: Path) -> None:
    rst = page(Project(tmp_path / "rst"), "page.rst", f"Page\n====\n\n{case.rst}")
    myst = page(Project(tmp_path / "myst"), "page.md", f"# Page\n\n{case.myst}")
    different = difference(plain(rst.doctree("page")), plain(myst.doctree("page")))
    if different:
        pytest.fail(different, pytrace=False)
    assert rst.codes() == case.warnings
    assert [line for line in rst.warnings if "[archdoc." not in line] == []
    assert said(myst) == said(rst)


def said(build: Build) -> list[str]:
    """Return the warnings without their places, which differ from markup to markup."""
    return [re.sub(r"^\S+?: |page\.\w+:\d+", "", line) for line in build.warnings]
