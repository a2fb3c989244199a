"""What makes a module a rule, how rules are run, and values in their messages."""

from __future__ import annotations

import types
from typing import Any
from unittest import mock

import pytest
from rules_help import NAMES, found_by
from storing import rec, store_of, to

from sphinx_archdoc import rules
from sphinx_archdoc.model import findings
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.rules._saying import quoted


def test_run_sorts_by_place_and_leaves_out_what_is_off() -> None:
    store = store_of(
        rec("adr", "ADR-3", page="b", line=9, amends=to("x1")),
        rec("adr", "ADR-4", page="b", line=2, amends=to("x1", "ADR-4")),
        rec("adr", "ADR-5", page="a", line=5, amends=to("x1")),
    )
    found = rules.run(store)
    assert [(str(one.at), one.code) for one in found] == [
        ("a.rst:5", Code.REFERENCE),
        ("b.rst:2", Code.REFERENCE),
        ("b.rst:2", Code.SELF_LINK),
        ("b.rst:9", Code.REFERENCE),
    ]
    assert rules.run(store, off={"unknown_reference"}) == [found[2]]
    assert rules.run(store, off=NAMES) == []


def test_many_unknown_references_cost_a_bounded_number_of_comparisons() -> None:
    asked = 0

    def counted(_word: Any, allowed: Any) -> str:
        nonlocal asked
        asked += len(allowed)
        return ""

    written = [rec("adr", f"ADR-{n}", amends=to(f"nope-{n}", "nowhere")) for n in range(2000)]
    with mock.patch.object(findings, "nearest", counted):
        assert len(found_by("unknown_reference", store_of(*written))) == 4000
    assert asked <= 200 * 160


def module(**names: Any) -> types.ModuleType:
    made = types.ModuleType("sample", names.pop("doc", "S.\n\n" + " ".join(rules.PARTS)))
    for name, value in names.items():
        if isinstance(value, types.FunctionType):
            value.__module__ = "sample"
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"CODE": Code.ID}, "one function 'check'"),
        ({"CODE": Code.ID, "check": lambda _s: [], "other": lambda _s: []}, "one function 'check'"),
        ({"check": lambda _s: []}, "needs a CODE"),
        ({"CODE": Code.ID, "check": lambda _s: [], "doc": "What it reports."}, "lacks one of"),
        ({"CODE": Code.ID, "check": lambda _s: [], "doc": None}, "lacks one of"),
    ],
)
def test_a_module_that_is_no_rule_is_refused(names: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        rules.rule_of(module(**names))


def test_helpers_in_a_rule_start_with_an_underscore() -> None:
    rule = rules.rule_of(module(CODE=Code.ID, check=lambda _s: [], _help=lambda: 1))
    assert (rule.name, rule.code, rule.summary) == ("sample", Code.ID, "S.")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a'b", '"a\'b"'),
        (("a", "b"), "'a, b'"),
        ((), "''"),
        ((Span("a "), Span("b")), "'a b'"),
        (Word("ok", "Okay"), "'Okay'"),
        (True, "'True'"),
        ("x" * 80, repr("x" * 59 + "…")),
    ],
)
def test_values_in_messages(value: Any, text: str) -> None:
    assert quoted(value) == text
