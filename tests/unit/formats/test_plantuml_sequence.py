from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import (
    Delay,
    Divider,
    Fragment,
    Life,
    Message,
    Note,
    Sequence,
    messages,
)
from sphinx_archdoc.formats.plantuml_sequence import read_plantuml_sequence
from sphinx_archdoc.model.codes import Code


def read(*lines: str) -> Sequence:
    sequence, problems = read_plantuml_sequence("\n".join(("@startuml", *lines, "@enduml")))
    assert problems == ()
    assert sequence is not None
    return sequence


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("A -> B : x", {}),
        ("A->B:x", {}),
        ("A --> B : x", {"style": "reply"}),
        ("A ->> B : x", {"style": "async"}),
        ("A -->> B : x", {"style": "reply"}),
        ("A -\\ B : x", {"style": "async"}),
        ("A ->x B : x", {"lost": True}),
        ("A ->o B : x", {}),
        ("A <-> B : x", {"both_ways": True}),
        ("B <- A : x", {}),
        ("B <-- A : x", {"style": "reply"}),
        ("A -[#red]> B : x", {}),
        ("A -[#0000FF]-> B : x", {"style": "reply"}),
        ("A -> B ++ #gold : x", {}),
        ("& A -> B : x", {}),
        ('"A" -> "B" : x', {}),
        ("[-> B : x", {"source": "["}),
        ("A ->] : x", {"target": "]"}),
        ("A ->? : x", {"target": "]", "lost": True}),
        ("A <-] : x", {"source": "]", "target": "A"}),
        ("[<- A : x", {"target": "["}),
    ],
)
def test_arrows(line: str, facts: dict[str, object]) -> None:
    (message,) = messages(read("participant A", "participant B", line))
    assert message == Message(**{"source": "A", "target": "B", "text": "x", "line": 4, **facts})  # type: ignore[arg-type]


def test_participants() -> None:
    sequence = read(
        'participant "The\\nfirst" as A #red', "actor B", 'database D as "Data"', "queue Q <<bus>>",
        "participant Last order 30", "participant First order -1", "collections L",
        "participant P [", "= Big", "----", '""small""', "]", "A -> B",
    )  # fmt: skip
    assert [(p.id, p.title, p.shape) for p in sequence.participants][:4] == [
        ("First", "", "box"),
        ("A", "The\nfirst", "box"),
        ("B", "", "person"),
        ("D", "Data", "cylinder"),
    ]
    assert sequence.participants[-1].id == "Last"
    assert {p.subtitle for p in sequence.participants if p.id == "Q"} == {"«bus»"}


def test_a_participant_named_by_an_arrow() -> None:
    sequence = read('User -> "First Service" as A : do it', "A --> User : done")
    assert [(p.id, p.title) for p in sequence.participants] == [
        ("User", ""),
        ("A", "First Service"),
    ]
    assert [(m.source, m.target) for m in messages(sequence)] == [("User", "A"), ("A", "User")]


def test_blocks_refs_and_notes() -> None:
    sequence = read(
        "alt#Gold #LightBlue ok", "A -> B : 1", "else #Pink not ok", "B -> A : 2", "end",
        "group Own [guard]", "A -> B : 3", "end",
        "ref over A, B : Other", "ref over A", "two", "lines", "end ref",
        "note over A, B #aqua", "one", "two", "end note",
        "note left : beside", "rnote right of B: r",
        "== Part ==", "... later ...", "...", "|||", "||45||",
    )  # fmt: skip
    frames = [item for item in sequence.items if isinstance(item, Fragment)]
    assert [(f.kind, f.title, [s.label for s in f.sections]) for f in frames] == [
        ("alt", "", ["ok", "not ok"]),
        ("group", "Own", ["guard"]),
        ("ref", "", ["Other"]),
        ("ref", "", ["two\nlines"]),
    ]
    notes = [item for item in sequence.items if isinstance(item, Note)]
    assert [(n.side, n.text, n.participants) for n in notes] == [
        ("over", "one\ntwo", ("A", "B")),
        ("left", "beside", ("A",)),
        ("right", "r", ("B",)),
    ]
    rest = [item for item in sequence.items if isinstance(item, Divider | Delay)]
    assert rest == [
        Divider(text="Part"),
        Delay(text="later"),
        Delay(),
        Delay(silent=True),
        Delay(silent=True),
    ]


def test_bars_and_returns() -> None:
    items = read("A -> B ++ : x", "B -> C", "activate C", "return y", "B --> A -- : z").items
    assert [
        (i.what, i.participant) if isinstance(i, Life) else (i.source, i.target)  # type: ignore[union-attr]
        for i in items
    ] == [
        ("A", "B"), ("activate", "B"), ("B", "C"), ("activate", "C"), ("C", "B"),
        ("deactivate", "C"), ("B", "A"), ("deactivate", "B"),
    ]  # fmt: skip


def test_numbers_boxes_titles_looks() -> None:
    sequence = read(
        "!theme plain", "skinparam sequence {", "  ArrowColor red", "}", "hide footbox",
        "title **Big** title", 'box "Team" #LightBlue', "participant A", "end box",
        "' a comment", "/' more", "of them '/", 'autonumber 10 5 "<b>[000]"', "A -> B", "A -> B",
        "autonumber stop", "A -> B", "autonumber resume", "A -> B",
        "autonumber 1.1", "A -> B", "A -> B",
    )  # fmt: skip
    assert sequence.title == "Big title"
    assert [(b.title, b.participants) for b in sequence.boxes] == [("Team", ("A",))]
    assert [m.number for m in messages(sequence)] == ["10", "15", "", "20", "1.1", "1.2"]


def test_other_diagrams_are_none() -> None:
    for text in (
        "",
        "@startuml\n@enduml",
        "@startmindmap\n* a\n@endmindmap",
        "[Web] --> [API]",
        "component A\nA --> B",
        "class A {\n}\nA <|-- B",
        "entity users {\n * id\n}\nusers ||--o{ posts",
        "actor User\nUser --> (Log in)",
        "state A\n[*] --> A",
        "start\n:do it;\nstop",
        "node n {\n}\na -> n : x",
        "!include <C4/C4_Container>\nPerson(a, 'b')\nRel(a, b, 'c')",
    ):
        assert read_plantuml_sequence(text) == (None, ())


def test_faults_have_lines() -> None:
    text = (
        "@startuml\nA -> B : x\n!include x.puml\nwhat is this\nend\nlegend\ntext\nendlegend\nreturn"
    )
    sequence, problems = read_plantuml_sequence(text)
    assert sequence is not None
    assert [(p.code, p.line) for p in problems] == [
        (Code.REFUSED, 3),
        (Code.SYNTAX, 4),
        (Code.SYNTAX, 5),
        (Code.SYNTAX, 6),
        (Code.SYNTAX, 9),
    ]


@settings(deadline=None)
@given(st.text() | st.text(alphabet='AB->x<[]?:+#"\n altendnoteoverref=.|', max_size=200))
def test_any_text_is_read(text: str) -> None:
    sequence, problems = read_plantuml_sequence(text)
    assert all(1 <= problem.line <= len(text.splitlines()) + 2 for problem in problems)
    if sequence is not None:
        assert picture.plantuml(sequence).startswith("@startuml")
