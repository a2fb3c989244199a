"""Flows on pages: picture, steps with links, errors, and what is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from building import Project

from sphinx_archdoc.diagrams.sequence.data import messages
from sphinx_archdoc.diagrams.sequence.elements import flows
from sphinx_archdoc.sphinxext.domain import domain_of

if TYPE_CHECKING:
    from pathlib import Path

MODEL = """\
Model
=====

.. c4-model::

   person customer "Customer"
   system shop "Shop"
     app web "Web app" [Next.js]
     datastore db "Database" [PostgreSQL]
   customer -> shop.web : Browses
   shop.web -> shop.db : Reads
"""
FLOW = """\
Log in
======

.. flow:: Log in
   :id: FLOW-LOGIN

   Before.

   customer -> shop.web : Enters the password
   shop.web -> shop.db : Look up
   shop.db --> shop.web : user
   error 401 @1 : Wrong password

   After.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).write({"model.rst": MODEL, "login.rst": FLOW})


def test_a_flow_becomes_a_picture_steps_and_errors(project: Project) -> None:
    build = project.build()
    assert build.warnings == []
    page = build.soup("login.html").find(id="FLOW-LOGIN")
    assert page is not None
    picture = page.find("svg", class_="arch-svg")
    assert picture is not None
    heads = picture.find_all("a", class_="arch-node")
    assert {head["href"] for head in heads} == {
        "model.html#person-customer", "model.html#shop.web", "model.html#shop.db",
    }  # fmt: skip
    steps = page.find("ol")
    assert steps is not None
    assert [item.get_text(" ", strip=True) for item in steps.find_all("li")] == [
        "Customer → Web app : Enters the password",
        "Web app → Database : Look up",
        "Database → Web app : user",
    ]
    first = steps.find("a")
    assert first is not None
    assert first["href"] == "model.html#person-customer"
    cells = [cell.get_text(strip=True) for cell in page.find_all("td")]
    assert cells == ["401", "1", "Wrong password"]
    words = page.get_text(" ")
    assert words.index("Before.") < words.index("Enters the password") < words.index("After.")
    assert words.count("Wrong password") == 1


def test_errors_without_steps_have_no_empty_column(project: Project) -> None:
    project.write({"login.rst": FLOW.replace("error 401 @1", "error 401")})
    page = project.build().soup("login.html").find(id="FLOW-LOGIN")
    assert page is not None
    cells = [cell.get_text(strip=True) for cell in page.find_all(["th", "td"])]
    assert cells == ["Error", "What happens", "401", "Wrong password"]


def test_the_record_keeps_the_sequence(project: Project) -> None:
    app = project.build().app
    ((record, sequence),) = flows(domain_of(app.env).store)
    assert record.id == "FLOW-LOGIN"
    assert [m.number for m in messages(sequence)] == ["1", "2", "3"]


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub", "xml"])
def test_every_format_has_the_steps(project: Project, builder: str) -> None:
    build = project.build(builder, conf={"version": "1"})
    assert build.warnings == []
    said = build.everything()
    assert "Look up" in said
    assert "Wrong password" in re.sub(r"\s+", " ", said)


def test_a_change_of_the_model_writes_the_page_of_the_flow_again(project: Project) -> None:
    project.build()
    project.write({"model.rst": MODEL.replace('"Web app"', '"Shop front"')})
    build = project.build()
    assert "login" in build.written
    assert "Shop front" in build.text("login.html")
    assert project.build().written == set()


def test_what_contradicts_the_model_is_reported(project: Project) -> None:
    text = FLOW.replace(
        "shop.db --> shop.web : user", "customer -> shop.db : Peeks\n   x -> shop.web"
    )
    build = project.write({"login.rst": text}).build()
    assert build.codes() == ["step", "participant"]
    places = [int(warning.split("login.rst:")[1].split(":")[0]) for warning in build.warnings]
    assert [text.split("\n")[line - 1].strip() for line in places] == [
        "customer -> shop.db : Peeks",
        "x -> shop.web",
    ]
    assert "step 3" in build.warnings[0]


def test_without_elements_nothing_is_reported(tmp_path: Path) -> None:
    assert Project(tmp_path).write({"login.rst": FLOW}).build().warnings == []


def test_hostile_labels_are_drawn_literally(tmp_path: Path) -> None:
    bad = "</text><script>alert(1)</script>"
    text = FLOW.replace("Enters the password", bad).replace("Wrong password", bad)
    page = Project(tmp_path).write({"login.rst": text}).build().soup("login.html")
    assert all(script.get_text() != "alert(1)" for script in page.find_all("script"))
    picture = page.find("svg", class_="arch-svg")
    assert picture is not None
    assert "<script>" in picture.get_text()


def test_steps_keep_the_numbers_of_the_picture(tmp_path: Path) -> None:
    text = FLOW.replace(
        "shop.db --> shop.web : user",
        "alt known\n     shop.db --> shop.web : user\n     note over shop.web : Hm\n"
        "     shop.web : Check\n   end\n   shop.web --> customer : Done",
    )
    page = Project(tmp_path).write({"login.rst": text}).build().soup("login.html")
    starts = [(listed.get("start", "1"), len(listed.find_all("li", recursive=False)))
              for listed in page.find_all("ol")]  # fmt: skip
    assert starts == [("1", 2), ("3", 1), ("4", 1), ("5", 1)]


STEPS = {
    "index.md": """# Sign in

:::{flow} Sign in
:id: FLOW-1

```mermaid
sequenceDiagram
    Client->>API: POST /auth/login
```

**Steps:**
1. Client submits the password

**Error cases:**
- Invalid credentials → 401 Unauthorized
:::
""",
    "index.rst": """Sign in
=======

.. flow:: Sign in
   :id: FLOW-1

   .. mermaid::

      sequenceDiagram
          Client->>API: POST /auth/login

   **Steps:**

   1. Client submits the password

   **Error cases:**

   - Invalid credentials → 401 Unauthorized
""",
}


@pytest.mark.parametrize("name", STEPS)
def test_steps_in_words_keep_their_heading_and_errors_their_place(
    tmp_path: Path, name: str
) -> None:
    project = Project(tmp_path).myst().write({name: STEPS[name]})
    page = project.build().soup("index.html").find(id="FLOW-1")
    assert page is not None
    parts = [part.get_text(strip=True).strip(":") for part in page.select("p.rubric.arch-part")]
    assert parts in (["Messages", "Errors"], ["Messages", "Steps", "Errors"])
    words = page.get_text(" ", strip=True)
    assert words.count("Steps") == 1
    assert words.index("Messages") < words.index("Steps") < words.index("Errors")
    assert words.index("submits the password") < words.index("Invalid credentials")


def test_the_picture_of_a_flow_has_its_title_without_markup(project: Project) -> None:
    flow = ".. flow:: Pay user\\_id *at once*\n   :id: F-1\n\n   a -> b : c\n"
    page = project.write({"a.rst": f"A\n=\n\n{flow}"}).build().soup("a.html")
    assert page.select_one("svg title").get_text() == "Pay user_id at once"
    assert "\\_" not in page.get_text()
