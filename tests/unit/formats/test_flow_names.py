"""Names of several words in the steps of a flow."""

from __future__ import annotations

import pytest

from sphinx_archdoc.diagrams.sequence.data import messages
from sphinx_archdoc.formats.flow_body import read_body
from sphinx_archdoc.formats.flow_lines import read_flow


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Web app -> Card provider : Charges [HTTPS]", ("Web-app", "Card-provider", "Charges")),
        ("guest --> Web app: opens", ("guest", "Web-app", "opens")),
        ('"Web app" -> db : reads', ("Web-app", "db", "reads")),
        ("a -> b : x -> y : z", ("a", "b", "x -> y : z")),
    ],
)
def test_names_may_have_blanks(line: str, wanted: tuple[str, str, str]) -> None:
    sequence, problems = read_flow(line)
    (step,) = messages(sequence)
    assert (step.source, step.target, step.text) == wanted
    assert not problems


def test_a_body_with_such_names_is_a_flow() -> None:
    read = read_body("Guest user -> Web app : opens\nWeb app -> Database : reads\n")
    assert [step.text for step in messages(read.data)] == ["opens", "reads"]
    titles = [participant.title for participant in read.data.participants]
    assert titles[:2] == ["Guest user", "Web app"]


@pytest.mark.parametrize(
    "text",
    [
        "We moved the orders from the old shop -> the new shop : it took a year",
        "alt the cache -> the shop : hit",
        "It is better: a -> b",
        "Web app -> Database",
    ],
)
def test_sentences_and_blocks_stay_what_they_are(text: str) -> None:
    assert not read_body(text).data or text.startswith("alt")
    steps = messages(read_flow(text)[0])
    assert all(" " not in step.source + step.target for step in steps)
