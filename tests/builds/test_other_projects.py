"""Records of other projects, found through intersphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from building import Project

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build

FAR = """\
Far
===

.. adr:: Use MQ
   :id: FAR-7

.. adr:: Use XML
   :id: ADR-1

.. c4-model::

   system carrier "Carrier"
"""
PAGE = """\
Here
====

.. adr:: Use queues
   :id: ADR-1
   :depends-on: FAR-7
   :affects: carrier

   See :external+far:arch:adr:`ADR-1`.
"""


@pytest.fixture
def here(project: Project, tmp_path: Path) -> Project:
    built = Project(tmp_path / "far").write({"page.rst": FAR}).build()
    project.conf["extensions"].append("sphinx.ext.intersphinx")
    where = ("https://far.example/", str(built.out / "objects.inv"))
    project.conf["intersphinx_mapping"] = {"far": where}
    return project


def test_fields_link_to_them(here: Project) -> None:
    build = here.write({"page.rst": PAGE}).build()
    assert build.warnings == []
    card = build.soup("page.html").select_one("#ADR-1")
    assert card is not None
    found = {a.get_text(): (a["href"], a.get("title")) for a in card.select("a.external")}
    assert found["FAR-7"] == ("https://far.example/page.html#FAR-7", "FAR-7: Use MQ (Test)")
    assert found["carrier"] == ("https://far.example/page.html#system-carrier", "Carrier (Test)")
    # The other one of that id is meant, and not this one.
    assert "Mentioned in" not in card.get_text()


def test_what_neither_has_is_reported_once(here: Project) -> None:
    wrong = (
        "\n:external+far:arch:adr:`FAR-8`\n\n.. risk:: R\n   :id: R-1\n   :affects: FAR-7, far\n"
    )
    build = here.write({"page.rst": PAGE + wrong}).build()
    assert len(build.warnings) == 3
    assert sum("FAR-8" in said for said in build.warnings) == 1
    # A risk affects building blocks; of these there is none of that id.
    assert sum("risk R-1: affects names 'FAR-7'" in said for said in build.warnings) == 1
    assert sum("risk R-1: affects names 'far'" in said for said in build.warnings) == 1


def test_the_ends_of_an_arrow_are_drawn_and_must_be_here(here: Project) -> None:
    model = '\n.. c4-model::\n\n   system shop "Shop"\n   shop -> carrier : Orders\n'
    build = here.write({"page.rst": PAGE + model}).build()
    assert build.codes() == ["reference"]
    assert "target names 'carrier', which does not exist" in build.warnings[0]


def test_dashboards_know_of_them_and_follow_what_they_have(here: Project, tmp_path: Path) -> None:
    here.write({"page.rst": PAGE, "board.rst": "Board\n=====\n\n.. arch-dashboard::\n"})

    def findings(build: Build) -> str:
        return build.soup("board.html").find_all(class_="arch-number")[-1].get_text()

    where = ("https://far.example/", str(tmp_path / "far" / "build-html" / "objects.inv"))
    here.conf["intersphinx_mapping"] = {"far": where}
    assert findings(here.build()) == "0"
    Project(tmp_path / "far").write({"page.rst": FAR.replace("FAR-7", "FAR-8")}).build(fresh=True)
    here.conf["intersphinx_mapping"] = {"far": where}  # intersphinx has put it into another form
    again = here.build()
    assert again.read == set()
    assert findings(again) == "1"
