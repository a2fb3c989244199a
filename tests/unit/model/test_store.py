from __future__ import annotations

import random
from typing import Any

import pytest
from storing import REGISTRY, rec, store_of, to, word

from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.model.store import Store


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


def test_records_are_sorted_whatever_the_order_of_reading() -> None:
    written = [rec("risk", f"R-{n}", page=page) for n in range(5) for page in "ab"]
    wanted = store_of(*written).written
    for seed in range(5):
        mixed = random.Random(seed).sample(written, len(written))  # noqa: S311
        assert store_of(*mixed).written == wanted


def test_look_ups() -> None:
    store = store_of(rec("risk", "R-1", "Fire"), rec("adr", "ADR-1"), rec("app", "shop.web"))
    assert len(store) == 3
    assert "R-1" in store
    assert "r-1" not in store
    assert store.get("nope") is None
    found = store.get("R-1")
    assert found is not None
    assert found.title == "Fire"
    assert store.ids == ("ADR-1", "R-1", "shop.web")
    assert ids(store.of("risk")) == ["R-1"]
    assert ids(store.of("element")) == ["shop.web"]
    assert ids(store.of("risk", "decision")) == ["ADR-1", "R-1"]
    assert store.of("nope") == ()
    assert store.kind(found).name == "risk"


def test_records_of_a_kind_that_is_gone_are_passed_over() -> None:
    page, packed = rec("risk", "R-1")
    assert len(Store({page: [packed, ("gone", (1, 2))]}, REGISTRY)) == 1


def test_the_first_of_two_records_counts() -> None:
    store = store_of(
        rec("risk", "X", "a", line=9), rec("risk", "X", "b", "zoo"), rec("adr", "X", line=2)
    )
    assert len(store) == 1
    found = store.get("X")
    assert found is not None
    assert (store.kind(found).name, found.at.line) == ("adr", 2)
    assert [(first.at.line, other.title) for first, other in store.duplicates] == [
        (2, "a"),
        (2, "b"),
    ]
    assert store.clashes == ()


@pytest.mark.parametrize("first", ["app", "adr"])
def test_an_element_and_a_record_with_one_id(first: str) -> None:
    other = "adr" if first == "app" else "app"
    store = store_of(
        rec(first, "X", line=1), rec("app", "X", line=2, technology="Go"), rec(other, "X", line=3)
    )
    found = store.get("X")
    assert found is not None
    assert store.kind(found).name == first
    assert {second.at.line for _, second in store.duplicates} == ({3} if first == "app" else {2, 3})
    assert all(one == found for one, _ in store.duplicates)


def test_declarations_of_one_element_are_merged_into_its_home() -> None:
    section = SectionRef("context", "Context", "c")
    store = store_of(
        rec("app", "shop.web", "web", "a", origin="line", technology="Go", tags=("x",)),
        rec(
            "app", "shop.web", "Web shop", "b", origin="row", external=True, extra=(("Cost", "1"),)
        ),
        rec(
            "app", "shop.web", "", "c", tags=("y", "x"), depends_on=to("db"), extra=(("Cost", "2"),)
        ),
        rec("app", "shop.web", "shop.web", "d", depends_on=to("q"), sections=(section,)),
        rec("app", "shop.web", "", "e", summary="Sells", origin="row", extra=(("Seats", "3"),)),
    )
    assert len(store.records) == 1
    merged = store.get("shop.web")
    assert merged is not None
    assert merged.at.docname == "c"
    assert merged.title == "Web shop"
    assert merged.technology == "Go"
    assert merged.external is True
    assert merged.tags == ("y", "x")
    assert merged.depends_on == to("db", "q")
    assert merged.summary == "Sells"
    assert merged.sections == (section,)
    assert dict(merged.extra) == {"Cost": "2", "Seats": "3"}
    assert store.duplicates == store.clashes == ()


def test_an_equal_fact_is_no_clash_and_a_different_one_names_who_said_it() -> None:
    store = store_of(
        rec("app", "web", page="a"),
        rec("app", "web", page="b", technology="Go", description="x"),
        rec("app", "web", page="c", technology="Go", description=(Span("y"),)),
        rec("app", "web", page="d", technology="Rust", status=word("live")),
        rec("system", "web", page="e", technology="Java"),
    )
    assert [(c.first.at.docname, c.second.at.docname, c.field) for c in store.clashes] == [
        ("b", "d", "technology"),  # two descriptions are no contradiction
        ("a", "e", "kind"),
    ]
    merged = store.get("web")
    assert merged is not None
    assert merged.technology == "Go"
    assert merged.status == word("live")


def test_a_row_of_building_blocks_only_guesses_its_kind() -> None:
    store = store_of(
        rec("component", "shop.db", page="b", origin="row", technology="PostgreSQL"),
        rec("datastore", "shop.db", page="a", origin="line", title="Database"),
        rec("component", "shop.web", page="b", origin="row"),
    )
    assert store.clashes == ()
    assert [(record.kind_name, record.at.docname) for record in store.records] == [
        ("datastore", "b"),  # links lead to the row still
        ("component", "b"),
    ]
    found = store.get("shop.db")
    assert found is not None
    assert (found.title, found.technology) == ("Database", "PostgreSQL")
    stated = store_of(
        rec("queue", "shop.db", page="b", origin="row"),
        rec("datastore", "shop.db", page="a", origin="line"),
    )
    assert [clash.field for clash in stated.clashes] == ["kind"]


def test_several_documents_may_list_one_technology() -> None:
    store = store_of(
        rec("tech", "tech-kong", "Kong", page="a", layer="Gateway", version="3.9"),
        rec("tech", "tech-kong", "Kong", page="b", layer="API", license="Apache 2"),
    )
    assert store.duplicates == store.clashes == ()
    merged = store.get("tech-kong")
    assert merged is not None
    assert (merged.layer, merged.version, merged.license) == ("Gateway", "3.9", "Apache 2")


def test_containment_is_the_dotted_path_through_elements_that_exist() -> None:
    store = store_of(
        rec("system", "shop"),
        rec("app", "shop.web"),
        rec("component", "shop.web.ui.cart"),
        rec("adr", "shop.web.ui"),
        rec("component", "other.part"),
    )
    assert store.parent("shop.web.ui.cart") == "shop.web"
    assert store.ancestors("shop.web.ui.cart") == ("shop.web", "shop")
    assert store.parent("other.part") == store.parent("shop") == ""
    assert store.children("") == ("other.part", "shop")
    assert store.children("shop") == ("shop.web",)
    assert store.children("shop.web") == ("shop.web.ui.cart",)
    assert store.children("nope") == ()


def test_packed_values_are_unpacked_once() -> None:
    class Counting(dict):
        reads = 0

        def items(self) -> Any:
            Counting.reads += 1
            return super().items()

    pages = Counting({"index": [rec("risk", f"R-{n}")[1] for n in range(10)]})
    store = Store(pages, REGISTRY)
    for _ in range(3):
        assert len(store.records) == len(store.written) == len(store.of("risk")) == 10
    assert Counting.reads == 1


def test_records_of_a_page_are_in_its_order_and_duplicates_stay() -> None:
    pages = {"index": [rec("risk", "R-2")[1], rec("risk", "R-1")[1], rec("risk", "R-2")[1]]}
    store = Store(pages, REGISTRY)
    assert [record.id for record in store.on_page("index")] == ["R-2", "R-1", "R-2"]
    assert store.on_page("elsewhere") == ()


def test_lines_that_say_the_same_relation_are_a_repetition() -> None:
    said: dict[str, Any] = {"source": to("a"), "target": to("b"), "technology": "HTTPS"}
    line = rec("relation", "a--b", "Calls", origin="line", **said)
    again = rec("relation", "a--b", "Calls", "zoo", origin="line", description="x", **said)
    assert store_of(line, again).duplicates == ()
    for other in (
        rec("relation", "a--b", "Calls", "zoo", **said),
        rec("relation", "a--b", "Asks", "zoo", origin="line", **said),
        rec("relation", "a--b", "Calls", "zoo", origin="line", **said | {"technology": "SQL"}),
        rec("risk", "a--b", "Calls", "zoo", origin="line"),
    ):
        assert len(store_of(line, other).duplicates) == 1
    risk = rec("risk", "R-1", origin="line")
    assert len(store_of(risk, risk).duplicates) == 1
