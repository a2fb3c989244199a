from __future__ import annotations

from typing import Any

from views_help import Build

from sphinx_archdoc.views.drill import Drill, Drills, PlacedView


def house() -> Build:
    made = Build()
    made.add("person", "customer", "Customer")
    made.add("system", "shop", "Web shop").add("app", "shop.api", "API")
    made.add("component", "shop.api.orders", "Orders")
    made.add("system", "bank", "Bank").add("app", "bank.core", "Core")
    return made


LANDSCAPE = PlacedView("landscape", "", "index", "c4-landscape-1")
CONTEXT = PlacedView("context", "shop", "index", "ctx")
CONTAINERS = PlacedView("container", "shop", "parts", "cont")
COMPONENTS = PlacedView("component", "shop.api", "parts", "comp")
BANK = PlacedView("container", "bank", "bank", "bank")
ALL = (COMPONENTS, LANDSCAPE, BANK, CONTAINERS, CONTEXT)


def drill(view: PlacedView, *shown: str, placed: Any = ALL) -> Drill:
    return Drills(house().store, placed, str.upper).of(view, shown)


def test_the_way_to_a_component_picture() -> None:
    assert drill(COMPONENTS).crumbs == (
        ("LANDSCAPE", LANDSCAPE),
        ("CONTEXT", CONTEXT),
        ("Web shop", CONTAINERS),
        ("API", None),
    )


def test_steps_without_a_picture_are_left_out() -> None:
    found = drill(COMPONENTS, placed=(COMPONENTS, CONTEXT)).crumbs
    assert [crumb.title for crumb in found] == ["CONTEXT", "API"]


def test_no_way_where_nothing_is_around() -> None:
    assert drill(LANDSCAPE).crumbs == ()
    assert drill(COMPONENTS, placed=(COMPONENTS, BANK)).crumbs == ()


def test_boxes_lead_to_the_next_level() -> None:
    assert drill(LANDSCAPE, "shop", "bank", "customer").inside == (
        ("shop", CONTEXT),
        ("bank", BANK),
    )
    assert drill(CONTEXT, "shop", "bank").inside == (("shop", CONTAINERS), ("bank", BANK))
    assert drill(CONTAINERS, "shop", "shop.api", "bank").inside == (
        ("shop.api", COMPONENTS),
        ("bank", BANK),
    )
    assert drill(COMPONENTS, "shop.api", "shop.api.orders").inside == ()


def test_the_picture_on_the_same_page_comes_first() -> None:
    here = PlacedView("component", "shop.api", "zoo", "comp-2")
    view = PlacedView("container", "shop", "zoo", "cont-2")
    placed = (*ALL, here, view)
    assert drill(view, "shop.api", placed=placed).inside == (("shop.api", here),)
    assert drill(CONTAINERS, "shop.api", placed=placed).inside == (("shop.api", COMPONENTS),)


def test_the_plain_picture_of_a_scope_is_meant() -> None:
    more = CONTEXT._replace(anchor="more", plain=False)
    twin = CONTEXT._replace(anchor="again")
    for placed in ((*ALL, more, twin), (more, *ALL, twin)):
        assert drill(LANDSCAPE, "shop", placed=placed).inside == (("shop", CONTEXT),)
        assert drill(COMPONENTS, placed=placed).crumbs[1].place == CONTEXT
    elsewhere = more._replace(docname=COMPONENTS.docname)
    assert drill(COMPONENTS, placed=(*ALL, elsewhere)).crumbs[1].place == CONTEXT
    assert drill(COMPONENTS, placed=(COMPONENTS, elsewhere)).crumbs[0].place == elsewhere


def test_order_of_pages_does_not_matter() -> None:
    for placed in (ALL, ALL[::-1]):
        assert drill(COMPONENTS, "bank", placed=placed) == drill(COMPONENTS, "bank")


def test_a_picture_of_nothing_leads_nowhere() -> None:
    lost = PlacedView("container", "", "parts", "lost")
    assert drill(lost, "shop", placed=(*ALL, lost)) == Drill()
    assert drill(PlacedView("component", "gone", "p", "a"), "shop").crumbs == (
        ("LANDSCAPE", LANDSCAPE),
        ("gone", None),
    )
