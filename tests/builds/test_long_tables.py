"""Rows of a long table are written at once, and look like those of a short one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.render import table

if TYPE_CHECKING:
    from building import Project

MANY = 10**9
RECORDS = """\
Records
=======

.. adr:: Use <b>queues</b> & "streams", mail@example.org
   :id: ADR-1
   :status: accepted
   :date: 2025-01-02
   :deciders: Ana, Bo
   :tags: data, core

   Text.

.. adr:: Use a bus
   :id: ADR-2
   :status: proposed, says <Ana>
   :supersedes: ADR-1
   :affects: shop.api, nowhere

   Text.

.. app:: shop.api
   :title: API
   :technology: FastAPI

   Text.

.. risk:: Queues fill up
   :id: R-1
   :probability: high
   :impact: low
   :mitigation: See :adr:`ADR-2` and *measure*, ``x < y``.
   :mitigated-by: ADR-2 (clause 2)

   Text.

.. risk:: Queues run dry
   :id: R-2
   :probability: low
   :impact: high
   :mitigation: Nothing.

   Text.

.. risk:: Queues leak
   :id: R-3
   :probability: low
   :impact: high
   :mitigation: See `there <https://example.org>`__.

   Text.
"""
VIEWS = {
    "adr": ".. adr-list::\n"
    "   :columns: id, title, status, date, deciders, tags, affects, supersedes\n",
    "grouped": ".. adr-list::\n   :columns: title, status\n   :group: status\n",
    "risk": ".. risk-table::\n"
    "   :columns: id, title, probability, score, mitigation, mitigated-by\n",
    "component": ".. component-table::\n   :columns: id, title, kind, technology, external\n",
}


def _rows(html: str) -> list[str]:
    """Return the rows of the table without what only a row of nodes has."""
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    plain = re.sub(r"</?p>", "", body)
    plain = re.sub(r' class="(?:arch-group )?row-(?:even|odd)(?: arch-group)?"', "", plain)
    return [row for row in re.sub(r"\s*\n\s*", "", plain).split("</tr>") if row]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_rows_are_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch, view: str, builder: str
) -> None:
    project.write({"records.rst": RECORDS, "view.rst": f"View\n====\n\n{VIEWS[view]}"})
    page = {"html": "view.html", "dirhtml": "view/index.html", "singlehtml": "index.html"}[builder]
    monkeypatch.setattr(table, "LONG", MANY)
    nodes = project.build(builder, out="nodes").text(page)
    monkeypatch.setattr(table, "LONG", 0)
    written = project.build(builder, out="written").text(page)
    assert 'class="row-' in nodes.partition("<tbody>")[2]
    assert "<tr><td" in written
    assert _rows(written) == _rows(nodes) != []


def test_a_row_with_markup_is_written_by_the_writer(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write({"records.rst": RECORDS, "view.rst": f"View\n====\n\n{VIEWS['risk']}"})
    monkeypatch.setattr(table, "LONG", 0)
    html = project.build().text("view.html")
    first, second, _third = re.findall(r"<tr.*?</tr>", html, re.DOTALL)[1:]
    assert "<em>measure</em>" in first
    assert "row-" in first
    assert second.startswith("<tr><td>")


@pytest.mark.parametrize("builder", ["epub", "text", "xml"])
def test_other_formats_have_nodes(
    project: Project, monkeypatch: pytest.MonkeyPatch, builder: str
) -> None:
    project.write({"records.rst": RECORDS, "view.rst": f"View\n====\n\n{VIEWS['adr']}"})
    monkeypatch.setattr(table, "LONG", 0)
    build = project.build(builder)
    page = next(path for path in build.out.rglob("view.*") if path.is_file())
    assert "Use a bus" in page.read_text(encoding="utf-8")
