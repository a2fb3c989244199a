"""Facts at the top of a body, in the forms people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading_help import FACTS, myst, read, rst, shapes

from sphinx_archdoc.model.section_words import ADR_SECTIONS
from sphinx_archdoc.reading.sections import read_body
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from reading_help import Parse

both = pytest.mark.parametrize("parse", [rst, myst])


@pytest.mark.parametrize(
    "text",
    [
        "**Status:** accepted\n**Date:** 2031-02-03\n**Owner:** Ana, Bo",
        "**Status:** accepted **Date:** 2031-02-03 **Owner:** Ana, Bo",
        "**Status**: accepted\n**Date**: 2031-02-03\n**Owner**: Ana, Bo",
        "- Status: accepted\n- Date: 2031-02-03\n- Owner: Ana, Bo",
        "* **Status:** accepted\n* **Date**: 2031-02-03\n* **Owner:** Ana, Bo",
        "* Status: accepted\n* Date: 2031-02-03\n* Owner:\n\n  - Ana\n  - Bo",
        ":Status: accepted\n:Date: 2031-02-03\n:Owner: Ana, Bo",
        "Status: accepted\nDate: 2031-02-03\nOwner: Ana, Bo",
    ],
)
@both
def test_facts_are_taken_out(parse: Parse, text: str) -> None:
    body = read(parse(text + "\n\n**Decision:** x"))
    found = {fact.field: fact.text for fact in body.facts}
    assert found == {"status": "accepted", "date": "2031-02-03", "owner": "Ana, Bo"}
    assert not body.lead
    assert shapes(body) == ["decision"]


def test_facts_in_a_table() -> None:
    table = "| | |\n|---|---|\n| Status | accepted |\n| Date | 2031-02-03 |\n"
    assert len(read(myst(table)).facts) == 2
    table = "| Status | accepted |\n|---|---|\n| Date | 2031-02-03 |\n"
    assert len(read(myst(table)).facts) == 2
    other = "| Part | Status |\n|---|---|\n| wheel | broken |\n"
    body = read(myst(other))
    assert not body.facts
    assert len(body.lead) == 1


@both
def test_a_label_alone_takes_the_next_block(parse: Parse) -> None:
    body = read(parse("**Deciders:**\n\n- Ana\n- Bo\n\n**Status:**\n\naccepted\n\n**Context:** c"))
    assert {fact.field: fact.text for fact in body.facts} == {
        "deciders": "Ana, Bo",
        "status": "accepted",
    }
    assert shapes(body) == ["context"]


@both
def test_a_label_alone_heads_a_listing(parse: Parse) -> None:
    code = "```\nSELECT 1\n```" if parse is myst else "::\n\n   SELECT 1"
    body = read(parse(f"**Owner:**\n\n{code}\n\n**Context:** c"))
    assert not body.facts
    assert shapes(body) == ["Owner", "context"]
    assert text_of(body.sections[0].nodes) == "SELECT 1"


@both
def test_a_list_below_a_label_of_ones_own_states_facts_too(parse: Parse) -> None:
    text = "**Status:** accepted\n\n**More:**\n\n- **Owner:** Ann\n- **Status:** draft\n- Else: 1"
    deep = read_body(parse(text), ADR_SECTIONS, FACTS, deep=True)
    assert [(fact.field, fact.text) for fact in deep.facts] == [
        ("status", "accepted"),
        ("owner", "Ann"),
    ]
    assert text_of(deep.sections[0].nodes) == "Owner: Ann Status: draft Else: 1"
    assert [fact.field for fact in read(parse(text)).facts] == ["status"]


@both
def test_unknown_lines_among_facts_stay(parse: Parse) -> None:
    body = read(parse("**Status:** accepted\n**Ticket:** 7\n**Date:** 2031\n\ntext"))
    assert [fact.field for fact in body.facts] == ["status", "date"]
    assert text_of(body.lead) == "Ticket: 7 text"


def test_a_status_heading_is_a_fact() -> None:
    body = read(myst("### Status\nAccepted\n### Context\nc"))
    assert [(fact.field, fact.text) for fact in body.facts] == [("status", "Accepted")]
    assert shapes(body) == ["context"]
    body = read(myst("### Status\nAccepted\n\nbut only in part\n### Context\nc"))
    assert body.facts[0].text == "Accepted"
    assert shapes(body) == ["Status", "context"]
