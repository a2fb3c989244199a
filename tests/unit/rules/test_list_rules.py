"""Overdue dates and pictures that are missing."""

from __future__ import annotations

from typing import Any

import pytest
from storing import rec, store_of, word

from sphinx_archdoc import rules
from sphinx_archdoc.model.shown import ShownView
from sphinx_archdoc.model.values import When

TODAY = "2026-05-01"
PAST, TO_COME = When("2026-04-30", "30 April"), When("2026-05-01", "2026-05-01")


def found(name: str, *records: Any, **given: Any) -> list[str]:
    rule = next(rule for rule in rules.rules() if rule.name == name)
    assert rule.level == "off"
    return [item.message for item in rule.check(store_of(*records), rules.Given(**given))]


def test_dates_that_have_passed() -> None:
    assert found(
        "overdue",
        rec("open-question", "Q-1", due=PAST),
        rec("open-question", "Q-2", due=PAST, answer="yes"),
        rec("open-question", "Q-3", due=TO_COME),
        rec("open-question", "Q-4", due=When("2026-04", "April")),
        rec("open-question", "Q-5", due=When("2026-05", "May")),
        rec("document", "D-1", next_review=PAST),
        rec("document", "D-2", next_review=PAST, status=word("superseded")),
        rec("document", "D-3", next_review=When("", "soon")),
        today=TODAY,
    ) == [
        "open-question Q-1: it was due on 2026-04-30; answer it or set another day",
        "open-question Q-4: it was due on 2026-04; answer it or set another day",
        "document D-1: its review was due on 2026-04-30; review it and set the next date",
    ]


def test_without_a_day_nothing_is_overdue() -> None:
    assert found("overdue", rec("document", "D-1", next_review=PAST)) == []


APP = [rec("app", "shop.api"), rec("app", "shop.web")]
STORE = [rec("datastore", "shop.db")]
PARTS, FLOW = "how the parts belong together", "a flow step by step"
DATA, RUNS = "the data model", "what runs where"


@pytest.mark.parametrize(
    ("records", "needed"),
    [
        ([], []),
        ([rec("app", "shop.api")], []),
        (APP, [PARTS, FLOW]),
        (STORE, [PARTS, FLOW, DATA]),
        ([rec("queue", "shop.jobs")], [PARTS, FLOW]),
        ([rec("system", "cards", external=True)], [PARTS, FLOW]),
        ([rec("person", "cook", external=True)], []),
        ([rec("integration", "I-1")], [PARTS, FLOW]),
        ([rec("deployment-node", "prod"), rec("deployment-node", "prod.eu")], []),
        ([rec("deployment-node", "prod"), rec("deployment-node", "test")], [PARTS, FLOW, RUNS]),
        ([rec("deployment-node", "prod.a"), rec("deployment-node", "test.a")], [PARTS, FLOW, RUNS]),
        ([rec("relation", "REL-1", style=word("async"))], []),
        ([rec("relation", f"REL-{n}", style=word("async")) for n in (1, 2)], [PARTS, FLOW]),
        ([rec("relation", f"REL-{n}", style=word("sync")) for n in (1, 2)], []),
    ],
)
def test_pictures_that_are_needed(records: list[Any], needed: list[str]) -> None:
    said = found("missing_view", *records, views=())
    assert [message.partition("shows ")[2].partition(", but")[0] for message in said] == needed
    assert all("; add " in message for message in said)
    assert found("missing_view", *records) == []  # the pages are not known


def test_what_is_shown_is_not_missing() -> None:
    sorts = ("container", "flow", "data")
    views = tuple(ShownView("x", sort, "page", sort) for sort in sorts)
    assert found("missing_view", *APP, *STORE, views=views) == []
    assert len(found("missing_view", *APP, *STORE, views=views[1:])) == 1
