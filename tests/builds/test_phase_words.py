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


LIST = """\
- [ ] Alpha (Q2 2026)
- [ ] Beta (2026-04 to 2026-06)
- Gamma — 2026-Q3
- [x] Delta — 2026-12
- Epsilon (2026-10)
- Zeta (Q5 2026)
"""
BODIES = {
    "index.rst": "A\n=\n\n.. roadmap::\n\n" + LIST.replace("- ", "   - "),
    "index.md": "# A\n\n:::{roadmap}\n" + LIST + ":::\n",
}


@pytest.mark.parametrize("name", BODIES)
def test_items_of_a_list_say_their_time_as_headings_do(project: Project, name: str) -> None:
    build = project.myst().write({name: BODIES[name]}).build()
    found = {record["title"]: record.get("fields", {}) for record in build.records().values()}
    assert set(found) == {"Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"}
    starts = [found[title].get("start") for title in ("Alpha", "Beta", "Gamma", "Delta")]
    assert starts == ["Q2 2026", "2026-04", "2026-Q3", "2026-12"]
    assert found["Beta"]["end"] == "2026-06"
    assert found["Epsilon"]["start"] == "2026-10"
    assert "start" not in found["Zeta"]
    assert "<svg" in build.text("index.html")
    assert len(build.warnings) == 1
    assert "there is no 'Q5 2026'" in build.warnings[0]
    line = 11 if name.endswith("rst") else 9
    assert f"{name}:{line}" in build.warnings[0]
