"""Titles and texts of records are translated like any others; our own words stay apart."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from hostile import text_of

if TYPE_CHECKING:
    from building import Build, Project

PAGE = """\
Page
====

.. adr:: Use PostgreSQL
   :id: ADR-1
   :status: accepted
   :date: 2026-01-20
   :affects: shop.api

   Context
     Orders need *transactions*.
   Decision
     Take PostgreSQL.
   Consequences
     - Reliable transactions

.. app:: shop.api
   :title: Interface
   :technology: FastAPI

   Takes orders.

.. risk-table:: Our risks
   :id-prefix: R-

   .. list-table::
      :header-rows: 1

      * - Risk
        - Impact
        - Probability
        - Mitigation
      * - Slow queries
        - High
        - Low
        - Add indexes
"""
VIEWS = """\
Views
=====

.. adr-list::

.. risk-table::

.. component-table::

.. risk-matrix::

.. c4-landscape::

See :adr:`~ADR-1` and :element:`shop.api`.
"""
GERMAN = {
    "Use PostgreSQL": "PostgreSQL verwenden",
    "Orders need *transactions*.": "Bestellungen brauchen *Transaktionen*.",
    "Take PostgreSQL.": "Wir nehmen PostgreSQL.",
    "Interface": "Schnittstelle",
    "Takes orders.": "Nimmt Bestellungen an.",
    "Slow queries": "Langsame Abfragen",
    "Add indexes": "Indizes anlegen",
    "Our risks": "Unsere Risiken",
}


def german(project: Project, pages: tuple[str, ...] = ("page", "views")) -> Build:
    catalog = Catalog(locale="de")
    for english, text in GERMAN.items():
        catalog.add(english, text)
    folder = project.source / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in pages:
        packed = BytesIO()
        write_mo(packed, catalog)
        (folder / f"{name}.mo").write_bytes(packed.getvalue())
    project.conf |= {
        "language": "de",
        "locale_dirs": ["locale"],
        "gettext_compact": False,
        "gettext_auto_build": False,
    }
    return project.write({"page.rst": PAGE, "views.rst": VIEWS}).build()


def test_titles_are_translated_wherever_they_show(project: Project) -> None:
    build = german(project)
    assert build.warnings == []
    page, views = text_of(build), text_of(build, "views.html")
    for english, text in GERMAN.items():
        plain = text.replace("*", "")
        assert plain in page
        assert english.replace("*", "") not in page
    for text in ("PostgreSQL verwenden", "Langsame Abfragen", "Indizes anlegen", "Schnittstelle"):
        assert text in views
    assert "See PostgreSQL verwenden and Schnittstelle" in views
    records = build.records()
    assert records.keys() >= {"ADR-1", "shop.api", "R-1"}
    assert records["ADR-1"]["title"] == "PostgreSQL verwenden"
    assert records["shop.api"]["title"] == "Schnittstelle"
    assert records["R-1"]["title"] == "Langsame Abfragen"
    assert records["ADR-1"]["anchor"] == "ADR-1"
    assert "PostgreSQL verwenden" in text_of(build, "genindex.html")
    assert "PostgreSQL verwenden" in text_of(build, "arch-decisions.html")
    assert "ADR-1" in page


def test_ids_do_not_depend_on_the_language(project: Project) -> None:
    english = project.write({"page.rst": PAGE, "views.rst": VIEWS}).build(out="english")
    translated = german(project)
    assert english.records().keys() == translated.records().keys()
    anchors = [
        {key: record["anchor"] for key, record in b.records().items()}
        for b in (english, translated)
    ]
    assert anchors[0] == anchors[1]


def test_gettext_has_the_author_s_words_and_none_of_ours(project: Project) -> None:
    project.conf["gettext_compact"] = False
    build = project.write({"page.rst": PAGE, "views.rst": VIEWS}).build("gettext", out="gettext")
    assert build.warnings == []
    ids = {
        name: set(re.findall(r'^msgid "(.+)"$', build.text(f"{name}.pot"), re.MULTILINE))
        for name in ("page", "views")
    }
    # Headings of the table are the author's own.
    headings = {"Risk", "Impact", "Probability", "Mitigation", "High", "Low"}
    parts = {"Context", "Decision", "Consequences"}
    facts = {"FastAPI"}
    assert ids["page"] == {*GERMAN, "Page", "Reliable transactions", *headings, *parts, *facts}
    assert ids["views"] == {"Views", "See :adr:`~ADR-1` and :element:`shop.api`."}


def test_places_of_messages_name_the_source(project: Project) -> None:
    project.conf["gettext_compact"] = False
    build = project.write({"page.rst": PAGE, "views.rst": VIEWS}).build("gettext", out="gettext")
    pot = build.text("page.pot")
    for text, line in (("Use PostgreSQL", 4), ("Take PostgreSQL.", 13), ("Takes orders.", 21)):
        block = pot[: pot.index(f'msgid "{text}"')].rpartition("\n\n")[2]
        assert f"page.rst:{line}\n" in block, text
