"""Which reader has a text of Mermaid or PlantUML, and that every text has an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.freeform import Reader, first_word, read, title_of, without_settings
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem


@pytest.mark.parametrize(
    ("language", "text", "sort"),
    [
        ("mermaid", "sequenceDiagram\n  A->>B: x", "Sequence"),
        ("mermaid", "---\ntitle: T\n---\n%% note\nsequenceDiagram\n  A->>B: x", "Sequence"),
        ("mermaid", "erDiagram\n  A ||--o{ B : has", "EntityGraph"),
        ("mermaid", "graph TD;\n  a-->b", "Graph"),
        ("mermaid", "flowchart LR\n  a --> b", "Graph"),
        ("mermaid", 'pie\n  "a" : 1', "NoneType"),
        ("mermaid", "", "NoneType"),
        ("plantuml", "@startuml\nA -> B : x\n@enduml", "Sequence"),
        ("plantuml", "entity a {\n  *id : uuid\n}\n", "EntityGraph"),
        ("plantuml", "[A] --> [B]", "Graph"),
        ("plantuml", "start\n:do;\nstop", "NoneType"),
        ("plantuml", "[*] --> A\nA --> B : go", "NoneType"),
        ("plantuml", "class A\ninterface B\nA --> B", "NoneType"),
        ("plantuml", "@startmindmap\n* a\n@endmindmap", "NoneType"),
    ],
)
def test_who_reads_what(language: str, text: str, sort: str) -> None:
    found = read(language, text)
    assert type(found.data).__name__ == sort
    assert found.problems == ()


def test_a_reader_may_be_given_or_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(Code.SYNTAX, "no", 3)
    gone = Reader("mermaid", lambda _text: True, "not_there:read")
    nothing = Reader("mermaid", lambda _text: True, lambda _text: (None, (problem,)))
    assert read("mermaid", "pie", [gone, nothing]).problems == (problem,)
    data = read("mermaid", "graph TD\n a-->b").data
    given_data = Reader("mermaid", lambda _text: True, lambda _text: (data, "more", (problem,)))
    assert read("mermaid", "x", [nothing, given_data]) == (data, (problem,))
    assert read("plantuml", "x", [given_data]).data is None
    monkeypatch.setattr(freeform, "_MOST", 3)
    assert read("mermaid", "graph TD\n a-->b").data is None


def test_settings_are_empty_lines() -> None:
    text = "---\ntitle: x\nconfig:\n  a: b\n---\ngraph TD"
    assert without_settings(text) == "\n\n\n\n\ngraph TD"
    assert first_word(text) == "graph"
    assert first_word("%%{init: {}}%%\n\n pie\n") == "pie"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("mermaid", '---\ntitle: "A title"\n---\ngraph TD', "A title"),
        ("mermaid", "gantt\n  title Plan of  work\n", "Plan of work"),
        ("mermaid", "graph TD\n  accTitle: Said\n", "Said"),
        ("plantuml", "@startuml\ntitle Big picture\n", "Big picture"),
        ("plantuml", "entity book {\n  title : varchar\n}\n", ""),
        ("mermaid", "pie\n", ""),
    ],
)
def test_titles(language: str, text: str, title: str) -> None:
    assert title_of(language, text) == title


WORDS = st.sampled_from([
    "sequenceDiagram", "erDiagram", "flowchart LR", "graph TD", "A->>B: x", "A ||--o{ B : c", "{",
    "}", "a --> b", "[a]", "entity x {", "@startuml", "@enduml", "note left: x", "end", "alt y",
    "subgraph s", "participant P", "package p {", "database d", "->", "---", "%%", "'", "|", '"',
])  # fmt: skip


@given(
    st.sampled_from(["mermaid", "plantuml"]),
    st.text(max_size=200) | st.lists(WORDS | st.text(max_size=8), max_size=15).map("\n".join),
)
def test_any_text_is_read_without_a_fault_of_ours(language: str, text: str) -> None:
    found = read(language, text)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 <= problem.line <= lines for problem in found.problems)
    assert isinstance(title_of(language, text), str)
