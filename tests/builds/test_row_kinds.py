"""The column that says what each building block is: slips are asked about, other words are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

SLIP = (("Web", "Container"), ("Store", "Datbase"), ("Log", "Lump"))
OWN = (("Web", "Controller"), ("Store", "Repository"), ("Log", ""))


def page(form: str, rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    if form == "md":
        cells = "".join(f"| {name} | {said} |\n" for name, said in rows)
        table = f"| Name | Type |\n|---|---|\n{cells}"
        return {"index.md": f"# P\n\n:::{{component-table}}\n\n{table}:::\n"}
    cells = "".join(f"      * - {name}\n        - {said}\n" for name, said in rows)
    head = "P\n=\n\n.. component-table::\n\n   .. list-table::\n      :header-rows: 1\n\n"
    return {"index.rst": f"{head}      * - Name\n        - Type\n{cells}"}


@pytest.mark.parametrize(("form", "lines"), [("md", (8, 9)), ("rst", (13, 15))])
def test_slips_and_words_among_kinds(project: Project, form: str, lines: tuple[int, int]) -> None:
    build = project.myst().write(page(form, SLIP)).build()
    near, far = [line for line in build.warnings if "archdoc.value" in line]
    assert len(build.warnings) == 2
    assert f"index.{form}:{lines[0]}: WARNING: component: 'Datbase' is no kind of" in near
    assert "the row is a component; did you mean 'Database'?" in near
    assert f"index.{form}:{lines[1]}: WARNING: component: 'Lump' is no kind of" in far
    assert "allowed: Application, Component, Data store, " in far
    records = build.records()
    kinds = {name: record["kind"] for name, record in records.items()}
    assert kinds == {"web": "app", "store": "component", "log": "component"}
    assert records["store"]["extra"] == {"Type": "Datbase"}
    assert "Datbase" in build.text("index.html")


@pytest.mark.parametrize("form", ["md", "rst"])
def test_words_of_ones_own_are_right(project: Project, form: str) -> None:
    build = project.myst().write(page(form, OWN)).build()
    assert build.warnings == []
    records = build.records()
    assert {record["kind"] for record in records.values()} == {"component"}
    assert records["web"]["extra"] == {"Type": "Controller"}
    assert "extra" not in records["log"]
