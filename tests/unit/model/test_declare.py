from __future__ import annotations

from typing import Any

import pytest
from storing import REGISTRY, rec, store_of, to

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declare import kinds_from_config
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.options import read_options

QUESTION = {
    "title": "Open question",
    "plural": "Open questions",
    "prefix": "Q-",
    "help": "Something nobody has answered yet.",
    "argument": "title",
    "family": "other",
    "fields": {
        "owner": {"type": "people", "help": "Who answers", "column": True},
        "affects": {
            "type": "refs",
            "targets": ["element"],
            "inverse": "Questions",
            "help": "What waits",
            "synonyms": ["Blocks", "holds-up"],
        },
        "severity": {
            "type": "choice",
            "choices": [
                "low",
                {"key": "high", "label": "High!", "synonyms": ["bad"], "tone": "bad"},
                "Very high",
            ],
        },
        "due-date": {"type": "date", "required": True},
        "follows": {"type": "refs", "targets": ["question"], "acyclic": True},
        "followed_by": {"type": "refs", "targets": ["question"], "reverse_of": "follows"},
    },
}


def declared(data: Any, name: Any = "question") -> tuple[Any, list[str]]:
    kinds, problems = kinds_from_config({name: data}, REGISTRY)
    assert all(problem.code is Code.CONFIG for problem in problems)
    return (kinds[0] if kinds else None), [problem.message for problem in problems]


def field(**facts: Any) -> tuple[Any, list[str]]:
    kind, problems = declared({"title": "Q", "fields": {"it": facts}})
    return (kind.fields[0] if kind.fields else None), problems


def test_a_kind_as_data_is_like_one_made_by_the_decorator() -> None:
    kind, problems = declared(QUESTION)
    assert problems == []
    assert (kind.title, kind.plural, kind.prefix) == ("Open question", "Open questions", "Q-")
    assert kind.help == "Something nobody has answered yet."
    assert kind.columns() == ["id", "title", "owner"]
    assert [spec.option for spec in kind.fields] == [
        "owner",
        "affects",
        "severity",
        "due-date",
        "follows",
        "followed-by",
    ]
    affects, severity, due, follows, followed_by = kind.fields[1:]
    assert (affects.targets, affects.inverse) == (("element",), "Questions")
    assert affects.synonyms == ("blocks", "holds up")
    assert due.required
    assert (follows.acyclic, follows.inverse) == (True, "Open questions")
    assert (followed_by.reverse_of, followed_by.inverse) == ("follows", "")
    assert severity.vocabulary.words() == ["low", "high", "very-high"]
    assert [term.label for term in severity.vocabulary.terms] == ["Low", "High!", "Very high"]
    assert severity.vocabulary.get("high").tone == "bad"


def test_records_of_such_a_kind_read_pack_link_and_freeze() -> None:
    kind, _ = declared(QUESTION)
    registry = REGISTRY.extended([kind])
    raw = {"severity": "BAD", "blocks": "shop", "due-date": "2026-01-20"}
    values, problems = read_options(kind, raw, Settings())
    assert problems == []
    store = store_of(
        rec("question", "Q-1", "Why?", registry=registry, **values),
        rec("question", "Q-2", registry=registry, followed_by=to("Q-1")),
        registry=registry,
    )
    record = store.get("Q-1")
    assert record.severity.key == "high"
    assert record.owner == ()
    assert [(link.target, link.field) for link in store.relations.outgoing("Q-1")] == [
        ("shop", "affects"),
        ("Q-2", "follows"),
    ]
    assert type(record).__name__ == "Question"
    with pytest.raises(AttributeError):
        record.owner = ("x",)


def test_kinds_may_refer_to_each_other_in_any_order() -> None:
    data = {
        "question": {
            "title": "Q",
            "fields": {"asks": {"type": "refs", "targets": ["answer"], "reverse_of": "answers"}},
        },
        "answer": {"title": "A", "fields": {"answers": {"type": "refs", "targets": ["question"]}}},
    }
    kinds, problems = kinds_from_config(data, REGISTRY)
    assert problems == []
    assert [kind.name for kind in kinds] == ["question", "answer"]
    assert kinds[0].fields[0].reverse_of == "answers"
    assert kinds[1].fields[0].inverse == "As"


def test_a_kind_of_building_block_gets_the_looks_of_one() -> None:
    kind, problems = declared({"title": "Sensor", "family": "element", "shape": "node"}, "sensor")
    assert problems == []
    assert (kind.argument, kind.shape, kind.notation) == ("id", "node", "element")
    assert kind.role_css == "component"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("Big", {"title": "x"}, "archdoc_kinds: 'Big' is no name for a kind; use lower-case"),
        (3, {"title": "x"}, "archdoc_kinds: 3 is no name for a kind"),
        ("risk", {"title": "x"}, "archdoc_kinds: 'risk' exists already"),
        ("option", {"title": "x"}, "archdoc_kinds: 'option' is the name of another directive"),
        ("q", {}, "archdoc_kinds['q']: a kind needs a title; it is left out"),
        ("q", {"title": " "}, "archdoc_kinds['q']: a kind needs a title"),
    ],
)
def test_kinds_that_are_left_out(name: str, data: Any, message: str) -> None:
    kind, problems = declared(data, name)
    assert kind is None
    assert problems[0].startswith(message)


def test_what_is_no_mapping() -> None:
    assert kinds_from_config(["q"], REGISTRY)[1][0].code is Code.CONFIG
    kind, problems = declared("Question")
    assert kind is None
    assert problems[0] == "archdoc_kinds['question']: a mapping is wanted, not 'Question'"


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"titel": "x"}, "there is no fact 'titel'; did you mean 'title'?"),
        ({3: "x"}, "there is no fact 3; allowed: title, plural"),
        ({"plural": 3}, "plural is 3; a text is wanted"),
        ({"id_words": "key"}, "id_words is 'key'; a list of texts is wanted"),
        ({"fields": ["a"]}, "fields is ['a']; a mapping is wanted"),
        ({"family": "elements"}, "family is 'elements'; did you mean 'element'?"),
        ({"argument": "name"}, "argument is 'name'; "),
        ({"shape": "circle"}, "shape is 'circle'; "),
        ({"prefix": "?"}, "prefix '?' is no start of an id, such as 'Q-'"),
        ({"prefix": "r-"}, "prefix 'r-' is that of risk already; 'QUESTION-' is used"),
    ],
)
def test_a_faulty_fact_costs_only_itself(facts: Any, message: str) -> None:
    kind, problems = declared({"title": "Q", **facts})
    assert (kind.title, kind.prefix, kind.family) == ("Q", "QUESTION-", "other")
    assert len(problems) == 1
    assert problems[0].startswith(f"archdoc_kinds['question']: {message}")


@pytest.mark.parametrize(
    "name", ["Bad", "2nd", "a b", "_x", "", 3, "class", "title", "at", "order", "name", "größe"]
)
def test_names_that_no_field_may_have(name: str) -> None:
    kind, problems = declared({"title": "Q", "fields": {name: {}, "good": {}}})
    assert [spec.name for spec in kind.fields] == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith(f"archdoc_kinds['question']: {name!r} is ")


def test_a_field_twice() -> None:
    kind, problems = declared({"title": "Q", "fields": {"a-b": {}, "a_b": {"type": "date"}}})
    assert [spec.type for spec in kind.fields] == ["text"]
    assert problems == ["archdoc_kinds['question']: 'a_b' is there twice"]


@pytest.mark.parametrize(
    ("facts", "left", "message"),
    [
        ({"type": "peple"}, False, "type is 'peple'; did you mean 'people'?"),
        ({"type": ["text"]}, False, "type is ['text']; "),
        ({"required": "yes"}, True, "required is 'yes'; True or False is wanted"),
        ({"synonyms": "a"}, True, "synonyms is 'a'; a list of texts is wanted"),
        ({"targets": ["adr"]}, True, "there is no fact 'targets'; "),
        ({"type": "refs", "targets": ["elemnt"]}, True, "targets names 'elemnt', which is no kind"),
        (
            {"type": "refs", "targets": ["adr"], "reverse_of": "supersede"},
            True,
            "reverse_of names 'supersede', which is no such field; did you mean 'supersedes'?",
        ),
        (
            {"type": "refs", "targets": ["q"], "reverse_of": "x"},
            True,
            "targets names 'q', which is no kind or family; ",
        ),
        ({"type": "choice"}, False, "a choice needs choices; the field is left out"),
        ({"type": "choice", "choices": "ab"}, False, "choices is 'ab'; a list is wanted"),
        ({"type": "choice", "choices": ["a", "?"]}, True, "choice '?' needs a key"),
        ({"type": "choice", "choices": ["a", {}]}, True, "choice {} needs a key"),
        ({"type": "choice", "choices": ["a", 3]}, True, "a mapping is wanted, not 3"),
        ({"type": "choice", "choices": ["a", "A"]}, True, "choice 'a' is there twice"),
        (
            {"type": "choice", "choices": [{"key": "a", "tone": "red"}]},
            True,
            "tone is 'red'; allowed: ok, info",
        ),
        ("text", True, "a mapping is wanted, not 'text'"),
    ],
)
def test_a_faulty_field(facts: Any, left: bool, message: str) -> None:
    kind, problems = declared({"title": "Q", "fields": {"it": facts}})
    assert bool(kind.fields) is left
    assert problems[0].startswith(f"archdoc_kinds['question']['fields']['it']: {message}")


def test_a_lost_other_end_becomes_an_end_of_its_own() -> None:
    spec, _ = field(type="refs", targets=["question"], reverse_of="nope")
    assert (spec.reverse_of, spec.inverse) == ("", "Qs")


def test_synonyms_that_name_another_field_are_dropped() -> None:
    kind, problems = declared(
        {"title": "Q", "fields": {"a": {"synonyms": ["B", "c"]}, "b": {"synonyms": ["C", "d"]}}}
    )
    assert [spec.synonyms for spec in kind.fields] == [("c",), ("d",)]
    assert problems == [
        "archdoc_kinds['question']['fields']['a']: synonym 'b' names the field 'b' already",
        "archdoc_kinds['question']['fields']['b']: synonym 'c' names the field 'a' already",
    ]


def test_reserved_names_are_refused_one_by_one() -> None:
    data = {name: {"title": "x"} for name in ("catalog", "matrix", "option", 7, "note")}
    kinds, problems = kinds_from_config(data, REGISTRY, reserved={"catalog", "matrix"})
    assert [kind.name for kind in kinds] == ["note"]
    assert [problem.message.split()[1] for problem in problems] == [
        "'catalog'", "'matrix'", "'option'", "7",
    ]  # fmt: skip
