from __future__ import annotations

from views_help import Build

from sphinx_archdoc.views.neighbours import Neighbours, neighbours


def test_decisions_follow_each_other_in_natural_order() -> None:
    build = Build()
    for id_ in ("ADR-10", "ADR-2", "ADR-9"):
        build.add("adr", id_, id_)
    store = build.add("risk", "R-1", "Risk").add("risk", "R-2", "Risk").store
    assert neighbours(store) == {
        "ADR-2": Neighbours("", "ADR-9"),
        "ADR-9": Neighbours("ADR-2", "ADR-10"),
        "ADR-10": Neighbours("ADR-9", ""),
    }


def test_each_prefix_and_folder_is_a_series_of_its_own() -> None:
    build = Build()
    for id_, page in (
        ("ADR-1", "adr/1"),
        ("ADR-2", "shop/adr/2"),
        ("ADR-3", "adr/3"),
        ("SHOP-2", "adr/s2"),
        ("SHOP-10", "adr/s10"),
        ("use-rest", "adr/rest"),
        ("why-sql", "adr/sql"),
    ):
        build.add("adr", id_, id_, page=page)
    assert neighbours(build.store) == {
        "ADR-1": Neighbours("", "ADR-3"),
        "ADR-3": Neighbours("ADR-1", ""),
        "SHOP-2": Neighbours("", "SHOP-10"),
        "SHOP-10": Neighbours("SHOP-2", ""),
        "use-rest": Neighbours("", "why-sql"),
        "why-sql": Neighbours("use-rest", ""),
    }


def test_numbers_filled_with_zeros_are_a_series_of_their_own() -> None:
    build = Build()
    for id_ in ("ADR-22", "ADR-0999", "ADR-1000", "ADR-9"):
        build.add("adr", id_, id_)
    assert neighbours(build.store) == {
        "ADR-9": Neighbours("", "ADR-22"),
        "ADR-22": Neighbours("ADR-9", ""),
        "ADR-0999": Neighbours("", "ADR-1000"),
        "ADR-1000": Neighbours("ADR-0999", ""),
    }


def test_a_single_decision_has_no_neighbours() -> None:
    assert neighbours(Build().add("adr", "ADR-1", "One").store) == {}
