"""Phases say when they are, and what they wait for, in the languages of the authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

RST = """\
A
=

.. milestone:: Vorarbeit
   :id: M-1
   :end: 2026-03-31

.. roadmap::

   - **Umzug (Q2 2026, nach M-1):** die Daten ziehen um
   - **Migration (juillet 2026 à septembre 2026):** les données
   - Traslado (tras M-1, hasta 2026-12-31)
"""
MYST = """\
# A

:::{milestone} Vorarbeit
:id: M-1
:end: 2026-03-31
:::

:::{roadmap}
- **Umzug (Q2 2026, nach M-1):** die Daten ziehen um
- **Migration (juillet 2026 à septembre 2026):** les données
- Traslado (tras M-1, hasta 2026-12-31)
:::
"""


@pytest.mark.parametrize("page", [{"index.rst": RST}, {"index.md": MYST}], ids=["rst", "md"])
def test_phases_in_three_languages(project: Project, page: dict[str, str]) -> None:
    build = project.myst().write(page).build()
    assert build.warnings == []
    found = {record["title"]: record["fields"] for record in build.records().values()}
    assert set(found) == {"Vorarbeit", "Umzug", "Migration", "Traslado"}
    assert found["Umzug"]["start"] == "Q2 2026"
    assert found["Migration"]["end"] == "septembre 2026"
    assert found["Traslado"]["end"] == "2026-12-31"
    for title in ("Umzug", "Traslado"):
        assert [ref["id"] for ref in found[title]["depends-on"]] == ["M-1"]
