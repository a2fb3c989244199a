from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.outline import plain
from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import Fragment, Message, Note, messages
from sphinx_archdoc.formats.flow_body import read_body
from sphinx_archdoc.formats.flow_lines import read_flow
from sphinx_archdoc.model.codes import Code


def one(line: str) -> Message:
    sequence, problems = read_flow(line)
    assert problems == ()
    (message,) = messages(sequence)
    return message


def test_a_step_has_ends_a_text_and_a_technology() -> None:
    assert one("shop.web -> shop.api : POST /login [HTTPS]") == Message(
        source="shop.web",
        target="shop.api",
        text="POST /login",
        technology="HTTPS",
        number="1",
        line=1,
    )


def test_arrows() -> None:
    assert one("a --> b").style == "reply"
    assert one("a ->> b : x").style == "async"
    assert one("a <-> b : x").both_ways
    assert one("a -x b : x").lost
    back = one("a <-- b : x")
    assert (back.source, back.target, back.style) == ("b", "a", "reply")


def test_own_steps() -> None:
    for line in ("api : Think", "api -> api : Think"):
        message = one(line)
        assert (message.source, message.target, message.text) == ("api", "api", "Think")


def test_an_end_without_a_beginning() -> None:
    _, (problem,) = read_flow("a -> b : x\nend")
    assert problem.line == 2
    assert problem.message == (
        "'end' ends nothing: none of alt, opt, loop, par, critical, break, rect, group, ref is "
        "open here; it is left out"
    )


def test_names_with_spaces_stand_in_quotes() -> None:
    sequence, problems = read_flow('"Big bank" -> api : x')
    assert problems == ()
    assert [(p.id, p.title) for p in sequence.participants] == [
        ("Big-bank", "Big bank"),
        ("api", ""),
    ]


def test_participants_have_titles_and_shapes() -> None:
    sequence, problems = read_flow('person c "Customer"\ndatastore db "Data" [PostgreSQL]\nc -> db')
    assert problems == ()
    assert [(p.title, p.subtitle, p.shape, p.role) for p in sequence.participants] == [
        ("Customer", "", "person", "person"),
        ("Data", "[PostgreSQL]", "cylinder", "store"),
    ]


def test_blocks_nest() -> None:
    text = "alt one\nloop many\na -> b\nend\nelse two\nb -> a\nend"
    (outer,) = read_flow(text)[0].items
    assert isinstance(outer, Fragment)
    assert [section.label for section in outer.sections] == ["one", "two"]
    (inner,) = outer.sections[0].items
    assert isinstance(inner, Fragment)
    assert (inner.kind, inner.sections[0].label) == ("loop", "many")


def test_notes_errors_and_pauses() -> None:
    sequence, problems = read_flow(
        "a -> b : x\nnote over a, b : hi\nnote right of b : there\n== Part ==\n...\n"
        "error 401 @1 : No\nerror 500 : Anywhere\nerror E-7 at step 1"
    )
    assert problems == ()
    notes = [item for item in sequence.items if isinstance(item, Note)]
    assert [(n.side, n.participants) for n in notes] == [("over", ("a", "b")), ("right", ("b",))]
    assert [(e.code, e.step, e.text) for e in sequence.errors] == [
        ("401", "1", "No"),
        ("500", "", "Anywhere"),
        ("E-7", "1", ""),
    ]


def test_a_participant_may_have_the_name_of_a_word() -> None:
    assert one("loop -> end : x").source == "loop"
    assert one("loop : works").source == "loop"


def test_faults_are_reported_with_their_line() -> None:
    _, problems = read_flow(
        "a -> b : x\nend\nthe app of the web -> api : y\nelse\nerror 1 @9\nalt open\na -> b oops"
    )
    assert [(p.code, p.line) for p in problems] == [
        (Code.SYNTAX, 2),
        (Code.SYNTAX, 3),
        (Code.SYNTAX, 4),
        (Code.VALUE, 5),
        (Code.SYNTAX, 6),
        (Code.SYNTAX, 7),
    ]
    assert "quotes" in problems[1].message


def test_the_outline_has_the_numbers_of_the_picture() -> None:
    sequence, _ = read_flow("a -> b : one\nalt yes\nb -> c : two\nelse no\nb : three\nend\nb --> a")
    assert plain(picture.outline(sequence, str)).splitlines() == [
        "1. a → b: one",
        "- If: yes",
        "  2. b → c: two",
        "- Otherwise: no",
        "  3. b: three",
        "4. b → a",
    ]


@settings(deadline=None)
@given(st.text() | st.text(alphabet='ab ->x<:"\n[]#@.=altendloopnoteerror', max_size=200))
def test_any_text_is_read(text: str) -> None:
    sequence, problems = read_flow(text)
    lines = len(text.splitlines()) + text.count("\r") + 2
    assert all(0 <= problem.line <= lines for problem in problems)
    assert picture.outline(sequence, str) is not None


# -- bodies of records ------------------------------------------------------------------------


def test_prose_round_a_flow_stays() -> None:
    text = "Some prose: it is here.\n\na -> b : x\nb : y\n\nAnd more.\nNote: not a note."
    read = read_body(text)
    assert read.lines == {3, 4}
    assert len(messages(read.data)) == 2
    assert read.problems == ()


def test_a_text_without_a_flow_is_prose() -> None:
    for text in (
        "",
        "Only words.",
        "- a list: of things\n- see a -> b",
        "warning: hot",
        "## Title",
    ):
        read = read_body(text)
        assert (read.data, read.lines, read.problems) == (None, frozenset(), ())


def test_mermaid_in_a_fence() -> None:
    text = "Words.\n\n```mermaid\nsequenceDiagram\n  A->>B: x\n  A->B\n```\n\nerror 1 @2 : y"
    read = read_body(text)
    assert read.lines == {3, 4, 5, 6, 7, 9}
    assert [m.number for m in messages(read.data)] == ["1", "2"]
    assert [(p.line, p.code) for p in read.problems] == [(6, Code.SYNTAX)]
    assert read.data.errors[0].step == "2"


def test_mermaid_and_plantuml_in_directives_and_bare() -> None:
    directive = "Words.\n\n.. mermaid::\n   :name: x\n\n   sequenceDiagram\n     A->>B: x\n\nMore."
    assert read_body(directive).lines == {3, 4, 5, 6, 7}
    code = ".. code-block:: plantuml\n\n   @startuml\n   A -> B : x\n   @enduml"
    assert len(messages(read_body(code).data)) == 1
    for bare in ("sequenceDiagram\nA->>B: x", "@startuml\nA -> B : x\n@enduml"):
        assert [m.number for m in messages(read_body(bare).data)] == ["1"]


def test_another_diagram_in_a_fence_stays_text() -> None:
    read = read_body("```mermaid\nflowchart TD\n a --> b\n```")
    assert (read.data, read.lines) == (None, frozenset())


def test_an_error_names_a_step_that_is_not_there() -> None:
    read = read_body("```mermaid\nsequenceDiagram\n  A->>B: x\n```\n\nerror 1 @2 : y")
    assert [(p.line, p.code) for p in read.problems] == [(6, Code.VALUE)]


@settings(deadline=None)
@given(st.text() | st.text(alphabet="a ->:\n`~{}.mermaid|sequenceDiagram", max_size=120))
def test_any_body_is_read(text: str) -> None:
    read = read_body(text)
    assert (read.data is None) == (not read.lines)


def test_a_step_that_is_no_number_is_said() -> None:
    for step in ("²", "9" * 5000, "0", "2"):
        _, problems = read_flow(f"a -> b : x\nerror 401 @{step} : No")
        assert [(p.code, p.line) for p in problems] == [(Code.VALUE, 2)]
