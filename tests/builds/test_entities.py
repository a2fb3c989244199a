"""Entities: cards, pictures, links, the export, in every language and format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

RST = """\
Data
====

.. datastore:: shop.db
   :title: Database

.. entity:: User
   :store: shop.db

   - id: uuid (PK)
   - has many: Orders as "places"

.. entity:: Order
   :store: shop.db

   Kept *long*.

   - id: uuid (PK)
   - user_id: uuid (FK User, not null) – Who <pays>
   - index: (user_id, id) unique

.. er-diagram:: shop.db
"""
MYST = """\
# Data

:::{datastore} shop.db
:title: Database
:::

:::{entity} User
:store: shop.db

- id: uuid (PK)
- has many: Orders as "places"
:::

:::{entity} Order
:store: shop.db

Kept *long*.

- id: uuid (PK)
- user_id: uuid (FK User, not null) – Who <pays>
- index: (user_id, id) unique
:::

:::{er-diagram} shop.db
:::
"""
PAGES = {"index.rst": RST, "index.md": MYST}


@pytest.mark.parametrize("name", PAGES)
def test_cards_picture_and_links(project: Project, name: str) -> None:
    build = project.myst().write({name: PAGES[name]}).build("html")
    assert build.warnings == []
    page = build.text("index.html")
    assert "Kept <em>long</em>." in page
    assert re.search(r'FK <a [^>]*href="#User"', page)
    assert "required; Who &lt;pays&gt;" in page
    assert "has zero or more" in page
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert "Data model of Database" in svg
    assert re.search(r'<a class="[^"]*arch-entity[^"]*" href="#Order"', svg)
    assert re.search(r'<a class="[^"]*arch-ref[^"]*" href="#User"', svg)
    assert "arch-foot" in svg


def test_the_export_has_what_the_text_says(project: Project) -> None:
    order = project.write({"index.rst": RST}).build("html").records()["Order"]
    assert order["fields"] == {"store": [{"id": "shop.db"}]}
    assert order["body"] == {
        "columns": [
            {"name": "id", "type": "uuid", "keys": ["PK"]},
            {
                "name": "user_id",
                "type": "uuid",
                "keys": ["FK"],
                "required": True,
                "comment": "Who <pays>",
                "reference": "User",
            },
        ],
        "indexes": [{"columns": ["user_id", "id"], "unique": True}],
    }


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub", "singlehtml"])
def test_every_format(project: Project, builder: str) -> None:
    project.write({"index.rst": RST})
    project.conf |= {"man_pages": [("index", "x", "", "", 1)], "epub_copyright": "x"}
    build = project.build(builder)
    assert not [w for w in build.warnings if "archdoc" in w]
    if builder == "text":
        text = build.text("index.txt")
        assert "* User has zero or more Order: places" in text
        assert "user_id: uuid (foreign key of User, required) – Who <pays>" in text


def test_a_changed_entity_changes_the_pages_that_show_it(project: Project) -> None:
    other = "Other\n=====\n\n.. er-diagram:: User\n"
    toc = "\n.. toctree::\n\n   other\n"
    project.write({"index.rst": RST + toc, "other.rst": other}).build("html")
    changed = (RST + toc).replace("- id: uuid (PK)\n   - has", "- id: bigint (PK)\n   - has")
    build = project.write({"index.rst": changed}).build("html")
    assert build.read == {"index"}
    assert "other" in build.written
    assert "bigint" in build.text("other.html")


def test_a_text_of_its_own_declares_entities(project: Project) -> None:
    text = (
        "Data\n====\n\n.. er-diagram::\n   :declare: yes\n\n   @startuml\n   entity A {\n"
        "   * id : int\n   --\n   x : text\n   }\n   A ||--o{ B : has\n   @enduml\n\n"
        "See :entity:`A`.\n\n.. er-diagram:: A, B\n"
    )
    build = project.write({"index.rst": text}).build("html")
    assert build.warnings == []
    records = build.records()
    assert records["A"]["body"]["columns"][0] == {
        "name": "id",
        "type": "int",
        "keys": ["PK"],
        "required": True,
    }
    page = build.text("index.html")
    assert page.count("<svg") >= 2
    assert re.search(r'<a class="[^"]*arch-entity[^"]*" href="#entity-a', page, re.IGNORECASE) or (
        re.search(r'<a class="[^"]*arch-entity[^"]*" href="#A"', page)
    )
