from __future__ import annotations

import dataclasses
import importlib
import pickle
import pkgutil
from collections import Counter
from typing import Any, get_args

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.model.fields import EMPTY, Settings
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.kind import BUILT_IN, Family, Record, header_word
from sphinx_archdoc.model.named_blocks import names_blocks
from sphinx_archdoc.model.options import read_value
from sphinx_archdoc.model.values import is_id

REGISTRY = kinds.load()
KINDS = list(REGISTRY)
FIELDS = [
    pytest.param(kind, spec, id=f"{kind.name}-{spec.option}")
    for kind in KINDS
    for spec in kind.fields
]
MODULES = [found.name for found in pkgutil.iter_modules(kinds.__path__) if found.name[0] != "_"]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=REGISTRY.names())
each_field = pytest.mark.parametrize(("kind", "spec"), FIELDS)


@pytest.mark.parametrize("name", MODULES)
def test_each_module_declares_exactly_one_kind(name: str) -> None:
    module = importlib.import_module(f"{kinds.__name__}.{name}")
    own = [kind.name for kind in KINDS if kind.record.__module__ == module.__name__]
    assert own == [name.replace("_", "-")]
    assert module.__doc__


def test_helper_modules_declare_none() -> None:
    assert not [kind for kind in KINDS if kind.record.__module__.rpartition(".")[2][0] == "_"]


def test_fields_that_refer_to_any_building_block_take_titles() -> None:
    spec = REGISTRY["risk"].field("affects")
    assert spec is not None
    for kind in REGISTRY.family("element"):
        assert names_blocks(dataclasses.replace(spec, targets=(kind.name,)))
    assert not names_blocks(dataclasses.replace(spec, targets=("adr",)))


def test_loading_twice_is_loading_once() -> None:
    assert kinds.load() is BUILT_IN
    assert [kind.name for kind in kinds.load()] == REGISTRY.names()


def test_plug_ins_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    class Plugin:
        def __init__(self, name: str) -> None:
            self.name = name

        def __lt__(self, other: Plugin) -> bool:
            return self.name < other.name

        def load(self) -> None:
            loaded.append(self.name)

    monkeypatch.setattr(kinds, "entry_points", lambda group: [Plugin(f"{group}.b"), Plugin("a")])
    kinds.load.__wrapped__()
    assert loaded == ["a", "sphinx_archdoc.kinds.b"]


@each_kind
def test_a_kind_says_what_it_is(kind: Any) -> None:
    assert kind.title
    assert kind.plural != kind.title
    assert kind.help.rstrip().endswith(".")
    assert kind.family in get_args(Family)
    assert is_id(f"{kind.prefix}1")
    assert kind.argument in ("id", "title")
    assert (
        bool(kind.notation) is bool(kind.shape) is bool(kind.role_css) is (kind.family == "element")
    )
    assert set(kind.columns()[2:]) <= {spec.name for spec in (*kind.fields, *kind.derived)}
    assert all(word == word.casefold() for word in (*kind.id_words, *kind.title_words))


def test_prefixes_are_one_kind_s_only() -> None:
    counted = Counter(kind.prefix.casefold() for kind in KINDS)
    assert [prefix for prefix, times in counted.items() if times > 1] == []


@each_field
def test_a_field_has_help_a_title_and_words_in_lower_case(kind: Any, spec: Any) -> None:
    assert kind.field(spec.option) is spec
    assert spec.title
    assert spec.help.endswith(".")
    assert spec.type in EMPTY
    assert all(word == word.lower() and header_word(word) for word in spec.synonyms)
    assert (spec.vocabulary is not None) is (spec.type == "choice")
    assert not hasattr(Record, spec.name)


@each_kind
def test_each_word_names_one_field(kind: Any) -> None:
    words = [
        word
        for spec in kind.fields
        for word in {header_word(word) for word in (spec.name, spec.title, *spec.synonyms)}
    ]
    assert [word for word, times in Counter(words).items() if times > 1] == []
    for spec in kind.fields:
        for word in (spec.name, spec.option, spec.title, spec.title.upper(), *spec.synonyms):
            assert by_header(kind, word) is spec


@each_field
def test_references_lead_to_kinds_that_exist_and_have_two_ends(kind: Any, spec: Any) -> None:
    families = {other.family for other in KINDS}
    assert set(spec.targets) <= {*REGISTRY.names(), *families}
    if spec.type != "refs":
        assert (spec.targets, spec.inverse, spec.reverse_of, spec.acyclic) == ((), "", "", False)
        return
    assert bool(spec.inverse) is not bool(spec.reverse_of)
    if spec.acyclic:
        assert REGISTRY.matches(kind.name, spec.targets)
    if spec.reverse_of:
        ends = [
            target.field(spec.reverse_of)
            for target in KINDS
            if REGISTRY.matches(target.name, spec.targets)
        ]
        assert any(end and end.type == "refs" and not end.reverse_of for end in ends)


@each_field
def test_each_word_of_a_choice_is_read(kind: Any, spec: Any) -> None:
    for term in spec.vocabulary.terms if spec.vocabulary else ():
        for word in (term.key, term.label, *term.synonyms):
            value, problem = read_value(spec, word, Settings(), kind.name)
            assert problem is None
            assert value.key == term.key


@each_kind
def test_an_empty_record_packs_pickles_and_unpacks(kind: Any) -> None:
    record = kind.record(id="X-1", title="", at=Location("index"))
    name, values = pickle.loads(pickle.dumps(kind.pack(record)))  # noqa: S301
    assert name == kind.name
    assert kind.unpack(values) == record
    for spec in kind.fields:
        assert getattr(record, spec.name) == EMPTY[spec.type]


@pytest.mark.parametrize("header", ["Risk ID", "Risk No", "risk-number", "Identifier", "ID"])
def test_headers_of_the_id(header: str) -> None:
    assert header_word(header) in REGISTRY["risk"].id_words
    assert header_word("Architecture decision ID") in REGISTRY["adr"].id_words
    assert header_word("Deployment-Node ID") in REGISTRY["deployment-node"].id_words


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Mitigation Strategy", "mitigation"),
        ("Mitigation plan", "mitigation"),
        ("Mitigation Actions", "mitigation"),
        ("Severity level", "impact"),
    ],
)
def test_headers_of_real_risk_tables(header: str, name: str) -> None:
    found = by_header(REGISTRY["risk"], header)
    assert found is not None
    assert found.name == name
    assert {"risk name", "risk title", "risk description"} <= {*REGISTRY["risk"].title_words}
