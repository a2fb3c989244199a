from __future__ import annotations

from sphinx_archdoc.diagrams.graph import Edge, Graph, Node
from sphinx_archdoc.diagrams.sequence.data import Fragment, Message, Participant, Section, Sequence
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.values import Ref
from sphinx_archdoc.model.wording import reworded, words_in

FLOW = Sequence(
    title="Buy",
    participants=(Participant(id="shop", title="Web shop"),),
    items=(
        Message(source="shop", target="db", text="Reserve", number="1"),
        Fragment(
            kind="alt",
            sections=(
                Section(
                    label="sold out", items=(Message(source="db", target="shop", text="Sorry"),)
                ),
            ),
        ),
    ),
)


def test_words_are_found_in_their_order_and_ids_are_none() -> None:
    assert [*words_in(FLOW)] == ["Buy", "Web shop", "Reserve", "sold out", "Sorry"]
    graph = Graph(
        title="",
        nodes=(Node(id="api", title="API", badges=("2 decisions",)),),
        edges=(Edge(source="api", target="api", label="asks itself"),),
    )
    assert [*words_in(graph)] == ["API", "asks itself"]


def test_what_is_no_text_has_no_words() -> None:
    amount = Amount("3 days", "", 3, 3, "day")
    values = ("12", "–", (Ref("ADR-0001", "clause"),), amount, None, 5)
    assert [word for value in values for word in words_in(value)] == []
    assert reworded(values, {"clause": "Klausel", "3 days": "3 Tage"}) == values


def test_rewording_changes_the_words_and_nothing_else() -> None:
    said = {word: word.upper() for word in words_in(FLOW)}
    made = reworded(FLOW, said)
    assert [*words_in(made)] == ["BUY", "WEB SHOP", "RESERVE", "SOLD OUT", "SORRY"]
    assert reworded(made, {value: key for key, value in said.items()}) == FLOW
    assert reworded("shop", {"shop": "Laden"}) == "Laden"
    assert reworded("shop", {}) == "shop"
