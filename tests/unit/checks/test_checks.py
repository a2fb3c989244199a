"""Named checks: what they answer, how they are found, and sums."""

from __future__ import annotations

import re
from typing import Any

import pytest
from storing import rec, store_of, to, word

from sphinx_archdoc import kinds
from sphinx_archdoc.checks import Review, check_for, checks
from sphinx_archdoc.checks.dashboard import (
    CompletenessRequest,
    Dashboard,
    DashboardRequest,
    Part,
    answers_of,
    completeness,
    compute,
)
from sphinx_archdoc.checks.lists import Counted, Sum, sums
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.model.shown import SORTS, ShownView
from sphinx_archdoc.model.spots import Spot
from sphinx_archdoc.templates import NAMES, template
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.computing import Context

DONE = word("accepted")
LEFT = Spot(1, "[Name]")
HIGH: dict[str, Any] = {"impact": word("high"), "likelihood": word("high")}


def passed(name: str, *records: Any, **review: Any) -> bool:
    outcome = Review(**review).ask(store_of(*records), name)
    assert outcome is not None
    return outcome.passed


@pytest.mark.parametrize("name", checks())
def test_what_there_is_not_is_told_with_what_adds_it(name: str) -> None:
    outcome = Review().ask(store_of(), name)
    assert outcome is not None
    registry = kinds.load()
    written = {*registry.names(), *catalog(registry), "c4-model"}
    assert outcome.passed or written & set(re.findall(r"[\w-]+", outcome.reason))


@pytest.mark.parametrize("name", checks())
def test_every_check_is_documented_and_answers_for_nothing(name: str) -> None:
    check = checks()[name]
    assert check.summary.endswith(".")
    assert check.words
    assert isinstance(passed(name), bool)
    said = check.run(store_of(), Review())
    assert said.reason.format(count=said.number, total=said.total)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("risks-have-owner", rec("risk", "R", owner=("Ann",)), rec("risk", "R", owner=("TBD",))),
        ("risks-have-mitigation", rec("risk", "R", mitigation="x"), rec("risk", "R")),
        (
            "risks-have-mitigation",
            rec("risk", "R", mitigated_by=to("ADR-1")),
            rec("risk", "R", mitigation=" "),
        ),
        (
            "risks-have-mitigation",
            rec("risk", "R", mitigation="none"),
            rec("risk", "R", mitigation="–"),
        ),
        (
            "risks-have-mitigation",
            rec("risk", "R", mitigation="x"),
            rec("risk", "R", mitigation="TBD"),
        ),
        ("no-open-high-risk", rec("risk", "R", mitigation="x", **HIGH), rec("risk", "R", **HIGH)),
        (
            "no-open-high-risk",
            rec("risk", "R", status=word("closed"), **HIGH),
            rec("risk", "R", **HIGH),
        ),
        (
            "decisions-have-consequences",
            rec("adr", "A", status=DONE, sections=(SectionRef("consequences", "C", "c"),)),
            rec("adr", "A", status=DONE),
        ),
        (
            "decisions-are-settled",
            rec("adr", "A", status=DONE),
            rec("adr", "A", status=word("proposed")),
        ),
        ("containers-have-owner", rec("app", "a", owner=("Ann",)), rec("queue", "q")),
        ("containers-have-technology", rec("app", "a", technology="Go"), rec("app", "a")),
        ("technologies-exist", rec("app", "a", technology="Go"), rec("app", "a")),
        ("elements-are-described", rec("app", "a", description="x"), rec("app", "a")),
        (
            "questions-are-answered",
            rec("open-question", "Q", answer="x"),
            rec("open-question", "Q"),
        ),
        ("entities-exist", rec("entity", "e"), rec("app", "a")),
        ("all-rules-pass", rec("risk", "R"), rec("risk", "R", affects=to("nowhere"))),
    ],
)
def test_checks(name: str, good: Any, bad: Any) -> None:
    assert passed(name, good)
    assert not passed(name, bad)


def test_what_belongs_to_others_needs_no_owner() -> None:
    ours, theirs = rec("app", "a", owner=("Ann",)), rec("app", "b", external=True)
    assert passed("containers-have-owner", ours, theirs)


@pytest.mark.parametrize(
    ("name", "sort"),
    [("c4-context-view", "context"), ("data-model-view", "data"), ("flow-view", "flow")],
)
def test_pictures(name: str, sort: str) -> None:
    assert sort in SORTS
    assert passed(name, views=(ShownView("x", sort, "page", "a"),))
    assert not passed(name, views=(ShownView("x", "plan", "page", "a"),))


def test_a_picture_without_caption_is_called_as_its_page() -> None:
    views = (ShownView("er-diagram", "data", "demo/data", "a"),)
    review = Review(views=views, titles={"demo/data": "Data"})
    assert checks()["data-model-view"].run(store_of(), review).place == ("demo/data", "a", "Data")


def test_a_placeholder_answers_no_question() -> None:
    """``[Team]`` as an owner is read as ``Team``; both are none while the page has it left."""
    risk = rec("risk", "R", title="Fire", owner=("Team",), mitigation="[What to do].")
    tech = rec("tech", "T", title="[Framework]")
    left = tuple(Spot(1, text) for text in ("[Team]", "[What to do]", "[Framework]"))
    names = ("risks-have-owner", "risks-have-mitigation", "technologies-exist")
    for spots, passed in ((left, False), ((), True)):
        review = Review(leftovers={"index": spots})
        found = [review.ask(store_of(risk, tech), name) for name in names]
        assert [outcome.passed for outcome in found if outcome] == [passed] * 3


def test_a_record_whose_title_is_a_placeholder_counts_in_no_check() -> None:
    risks = [rec("risk", "R-1", title="Fire"), rec("risk", "R-2", title="[What else]")]
    review = Review(leftovers={"index": (Spot(1, "[What else]"),)})
    for name, passed in (("risks-exist", True), ("risks-have-mitigation", False)):
        outcome = review.ask(store_of(*risks), name)
        assert outcome is not None
        assert (outcome.passed, outcome.number, outcome.total) == (passed, 1, 1)


def test_the_template_says_what_is_asked() -> None:
    everything = [name for name, _ in answers_of(store_of(), Review())]
    assert everything == [*checks()]
    for name in NAMES:
        asked = [found for found, _ in answers_of(store_of(), Review(template=name))]
        assert asked == [*template(name).checks]


def test_placeholders_left_fail_a_check_with_their_page() -> None:
    outcome = Review(leftovers={"b": (LEFT, LEFT), "a": (LEFT,)}).ask(store_of(), "no-placeholders")
    assert outcome is not None
    assert (outcome.passed, outcome.number, outcome.place) == (False, 3, ("a", "", ""))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("System Context Diagram (C4 L1)", "c4-context-view"),
        ("The ER diagrams are defined", "data-model-view"),
        ("Mitigation strategies defined", "risks-have-mitigation"),
        ("Error codes defined", "error-codes-exist"),
        ("All risks identified", ""),  # that there are some does not say so
        ("Caching strategy complete", ""),
        ("Tech stack validated", ""),
        ("", ""),
    ],
)
def test_wordings(words: str, name: str) -> None:
    assert check_for(words) == name


def test_no_wording_means_two_checks() -> None:
    for check in checks().values():
        for words in check.words:
            assert check_for(words) == check.name, words


def test_sums_count_what_the_build_decides_and_leave_out_what_does_not_apply() -> None:
    store = store_of(rec("risk", "R", owner=("Ann",)))
    items = (
        Counted("A", "done"),
        Counted("A", "open"),
        Counted("A", "not-applicable"),
        Counted("B", "open", "risks-have-owner"),
        Counted("B", "done", "entities-exist"),
    )
    found = sums(store, items, Review())
    assert found.whole == Sum("", 2, 4)
    assert found.groups == (Sum("A", 1, 2), Sum("B", 1, 2))
    assert sums(store, items[:2], Review()).groups == ()


def context(review: Review) -> Context:
    return Context(review=lambda: review)


def test_a_dashboard_counts_by_kind_and_status() -> None:
    store = store_of(
        rec("risk", "R-1", status=word("open")),
        rec("risk", "R-2", status=word("open")),
        rec("risk", "R-3", status=word("closed"), affects=to("nowhere")),
        rec("risk", "R-4"),
        rec("app", "shop"),
    )
    view = ShownView("risk-table", "", "risks", "risk-table-1", "Our risks")
    data, problems = compute(store, DashboardRequest(), context(Review(views=(view,))))
    assert isinstance(data, Dashboard)
    assert problems == ()
    tiles = {tile.title: tile for tile in data.tiles}
    assert [part._replace(tone="") for part in tiles["Risks"].parts] == [
        Part("Open", "", 2), Part("Closed", "", 1), Part("", "", 1),
    ]  # fmt: skip
    link = tiles["Risks"].link
    assert link is not None
    assert (link.docname, link.anchor) == ("risks", "risk-table-1")
    assert tiles["Findings"].number == 1
    only, _ = compute(store, DashboardRequest(kinds=("app",), findings=False), context(Review()))
    assert isinstance(only, Dashboard)
    assert [tile.number for tile in only.tiles] == [1]


def test_of_several_views_that_answer_the_nearest_is_named() -> None:
    views = tuple(
        ShownView("c4-context", "context", page, "a", page)
        for page in ("index", "bank/model", "shop/model", "shop/review")
    )
    review = Review(views=views)
    for docname, wanted in (
        ("shop/review", "shop/review"),
        ("shop/other", "shop/model"),
        ("bank/other", "bank/model"),
        ("elsewhere/page", "index"),
    ):
        found = review.near(docname).ask(store_of(), "c4-context-view")
        assert found is not None
        assert found.place[0] == wanted


def test_a_dashboard_of_some_pages_counts_their_records_and_findings() -> None:
    store = store_of(
        rec("risk", "R-1", page="shop/risks", affects=to("nowhere")),
        rec("risk", "R-2", page="bank/risks", affects=to("nowhere")),
        rec("app", "till", page="bank/model"),
    )
    views = tuple(
        ShownView("risk-table", "", f"{page}/risks", "a", page) for page in ("bank", "shop")
    )
    asked = DashboardRequest(where="page has shop")
    data, problems = compute(store, asked, context(Review(views=views)))
    assert isinstance(data, Dashboard)
    assert problems == ()
    assert [(tile.title, tile.number) for tile in data.tiles] == [("Risk", 1), ("Findings", 1)]
    assert data.tiles[0].link is not None
    assert data.tiles[0].link.docname == "shop/risks"
    _, problems = compute(store, DashboardRequest(where="page has"), context(Review()))
    assert [problem.code for problem in problems] == [Code.FILTER]


def test_completeness_begins_with_what_is_missing() -> None:
    found = completeness(store_of(rec("risk", "R")), Review(leftovers={"page": (LEFT,) * 3}))
    order = [reply.passed for _, reply in found.answers]
    assert order == sorted(order)
    assert [(face.docname, count) for face, count in found.pages] == [("page", 3)]
    data, _ = compute(store_of(), CompletenessRequest(), context(Review()))
    assert data is not None


def test_an_answer_says_how_many_more_there_are() -> None:
    outcome = Review().ask(
        store_of(*(rec("app", f"a{n}") for n in range(5))), "containers-have-owner"
    )
    assert outcome is not None
    assert (outcome.number, outcome.records, outcome.more) == (5, ("a0", "a1", "a2"), 2)
    few = Review().ask(store_of(rec("app", "a")), "containers-have-owner")
    assert few is not None
    assert few.more == 0


def test_a_listed_technology_names_what_is_made_with_it() -> None:
    web, db = rec("app", "web"), rec("datastore", "db")
    react = rec("tech", "TECH-react", "React", used_by=to("web"))
    name = "containers-have-technology"
    assert passed(name, web, react)
    assert not passed(name, web, db, react)
