from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import Fragment, Life, Message, Note, Sequence, messages
from sphinx_archdoc.formats.mermaid_sequence import read_mermaid_sequence
from sphinx_archdoc.model.codes import Code


def read(*lines: str) -> Sequence:
    sequence, problems = read_mermaid_sequence("\n".join(("sequenceDiagram", *lines)))
    assert problems == ()
    assert sequence is not None
    return sequence


@pytest.mark.parametrize(
    ("arrow", "facts"),
    [
        ("->", {"headless": True}),
        ("-->", {"headless": True, "style": "reply"}),
        ("->>", {}),
        ("-->>", {"style": "reply"}),
        ("<<->>", {"both_ways": True}),
        ("<<-->>", {"both_ways": True, "style": "reply"}),
        ("-x", {"lost": True}),
        ("--x", {"lost": True, "style": "reply"}),
        ("-)", {"style": "async"}),
        ("--)", {"style": "reply"}),
    ],
)
def test_arrows(arrow: str, facts: dict[str, object]) -> None:
    (message,) = messages(read(f"Al ice{arrow}Bob: Hi; there #35;1"))
    assert message == Message(source="Al ice", target="Bob", text="Hi; there #1", line=2, **facts)  # type: ignore[arg-type]


def test_participants() -> None:
    sequence = read(
        "participant A as The<br/>first", "actor B", 'participant C@{ "type" : "database" } as D',
        "A->>B: x",
    )  # fmt: skip
    assert [(p.id, p.title, p.shape) for p in sequence.participants] == [
        ("A", "The\nfirst", "box"),
        ("B", "", "person"),
        ("C", "D", "cylinder"),
    ]


def test_activation_by_sign_and_by_word() -> None:
    items = read("A->>+B: x", "activate A", "B-->>-A: y", "deactivate A").items
    assert [(i.what, i.participant) for i in items if isinstance(i, Life)] == [
        ("activate", "B"),
        ("activate", "A"),
        ("deactivate", "B"),
        ("deactivate", "A"),
    ]


def test_blocks_and_their_sections() -> None:
    sequence = read(
        "alt a", "A->>B: 1", "else b", "B->>A: 2", "end",
        "par p", "A->>B: 3", "and q", "A->>C: 4", "end",
        "critical c", "A->>B: 5", "option d", "A->>B: 6", "end",
        "rect rgb(1, 2, 3)", "opt o", "A->>B: 7", "end", "end", "break z", "end",
    )  # fmt: skip
    frames = [item for item in sequence.items if isinstance(item, Fragment)]
    assert [(f.kind, [s.label for s in f.sections]) for f in frames] == [
        ("alt", ["a", "b"]),
        ("par", ["p", "q"]),
        ("critical", ["c", "d"]),
        ("rect", [""]),
        ("break", ["z"]),
    ]
    assert [m.text for m in messages(sequence)] == list("1234567")


def test_notes_boxes_numbers_titles() -> None:
    sequence = read(
        "title: Two #amp; two", "accDescr { many", "lines }", "autonumber 10 5",
        "box Aqua Left & right", "participant A", "end",
        'box rgb(1,2,3) "Q"', "participant B", "end",
        "box Other title", "participant C", "end",
        "A->>B: x", "Note over A,B: over<br>both", "note right of B: r",
        "autonumber off", "B->>A: y",
    )  # fmt: skip
    assert (sequence.title, sequence.description) == ("Two & two", "many lines")
    assert [(b.title, b.participants) for b in sequence.boxes] == [
        ("Left & right", ("A",)),
        ("Q", ("B",)),
        ("Other title", ("C",)),
    ]
    assert [m.number for m in messages(sequence)] == ["10", ""]
    notes = [item for item in sequence.items if isinstance(item, Note)]
    assert [(n.side, n.text, n.participants) for n in notes] == [
        ("over", "over\nboth", ("A", "B")),
        ("right", "r", ("B",)),
    ]


def test_creation_and_end() -> None:
    items = read("A->>B: 1", "create participant C", "B->>C: 2", "destroy C", "C-xB: 3").items
    assert [
        (i.what, i.participant) if isinstance(i, Life) else i.text  # type: ignore[union-attr]
        for i in items
    ] == [
        "1", ("create", "C"), "2", "3", ("destroy", "C"),
    ]  # fmt: skip


def test_what_is_no_statement_is_passed_over() -> None:
    sequence = read(
        "%% a comment", "links A: {}", "link A: Docs @ https://example.com", "A->>B: x %% end"
    )
    assert [m.text for m in messages(sequence)] == ["x"]
    text = (
        "---\ntitle: T\nconfig:\n  look: x\n---\n%%{init: {'theme': 'dark'}}%%\n\n"
        "sequenceDiagram\nA->>B: x"
    )
    found, problems = read_mermaid_sequence(text)
    assert found is not None
    assert (found.title, problems) == ("T", ())


def test_semicolons_separate_statements() -> None:
    assert [m.text for m in messages(read("A->>B: x; B->>A: y; more"))] == ["x", "y; more"]


def test_other_diagrams_are_none() -> None:
    for text in ("", "flowchart TD\na --> b", "sequence", "sequenceDiagrams\nA->>B: x"):
        assert read_mermaid_sequence(text) == (None, ())


def test_faults_have_lines() -> None:
    text = "sequenceDiagram\nA->>B: x\n[something]\nend\nA->>B\nalt open\nelse\nand x"
    sequence, problems = read_mermaid_sequence(text)
    assert sequence is not None
    assert [(p.code, p.line) for p in problems] == [(Code.SYNTAX, line) for line in (3, 4, 5, 6, 8)]


@settings(deadline=None)
@given(st.text() | st.text(alphabet='AB->)x+:;#<br/>\n altendparnoteover"{}@', max_size=200))
def test_any_text_is_read(text: str) -> None:
    sequence, problems = read_mermaid_sequence(f"sequenceDiagram\n{text}")
    assert all(1 <= problem.line <= len(text.splitlines()) + 2 for problem in problems)
    if sequence is not None:
        assert picture.mermaid(sequence).startswith("sequenceDiagram")
