"""References by the title of a building block, and by the words that authors use for fields."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from storing import REGISTRY, rec, store_of, to, word

from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.options import read_options, read_value
from sphinx_archdoc.model.values import Ref, SaidRef
from sphinx_archdoc.rules import run

SETTINGS = Settings()


def affected(*refs: str, more: tuple[Any, ...] = ()) -> list[str]:
    records = [
        rec("system", "shop", "Shop"),
        rec("app", "shop.api", "Order API"),
        rec("datastore", "shop.db", "Database"),
        rec("risk", "R-1", "Slow", affects=to(*refs)),
        *more,
    ]
    risk: Any = store_of(*records).get("R-1")
    return [ref.id for ref in risk.affects]


def test_a_title_is_the_building_block_that_is_called_so() -> None:
    assert affected("Order API", "database", "order  api") == ["shop.api", "shop.db", "shop.api"]


def test_an_id_stays_an_id_and_two_of_a_title_are_nobody() -> None:
    twin = rec("app", "other.api", "Order API")
    assert affected("Order API", more=(twin,)) == ["Order API"]
    same = rec("app", "Database", "Another")
    assert affected("Database", more=(same,)) == ["Database"]


def test_a_title_of_another_kind_is_none() -> None:
    assert affected("Fire", more=(rec("risk", "R-2", "Fire"),)) == ["Fire"]


@pytest.mark.parametrize(
    ("text", "ids", "wrong"),
    [
        ("Order API", ["Order API"], False),
        ("shop.db, Order API", ["shop.db", "Order API"], False),
        ("[Name of the component]", [], False),  # a placeholder is told elsewhere
        ("[Component]", [], False),
        ("[Component], [Your other component]", [], False),
        ("[shop.api]", ["shop.api"], False),
        ("[shop.api, shop.db]", ["shop.api", "shop.db"], False),
        ("[ADR-1]", ["ADR-1"], False),
        ("[Component](x.md)", ["Component"], False),
        ("Each and every component that we have got today", [], True),
        ("a `b` c", [], True),
    ],
)
def test_what_may_be_a_title_is_kept(text: str, ids: list[str], wrong: bool) -> None:
    spec = REGISTRY["risk"].field("affects")
    assert spec is not None
    value, problem = read_value(spec, text, SETTINGS, "risk")
    assert [ref.id for ref in value or ()] == ids
    assert (problem is not None) == wrong


def test_titles_name_building_blocks_only() -> None:
    spec = REGISTRY["adr"].field("supersedes")
    assert spec is not None
    assert read_value(spec, "Use PostgreSQL", SETTINGS, "adr")[1] is not None


def test_an_unknown_title_is_told_with_the_nearest() -> None:
    records = [rec("app", "api", "Order API"), rec("risk", "R-1", affects=to("Order AP"))]
    (found,) = [item for item in run(store_of(*records)) if "Order AP" in item.message]
    assert "did you mean 'Order API'?" in found.message


def test_messages_say_the_word_that_the_author_wrote() -> None:
    kind = REGISTRY["use-case"]
    raw = {"flows": "FLOW-NO", "prio": "huge"}
    values, problems = read_options(kind, raw, SETTINGS)
    assert [problem.message.split(":")[0] for problem in problems] == ["prio"]
    assert values["shown_by"] == (Ref("FLOW-NO"),)
    kept = pickle.loads(pickle.dumps(values["shown_by"]))  # noqa: S301 -- our own
    (found,) = [
        item.message
        for item in run(store_of(rec("use-case", "UC-1", shown_by=kept)))
        if "FLOW-NO" in item.message
    ]
    assert found.startswith("use-case UC-1: flows names 'FLOW-NO'")


def test_the_word_makes_no_reference_another_one() -> None:
    assert SaidRef.of(Ref("A"), "flows") == Ref("A")
    assert len({Ref("A"), SaidRef.of(Ref("A"), "flows")}) == 1
    status = word("accepted")
    assert read_options(REGISTRY["adr"], {"state": "accepted"}, SETTINGS)[0]["status"] == status
