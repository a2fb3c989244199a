"""Texts that pages show of other pages: an edit of one writes the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from building import later
from test_incremental import edit, same_as_clean

if TYPE_CHECKING:
    from building import Project

DECISION = "D\n=\n\n.. adr:: Use queues\n   :id: ADR-1\n   :status: accepted\n\n   First words.\n"


@pytest.mark.parametrize(
    "view",
    [
        ".. adr-list::\n   :columns: id, title, summary\n",
        ".. adr-list::\n   :filter: summary has first\n",
        ".. adr-list::\n   :sort: summary\n",
        ".. arch-dashboard::\n   :filter: summary has first\n",
    ],
)
def test_the_summary_of_a_decision(project: Project, view: str) -> None:
    project.write({"d.rst": DECISION, "view.rst": f"V\n=\n\n{view}"})
    assert project.build().warnings == []
    edit("d.rst", "First words", "Other words")(project)
    same_as_clean(project, project.build())


def test_the_title_of_a_page_with_placeholders(project: Project) -> None:
    page = "Old\n===\n\nMade on {{date}}.\n\n.. adr:: Use queues\n   :id: ADR-1\n\n   Text.\n"
    project.write({"d.rst": page, "view.rst": "V\n=\n\n.. arch-completeness::\n"})
    assert "Old" in project.build().text("view.html")
    edit("d.rst", "Old\n", "New\n")(project)
    same_as_clean(project, project.build())


CHECKED = """\
V
=

.. arch-dashboard::

.. arch-completeness::

.. arch-checklist::

   - [ ] No findings
   - [ ] C4 container diagram
"""

WAIVER = {"rule": "adr-stale", "record": "ADR-1", "reason": "Known.", "until": "2999-01-01"}


@pytest.mark.parametrize(
    "conf",
    [
        {"archdoc_rules": {}},
        {"archdoc_stale_days": 1_000_000},
        {"archdoc_waivers": [WAIVER]},
    ],
)
def test_other_settings_of_checks(project: Project, conf: dict[str, object]) -> None:
    decision = DECISION.replace("accepted", "proposed\n   :date: 2020-01-01")
    project.conf["archdoc_rules"] = {"adr-stale": "warning"}
    project.write({"d.rst": decision, "view.rst": CHECKED})
    project.build()
    project.conf |= conf
    build = project.build()
    assert build.read == set()
    assert build.written <= {"view", "index"}
    same_as_clean(project, build)


def test_another_order_of_the_settings_of_rules(project: Project) -> None:
    decision = DECISION.replace("accepted", "proposed\n   :date: 2020-01-01")
    project.write({"d.rst": decision})
    project.conf["archdoc_rules"] = {"adr-stale": "warning", "adr-*": "off"}
    assert project.build().codes() == []
    project.conf["archdoc_rules"] = {"adr-*": "off", "adr-stale": "warning"}
    later(project.source / "index.rst")
    assert project.build().codes() == ["stale"]


def test_another_day(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    days: dict[str, str] = {"2020-01-02": "0", "2020-06-01": "1"}
    decision = DECISION.replace("accepted", "proposed\n   :date: 2020-01-01")
    project.write({"d.rst": decision, "view.rst": "V\n=\n\n.. arch-dashboard::\n"})
    project.conf["archdoc_rules"] = {"adr-stale": "warning"}
    for day, number in days.items():
        for module in ("circumstances", "consistency", "reviewing"):
            monkeypatch.setattr(f"sphinx_archdoc.sphinxext.{module}.today", lambda day=day: day)
        shown = project.build().soup("view.html").find_all(class_="arch-number")
        assert shown[-1].get_text() == number


def test_the_title_of_a_page_with_a_picture(project: Project) -> None:
    model = "   system shop\n     app web\n"
    page = f"Old\n===\n\n.. c4-model::\n\n{model}\n.. c4-container:: shop\n"
    project.write({"m.rst": page, "a.rst": "A\n=\n", "view.rst": CHECKED})
    assert ">Old</a>" in str(project.build().soup("view.html").find(class_="body"))
    edit("m.rst", "Old\n", "New\n")(project)
    assert ">New</a>" in str(project.build().soup("view.html").find(class_="body"))


def test_a_page_that_a_pattern_named_goes(project: Project) -> None:
    pattern = "V\n=\n\n.. arch-completeness::\n   :pages: other*\n"
    project.write({"d.rst": DECISION, "other.rst": "O\n=\n", "view.rst": pattern})
    assert project.build().codes() == []
    (project.source / "other.rst").unlink()
    project.index()
    later(project.source / "index.rst")
    assert "value" in project.build().codes()
