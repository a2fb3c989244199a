"""The method that stands before a path is in the card and in tables; the author's cell stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Project


RST = """\
A
=

.. endpoint-table::

   .. csv-table::
      :header: Operation, Path, Method

      List, GET /orders,
      Place, /orders, POST

.. endpoint-table::
   :columns: title, method, path

.. endpoint:: Show
   :id: EP-9
   :path: GET /orders/{id}
"""
MYST = """\
# A

:::{endpoint-table}

| Operation | Path | Method |
|---|---|---|
| List | GET /orders | |
| Place | /orders | POST |

:::

:::{endpoint-table}
:columns: title, method, path
:::

:::{endpoint} Show
:id: EP-9
:path: GET /orders/{id}
:::
"""


@pytest.mark.parametrize("page", [{"index.rst": RST}, {"index.md": MYST}], ids=["rst", "md"])
def test_the_method_of_a_path(project: Project, page: dict[str, str]) -> None:
    build = project.myst().write(page).build()
    assert build.warnings == []
    own, view = BeautifulSoup(build.text("index.html"), "html5lib").select("table")
    cells = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in own("tr")[1:]]
    assert cells == [["List", "GET /orders", ""], ["Place", "/orders", "POST"]]
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in view("tr")[1:]]
    assert sorted(rows) == [
        ["List", "GET", "/orders"],
        ["Place", "POST", "/orders"],
        ["Show", "GET", "/orders/{id}"],
    ]
    facts = build.records()["EP-9"]["fields"]
    assert (facts["method"], facts["path"]) == ("GET", "/orders/{id}")
