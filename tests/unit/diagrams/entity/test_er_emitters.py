"""Emitted Mermaid and PlantUML, read back by our readers and by the real engines."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from er_samples import ENDS, GRAPHS, SHOP
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.entity.data import Column, Entity, EntityGraph, Relation
from sphinx_archdoc.diagrams.entity.picture import mermaid, plantuml
from sphinx_archdoc.diagrams.quoting import drawn
from sphinx_archdoc.formats import mermaid_er, plantuml_er
from sphinx_archdoc.formats.drawn_text import uncoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.formats.entity_reading import EntityRead

#: Texts that mean something in one of the languages.
HOSTILE = (
    'a "b" <b>x</b> #35; %%{init}%% &lt; ; end',
    "} --",
    "PK",
    '"',
    "|| o{",
    "!include x",
    "`x` **b** [l](j) \\n second",
    "$x",
    "日本語 ü",
    "1st",
    "enum(\"a\", 'b')",
    "numeric(10,2)",
    "UK-x",
    "<U+0041>",
    "&#65;",
    "{method}",
    "~x",
    "+x",
    "#x",
    "-- x --",
    "==",
    "..",
    "* a",
    "' comment",
    "@enduml",
    "note left",
    "_",
    "e1",
    "direction LR",
    "%% c",
    "[[http://x]]",
    "~~waved~~",
    "<<x>>",
    "a\nb",
    "title x",
    "__init__",
    "A ||--o{ B : x",
)


def graph(texts: tuple[str, ...]) -> EntityGraph:
    """Return a picture in which each text stands in every place."""
    return EntityGraph(
        title="Hostile",
        entities=tuple(
            Entity(
                id=f"i{n}",
                title=text,
                columns=(
                    Column(name=text, type=text, comment=text, keys=("PK", "FK")),
                    Column(name=text[::-1], type="int"),
                ),
            )
            for n, text in enumerate(texts)
        ),
        relations=tuple(
            Relation(
                source="i0",
                target=f"i{n}",
                source_end=ENDS[n % 5],
                target_end=ENDS[n // 5 % 5],
                identifying=n % 2 == 0,
                label=text,
            )
            for n, text in enumerate(texts)
        ),
    )


def same(text: str) -> str:
    """Return a text as it is compared: the word joiners of quoting are invisible."""
    return drawn(text).replace("\u2060", "")


def read_back(data: EntityGraph, read: Callable[[str], EntityRead], text: str) -> None:
    found = read(text)
    assert found.problems == ()
    assert [same(e.title) for e in found.graph.entities] == [
        same(e.title) or e.id for e in data.entities
    ]
    assert [len(e.columns) for e in found.graph.entities] == [
        len({c.name for c in e.columns}) for e in data.entities
    ]
    pairs = zip(found.graph.relations, data.relations, strict=True)
    for ours, theirs in pairs:
        assert same(ours.label) == same(theirs.label)
        assert ours.identifying == theirs.identifying
        assert not theirs.source_end or ours.source_end == theirs.source_end
        assert not theirs.target_end or ours.target_end == theirs.target_end


@pytest.mark.parametrize("data", GRAPHS, ids=lambda g: g.title)
def test_both_languages_say_the_same(data: EntityGraph) -> None:
    read_back(data, mermaid_er.read_er, mermaid(data))
    read_back(data, plantuml_er.read_er, plantuml(data))


WORDS = st.lists(
    st.text(min_size=1, max_size=30).filter(lambda t: same(t) != ""), min_size=1, max_size=4
)


@given(WORDS)
def test_any_label_stays_a_label(texts: list[str]) -> None:
    entities = tuple(Entity(id=f"i{n}", title=t) for n, t in enumerate(texts))
    relations = tuple(Relation(source="i0", target=f"i{n}", label=t) for n, t in enumerate(texts))
    data = EntityGraph(title="x", entities=entities, relations=relations)
    read_back(data, mermaid_er.read_er, mermaid(data))
    found = plantuml_er.read_er(plantuml(data))
    assert found.problems == ()
    assert len(found.graph.entities) == len(entities)
    assert len(found.graph.relations) == len(relations)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_column_stays_one_line(name: str, kind: str, comment: str) -> None:
    column = Column(name=name, type=kind, comment=comment, keys=("UK",))
    data = EntityGraph(title="x", entities=(Entity(id="a", title="A", columns=(column,)),))
    for text, count in ((mermaid(data), 5), (plantuml(data), 8)):
        assert len(text.splitlines()) == count
    found = mermaid_er.read_er(mermaid(data))
    assert found.problems == ()
    (read,) = found.graph.entities[0].columns
    assert read.keys == ("UK",)
    assert same(read.comment) == same(comment)


def test_titles_and_comments_are_said_in_both_languages() -> None:
    column = Column(name="mail", type="text", comment="may be *empty*", keys=("UK",))
    table = Entity(id="a", title="A", columns=(column,))
    data = EntityGraph(title="All data", description="Of the shop", entities=(table,))
    assert "accTitle: #65;ll data" in mermaid(data)
    assert "accDescr: #79;f the shop" in mermaid(data)
    said = uncoded(plantuml(data))
    assert "title All data" in said
    assert "mail : text <<UK>> – may be *empty*" in said


def test_the_direction_is_kept() -> None:
    sideways = EntityGraph(title="x", entities=SHOP.entities, direction="LR")
    assert "direction LR" in mermaid(sideways)
    assert "left to right direction" in plantuml(sideways)
    assert mermaid_er.read_er(mermaid(sideways)).graph.direction == "LR"


def test_real_mermaid_draws_every_label_literally() -> None:
    engine = pytest.importorskip("mermaid_render", reason="the extra 'mermaid' is not installed")
    for data in (*GRAPHS[:20], graph(HOSTILE)):
        svg = engine.mermaid_to_svg(mermaid(data))
        svg = svg.decode() if isinstance(svg, bytes) else svg
        said = "".join(re.findall(r"<text.*?</text>", svg, re.DOTALL))
        flat = "".join(html.unescape(re.sub("<[^>]+>", "", said)).split()).replace("\u2060", "")
        for entity in data.entities:
            assert "".join(same(entity.title).split()) in flat
