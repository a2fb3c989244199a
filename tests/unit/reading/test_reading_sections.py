from __future__ import annotations

import re

import pytest
from docutils import nodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_help import FACTS, myst, read, rst, said, shapes, words

from sphinx_archdoc.model.section_words import ELEMENT_SECTIONS
from sphinx_archdoc.reading.text import text_of

both = pytest.mark.parametrize("parse", [rst, myst])

PASTED = """
**Status:** Accepted  
**Date:** 2031-02-03  
**Deciders:** Crew of the mill

**Context:**
The old wheel stands still in summer:

- too little water
- too much grain

**Decision:**
Buy an engine.

**Rationale:**

- it runs in summer

**Consequences:**

*Positive:*

- flour all year

*Negative:*

- noise

*Mitigation:*

- thicker walls
"""  # noqa: W291 - hard line breaks


def test_a_decision_pasted_as_it_is() -> None:
    body = read(myst(PASTED))
    assert [fact[:3] for fact in body.facts] == [
        ("status", "Accepted", 3),
        ("date", "2031-02-03", 4),
        ("deciders", "Crew of the mill", 5),
    ]
    assert not body.lead
    expected = ["context", "decision", "rationale"]
    assert shapes(body) == [*expected, ("consequences", ["positive", "negative", "mitigation"])]
    assert said(body.find("decision")) == "Buy an engine."
    assert [section.line for section in body.sections] == [7, 13, 16, 20]
    context = body.find("context")
    assert context is not None
    assert [node.line for node in context.nodes] == [8, 10]


def test_the_same_in_rest_with_lines() -> None:
    text = PASTED.replace("**Status", "| **Status").replace("**Date", "| **Date")
    body = read(rst(text.replace("**Deciders", "| **Deciders")))
    assert [fact.text for fact in body.facts] == ["Accepted", "2031-02-03", "Crew of the mill"]
    assert shapes(body) == shapes(read(myst(PASTED)))


def test_headings_definitions_fields_and_labels_mean_the_same() -> None:
    inner = ("consequences", ["positive", "negative"])
    headings = (
        "### Context\nc\n### Decision\nd\n### Consequences\n#### Positive\np\n#### Negative\nn"
    )
    labels = """
    **Context:** c

    **Decision**

    d

    **Consequences:**

    **Positive**

    p

    *Negative:*

    n
    """
    sections = """
    Context
    =======
    c

    Decision
    ========
    d

    Consequences
    ============

    Positive
    --------
    p

    Negative
    --------
    n
    """
    terms = "Context\n  c\nDecision\n  d\nConsequences\n  Positive\n    p\n  Negative\n    n"
    fields = ":Context: c\n:Decision: d\n:Consequences:\n  Positive\n    p\n  Negative\n    n"
    for children in (
        myst(headings),
        myst(labels),
        rst(labels),
        rst(sections),
        rst(terms),
        rst(fields),
    ):
        body = read(children)
        assert shapes(body) == ["context", "decision", inner]
        assert [said(body.find(key)) for key in ("context", "decision", "negative")] == [
            "c",
            "d",
            "n",
        ]


def test_one_paragraph_may_hold_several_sections() -> None:
    body = read(
        myst("**Options Considered**: oats, rye\n**Decision**: rye\n**Rationale**:\n- taste")
    )
    assert shapes(body) == ["options", "decision", "rationale"]
    assert said(body.find("rationale")) == "taste"


def test_unknown_labels() -> None:
    body = read(
        myst("**Context:** c\n\n**Side note:** stays\n\n**Tools**:\n\n- saw\n\n**Decision:** d")
    )
    assert shapes(body) == ["context", "Tools", "decision"]
    assert said(body.find("context")) == "c Side note: stays"
    body = read(myst("### Context\n\n**Tools:**\n\n- saw\n"))
    assert shapes(body) == ["context"]


def test_unknown_headings_stay_in_order() -> None:
    body = read(myst("### Context\nc\n### Weather\nw\n### Decision\nd"))
    assert shapes(body) == ["context", "Weather", "decision"]


def test_a_title_around_all_is_lifted() -> None:
    body = read(myst("### ADR-7: Buy an engine\n**Status:** accepted\n\nlead\n\n#### Context\nc"))
    assert body.title is not None
    assert body.title.name == "ADR-7: Buy an engine"
    assert body.title.ids == ("adr-7-buy-an-engine",)
    assert body.facts[0].text == "accepted"
    assert text_of(body.lead) == "lead"
    assert [section.level for section in body.sections] == [1]


def test_text_after_sub_sections_keeps_its_place() -> None:
    body = read(rst("Consequences\n  Positive\n    p\n\n  after all\n\nlast"))
    outer = body.sections[0]
    assert [child.key or said(child) for child in outer.children] == ["positive", "after all"]
    assert said(body.sections[1]) == "last"


def test_ids_and_targets_go_with_their_heading() -> None:
    body = read(rst("text\n\n.. _why:\n\nContext\n=======\n\nc"))
    section = body.find("context")
    assert section is not None
    assert section.ids == ("context",)
    assert section.names == ("context",)
    assert [type(mark) for mark in section.marks] == [nodes.target]


def test_building_blocks() -> None:
    text = """
    **Purpose:** Grinds.

    **Responsibilities:**

    - grind

    **Interfaces:**

    *Inbound:*

    - grain

    *Outbound:*

    - flour

    **Scaling Strategy:** More wheels
    """
    body = read(myst(text), ELEMENT_SECTIONS)
    inner = ("interfaces", ["inbound", "outbound"])
    assert shapes(body) == ["purpose", "responsibilities", inner, "scaling"]
    assert shapes(read(rst(text), ELEMENT_SECTIONS)) == shapes(body)


PIECES = [
    "### Context",
    "#### Positive",
    "##### Weather",
    "### Decision",
    "# ADR-1: Title",
    "### Status",
    "**Context:**",
    "**Context:** run in",
    "**Decision**: x\n**Rationale**:",
    "*Positive:*",
    "**Status:** accepted  \n**Ticket:** 9  \n**Date:** 2031",
    "- Status: done\n- Colour: red",
    "**Considered Options:**\n\n1. oats: good\n2. **rye** — better\n3. corn",
    "**Pros:** a, b",
    "## Pros and Cons of the Options\n### oats\n+ yes\n- no\n### rye\n* Good, because of it",
    "plain text with **bold** and *soft*: words",
    "- a\n- b",
    "+ up\n+ ho",
    "> quote\n>\n> **Context:** q",
    "Term\n: text\n\nContext\n: other",
    ":Context: f\n:Owner: g\n:Strange: h",
    "**Owner:**",
    "| a | b |\n|---|---|\n| c | d |",
    "**Unknown thing:**",
    "`code` **Decision:** tail",
    "<!-- c -->",
    "* Good, because x\n* other\n* Bad, because y",
    "### Consequences",
    "**Chosen:** rye",
    "(mark)=",
]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_no_word_is_lost(pieces: list[str]) -> None:
    children = myst("\n\n".join(pieces))
    before = words(children)
    body = read(children)
    after: list[nodes.Node] = [*body.lead]
    if body.title is not None:
        after += body.title.title
    for section in body.walk():
        after += [*section.title, *section.nodes]
    found = words(after)
    # a status section with more than a word both is a fact and stays
    assert not found - before
    for fact in body.facts:
        found.update(re.findall(r"\w+", fact.text))
    missing = before - found
    # names of facts are told by the field instead
    names = {word for name in FACTS for word in (name, name.capitalize())}
    assert not {word for word in missing if word not in names}
