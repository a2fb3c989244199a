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
    from reading_help import Parse

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


HEADED = "**Considered Options:**\n\n**Oats:**\n\n{0}"
LISTED_POINTS = "**Considered Options:**\n\n- Oats\n  {0}\n- Rye"


@pytest.mark.parametrize("parse", [rst, myst])
@pytest.mark.parametrize(
    ("text", "pros", "cons", "said"),
    [
        ("Pros:\n- cheap\n- `fast`", ["cheap", "fast"], [], ""),
        ("Pros:\n- cheap\nCons:\n- late\n- sour", ["cheap"], ["late", "sour"], ""),
        ("An old crop.\nVorteile:\n* günstig", ["günstig"], [], "An old crop."),
        ("Pros:\n\n- cheap\n\nCons:\n\n- late", ["cheap"], ["late"], ""),
        ("**Pros:**\n- cheap\n- fast", ["cheap", "fast"], [], ""),
        ("Pros: cheap and fast", [], [], "Pros: cheap and fast"),
        ("Pros:\ncheap and fast", [], [], "Pros: cheap and fast"),
        ("Costs:\n\n- much", [], [], "Costs: much"),
    ],
)
def test_labels_close_to_their_lists(
    parse: Parse, text: str, pros: list[str], cons: list[str], said: str
) -> None:
    (found,) = options(parse(HEADED.format(text)))
    assert found.text == "Oats"
    assert [text_of([item]) for item in found.pros] == pros
    assert [text_of([item]) for item in found.cons] == cons
    assert text_of(found.description) == said


@pytest.mark.parametrize("parse", [rst, myst])
def test_labels_close_to_their_lists_in_an_item(parse: Parse) -> None:
    text = LISTED_POINTS.format("Pros:\n  - cheap\n  - fast\n  Cons:\n  - late")
    oats, rye = options(parse(text))
    assert (oats.text, rye.text) == ("Oats", "Rye")
    assert [text_of([item]) for item in oats.pros] == ["cheap", "fast"]
    assert [text_of([item]) for item in oats.cons] == ["late"]
    assert oats.description == rye.description == ()


@pytest.mark.parametrize("parse", [rst, myst])
def test_consequences_close_to_their_labels(parse: Parse) -> None:
    text = "**Consequences:**\n\nPositive:\n- cheap\nNegative:\n- late\n"
    (section,) = read_body(parse(text), ADR_SECTIONS, {}).sections
    groups = read_consequences(section)
    assert [(group.kind, text_of(group.nodes)) for group in groups] == [
        ("positive", "cheap"),
        ("negative", "late"),
    ]


def test_lines_of_points_are_those_of_the_source() -> None:
    (found,) = options(rst(HEADED.format("Pros:\n- cheap\n- fast")))
    assert [item.line for item in found.pros] == [8, 9]
