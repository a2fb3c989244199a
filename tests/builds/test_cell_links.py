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
        [("Order API", api), ("shop.db", "model.html#shop.db")],  # as code
        [("Order API", api)],
        [("Order API", api), ("Db", "model.html#shop.db")],
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
        [("The API", api), ("Web", "model.html#shop.web")],
        [("The API", api)],
    ]
    assert again.codes() == ["reference", "reference"]


BLOCKS = """\
# Page

```{c4-model}
system CMP-1 "Order service"
system CMP-2 "Payments, cards"
system CMP-3 "Archive"
system CMP-4 "Archive"
system shop "Shop"
  app s1 "Cluster"
system fleet "Fleet"
  app s1 "Cluster"
```

:::{adr} Keep it
:id: ADR-1
:affects: CMP-1
:::

:::{risk-table}

| ID  | Risk | Affects             | Mitigated by |
|-----|------|---------------------|--------------|
| R-1 | Down | CMP-1, CMP-2, CMP-3 | ADR-1        |
| R-2 | Slow | CMP-1 (reports)     | -            |
| R-3 | Full | shop.s1, fleet.s1   | -            |

:::

:::{debt-table}

| Debt | Components (IDs) |
|------|------------------|
| Old  | CMP-1            |

:::
"""


def test_cells_say_what_building_blocks_are_called(project: Project) -> None:
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    project.conf["myst_enable_extensions"] = ["colon_fence"]
    build = project.write({"index.md": BLOCKS}).build()
    page = BeautifulSoup(build.text("index.html"), "html.parser")
    cells = page.select("table.arch-declared td")
    texts = [[a.get_text() for a in cell.find_all("a", class_="internal")] for cell in cells]
    shown = [names for names in texts if names]
    # A title with a comma would be two names; decisions and columns of ids say ids.
    assert ["Order service", "CMP-2", "Archive"] in shown
    assert ["Shop › Cluster", "Fleet › Cluster"] in shown
    assert ["ADR-1"] in shown
    assert ["CMP-1"] in shown
    named = page.find("a", string="Order service", title="CMP-1")
    assert named is not None
    assert named["href"] == "#CMP-1"
    assert "Order service (reports)" in page.get_text()

    project.write({"index.md": BLOCKS.replace('"Archive"', '"Old archive"', 1)})
    page = BeautifulSoup(project.build().text("index.html"), "html.parser")
    assert page.find("a", string="Old archive", title="CMP-3") is not None
