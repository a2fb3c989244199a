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


def test_a_single_decision_has_no_neighbours() -> None:
    assert neighbours(Build().add("adr", "ADR-1", "One").store) == {}
