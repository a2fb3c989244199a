from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from views_help import REGISTRY, SCORING, Build, shop

from sphinx_archdoc.views.backlinks import Mention, Place, compute_backlinks, unsaid
from sphinx_archdoc.views.card import compute_card
from sphinx_archdoc.views.cells import Badge, Score
from sphinx_archdoc.views.faces import face, page_face
from sphinx_archdoc.views.matrix import compute_matrix
from sphinx_archdoc.views.select import Selection

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store


def card(store: Store, id_: str) -> Any:
    return compute_card(store, store.get(id_), SCORING)


def facts(found: Any) -> Any:
    return {fact.name: fact.value for fact in found.facts}


def ids(noted: Any) -> Any:
    return [(face.id, note) for face, note in noted]


def decisions() -> Any:
    return (
        shop()
        .add("adr", "ADR-1", "One", status="Accepted", tags="db", deciders="Ann, Bob",
             affects="shop.db (schema)", date="2026-01-20")
        .add("adr", "ADR-2", "Two", status="accepted", supersedes="ADR-1")
        .add("adr", "ADR-3", "Three", status="accepted", superseded_by="ADR-2 (clause 2)")
        .add("adr", "ADR-4", "Four", status="superseded", superseded_by="ADR-99")
        .add("adr", "ADR-5", "Five", status="proposed", supersedes="ADR-2", relates_to="R-1")
        .add("risk", "R-1", "Risk", impact="high", likelihood="high", affects="shop.db",
             mitigated_by="ADR-1", status="odd")
        .store
    )  # fmt: skip


def test_card_of_a_superseded_decision() -> None:
    store = decisions()
    found = card(store, "ADR-1")
    assert found.kind_title == "Architecture decision"
    assert found.status == Badge("superseded", "Superseded", "", "mute")
    assert found.replaced
    assert ids(found.banner) == [("ADR-2", "")]
    assert found.tags == ("db",)
    assert [fact.name for fact in found.facts] == ["date", "deciders", "superseded-by", "affects"]
    assert [fact.label for fact in found.facts][2] == "Superseded by"
    assert ids(facts(found)["affects"]) == [("shop.db", "schema")]
    assert found.parent is None
    assert found.score is None


def test_partial_proposed_and_unknown_successors() -> None:
    store = decisions()
    partly = card(store, "ADR-3")
    assert partly.status is not None
    assert partly.status.key == "accepted"
    assert (ids(partly.banner), partly.replaced) == ([("ADR-2", "clause 2")], False)
    assert card(store, "ADR-2").banner == ()
    assert ids(facts(card(store, "ADR-2"))["supersedes"]) == [("ADR-1", ""), ("ADR-3", "clause 2")]
    unknown = card(store, "ADR-4")
    assert (ids(unknown.banner), unknown.banner[0][0].found) == ([("ADR-99", "")], False)


def test_card_of_a_risk_and_of_elements() -> None:
    store = decisions()
    risk = card(store, "R-1")
    assert risk.score == Score(9, "critical", "Critical", "s4")
    assert risk.status == Badge("", "", "odd", "neutral")
    api = card(store, "shop.api")
    assert (api.parent, api.technology, api.notation) == (
        face(store, "shop"), "FastAPI", "container",
    )  # fmt: skip
    assert facts(api) == {"owner": ("Backend",)}
    assert card(store, "stripe").external


def test_an_element_documented_here_has_the_facts_of_its_model_line() -> None:
    build = Build().add("app", "api", "API", technology="FastAPI", origin="line", page="model")
    build.add("app", "api", owner="Ops", tags="x", page="api")
    store = build.store
    here = REGISTRY["app"].unpack(build.pages["api"][0][1])
    found = compute_card(store, here, SCORING)
    assert (found.face.docname, found.face.title) == ("api", "API")
    assert found.technology == "FastAPI"
    there = compute_card(store, REGISTRY["app"].unpack(build.pages["model"][0][1]), SCORING)
    assert (there.face.docname, facts(there)) == ("model", {"owner": ("Ops",)})


def test_backlinks() -> None:
    store = decisions()
    mentions = [
        Mention("", "zzz", "a", "Guide"), Mention("ADR-5", "index", "ADR-5", "x"),
        Mention("ADR-1", "index", "ADR-1", "x"), Mention("", "zzz", "a", "Guide"),
        Mention("shop.db", "index", "", "x"), Mention("R-1", "index", "", "x"),
        Mention("gone", "other", "", "Other"),
    ]  # fmt: skip
    places = [Place("model", "c4", "Containers"), Place("model", "c4", "Containers")]
    found = compute_backlinks(store, "shop.db", mentions, places)
    assert [name for name, _ in found] == ["Decided by", "Risks", "Mentioned in", "Shown in"]
    groups = dict(found)
    assert ids(groups["Decided by"]) == [("ADR-1", "schema")]
    assert [face.id or face.docname for face, _ in groups["Mentioned in"]] == [
        "ADR-5", "other", "zzz",
    ]  # fmt: skip
    assert groups["Shown in"] == ((page_face("model", "c4", "Containers"), ""),)
    assert [name for name, _ in compute_backlinks(store, "ADR-1")] == ["Superseded by", "Mitigates"]
    assert compute_backlinks(store, "nothing") == ()
    assert dict(compute_backlinks(store, "R-1"))["Related"][0][0].id == "ADR-5"


def test_the_footer_does_not_repeat_the_head() -> None:
    store = decisions()
    left = unsaid(compute_backlinks(store, "ADR-1"), card(store, "ADR-1"))
    assert [name for name, _ in left] == ["Mitigates"]  # the banner names the successor
    related = unsaid(compute_backlinks(store, "R-1"), card(store, "R-1"))
    assert related == compute_backlinks(store, "R-1")  # its head has other things


@pytest.mark.parametrize(
    ("status", "written", "label"),
    [
        ("proposed", "accepted", "To be superseded by"),
        ("draft", "", "To be superseded by"),
        ("rejected", "accepted", "Rejected successor"),
    ],
)
def test_a_successor_that_is_not_in_force_is_told_below(
    status: str, written: str, label: str
) -> None:
    build = Build().add("adr", "ADR-1", status=written) if written else Build().add("adr", "ADR-1")
    store = build.add("adr", "ADR-2", status=status, supersedes="ADR-1 (clause 2)").store
    head = card(store, "ADR-1")
    assert (head.banner, head.replaced) == ((), False)
    ((name, ((entry, note),)),) = unsaid(compute_backlinks(store, "ADR-1"), head)
    assert (name, entry.id, note) == (label, "ADR-2", "clause 2")


def test_of_one_that_says_it_is_superseded_the_banner_tells_it() -> None:
    build = Build().add("adr", "ADR-1", status="superseded")
    store = build.add("adr", "ADR-2", status="proposed", supersedes="ADR-1").store
    assert unsaid(compute_backlinks(store, "ADR-1"), card(store, "ADR-1")) == ()


def test_matrix() -> None:
    build = Build()
    for number in (10, 9, 1):
        build.add("risk", f"R-{number}", impact="high", likelihood="low")
    build.add("risk", "R-2", impact="low", likelihood="medium").add("risk", "R-3", impact="high")
    build.add("risk", "R-4", impact="odd", likelihood="low", status="closed")
    found = compute_matrix(build.store, Selection(kinds=("risk",)), SCORING)
    assert [step.key for step in found.rows] == ["high", "medium", "low"]
    assert [step.key for step in found.columns] == ["low", "medium", "high"]
    assert [[cell.score.value for cell in row] for row in found.cells] == [
        [3, 6, 9], [2, 4, 6], [1, 2, 3],
    ]  # fmt: skip
    assert [face.id for face in found.cells[0][0].faces] == ["R-1", "R-9", "R-10"]
    assert [face.id for face in found.cells[2][1].faces] == ["R-2"]
    assert [face.id for face in found.unplaced] == ["R-3", "R-4"]
    assert found.cells[0][2].score == Score(9, "critical", "Critical", "s4")


def test_the_chosen_option_is_no_fact() -> None:
    store = Build().add("adr", "ADR-1", "One", chosen="PostgreSQL", date="2026-01-20").store
    assert list(facts(card(store, "ADR-1"))) == ["date"]


def test_records_with_the_same_id_have_their_own_facts() -> None:
    store = (
        shop()
        .add("adr", "ADR-1", "One", affects="shop.db (schema)")
        .add("adr", "ADR-1", "Another", affects="shop.api")
        .add("adr", "ADR-2", "Two", affects="shop.api")
        .store
    )
    affected = [
        ids(facts(compute_card(store, record, SCORING))["affects"])
        for record in store.written
        if record.kind_name == "adr"
    ]
    assert affected == [[("shop.db", "schema")], [("shop.api", "")], [("shop.api", "")]]
