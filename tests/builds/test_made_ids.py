"""Ids that are made from names: stable, and different for different names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.sphinxext.base import slug

if TYPE_CHECKING:
    from building import Project

NAMES = [
    "C",
    "C++",
    "C#",
    "2 tier",
    "3 tier",
    "注文 API",
    "在庫 API",
    "サービス",
    "x" * 99,
    "x" * 98,
]


def _rst(names: list[str]) -> str:
    rows = "".join(f"   * - {name}\n" for name in names)
    return (
        "A\n=\n\n.. component-table::\n\n   .. list-table::\n      :header-rows: 1\n\n"
        + "".join(f"      {line.strip()}\n" for line in ["* - Name", *rows.splitlines()])
    )


def _myst(names: list[str]) -> str:
    rows = "".join(f"| {name} |\n" for name in names)
    return f"# A\n\n:::{{component-table}}\n| Name |\n|---|\n{rows}:::\n"


def test_different_names_have_different_ids() -> None:
    found = [slug(name) for name in NAMES]
    assert found[:5] == ["c", "c-plus-plus", "c-sharp", "2-tier", "3-tier"]
    assert len(set(found)) == len(NAMES)
    assert all(is_id(made) and len(made) <= 80 for made in found)
    assert all(len(slug(name, 40)) <= 40 for name in NAMES)
    assert slug("a + b") == slug("A/B") == "a-b"


@pytest.mark.parametrize("table", [_rst, _myst])
def test_rows_do_not_fall_together(project: Project, table: object) -> None:
    assert callable(table)
    name = "a.rst" if table is _rst else "a.md"
    build = project.myst().write({name: table(NAMES)}).build()
    assert build.warnings == []
    first = build.records()
    assert sorted(record["title"] for record in first.values()) == sorted(NAMES)
    # The order of the rows changes nothing.
    again = project.write({name: table(NAMES[::-1])}).build(fresh=True).records()
    assert {id_: record["title"] for id_, record in again.items()} == {
        id_: record["title"] for id_, record in first.items()
    }


@pytest.mark.parametrize("table", [_rst, _myst])
def test_a_true_clash_is_said_and_nothing_is_lost(project: Project, table: object) -> None:
    assert callable(table)
    name = "a.rst" if table is _rst else "a.md"
    build = project.myst().write({name: table(["A/B", "A B", "A/B"])}).build()
    assert build.codes() == ["id"]
    assert "'A B' would get is that of 'A/B'; using 'a-b-2'" in build.warnings[0]
    assert {key: value["title"] for key, value in build.records().items()} == {
        "a-b": "A/B",
        "a-b-2": "A B",
    }


CELLS = {
    "a.rst": "A\n=\n\n.. adr-table::\n\n   .. list-table::\n      :header-rows: 1\n\n"
    "      * - ID\n        - Title\n        - Status\n"
    "      * - ADR-1\n        - Old\n        - Superseded by :adr:`ADR-2`\n"
    "      * - ADR-2\n        - New\n        - Accepted\n",
    "a.md": "# A\n\n:::{adr-table}\n| ID | Title | Status |\n|---|---|---|\n"
    "| ADR-1 | Old | Superseded by {adr}`ADR-2` |\n| ADR-2 | New | Accepted |\n:::\n",
}


@pytest.mark.parametrize("name", CELLS)
def test_a_status_in_a_cell_names_the_successor(project: Project, name: str) -> None:
    build = project.myst().write({name: CELLS[name]}).build()
    assert build.warnings == []
    old = build.records()["ADR-1"]
    assert old["effective_status"] == "superseded"
    assert old["fields"]["superseded-by"] == [{"id": "ADR-2"}]
    page = build.text("a.html")
    assert 'href="#ADR-2"' in page
    assert "Superseded by " in page


INSIDE = {
    "a.rst": "A\n=\n\n.. system:: shop\n\n.. component-table::\n   :in: shp\n\n"
    "   .. list-table::\n      :header-rows: 1\n\n      * - Name\n      * - Cart\n",
    "a.md": "# A\n\n:::{system} shop\n:::\n\n:::{component-table}\n:in: shp\n"
    "| Name |\n|---|\n| Cart |\n:::\n",
}


@pytest.mark.parametrize("name", INSIDE)
def test_rows_inside_an_element_that_does_not_exist(project: Project, name: str) -> None:
    build = project.myst().write({name: INSIDE[name]}).build()
    assert build.codes() == ["scope"]
    assert "there is no element 'shp'; did you mean 'shop'?" in build.warnings[0]
    assert "shp.cart" in build.records()
    text = INSIDE[name].replace("shp", "shop")
    assert project.write({name: text}).build().warnings == []


NAMED = {
    "a.rst": "A\n=\n\n.. system:: Shop\n   :id: shop\n\n.. app:: Checkout\n   :id: shop.web\n",
    "a.md": "# A\n\n:::{system} Shop\n:id: shop\n:::\n\n:::{app} Checkout\n:id: shop.web\n:::\n",
}


@pytest.mark.parametrize("name", NAMED)
def test_one_word_beside_an_id_is_the_title(project: Project, name: str) -> None:
    build = project.myst().write({name: NAMED[name]}).build()
    assert build.warnings == []
    titles = {id_: record["title"] for id_, record in build.records().items()}
    assert titles == {"shop": "Shop", "shop.web": "Checkout"}
