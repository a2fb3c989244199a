from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_help import FACTS, myst, rst, words
from test_reading_sections import PIECES

from sphinx_archdoc.model.section_words import ADR_SECTIONS
from sphinx_archdoc.reading.rebuild import rebuild
from sphinx_archdoc.reading.sections import read_body

if TYPE_CHECKING:
    from sphinx_archdoc.reading.rebuild import Built


def build(children: list[nodes.Node], *, as_sections: bool = False, chosen: str = "") -> Built:
    body = read_body(children, ADR_SECTIONS, FACTS)
    return rebuild(body, anchor="ADR-1", as_sections=as_sections, chosen=chosen)


def tree(built: Built) -> str:
    text = "".join(node.pformat() for node in built.nodes)
    text = re.sub(r' ids="(ADR-1\S*?)[ "][^>]*?"?(?=[ >])', r" ids=\1", text)
    return re.sub(r' names="[^"]*"', "", text)


PAIRS = {
    "headings": (
        """
        Context
        =======

        Need *flour* in summer.

        Options considered
        ==================

        Wheel
        -----

        + cheap

        - no water

        Engine
        ------

        loud

        + always runs

        Decision
        ========

        Buy an engine.

        Consequences
        ============

        Positive
        --------

        - flour
        """,
        """
        ### Context
        Need *flour* in summer.
        ### Options considered
        #### Wheel
        + cheap
        - no water
        #### Engine
        loud
        + always runs
        ### Decision
        Buy an engine.
        ### Consequences
        #### Positive
        - flour
        """,
    ),
    "labels": (
        """
        | **Status:** Accepted
        | **Date:** 2031-02-03

        **Context:**
        Need flour.

        **Considered Options:**

        1. Wheel
        2. Engine

        **Decision:**
        Buy an engine.

        **Consequences:**

        *Positive:*

        - flour
        """,
        """
        **Status:** Accepted\\
        **Date:** 2031-02-03

        **Context:**
        Need flour.

        **Considered Options:**

        1. Wheel
        2. Engine

        **Decision:**
        Buy an engine.

        **Consequences:**

        *Positive:*

        - flour
        """,
    ),
    "terms": (
        """
        Context
          Need flour.
        Options
          Wheel
            + cheap

            - no water
          Engine
            + always runs
        Decision
          Buy an engine.
        Consequences
          Positive
            - flour
        """,
        """
        **Context:** Need flour.

        **Options:**

        **Wheel:**

        + cheap
        - no water

        **Engine:**

        + always runs

        **Decision:** Buy an engine.

        **Consequences:**

        **Positive**
        - flour
        """,
    ),
}


@pytest.mark.parametrize("as_sections", [False, True])
@pytest.mark.parametrize("name", PAIRS)
def test_rest_and_myst_give_one_tree(name: str, *, as_sections: bool) -> None:
    in_rst, in_myst = PAIRS[name]
    first = build(rst(in_rst), as_sections=as_sections)
    second = build(myst(in_myst), as_sections=as_sections)
    assert tree(first) == tree(second)
    assert first.sections == second.sections


def test_the_shape() -> None:
    built = build(myst(PAIRS["headings"][1]))
    assert [(ref.key, ref.title, ref.anchor) for ref in built.sections] == [
        ("context", "Context", "ADR-1-context"),
        ("options", "Options considered", "ADR-1-options"),
        ("decision", "Decision", "ADR-1-decision"),
        ("consequences", "Consequences", "ADR-1-consequences"),
        ("positive", "Positive", "ADR-1-positive"),
    ]
    whole = nodes.container("", *built.nodes)
    heading = next(whole.findall(nodes.rubric))
    assert heading["ids"] == ["ADR-1-context", "context"]
    assert heading["classes"] == []
    assert heading.line == 3
    chosen = [
        node for node in whole.findall(nodes.container) if "arch-is-chosen" in node["classes"]
    ]
    assert [node.children[0].astext() for node in chosen] == ["Engine Chosen"]
    classes = [name for item in whole.findall(nodes.list_item) for name in item["classes"]]
    assert classes == ["arch-pro", "arch-con", "arch-pro"]


def test_ids_are_unique_and_known_to_the_document() -> None:
    built = build(myst("### Context\na\n### Kontext\nb\n### Weather\nc\n### Weather\nd"))
    rubrics = [node for node in built.nodes if isinstance(node, nodes.rubric)]
    firsts = [node["ids"][0] for node in rubrics]
    assert firsts == ["ADR-1-context", "ADR-1-context-2", "ADR-1-weather", "ADR-1-weather-2"]


def test_details_of_options_move_to_their_list() -> None:
    text = """
    ## Considered Options
    * Oats
    * Rye
    ## Decision Outcome
    Chosen option: "Rye", because late.
    ## Pros and Cons of the Options
    ### Oats
    * Good, because quick
    ### Rye
    * Bad, because late
    """
    built = build(myst(text))
    assert [ref.key for ref in built.sections] == ["options", "decision"]
    heading = built.nodes[0]
    assert isinstance(heading, nodes.rubric)
    assert "pros-and-cons-of-the-options" in heading["ids"]
    assert [option.chosen for option in built.options] == [False, True]


def test_positive_and_negative_without_a_parent() -> None:
    built = build(myst("### Positive Consequences\n- a\n### Negative Consequences\n- b\n"))
    assert [node["classes"] for node in built.nodes] == [["arch-consequences"]]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.booleans())
def test_no_word_is_lost_when_rebuilt(pieces: list[str], as_sections: bool) -> None:
    children = myst("\n\n".join(pieces))
    before = words(children)
    body = read_body(children, ADR_SECTIONS, FACTS)
    found = words(rebuild(body, anchor="X", as_sections=as_sections).nodes)
    for fact in body.facts:
        found.update(re.findall(r"\w+", fact.text))
    names = {word for name in FACTS for word in (name, name.capitalize())}
    # the heading of merged details goes into that of the options
    names |= {"Pros", "and", "Cons", "of", "the", "Options"}
    # our labels stand for the author's headings of points for and against
    names |= {"Positive"}
    # an option named twice is shown once
    names |= {"oats", "rye"} & found.keys()
    assert not {word for word in before - found if word not in names}
