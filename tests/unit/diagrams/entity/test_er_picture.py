from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from er_samples import ENDS, GRAPHS, SHOP, relation
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.drawing import Drawing, is_picture, picture_type
from sphinx_archdoc.diagrams.entity import picture
from sphinx_archdoc.diagrams.entity.data import Column, Entity, EntityGraph, Index, Relation
from sphinx_archdoc.diagrams.entity.feet import REACH, SPREAD, foot, stop
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Name, plain
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Cardinality
    from sphinx_archdoc.diagrams.wasm import WasmLayout

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    """Return our own SVG as a tree."""
    return ET.fromstring(svg)  # noqa: S314 - our own output


def draw(engine: WasmLayout, data: EntityGraph) -> Drawing:
    return picture.draw(data, lambda: engine)


def test_it_is_a_picture_type() -> None:
    assert is_picture(SHOP)
    assert picture_type(SHOP) is picture


@pytest.mark.parametrize("data", GRAPHS, ids=lambda g: g.title)
def test_the_same_picture_twice(data: EntityGraph, engine: WasmLayout) -> None:
    first = draw(engine, data)
    assert first == draw(engine, data)
    tree = parsed(fill(first.svg, {}, "p"))
    assert tree.get("role") == "group"
    assert tree.find(f"{SVG}title").text == data.title  # type: ignore[union-attr]


def test_entities_and_foreign_keys_are_links(engine: WasmLayout) -> None:
    svg = fill(draw(engine, SHOP).svg, {"User": "#user", "Order": "#order"}, "p")
    tree = parsed(svg)
    links = [
        (link.get("href"), [t.text for t in link.iter(f"{SVG}text")])
        for link in tree.iter(f"{SVG}a")
    ]
    href, texts = links[0]
    assert (href, texts[:4]) == ("#user", ["User", "id", "uuid", "PK"])
    assert ("#user", ["user_id", "uuid", "FK"]) in links
    assert ("#order", ["order_id", "uuid", "FK"]) in links
    assert not [a for a in tree.iter(f"{SVG}a") if list(a.iter(f"{SVG}a"))[1:]]


def test_lines_that_are_not_identifying_are_dashed(engine: WasmLayout) -> None:
    data = dataclasses.replace(SHOP, relations=(relation("User ||..o{ Order : places"),))
    (group,) = parsed(draw(engine, data).svg.replace("\x02", "").replace("\x03", "")).findall(
        f"{SVG}g[@class='arch-edge']"
    ) or [None]
    assert group is not None
    dashed = [p for p in group if p.get("stroke-dasharray")]
    assert dashed
    assert all("arch-foot" not in p.get("class", "") for p in dashed)


@pytest.mark.parametrize("end", ENDS)
def test_a_foot_stays_in_its_place(end: Cardinality) -> None:
    drawn = foot(end, ((0.0, 0.0), (100.0, 0.0)))
    assert bool(drawn) is bool(end)
    for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", drawn):
        assert 100 - REACH <= float(x) <= 100
        assert -SPREAD <= float(y) <= SPREAD
    for x, r in re.findall(r'cx="([\d.]+)" cy="0" r="([\d.]+)"', drawn):
        assert float(x) - float(r) >= 100 - REACH
    assert 0 <= stop(end) <= REACH


@pytest.mark.parametrize(
    ("end", "bars", "rings", "tines"),
    [
        ("one", 2, 0, 0),
        ("zero-or-one", 2, 1, 0),  # the bar, and the line from the ring to the table
        ("one-or-more", 1, 0, 3),
        ("zero-or-more", 0, 1, 3),
    ],
)
def test_what_feet_are_made_of(end: Cardinality, bars: int, rings: int, tines: int) -> None:
    drawn = foot(end, ((0.0, 0.0), (100.0, 0.0)))
    assert drawn.count("M") == bars + tines
    assert drawn.count("<circle") == rings


def test_contradictions_and_limits(engine: WasmLayout) -> None:
    lone = Entity(id="a", title="A")
    with pytest.raises(ValueError, match="twice"):
        draw(engine, EntityGraph(title="x", entities=(lone, lone)))
    with pytest.raises(ValueError, match="not in the picture"):
        draw(engine, EntityGraph(title="x", entities=(lone,), relations=(relation("a -- b"),)))
    many = tuple(Entity(id=str(i), title="x") for i in range(picture.MAX_ENTITIES + 1))
    with pytest.raises(LayoutError, match="151 entities"):
        draw(engine, EntityGraph(title="x", entities=many))
    loops = (relation("a -- a"),) * (picture.MAX_RELATIONS + 1)
    with pytest.raises(LayoutError, match="301 lines"):
        draw(engine, EntityGraph(title="x", entities=(lone,), relations=loops))


def test_the_text_form() -> None:
    data = EntityGraph(
        title="x",
        entities=(
            Entity(
                id="o",
                title="Order",
                columns=(
                    Column(name="id", type="uuid", keys=("PK",)),
                    Column(name="u", keys=("FK",), reference="u", required=True, comment="Who"),
                    Column(name="s", type="text", default="open", required=False),
                    Column(name="x", keys=("FK", "UK"), reference="gone"),
                ),
                indexes=(Index(columns=("u", "s"), unique=True, name="ix"),),
                notes=("Kept  for\nten years",),
            ),
            Entity(id="u", title="User", subtitle="[table]"),
        ),
        relations=(
            Relation(
                source="u", target="o", source_end="one", target_end="zero-or-more", label="places"
            ),
            Relation(source="o", target="u"),
        ),
    )
    assert plain(picture.outline(data, lambda text: text)) == (
        "- Order\n"
        "  - id: uuid (primary key)\n"
        "  - u (foreign key of User, required) – Who\n"
        "  - s: text (optional, default open)\n"
        "  - x (foreign key of gone, unique)\n"
        "  - Unique index: u, s (ix)\n"
        "  - Kept for ten years\n"
        "- User [table]\n"
        "- User has zero or more Order: places\n"
        "  - Order belongs to exactly one User\n"
        "- Order is related to User"
    )
    assert picture.names(data) == (Name("o", "Order"), Name("u", "User"), Name("gone", "gone"))
    assert [entry.role for entry in picture.key(data)] == ["store"]
    assert picture.key(EntityGraph(title="x")) == ()


def test_a_translation_may_turn_a_sentence_round() -> None:
    turned = "Zu {target} gehört {source}"
    items = picture.outline(SHOP, lambda text: turned if text.startswith("{source} has") else text)
    assert items[-1].text() == "Zu Product gehört Item: references"


TEXTS = st.text(max_size=40)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
def test_any_text_is_drawn_literally(
    engine: WasmLayout, title: str, name: str, kind: str, comment: str, label: str
) -> None:
    column = Column(name=name, type=kind, comment=comment, keys=("FK",), reference=name)
    data = EntityGraph(
        title=title,
        description=comment,
        entities=(
            Entity(id="a", title=title, subtitle=label, columns=(column,), notes=(label,)),
            Entity(id=f"b{name}", title=name),
        ),
        relations=(Relation(source="a", target=f"b{name}", label=label),),
    )
    tree = parsed(fill(draw(engine, data).svg, {"a": title, name: label}, "p"))
    allowed = {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "text"}
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= allowed
