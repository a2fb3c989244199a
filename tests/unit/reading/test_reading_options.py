from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading_help import myst, rst

from sphinx_archdoc.model.section_words import ADR_SECTIONS
from sphinx_archdoc.reading.consequences import read_consequences
from sphinx_archdoc.reading.options import read_options
from sphinx_archdoc.reading.sections import read_body
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_archdoc.reading.option import Option


def options(children: list[nodes.Node], chosen: str = "") -> tuple[Option, ...]:
    return read_options(read_body(children, ADR_SECTIONS, {}), chosen)


def chosen(text: str, said: str = "") -> list[str]:
    return [option.text for option in options(myst(text), said) if option.chosen]


LISTED = "**Considered Options:**\n\n1. Oats\n2. Winter rye\n3. Corn (imported)\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("**Decision:**\nSow winter rye.", ["Winter rye"]),
        ("**Decision:** Sow winter rye instead of oats.", ["Winter rye"]),
        ("**Decision:** Sow oats or winter rye.", []),
        ("**Decision:** We will not sow oats.", []),
        ("**Decision:** Sow nothing.", []),
        ("**Chosen:** The grey one (Option 2)", ["Winter rye"]),
        ('**Decision:** Chosen option: "Oats", because winter rye is late.', ["Oats"]),
        ("**Decision:** Chosen option: “Oats”, because winter rye is late.", ["Oats"]),
        ("**Decision:** Corn it is.", ["Corn (imported)"]),
        ("**Decision:** Buy it.\n\nOats grow too slowly.", []),
        ('**Decision:** Well.\n\nChosen option: "Corn", because.', ["Corn (imported)"]),
    ],
)
def test_the_chosen_option(said: str, expected: list[str]) -> None:
    assert chosen(LISTED + said) == expected


def test_the_directive_may_say_what_is_chosen() -> None:
    text = LISTED + "**Decision:** Sow oats."
    assert chosen(text, "winter rye") == ["Winter rye"]
    assert chosen(text, "option 3") == ["Corn (imported)"]
    assert chosen(text, "3") == ["Corn (imported)"]
    assert chosen(text, "turnips") == []


def test_a_longer_name_wins_over_a_part_of_it() -> None:
    text = "**Options:**\n\n- rye\n- rye with clover\n\n**Decision:** Sow rye with clover."
    assert chosen(text) == ["rye with clover"]


def test_names_and_descriptions() -> None:
    found = options(myst("### Options\n- Option 1: Oats: fast\n- **Rye** — *slow*\n- `corn`\n"))
    assert [option.text for option in found] == ["Option 1: Oats", "Rye", "corn"]
    assert [text_of(option.description) for option in found] == ["fast", "slow", ""]


FORMS = [
    myst("""
    ### Options considered
    #### Oats
    + quick
    - thin
    #### Rye
    late
    * Good, because sturdy
    * Neutral, because grey
    * Bad, because late
    """),
    myst("""
    **Options considered:**

    **Oats:**

    **Pros:**
    - quick

    **Cons:**
    - thin

    **Rye:**

    late

    - Good, because sturdy
    - Neutral, because grey
    - Bad, because late
    """),
    rst("""
    Options considered
      Oats
        + quick

        - thin
      Rye
        late

        * Good, because sturdy
        * Neutral, because grey
        * Bad, because late
    """),
    rst("""
    Options considered
    ==================

    Oats
    ----

    **Pros:** quick

    **Cons:** thin

    Rye
    ---

    late

    * Good, because sturdy
    * Neutral, because grey
    * Bad, because late
    """),
    myst("""
    ## Considered Options
    * Oats
    * Rye

    ## Pros and Cons of the Options
    ### Oats
    + quick
    - thin
    ### Rye
    late
    - Good, because sturdy
    - Neutral, because grey
    - Bad, because late
    """),
]


@pytest.mark.parametrize("children", FORMS)
def test_points_for_and_against(children: list[nodes.Node]) -> None:
    oats, rye = options(children)
    assert (oats.text, text_of(oats.pros), text_of(oats.cons)) == ("Oats", "quick", "thin")
    assert (rye.text, text_of(rye.description)) == ("Rye", "late")
    assert text_of(rye.pros) == "Good, because sturdy"
    assert text_of(rye.cons) == "Bad, because late"
    assert text_of(rye.neutrals) == "Neutral, because grey"


def test_reading_twice_gives_the_same() -> None:
    body = read_body(FORMS[0], ADR_SECTIONS, {})
    assert read_options(body) == read_options(body)


def groups(children: list[nodes.Node]) -> list[tuple[str, str]]:
    section = read_body(children, ADR_SECTIONS, {}).find("consequences")
    assert section is not None
    return [(group.kind, text_of(group.nodes)) for group in read_consequences(section)]


def test_consequences() -> None:
    mixed = "### Consequences\nWell.\n* Good, because a\n* Bad, because b\n* Good, because c\n* d\n"
    assert groups(myst(mixed)) == [
        ("", "Well."),
        ("positive", "Good, because a Good, because c"),
        ("negative", "Bad, because b"),
        ("", "d"),
    ]
    assert groups(myst("### Consequences\n+ a\n- b\n")) == [("positive", "a"), ("negative", "b")]
    assert groups(myst("### Consequences\n- a\n- b\n")) == [("", "a b")]
    headed = "### Consequences\n#### Positive\n- a\n#### Odd\n- b\n#### Mitigations\n- c\n"
    assert groups(myst(headed)) == [("positive", "a"), ("", "b"), ("mitigation", "c")]
    assert groups(rst("Consequences\n  Pros\n    a\n  Cons\n    b")) == [
        ("positive", "a"),
        ("negative", "b"),
    ]
