from __future__ import annotations

from typing import Any

import pytest
from storing import REGISTRY, rec, store_of, to, word

from sphinx_archdoc.model.declare import kinds_from_config
from sphinx_archdoc.model.lifecycle import effective_status, in_force, part_replaced, successors
from sphinx_archdoc.model.scores import scoring_of
from sphinx_archdoc.model.values import Ref
from sphinx_archdoc.model.words import Word


@pytest.mark.parametrize(
    ("old", "new", "effective"),
    [
        ({}, {}, ""),
        ({"status": word("accepted")}, {}, "accepted"),
        ({}, {"supersedes": to("ADR-1")}, "superseded"),
        ({"status": word("accepted")}, {"supersedes": to("ADR-1")}, "superseded"),
        ({"superseded_by": to("ADR-2")}, {}, "superseded"),
        ({"superseded_by": to("ADR-2")}, {"status": word("rejected")}, ""),
        ({"superseded_by": to("ADR-9")}, {}, ""),
        ({}, {"supersedes": (Ref("ADR-1", "clause 2"),)}, ""),
        ({}, {"supersedes": (Ref("ADR-1", "use that"),)}, "superseded"),
        ({"supersedes": to("ADR-1")}, {}, ""),
        ({"status": Word("", "odd")}, {"supersedes": to("ADR-1")}, "superseded"),
        ({}, {"supersedes": to("ADR-1"), "status": word("draft")}, ""),
        ({}, {"supersedes": to("ADR-1"), "status": word("proposed")}, ""),
        ({}, {"supersedes": to("ADR-1"), "status": word("accepted")}, "superseded"),
        ({}, {"supersedes": to("ADR-1"), "status": word("superseded")}, "superseded"),
        ({"status": Word("superseded", "Replaced")}, {}, "superseded"),
    ],
)
def test_the_status_that_holds(old: Any, new: Any, effective: str) -> None:
    store = store_of(rec("adr", "ADR-1", "Use that", **old), rec("adr", "ADR-2", "Use it", **new))
    record = store.get("ADR-1")
    assert record is not None
    status = effective_status(store, record)
    assert (status.key if status else "") == effective


def test_records_without_a_life_have_no_status() -> None:
    store = store_of(rec("relation", "REL-1"))
    assert effective_status(store, store.records[0]) is None


def test_successors_count_partial_ones_too() -> None:
    store = store_of(
        rec("adr", "ADR-1"),
        rec("adr", "ADR-2", supersedes=(Ref("ADR-1", "clause 2"),), amends=to("ADR-1")),
    )
    assert [(link.source, link.note) for link in successors(store, "ADR-1")] == [
        ("ADR-2", "clause 2")
    ]


@pytest.mark.parametrize(
    ("steps", "impact", "likelihood", "score", "band"),
    [
        (3, "low", "low", 1, "low"),
        (3, "low", "high", 3, "medium"),
        (3, "medium", "high", 6, "high"),
        (3, "high", "high", 9, "critical"),
        (4, "critical", "critical", 16, "critical"),
        (5, "very-low", "very-high", 5, "medium"),
        (5, "very-high", "very-high", 25, "critical"),
    ],
)
def test_scores(steps: int, impact: str, likelihood: str, score: int, band: str) -> None:
    scoring = scoring_of(steps)
    assert scoring.score(word(impact), word(likelihood)) == score
    found = scoring.band(score)
    assert found is not None
    assert found.key == band


@pytest.mark.parametrize("missing", [None, Word("", "purple")])
def test_no_level_no_score(missing: Any) -> None:
    scoring = scoring_of()
    assert scoring.score(missing, word("low")) == scoring.score(word("low"), missing) == 0
    assert scoring.band(0) is None


def test_what_is_in_force() -> None:
    store = store_of(
        rec("adr", "ADR-1"),
        rec("adr", "ADR-2", status=word("accepted")),
        rec("adr", "ADR-3", status=word("draft")),
        rec("relation", "REL-1"),
    )
    assert [in_force(record) for record in store.records] == [True, True, False, True]
    assert not in_force(None)


def test_a_link_says_which_part_it_replaces() -> None:
    store = store_of(
        rec("adr", "ADR-1", "Use that"),
        rec("adr", "ADR-2", supersedes=(Ref("ADR-1", "use that"),)),
        rec("adr", "ADR-3", supersedes=(Ref("ADR-1", "clause 2"),)),
    )
    record = store.get("ADR-1")
    assert record is not None
    assert [part_replaced(link, record) for link in successors(store, "ADR-1")] == ["", "clause 2"]


def test_a_status_may_be_plain_text_in_a_kind_of_the_project() -> None:
    data = {"note": {"title": "Note", "fields": {"status": {"type": "text"}}}}
    registry = REGISTRY.extended(kinds_from_config(data, REGISTRY)[0])
    store = store_of(
        rec("note", "N-1", registry=registry, status="draft"),
        rec("adr", "ADR-1", registry=registry, supersedes=to("N-1")),
        registry=registry,
    )
    note = store.get("N-1")
    assert note is not None
    assert in_force(note)
    assert effective_status(store, note) == word("superseded")
    alone = store_of(rec("note", "N-1", registry=registry, status="draft"), registry=registry)
    assert effective_status(alone, alone.records[0]) is None
