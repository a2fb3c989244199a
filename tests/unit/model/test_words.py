from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.words import (
    DECISION_STATUS,
    ELEMENT_STATUS,
    RISK_STATUS,
    Term,
    Vocabulary,
    Word,
    last_step,
    plain_word,
    scale,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("accepted", "accepted"),
        ("superseded → ADR-7", "superseded"),
        ("**Accepted** (May 2031)", "accepted"),
        ("Accepted — 2031-02-03", "accepted"),
        ("Accepted, but rule 2 is replaced by ADR-9", "accepted"),
        ("accepted (not yet implemented)", "accepted"),
        ("✅ Accepted", "accepted"),
        ("✅", "accepted"),
        ("✔️", "accepted"),
        ("- accepted", "accepted"),
        ("Accepted/Implemented", "accepted"),
        ("Akzeptiert", "accepted"),
        ("ACEPTADA", "accepted"),
        ("in-progress", "draft"),
        ("superseded by ADR-3", "superseded"),
        ("Superceded by [ADR-3](x.md)", "superseded"),
        ("superseded in part by ADR-9", "accepted"),
        ("partially superseded by ADR-9", "accepted"),
        ("proposed -> accepted", "accepted"),
        ("Proposed → Accepted → Superseded by ADR-3", "superseded"),
        ("accepted →", "accepted"),
        ("~~proposed~~ accepted", "accepted"),
        ("<!-- proposed --> rejected", "rejected"),
        ("not accepted yet", ""),
        ("no longer accepted", ""),
        ("is not superseded", ""),
        ("", ""),
        ("->", ""),
        ("🚀", ""),
        ("acceptedish", ""),
    ],
)
def test_a_status_is_found_by_its_leading_words(text: str, key: str) -> None:
    found = DECISION_STATUS.find(text)
    assert (found.key if found else "") == key


@given(st.text())
def test_finding_never_raises(text: str) -> None:
    assert DECISION_STATUS.find(text) in (None, *DECISION_STATUS.terms)
    assert DECISION_STATUS.exactly(text) in (None, *DECISION_STATUS.terms)


@pytest.mark.parametrize(
    "vocabulary", [DECISION_STATUS, RISK_STATUS, ELEMENT_STATUS, scale(3), scale(4), scale(5)]
)
def test_each_word_means_one_term(vocabulary: Any) -> None:
    for term in vocabulary.terms:
        for word in (term.key, term.label, *term.synonyms):
            assert vocabulary.exactly(word) is term, word


def test_labels_and_hyphens_do_not_matter_but_words_after_do() -> None:
    vocabulary = Vocabulary(Term(key="both", label="Both ways"), Term(key="very-low", label="VL"))
    assert vocabulary.exactly("BOTH WAYS") is vocabulary.terms[0]
    assert vocabulary.exactly("very low") is vocabulary.terms[1]
    assert vocabulary.exactly("very low indeed") is None
    assert vocabulary.get("nope") is None
    assert vocabulary.get("both") is vocabulary.terms[0]
    assert vocabulary.words() == ["both", "very-low"]


def test_a_term_whose_words_say_nothing_catches_nothing() -> None:
    vocabulary = Vocabulary(Term(key="x", label="", synonyms=("", "  ")))
    assert vocabulary.find("") is None
    assert vocabulary.exactly("...") is None


def test_extended_leaves_the_original_alone() -> None:
    grown = DECISION_STATUS.extended({"In Kraft": "accepted", "x": "no such key", "": "draft"})
    assert grown.find("in kraft seit Mai") is DECISION_STATUS.get("accepted")
    assert grown.find("superseded") is DECISION_STATUS.get("superseded")
    assert grown.find("x") is None
    assert DECISION_STATUS.find("in kraft") is None


@pytest.mark.parametrize(
    ("size", "text", "key"),
    [
        (3, "very low", "low"),
        (3, "Critical", "high"),
        (3, "2", "medium"),
        (4, "very-high", "critical"),
        (4, "severe", "critical"),
        (4, "4", "critical"),
        (5, "very high", "very-high"),
        (5, "catastrophic", "very-high"),
        (5, "1", "very-low"),
        (5, "groß", "high"),
        (5, "GROSS", "high"),
    ],
)
def test_words_beyond_a_scale_count_as_its_ends(size: int, text: str, key: str) -> None:
    term = scale(size).exactly(text)
    assert term is not None
    assert term.key == key


def test_ranks() -> None:
    assert [scale(4).rank(key) for key in ("low", "critical", "nope")] == [0, 3, 4]


def test_words_are_plain() -> None:
    assert plain_word("**Very_low**, (maybe)!") == "very low maybe"
    assert str(Word("ok", "Okay")) == "Okay"
    assert pickle.loads(pickle.dumps(Word("ok", "Okay"))) == Word("ok", "Okay")  # noqa: S301


def test_only_the_start_of_a_status_is_looked_at() -> None:
    assert DECISION_STATUS.find("<!--" * 20000 + "--> accepted") is None
    assert DECISION_STATUS.find("-" * 20000 + "> accepted") is None
    found = DECISION_STATUS.find("Accepted " + "<!--" * 20000)
    assert found is not None
    assert found.key == "accepted"
    assert last_step("draft -> ~~old~~ accepted (2026) -> ").strip() == "accepted (2026)"
    assert last_step("-> <!-- -->") == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [("H", "high"), ("m", "medium"), ("L", "low"), ("VH", "very-high"), ("vl", "very-low"),
     ("crit", "very-high")],
)  # fmt: skip
def test_levels_have_short_names(text: str, key: str) -> None:
    found = scale(5).exactly(text)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("aproved", "did you mean 'approved'?"),  # and not 'proposed', which is another status
        ("Akzeptirt", "did you mean 'akzeptiert'?"),
        ("acepted", "did you mean 'accepted'?"),
        ("purple", "allowed: draft, proposed, accepted, rejected, deprecated, superseded"),
    ],
)
def test_a_hint_knows_all_words(word: str, hint: str) -> None:
    assert DECISION_STATUS.hint(word) == hint
