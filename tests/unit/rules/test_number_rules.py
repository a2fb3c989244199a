from __future__ import annotations

from views_help import Build

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.rules import goal_contradiction as goals
from sphinx_archdoc.rules import technology_versions as versions
from sphinx_archdoc.rules import unguarded_integration as integrations
from sphinx_archdoc.rules import unread_effort as efforts
from sphinx_archdoc.rules import wrong_total as totals


def test_a_status_against_the_numbers() -> None:
    built = (
        Build()
        .add("quality-goal", "QG-1", target="< 1 s", measured="2 s", status="✅ Met")
        .add("quality-goal", "QG-2", target="< 1 s", measured="800 ms", status="missed")
        .add("quality-goal", "QG-3", target="< 1 s", measured="2 s", status="missed")
        .add("quality-goal", "QG-4", target="< 1 s", measured="2 s", status="in progress")
        .add("quality-goal", "QG-5", target="< 1 s", measured="2 s")
        .add("quality-goal", "QG-6", target="lawful", measured="yes", status="met")
    )
    found = list(goals.check(built.store))
    assert [(item.code, item.at.line) for item in found] == [(Code.GOAL, 1), (Code.GOAL, 2)]
    assert "'2 s' against '< 1 s' is missed" in found[0].message


def test_a_total_that_is_not_the_sum() -> None:
    built = (
        Build()
        .add("estimate", "E-1", development="8-10 days", test="3-5 days", total="13-17 days")
        .add("estimate", "E-2", development="8-10 days", test="3-5 days", total="11-15 days")
        .add("estimate", "E-3", development="8-10 days", total="1.6-2 weeks")
        .add("estimate", "E-4", total="3 days")
        .add("estimate", "E-5", development="soon", total="3 days")
    )
    (found,) = totals.check(built.store)
    assert found.code is Code.TOTAL
    assert found.message == (
        "estimate E-1: the total is '13-17 days', but 8-10 days + 3-5 days is 11–15 days"
    )


def test_a_total_outside_its_cases() -> None:
    cases = {"optimistic": "1 day", "likely": "2 days", "pessimistic": "4 days"}
    built = (
        Build()
        .add("estimate", "E-1", total="3 days", **cases)
        .add("estimate", "E-2", total="1 week", **cases)
        .add("estimate", "E-3", **cases)
    )
    (found,) = totals.check(built.store)
    assert found.message == (
        "estimate E-2: the total is '1 week', but its cases go from the best to the worst over "
        "1–4 days"
    )


def test_versions_that_cannot_be_the_same() -> None:
    built = (
        Build()
        .add("tech", "t1", "PostgreSQL", version="15.x")
        .add("tech", "t2", "Redis", version="7")
        .add("datastore", "shop.db", technology="Postgresql 14")
        .add("datastore", "shop.log", technology="PostgreSQL 15.4, Redis")
        .add("app", "shop.api", technology="Python 3.12 with FastAPI")
        .add("app", "shop.web", technology="Python 3.11")
    )
    found = list(versions.check(built.store))
    assert [(item.code, item.at.line) for item in found] == [(Code.CONFLICT, 3), (Code.CONFLICT, 6)]
    assert "Postgresql 14 here, 15.x in tech t1" in found[0].message


def test_versions_in_two_lists_of_one_technology() -> None:
    built = Build()
    built.add("tech", "tech-kong", "Kong", version="3.9").add(
        "tech", "tech-kong", "Kong", version="3.8"
    )
    (found,) = versions.check(built.store)
    assert "Kong 3.8 here, 3.9 in tech tech-kong" in found.message


def test_an_integration_that_leaves_things_open() -> None:
    built = (
        Build()
        .add("integration", "INT-1", type="REST", timeout="10 s", retry="3 times")
        .add(
            "integration", "INT-2", timeout="none", retry="none", rate_limit="100 a minute",
            circuit_breaker="after 5 failures", fallback="last known price",
        )
        .add("integration", "INT-3", timeout="TBD", retry="2", rate_limit="1", circuit_breaker="-",
             fallback="x")
    )  # fmt: skip
    found = list(integrations.check(built.store))
    assert {item.code for item in found} == {Code.RESILIENCE}
    assert [item.message.partition("; ")[0] for item in found] == [
        "integration INT-1: not said: rate-limit, circuit-breaker, fallback",
        "integration INT-3: not said: timeout, circuit-breaker",
    ]


def test_an_effort_in_words_beside_amounts() -> None:
    built = (
        Build()
        .add("estimate", "E-1", development="8-10 days", test="3-5 days")
        .add("estimate", "E-2", development="a lot", test="TBD")
        .add("estimate", "E-3", development="?", test="[Effort]")
        .add("estimate", "E-4", design="L")
    )
    (found,) = efforts.check(built.store)
    assert (found.code, found.at.line) == (Code.VALUE, 2)
    assert found.message == (
        "estimate E-2: development is 'a lot', which is no amount; the sums leave it out"
    )


def test_efforts_that_are_all_words_are_sizes() -> None:
    built = Build().add("estimate", "E-1", total="M").add("estimate", "E-2", total="XL")
    assert list(efforts.check(built.store)) == []
