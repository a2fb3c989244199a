"""The same page in reST and in MyST gives the same resolved doctree and the same warnings.

The cases are in ``tests/cases/*.txt``: ``=== name``, then ``--- rst``, ``--- myst`` and, where
there are any, ``--- warnings`` with the codes in the order of lines.
"""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from building import Project
from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Build

CASES = Path(__file__).parent.parent / "cases"
#: Attributes that say where or how a node was written, not what it shows.
WRITTEN = (
    "source", "line", "bullet", "prefix", "suffix", "enumtype", "names", "dupnames", "rawsource",
    "translation_progress", "translated", "refdoc", "refwarn", "xml:space", "auto", "slug", "stub",
    "backrefs", "internal", "refexplicit", "align",
)  # fmt: skip
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


def plain(build: Build) -> str:
    """Return the page's tree without what says how it was written."""
    tree = build.doctree("page")
    for node in list(tree.findall(nodes.Element)):
        for name in WRITTEN:
            node.attributes.pop(name, None)
        if "ids" in node:
            node["ids"] = sorted(node["ids"])
        node.attributes = {
            name: int(value) if isinstance(value, bool) else value
            for name, value in node.attributes.items()
        }
        if isinstance(node, nodes.colspec):
            node.attributes.pop("colwidth", None)
        if isinstance(node, nodes.table):
            widths = ("colwidths-given", "colwidths-auto")
            node["classes"] = [item for item in node["classes"] if item not in widths]
        if isinstance(node, (nodes.comment, nodes.system_message)):
            node.parent.remove(node)
        if isinstance(node, nodes.paragraph) and not node.children:  # MyST's empty cells
            node.parent.remove(node)
        if isinstance(node, nodes.TextElement):
            node.children = joined(node.children)
    return re.sub(r'\s*classes=""', "", tree.pformat())


def joined(children: list[nodes.Node]) -> list[nodes.Node]:
    """Return the children with neighbouring texts as one: MyST keeps line ends apart."""
    found: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.Text) and found and isinstance(found[-1], nodes.Text):
            found[-1] = nodes.Text(f"{found[-1]}{child}")
        else:
            found.append(child)
    return found


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: case.name)
def test_rst_equals_myst(case: Case, tmp_path: Path) -> None:
    rst = page(Project(tmp_path / "rst"), "page.rst", f"Page\n====\n\n{case.rst}")
    myst = page(Project(tmp_path / "myst"), "page.md", f"# Page\n\n{case.myst}")
    different = difference(plain(rst), plain(myst))
    if different:
        pytest.fail(different, pytrace=False)
    assert rst.codes() == case.warnings
    assert [line for line in rst.warnings if "[archdoc." not in line] == []
    assert said(myst) == said(rst)


def difference(rst: str, myst: str) -> str:
    return "\n".join(unified_diff(rst.splitlines(), myst.splitlines(), "rst", "myst", lineterm=""))


def said(build: Build) -> list[str]:
    """Return the warnings without their places, which differ from markup to markup."""
    return [re.sub(r"^\S+?: |page\.\w+:\d+", "", line) for line in build.warnings]
