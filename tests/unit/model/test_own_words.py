"""What a project calls a field: the word that its tables agree on."""

from __future__ import annotations

import pytest

from sphinx_archdoc.model.own_words import Header, agreed, label_of


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("Probability", "Probability"),
        ("Impact (1-5)", "Impact"),
        ("Severity [low, high]:", "Severity"),
        ("  Likelihood  level? ", "Likelihood level"),
        ("", ""),
    ],
)
def test_a_header_as_a_label(header: str, label: str) -> None:
    assert label_of(header) == label


def of_risks(*texts: str) -> list[Header]:
    return [Header("risk", "likelihood", text) for text in texts]


def test_tables_that_agree() -> None:
    found = agreed([*of_risks("Probability", "probability (%)"), Header("risk", "impact", "Harm")])
    assert found == {("risk", "likelihood"): "Probability", ("risk", "impact"): "Harm"}


@pytest.mark.parametrize("texts", [("Probability", "Likelihood"), ("How likely we think it is",)])
def test_words_that_are_no_label_for_all(texts: tuple[str, ...]) -> None:
    assert agreed(of_risks(*texts)) == {}
