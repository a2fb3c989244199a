from __future__ import annotations

import dataclasses
import pickle
from typing import TYPE_CHECKING

import jsonschema
import pytest
from storing import REGISTRY, rec, store_of, to

from sphinx_archdoc import rules
from sphinx_archdoc.model.checksum import checksum
from sphinx_archdoc.model.fields import FieldSpec, Settings, choice, level, people, refs, text
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.kind import BUILT_IN, Record, Registry, header_word, kind, kind_of
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.schema import export, json_schema
from sphinx_archdoc.model.words import Term, Vocabulary, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import Ref


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """Something nobody has answered yet."""

    answer: str = text("What it came to.", required=True, synonyms=("reply",))
    owner: tuple[str, ...] = people("Who answers.", column=True)
    affects: tuple[Ref, ...] = refs("element", help="What waits for it.", inverse="Questions")
    urgency: Word | None = level("How soon.", title="Urgency!")  # noqa: RUF009 -- a field specifier
    status: Word | None = choice(  # noqa: RUF009
        Vocabulary(Term(key="open", label="Open"), Term(key="done", label="Done")),
        "Where it stands.",
    )


QUESTION = kind_of(Question, "question", title="Open question", prefix="Q-", id_words=("q",))
GROWN = REGISTRY.extended([QUESTION])


def test_what_a_declaration_leaves_out_is_filled_in() -> None:
    assert QUESTION.plural == "Open questions"
    assert QUESTION.help == "Something nobody has answered yet."
    assert QUESTION.columns() == ["id", "title", "owner"]
    assert QUESTION.attributes()[-2:] == ["urgency", "status"]
    assert "q" in QUESTION.id_words
    assert "open question" in QUESTION.title_words
    assert [spec.title for spec in QUESTION.fields][:4] == [
        "Answer",
        "Owner",
        "Affects",
        "Urgency!",
    ]
    assert kind_of(Question, "open-question", title="X").prefix == "OPEN-QUESTION-"


def test_words_in_a_type_column() -> None:
    database, app = REGISTRY["datastore"], REGISTRY["app"]
    for word in ("datastore", "Data Store", "DATABASE", "Datenbank"):
        assert database.is_called(word)
        assert not app.is_called(word)
    assert all(map(app.is_called, ("service", "Container", "application")))
    assert REGISTRY["deployment-node"].is_called("deployment node")
    assert kind_of(Question, "riddle", title="X", type_words=("Puzzle!",)).is_called("puzzle!")


def test_fields_are_found_by_attribute_and_option() -> None:
    adr = REGISTRY["adr"]
    assert adr.field("superseded-by") is adr.field("superseded_by") is not None
    assert adr.field("nope") is None
    assert header_word(" Superseded_By ") == "superseded by"
    assert adr.headers["superseded by"] is adr.field("superseded_by")


def test_a_field_s_own_name_beats_a_synonym_of_another() -> None:
    first = FieldSpec(type="text", name="a", title="A", synonyms=("b",))
    second = FieldSpec(type="text", name="b", title="B")
    found = dataclasses.replace(QUESTION, fields=(first, second))
    assert found.headers["b"] is second
    assert QUESTION.headers["reply"].name == "answer"


def test_packing_round_trip() -> None:
    record = QUESTION.record(id="Q-1", title="Why?", at=Location("a"), affects=to("shop"))
    name, values = QUESTION.pack(record)
    assert name == "question"
    assert QUESTION.unpack(pickle.loads(pickle.dumps(values))) == record  # noqa: S301
    with pytest.raises(ValueError, match="zip"):
        QUESTION.unpack(values[:-1])


def test_registries() -> None:
    registry = Registry([QUESTION])
    with pytest.raises(ValueError, match="'question' exists already"):
        registry.add(QUESTION)
    assert "question" in registry
    assert registry["question"] is registry.get("question") is QUESTION
    assert registry.get("nope") is None
    assert registry.names() == ["question"]
    assert "question" not in REGISTRY
    assert QUESTION in GROWN.family("other")
    assert GROWN.matches("app", ())
    assert GROWN.matches("app", ("app",))
    assert GROWN.matches("app", ("element",))
    assert not GROWN.matches("app", ("risk", "decision"))
    assert not GROWN.matches("gone", ("risk",))


def test_the_decorator_registers_in_the_built_in_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BUILT_IN, "_kinds", dict(BUILT_IN._kinds))
    monkeypatch.setattr(BUILT_IN, "_names", dict(BUILT_IN._names))

    @kind("memo", title="Memo")
    class Memo(Record):
        """A memo."""

        body: str = text("What it says.")

    assert BUILT_IN["memo"].declared is Memo
    memo = BUILT_IN["memo"].record
    assert memo is BUILT_IN["memo"].record
    assert (memo.__name__, memo.__doc__, memo.kind_name) == ("Memo", "A memo.", "memo")
    assert memo(id="M-1", title="", at=Location("a")).body == ""
    with pytest.raises(dataclasses.FrozenInstanceError):
        memo(id="M-1", title="", at=Location("a")).body = "x"


def test_one_class_can_declare_two_kinds() -> None:
    other = kind_of(Question, "open-question", title="X")
    made = [each.record(id="Q-1", title="", at=Location("a")) for each in (QUESTION, other)]
    assert [record.kind_name for record in made] == ["question", "open-question"]
    assert all(isinstance(record, Question) for record in made)
    assert made[0] != made[1]


def test_a_user_s_kind_gets_everything_from_its_declaration() -> None:
    values, problems = read_options(
        QUESTION,
        {
            "reply": "Yes",
            "affects": "shop, gone",
            "urgency": "severe",
            "status": "Done",
            "colour": "red",
        },
        Settings(),
    )
    assert [problem.message for problem in problems] == [
        "question has no option 'colour'; allowed: answer, owner, affects, urgency, status"
    ]
    store = store_of(
        rec("question", "Q-1", "Why?", registry=GROWN, **values),
        rec("question", "Q-2", "How?", line=7, registry=GROWN, affects=to("Q-1", "Q-2")),
        rec("system", "shop"),
        registry=GROWN,
    )
    assert [link.source for link in store.relations.incoming("shop")] == ["Q-1"]
    assert [finding.message for finding in rules.run(store)] == [
        (
            "question Q-1: affects names 'gone', which does not exist; "
            "declare it, or remove the reference"
        ),
        (
            "question Q-2: affects names 'Q-1', which is of kind question; it takes: "
            "app, component, datastore, deployment-node, infrastructure-node, person, queue, system"
        ),
        (
            "question Q-2: affects names 'Q-2', which is of kind question; it takes: "
            "app, component, datastore, deployment-node, infrastructure-node, person, queue, system"
        ),
        "question Q-2: affects names the record itself; name another one, or remove it",
        "question Q-2: answer is missing; fill the option 'answer'",
    ]
    jsonschema.validate(export(store), json_schema(GROWN))
    assert checksum(GROWN) != checksum(REGISTRY)
