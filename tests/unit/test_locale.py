"""The message catalogues: every word that can be shown is in them, and German has them all."""

from __future__ import annotations

import re

import catalogue
import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.model.kind import header_word

LANGUAGES = catalogue.languages()
HOW = "update the catalogues with `tox -e locale` (or `python tools/catalogue.py`), then translate"

#: ``{name}`` and ``{share:g}``, ``%s`` and ``%(name)s``; "20 % für" has no placeholder.
PLACEHOLDER = re.compile(r"\{[^{}\s]*\}|%\(\w+\)[sd]|%[sd]\b")
LITERAL = re.compile(r"``.+?``|(?<!`)`[^`]+`(?!`)")


@pytest.fixture(scope="module")
def shown() -> set[str]:
    return set(catalogue.words(catalogue.template()))


def test_words_are_found_wherever_they_are(shown: set[str]) -> None:
    assert {
        "Superseded by",  # marked, the label of the other end
        "The picture in words",  # translated inside an f-string
        "Depends on",  # made from the name of a field
        "Likelihood",  # the same
        "Flows",  # a plural that is made from a title
        "infrastructure node",  # what a box is called
        "Accepted",  # a status
        "A page shows a flow step by step.",  # what a named check asks
        "{n} decisions",
    } <= shown


def test_the_template_has_every_word_and_no_other(shown: set[str]) -> None:
    kept = set(catalogue.words(catalogue.read()))
    assert not shown - kept, f"new words; {HOW}: {sorted(shown - kept)}"
    assert not kept - shown, f"words that are gone; {HOW}: {sorted(kept - shown)}"


def test_german_comes_with_the_package() -> None:
    assert "de" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(language: str, shown: set[str]) -> None:
    own = catalogue.read(language)
    found = catalogue.words(own)
    assert found.keys() == shown, f"{HOW}: {sorted(found.keys() ^ shown)}"
    assert [word for word, said in found.items() if not said.strip()] == [], HOW
    assert [message.id for message in own if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_literals_are_the_same(language: str) -> None:
    for word, said in catalogue.words(catalogue.read(language)).items():
        assert set(PLACEHOLDER.findall(word)) == set(PLACEHOLDER.findall(said)), (word, said)
        assert set(LITERAL.findall(word)) == set(LITERAL.findall(said)), (word, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_stay_sentences_and_labels_labels(language: str) -> None:
    for word, said in catalogue.words(catalogue.read(language)).items():
        assert word[-1:] in ".:" or said[-1:] not in ".:", (word, said)
        assert said[-1:] == word[-1:] or word[-1:] not in ".:", (word, said)
        assert said == " ".join(said.split()), (word, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_builds_read_is_what_was_translated(language: str) -> None:
    assert catalogue.compiled(language) == catalogue.words(catalogue.read(language)), HOW


@pytest.mark.parametrize(
    ("kind", "field"),
    [("risk", "mitigation"), ("risk", "affects"), ("risk", "impact"), ("risk", "likelihood"),
     ("risk", "owner"), ("risk", "tags"), ("adr", "affects"), ("adr", "supersedes"),
     ("adr", "deciders"), ("app", "depends_on"), ("app", "tags")],
)  # fmt: skip
def test_a_german_label_is_understood_as_a_header(kind: str, field: str) -> None:
    declared = kinds.load()[kind]
    spec = declared.field(field)
    assert spec is not None
    label = catalogue.words(catalogue.read("de"))[spec.title]
    assert declared.headers.get(header_word(label)) is spec, label


@pytest.mark.parametrize("kind", ["adr", "risk", "app", "milestone", "checklist-item"])
def test_a_german_status_is_understood(kind: str) -> None:
    german = catalogue.words(catalogue.read("de"))
    spec = kinds.load()[kind].field("status")
    assert spec is not None
    assert spec.vocabulary is not None
    for term in spec.vocabulary.terms:
        assert spec.vocabulary.exactly(german[term.label]) is term, german[term.label]
