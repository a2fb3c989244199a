"""Cells of an author's own table: ids and names of building blocks lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Build, Project

MODEL = """\
Model
=====

.. system:: shop

.. app:: shop.api
   :title: Order API

.. datastore:: shop.db
"""
MARKDOWN = """\
# Page

:::{risk-table}

| ID  | Risk | Affects                        | Component |
|-----|------|--------------------------------|-----------|
| R-1 | Down | shop.api, `shop.db`, shop.web  | Order API |
| R-2 | Slow | {app}`shop.api`, shop.db (all) | Elsewhere |

:::

:::{estimate-table}

| Component | Dev Effort |
|-----------|------------|
| Order API | 3-5 days   |

:::

:::{goal-table}

| Goal    | Target | Status   |
|---------|--------|----------|
| Answers | < 2 s  | ✅ Met    |
| Errors  | < 2 %  | Met      |

:::
"""
REST = """\
Page
====

.. risk-table::

   .. list-table::
      :header-rows: 1

      * - ID
        - Risk
        - Affects
        - Component
      * - R-1
        - Down
        - shop.api, ``shop.db``, shop.web
        - Order API
      * - R-2
        - Slow
        - :app:`shop.api`, shop.db (all)
        - Elsewhere

.. estimate-table::

   .. csv-table::
      :header: Component, Dev Effort

      Order API, 3-5 days

.. goal-table::

   .. csv-table::
      :header: Goal, Target, Status

      Answers, < 2 s, ✅ Met
      Errors, < 2 %, Met
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "index.md",
            (
                "# Page\n\n:::{risk-table}\n:group: impact\n:limit: 1\n\n"
                "| Risk | Impact |\n|------|--------|\n| Down | High |\n\n:::\n"
            ),
        ),
        (
            "index.rst",
            (
                "Page\n====\n\n.. risk-table::\n   :group: impact\n   :limit: 1\n\n"
                "   .. csv-table::\n      :header: Risk, Impact\n\n      Down, High\n"
            ),
        ),
    ],
)
def test_what_only_a_view_can_do_is_said(project: Project, name: str, text: str) -> None:
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    project.conf["myst_enable_extensions"] = ["colon_fence"]
    build = project.write({name: text}).build()
    assert build.codes() == ["option", "option"]
    assert "group has no effect on a table or list of your own" in build.warnings[0]
    assert set(build.records()) == {"down"}


def links(build: Build) -> list[list[tuple[str, str]]]:
    page = BeautifulSoup(build.text("page.html"), "html.parser")
    return [
        [(link.get_text(), str(link["href"])) for link in cell.find_all("a")]
        for cell in page.select("table.arch-declared td")
        if cell.find("a")
    ]


@pytest.mark.parametrize(("name", "text"), [("page.md", MARKDOWN), ("page.rst", REST)])
def test_cells_lead_to_what_they_name(project: Project, name: str, text: str) -> None:
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    project.conf["myst_enable_extensions"] = ["colon_fence"]
    project.write({"index.rst": "I\n=\n\n.. toctree::\n\n   model\n   page\n", "model.rst": MODEL})
    project.write({name: text})
    build = project.build()
    api = "model.html#shop.api"
    assert links(build) == [
        [("shop.api", api), ("shop.db", "model.html#shop.db")],
        [("Order API", api)],
        [("Order API", api), ("shop.db", "model.html#shop.db")],
        [("Order API", api)],
    ]
    assert build.codes() == ["reference"]  # shop.web, once
    page = BeautifulSoup(build.text("page.html"), "html.parser")
    assert "shop.web" in page.get_text()
    assert "Elsewhere" in page.get_text()
    signed = [
        ("arch-signed" in badge["class"], badge.get_text()) for badge in page.select(".arch-badge")
    ]
    assert signed[:2] == [(True, "✅ Met"), (False, "Met")]

    project.write(
        {"model.rst": MODEL.replace("Order API", "The API").replace("shop.db", "shop.web")}
    )
    again = project.build()
    assert "page" in again.written
    assert links(again) == [
        [("shop.api", api), ("shop.web", "model.html#shop.web")],
        [("The API", api)],
    ]
    assert again.codes() == ["reference", "reference"]
