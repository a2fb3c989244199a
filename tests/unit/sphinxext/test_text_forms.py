"""The text form of pictures as nodes, and the texts that picture directives read."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from storing import REGISTRY, rec, store_of

from sphinx_archdoc.diagrams.drawing import is_picture
from sphinx_archdoc.diagrams.outline import Item, Name
from sphinx_archdoc.render.cells import Renderer
from sphinx_archdoc.render.links import Linker
from sphinx_archdoc.render.outline import render_outline
from sphinx_archdoc.sphinxext.picture_texts import READERS, Source, read_text
from sphinx_archdoc.views.computing import Context, compute
from sphinx_archdoc.views.faces import face

STORE = store_of(rec("system", "shop", "Shop"))


def render(*items: Item) -> list[nodes.Node]:
    links = {"shop": face(STORE, "shop"), "shop@prod": face(STORE, "shop")}
    linker = Linker(lambda docname, anchor: {"refuri": f"{docname}.html#{anchor}"})
    return render_outline(items, links, Renderer(linker, str))


def test_names_are_links_with_the_id_of_the_box() -> None:
    (listed,) = render(Item(pieces=(Name("shop@prod", "Shop"), " → ", Name("x", "Else"))))
    (link,) = listed.findall(nodes.reference)
    assert (link["arch_id"], link["refuri"]) == ("shop@prod", "index.html#shop")
    assert [strong.astext() for strong in listed.findall(nodes.strong)] == ["Else"]
    assert listed.astext() == "Shop → Else"


def test_steps_are_numbered_as_the_picture_shows_them() -> None:
    steps = tuple(Item(pieces=(n,), number=n) for n in ("1", "2", "4", "4.1"))
    (listed,) = render(Item(pieces=("Flow",), below=steps, numbered=True))
    lists = [(type(each).__name__, each.get("start", 1)) for each in listed[0][1:]]
    assert lists == [("enumerated_list", 1), ("enumerated_list", 4), ("bullet_list", 1)]
    assert listed.astext().split() == ["Flow", "1", "2", "4", "4.1", "4.1"]
    unnumbered = tuple(Item(pieces=(n,)) for n in "ab")
    (listed,) = render(Item(pieces=("Flow",), below=unnumbered, numbered=True))
    assert [len(each) for each in listed.findall(nodes.enumerated_list)] == [2]


def test_nothing_to_show_is_said() -> None:
    (said,) = render()
    assert said.astext() == "There is nothing to show."


FACTS = {"c4": {"level": "container"}, "dynamic": {"level": "dynamic"}}


def read(body: str, text: str, title: str = "T") -> Any:
    return read_text(body, Source(text, title, FACTS.get(body, {}), REGISTRY, str))


@pytest.mark.parametrize(
    ("body", "text", "shown"),
    [
        ("c4", 'app a "A"\na -> b : Asks\napp b', {"a", "b"}),
        ("c4", "app a\ndeployment-node n\n  instance a x2", {"a@n"}),
        ("dynamic", 'Person(a, "A")\nSystem(b, "B")\nRel(a, b, "x")', {"a", "b"}),
        ("dynamic", "a -> b : x", {"a", "b"}),
        ("flow", "sequenceDiagram\n  A->>B: Hi", {"A", "B"}),
        ("steps", "flowchart LR\n  a[One] --> b[Two]", {"a", "b"}),
        ("er", "erDiagram\n  A ||--o{ B : has", {"A", "B"}),
    ],
)  # fmt: skip
def test_texts_become_pictures(body: str, text: str, shown: set[str]) -> None:
    from sphinx_archdoc.diagrams.drawing import picture_type

    made = read(body, text)
    assert made.problems == ()
    data, _ = compute(STORE, made.data, Context())
    assert is_picture(data)
    assert data.title == "T"
    assert {name.id for name in picture_type(data).names(data)} >= shown


@pytest.mark.parametrize("body", list(READERS))
def test_other_texts_are_named(body: str) -> None:
    made = read(body, "mindmap\n  root")
    assert made.data is None
    assert made.instead


def test_numbers_of_steps() -> None:
    text = 'Person(a, "A")\nSystem(b, "B")\nRelIndex(7, a, b, "x")\nRel(b, a, "y")'
    assert [edge.number for edge in read("dynamic", text).data.edges] == ["7", "2"]


LINES = st.lists(
    st.sampled_from(
        [
            *("1. a", "- b", "a -> b : c", "instance a x2", "deployment-node n", "  app a", "end"),
            *('Rel(a, b, "x")', 'Person(a, "A")', "flowchart TD", "{", "erDiagram", "\x00"),
            "A ||--|| B : c",
        ]
    )
).map("\n".join)


@pytest.mark.parametrize("body", list(READERS))
@given(text=st.text() | LINES)
def test_any_text_is_read_or_named(body: str, text: str) -> None:
    made = read(body, text)
    assert (made.data is None) == bool(made.instead)
    if made.data is not None:
        assert is_picture(compute(STORE, made.data, Context())[0])
