"""A page that is a record: the text stays as it is, and says what a directive's text would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Build, Project

MADR = """\
---
status: accepted
decision-makers: Ines
---
# 7. Store orders in rows

## Context and Problem Statement

Orders were lost.

## Decision Drivers

* Money

## Considered Options

* Rows
* Files

## Decision Outcome

Chosen option: "Rows", because they are safe.

### Consequences

* Good, because nothing is lost
* Good, because it is known
* Bad, because it is slow

## Pros and Cons of the Options

### Rows

* Good, because of joins
* Bad, because of licences

### Files

* Bad, because of locks
* Good, because of nothing
* Bad, because of races

## Field notes

Kept.
"""

NYGARD = """\
:date: 2026-02-03
:status: accepted

Store orders in rows
====================

Deciders: Ines

Context
-------

Orders were lost.

Alternatives
------------

1. Rows
2. Files

Decision
--------

We use rows.

Consequences
------------

Positive
~~~~~~~~

- Nothing is lost
"""


def page(build: Build, name: str) -> Any:
    return BeautifulSoup(build.text(f"{name}.html"), "html.parser")


def test_a_madr_page_reads_like_a_block(project: Project) -> None:
    build = project.myst().write({"adr/0007-rows.md": MADR}).build()
    record = build.records()["ADR-0007"]
    assert build.warnings == []
    assert (record["title"], record["fields"]["chosen"]) == ("Store orders in rows", "Rows")
    assert [part["key"] for part in record["sections"]] == [
        *("context", "drivers", "options", "decision", "consequences", "pros-and-cons"),
        *("", "", ""),
    ]
    soup = page(build, "adr/0007-rows")
    chosen = soup.select(".arch-is-chosen")
    assert [node.name for node in chosen] == ["li", "section"]
    assert all(node.select_one(".arch-chosen").get_text() == "Chosen" for node in chosen)
    assert "Chosen" not in [node.get_text() for node in soup.select("h3")]
    good = soup.select_one(".arch-consequences > .arch-positive")
    assert good.select_one(".arch-label").get_text() == "Positive"
    assert len(good.select("li.arch-pro")) == 2
    assert soup.select_one(".arch-decision").get_text(strip=True).startswith("Chosen option:")
    rows, files = soup.select("section.arch-option")
    assert rows.select_one(".arch-positive .arch-label").get_text() == "Pros"
    # Points that take turns keep the author's order.
    assert [item["class"][0] for item in files.select("li")] == ["arch-con", "arch-pro", "arch-con"]


def test_a_rest_page_reads_like_a_block(project: Project) -> None:
    build = project.write({"adr/0002-rows.rst": NYGARD}).build()
    record = build.records()["ADR-0002"]
    assert build.warnings == []
    assert record["fields"]["chosen"] == "Rows"
    assert record["fields"]["deciders"] == ["Ines"]
    soup = page(build, "adr/0002-rows")
    assert "Rows" in soup.select_one("ol li.arch-is-chosen").get_text()
    assert soup.select_one("section.arch-positive li").get_text(strip=True) == "Nothing is lost"


@pytest.mark.parametrize(("name", "text"), [("0007-rows.md", MADR), ("0002-rows.rst", NYGARD)])
def test_headings_words_anchors_and_contents_stay(project: Project, name: str, text: str) -> None:
    project.conf["archdoc_adr_paths"] = []
    project.myst().write({f"adr/{name}": text})
    before = project.build(out="plain", fresh=True)
    after = project.build(out="record", fresh=True, conf={"archdoc_adr_paths": ["adr/*"]})
    docname = f"adr/{name.partition('.')[0]}"
    plain, record = page(before, docname), page(after, docname)
    for added in record.select(".arch-head, .arch-back, .arch-chosen, .arch-label"):
        added.decompose()
    main = "[role=main]"
    assert record.select_one(main).get_text().split() == plain.select_one(main).get_text().split()
    assert str(record.select_one(".sphinxsidebar")) == str(plain.select_one(".sphinxsidebar"))
    ids = [node["id"] for node in record.select("section[id]")]
    assert ids == [node["id"] for node in plain.select("section[id]")]


def test_a_fact_told_twice_counts_once(project: Project) -> None:
    text = NYGARD.replace("Deciders: Ines", "Status: rejected")
    build = project.write({"adr/0002-rows.rst": text}).build()
    assert build.codes() == ["conflict"]
    assert build.records()["ADR-0002"]["fields"]["status"]["key"] == "accepted"


def test_names_of_pages_that_are_records(project: Project) -> None:
    head = "---\nstatus: accepted\n---\n# A title\n"
    names = ("0001-use-template-engine", "0002-template-method", "email-templates")
    others = ("template", "0000-template", "adr-template-bare-minimal", "index")
    build = project.myst().write({f"adr/{name}.md": head for name in (*names, *others)}).build()
    assert sorted(build.records()) == ["ADR-0001", "ADR-0002", "email-templates"]


def test_what_is_wrong_with_a_page_is_said(project: Project) -> None:
    build = (
        project.myst()
        .write(
            {
                "adr/0001-a.md": "---\nstatus: accepted\nid: A 1!\n---\n# A\n",
                "adr/0002-b.rst": ":status: accepted\n\nOnly text.\n",
            }
        )
        .build()
    )
    assert sorted(build.codes()) == ["id", "missing"]
    assert "'A 1!' is no id" in "".join(build.warnings)
    assert "Only text." in build.text("adr/0002-b.html")
    assert list(build.records()) == ["ADR-0001"]


@pytest.mark.parametrize(
    "text",
    [
        "Ask first\n=========\n\n.. policy::\n   :strength: must\n\nWhy\n---\n\nSafer.\n",
        "# Ask first\n\n```{policy}\n:strength: must\n```\n\n## Why\n\nSafer.\n",
    ],
)
def test_a_page_form_for_a_kind_of_ones_own(project: Project, text: str) -> None:
    name = "0003-ask.md" if text.startswith("#") else "0003-ask.rst"
    project.conf["archdoc_kinds"] = {
        "policy": {
            "title": "Policy",
            "prefix": "POL-",
            "page_form": True,
            "fields": {"strength": {"type": "choice", "choices": ["must", "should"]}},
        }
    }
    build = project.myst().write({name: text}).build()
    record = build.records()["POL-0003"]
    assert (record["title"], record["fields"]["strength"]["key"]) == ("Ask first", "must")
    assert [part["key"] for part in record["sections"]] == ["context"]
