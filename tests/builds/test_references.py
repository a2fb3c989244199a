"""References from everywhere: roles, other markup, indices, search, and back again."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hostile import text_of

if TYPE_CHECKING:
    from building import Build, Project

RECORDS = """\
Records
=======

.. adr:: Use MongoDB
   :id: ADR-1
   :status: accepted

   One.

.. adr:: Use PostgreSQL
   :id: ADR-2
   :status: accepted
   :affects: shop.api

   Two, see :app:`shop.api`.

.. risk:: Slow queries
   :id: R-1
   :impact: high
   :likelihood: low
   :affects: shop.api
   :mitigated-by: ADR-2

   Three.

.. c4-model::

   system shop "Web shop"
     app api "API"
"""


def links(build: Build, page: str = "page.html") -> list[tuple[str, str]]:
    """Return the text and target of each link in the body of a page."""
    soup = BeautifulSoup(build.text(page), "html.parser")
    body = soup.find("div", class_="body")
    assert body is not None
    return [(link.get_text(), str(link["href"])) for link in body.find_all("a", class_="reference")]


FORMS = [
    (":adr:`ADR-1`", "{adr}`ADR-1`", "ADR-1", "records.html#ADR-1"),
    (":adr:`~ADR-1`", "{adr}`~ADR-1`", "Use MongoDB", "records.html#ADR-1"),
    (":adr:`that one <ADR-1>`", "{adr}`that one <ADR-1>`", "that one", "records.html#ADR-1"),
    (":adr:`ADR-0001`", "{adr}`ADR-0001`", "ADR-1", "records.html#ADR-1"),
    (":adr:`2`", "{adr}`0002`", "ADR-2", "records.html#ADR-2"),
    (":arch:adr:`ADR-1`", "{arch:adr}`ADR-1`", "ADR-1", "records.html#ADR-1"),
    (":element:`shop.api`", "{element}`shop.api`", "API", "records.html#shop.api"),
    (":app:`~shop.api`", "{app}`~shop.api`", "api", "records.html#shop.api"),
    (":any:`R-1`", "{any}`R-1`", "R-1", "records.html#R-1"),
    (":any:`shop.api`", "{any}`shop.api`", "API", "records.html#shop.api"),
    (":any:`it <ADR-2>`", "{any}`it <ADR-2>`", "it", "records.html#ADR-2"),
    ("", "[](#ADR-1)", "ADR-1", "records.html#ADR-1"),
    ("", "[it](#ADR-1)", "it", "records.html#ADR-1"),
    ("", "<project:#ADR-1>", "ADR-1", "records.html#ADR-1"),
]


@pytest.mark.parametrize(
    ("ending", "written", "text", "target"),
    [("rst", form[0], *form[2:]) for form in FORMS if form[0]]
    + [("md", *form[1:]) for form in FORMS],
)
def test_forms(project: Project, ending: str, written: str, text: str, target: str) -> None:
    head = "Page\n====\n" if ending == "rst" else "# Page\n"
    project.myst().write({"records.rst": RECORDS, f"page.{ending}": f"{head}\nSee {written}.\n"})
    build = project.build()
    assert build.warnings == []
    assert links(build) == [(text, target)]


def test_no_link_with_an_exclamation_mark(project: Project) -> None:
    build = project.write(
        {"records.rst": RECORDS, "page.rst": "Page\n====\n\n:adr:`!ADR-1`\n"}
    ).build()
    assert build.warnings == []
    assert links(build) == []
    assert "ADR-1" in text_of(build)


def test_markdown_link_to_the_file_of_a_decision(project: Project) -> None:
    project.myst().write(
        {
            "adr/0041-use-queues.md": "---\nstatus: accepted\ndate: 2026-01-20\n---\n"
            "# Use queues\n\nx\n",
            "adr/0042-use-caches.md": "---\nstatus: accepted\nsupersedes: ADR-0041\n---\n"
            "# Use caches\n\nInstead of [](0041-use-queues.md), [queues](0041-use-queues.md)\n"
            "and [](#ADR-0041).\n",
            "records.rst": RECORDS,
        }
    )
    build = project.build()
    assert build.warnings == []
    assert {"ADR-0041", "ADR-0042"} <= build.records().keys()
    found = dict(links(build, "adr/0042-use-caches.html"))
    assert found["Use queues"].startswith("0041-use-queues.html")
    assert found["queues"].startswith("0041-use-queues.html")
    assert found["ADR-0041"] == "0041-use-queues.html#ADR-0041"
    assert "Use caches" in text_of(build, "adr/0041-use-queues.html")


def test_back_links_are_shown(project: Project) -> None:
    page = "Page\n====\n\nA section\n---------\n\nSee :adr:`ADR-2`.\n\n.. c4-container:: shop\n"
    build = project.write({"records.rst": RECORDS, "page.rst": page}).build()
    assert build.warnings == []
    soup = BeautifulSoup(build.text("records.html"), "html.parser")
    decision = soup.find(id="ADR-2")
    assert decision is not None
    said = " ".join(decision.get_text().split())
    assert "A section" in said
    assert "R-1" in said


def test_indices_and_search(project: Project) -> None:
    build = project.write({"records.rst": RECORDS}).build()
    general = text_of(build, "genindex.html")
    for entry in ("ADR-1 Use MongoDB", "ADR-2 Use PostgreSQL", "R-1 Slow queries"):
        assert entry in general
    assert "ADR-1: Use MongoDB" in text_of(build, "arch-decisions.html")
    assert "API" in text_of(build, "arch-elements.html")
    assert "R-1: Slow queries" in text_of(build, "arch-risks.html")
    for name in ("arch-decisions", "arch-elements", "arch-risks"):
        soup = BeautifulSoup(build.text(f"{name}.html"), "html.parser")
        assert [
            a["href"] for a in soup.find_all("a") if str(a.get("href")).startswith("records.html#")
        ]
    index = build.text("searchindex.js")
    data = json.loads(index[len("Search.setIndex(") : -1])
    assert "Use PostgreSQL" in json.dumps(data)
    assert any(names[2].startswith("Architecture decision") for names in data["objnames"].values())
    listed = zlib.decompress(
        (build.out / "objects.inv").read_bytes().partition(b"zlib.\n")[2]
    ).decode()
    assert "ADR-1 arch:adr 1 records.html#$ ADR-1: Use MongoDB" in listed
    assert "shop.api arch:app 1 records.html#$ API" in listed


def test_no_index_page_without_records(project: Project) -> None:
    build = project.write({"page.rst": "Page\n====\n\nNothing.\n"}).build()
    assert build.warnings == []
    assert not (build.out / "arch-decisions.html").exists()
    assert not (build.out / "archdoc.json").exists()


@pytest.mark.parametrize("end", ["supersedes", "superseded-by"])
@pytest.mark.parametrize("pages", ["one", "two"])
def test_successor_is_shown_from_either_end(project: Project, end: str, pages: str) -> None:
    first, second = (
        [".. adr:: The old way", "   :id: ADR-1"],
        [".. adr:: The new way", "   :id: ADR-2"],
    )
    first += ["   :status: accepted"]
    second += ["   :status: accepted"]
    if end == "supersedes":
        second += ["   :supersedes: ADR-1"]
    else:
        first += ["   :superseded-by: ADR-2"]
    one, two = ("\n".join([*lines, "", "   Text.", ""]) for lines in (first, second))
    texts = {"page.rst": f"Page\n====\n\n{one}\n{two}"}
    if pages == "two":
        texts = {"page.rst": f"Page\n====\n\n{one}", "later.rst": f"Later\n=====\n\n{two}"}
    texts["list.rst"] = "List\n====\n\n.. adr-list::\n   :status: superseded\n"
    build = project.write(texts).build()
    assert build.warnings == []
    assert build.records()["ADR-1"]["effective_status"] == "superseded"
    assert build.records()["ADR-2"]["effective_status"] == "accepted"
    soup = BeautifulSoup(build.text("page.html"), "html.parser")
    old = soup.find(id="ADR-1")
    assert old is not None
    said = " ".join(old.get_text().split())
    assert "ADR-2" in said
    assert "The new way" in said
    page = "later.html" if pages == "two" else "page.html"
    new = BeautifulSoup(build.text(page), "html.parser").find(id="ADR-2")
    assert new is not None
    assert "ADR-1" in new.get_text()
    assert "The old way" in text_of(build, "list.html")
    assert "The new way" not in text_of(build, "list.html")
    assert {"source": "ADR-2", "target": "ADR-1", "type": "supersedes"} in build.export()[
        "relations"
    ]


def test_partial_supersession_leaves_it_accepted(project: Project) -> None:
    page = (
        "Page\n====\n\n.. adr:: Old\n   :id: ADR-1\n   :status: accepted\n\n   One.\n\n"
        ".. adr:: New\n   :id: ADR-2\n   :status: accepted\n"
        "   :supersedes: ADR-1 (clause 2)\n\n   Two.\n"
    )
    build = project.write({"page.rst": page}).build()
    assert build.warnings == []
    assert build.records()["ADR-1"]["effective_status"] == "accepted"
    old = BeautifulSoup(build.text("page.html"), "html.parser").find(id="ADR-1")
    assert old is not None
    assert "clause 2" in old.get_text()


def test_a_proposal_supersedes_nothing_yet(project: Project) -> None:
    page = (
        "Page\n====\n\n.. adr:: Old\n   :id: ADR-1\n   :status: accepted\n\n   One.\n\n"
        ".. adr:: New\n   :id: ADR-2\n   :status: proposed\n   :supersedes: ADR-1\n\n   Two.\n"
    )
    build = project.write({"page.rst": page}).build()
    assert build.records()["ADR-1"]["effective_status"] == "accepted"


def test_a_number_names_the_only_decision_that_has_it(project: Project) -> None:
    said = "Page\n====\n\nSee :adr:`ADR-7` and :adr:`0007`.\n"
    decision = ".. adr:: Use it\n   :id: {}\n\n   Text.\n"
    pages = {"page.rst": said, "a.rst": f"A\n=\n\n{decision.format('ADR-0007')}", "b.rst": "B\n=\n"}
    build = project.write(pages).build()
    assert build.warnings == []
    assert links(build) == [("ADR-0007", "a.html#ADR-0007")] * 2
    assert "page.html" in build.text("a.html")  # it is mentioned there
    project.write({"b.rst": f"B\n=\n\n{decision.format('ADR-007')}"})
    again = project.build()
    assert again.codes() == ["number", "reference", "reference"]
    assert links(again) == []
    project.write({"b.rst": "B\n=\n"})
    assert links(project.build()) == [("ADR-0007", "a.html#ADR-0007")] * 2


@pytest.mark.parametrize("markup", ["rst", "md"])
def test_one_that_leads_nowhere_is_seen_to(project: Project, markup: str) -> None:
    texts = {"rst": "Page\n====\n\nSee :adr:`ADR-99`.\n", "md": "# Page\n\nSee {adr}`ADR-99`.\n"}
    build = project.myst().write({f"page.{markup}": texts[markup]}).build()
    (warning,) = build.warnings
    assert f"page.{markup}:" in warning
    assert "unknown adr 'ADR-99'; no record has this id [archdoc.reference]" in warning
    (found,) = build.soup("page.html").select("abbr.arch-unknown")
    assert found.get_text() == "ADR-99"
    assert found["title"] == "No record has this id"
    text = project.build("text", fresh=True).text("page.txt")
    assert "See *ADR-99*." in text
    assert "No record" not in text
