from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.plantuml_er import looks_like_er, read_er, read_plantuml_er
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = """\
@startuml
!theme plain
hide circle
skinparam linetype ortho
skinparam class {
  BackgroundColor white
}
title The orders
entity "Customer" as c <<table>> #fee {
  * id : uuid
  --
  * email : varchar(255) <<UK>>
  phone : text
  note : text
}
entity Order {
  *id : uuid <<PK>> <<generated>>
  ..
  customer_id : uuid (FK)
  <b>total</b> : decimal(10,2)
  int count
  close()
}
class Item {
  +name : text
  -secret : text
}
package "More" {
  entity "Delivery note" as d
}
c ||--o{ Order : places >
Order ||-right-|{ Item : contains
Order "1" -- "0..1" d
Item }o..o| c
note right of Order : Closed after a year
note left of c
  Buys
  much
end note
/' a comment
over lines '/
' another
@enduml
"""


def test_reads_entities_columns_and_relations() -> None:
    read = read_er(TEXT)
    assert read.problems == ()
    graph = read.graph
    assert graph.title == "The orders"
    assert [(e.id, e.title, e.notes) for e in graph.entities] == [
        ("c", "Customer", ("Buys much",)),
        ("Order", "Order", ("Closed after a year",)),
        ("Item", "Item", ()),
        ("d", "Delivery note", ()),
    ]
    first, second, third, _ = graph.entities
    assert [(c.name, c.type, c.keys, c.required) for c in first.columns] == [
        ("id", "uuid", ("PK",), True),
        ("email", "varchar(255)", ("UK",), True),
        ("phone", "text", (), None),
        ("note", "text", (), None),
    ]
    assert [(c.name, c.type, c.keys, c.reference) for c in second.columns] == [
        ("id", "uuid", ("PK",), ""),
        ("customer_id", "uuid", ("FK",), "c"),
        ("total", "decimal(10,2)", (), ""),
        ("count", "int", (), ""),
    ]
    assert [c.name for c in third.columns] == ["name", "secret"]
    assert [
        (r.source, r.source_end, r.target, r.target_end, r.identifying, r.label)
        for r in graph.relations
    ] == [
        ("c", "one", "Order", "zero-or-more", True, "places"),
        ("Order", "one", "Item", "one-or-more", True, "contains"),
        ("Order", "one", "d", "zero-or-one", True, ""),
        ("Item", "zero-or-more", "c", "zero-or-one", False, ""),
    ]


@pytest.mark.parametrize(
    ("arrow", "left", "right"),
    [
        ("|o--o|", "zero-or-one", "zero-or-one"),
        ("||--||", "one", "one"),
        ("}o--o{", "zero-or-more", "zero-or-more"),
        ("}|--|{", "one-or-more", "one-or-more"),
        ("--", "", ""),
        ("-->", "", ""),
        ("}--{", "zero-or-more", "zero-or-more"),
        ("||-[#red,dashed]-o{", "one", "zero-or-more"),
        ("||-down-o{", "one", "zero-or-more"),
        ("||----o{", "one", "zero-or-more"),
    ],
)
def test_reads_every_foot(arrow: str, left: str, right: str) -> None:
    read = read_er(f"@startuml\nentity A\nentity B\nA {arrow} B : has\n@enduml")
    assert read.problems == ()
    (relation,) = read.graph.relations
    assert (relation.source_end, relation.target_end) == (left, right)
    assert (relation.source, relation.target, relation.label) == ("A", "B", "has")


def test_what_would_run_is_reported_and_not_run() -> None:
    read = read_er("@startuml\n!include secret.puml\n!define X y\nentity A {\n}\n@enduml")
    assert [(p.code, p.line) for p in read.problems] == [(Code.REFUSED, 2), (Code.REFUSED, 3)]
    assert [e.id for e in read.graph.entities] == ["A"]


def test_a_fault_is_named_with_its_line() -> None:
    read = read_er("@startuml\nentity A {\n}\nwhat is this\nnote left of B : x\n")
    assert [(p.code, p.line) for p in read.problems] == [(Code.SYNTAX, 4), (Code.SYNTAX, 5)]
    assert [p.line for p in read_er("entity A {\n x : int\n").problems] == [1]


def test_other_diagrams_are_not_ours() -> None:
    assert looks_like_er(TEXT)
    assert not looks_like_er("@startuml\nparticipant A\nentity B\nA -> B: x\n@enduml")
    assert not looks_like_er("@startuml\nclass A {\n}\nA --|> B\n@enduml")
    assert read_plantuml_er("@startuml\n[a] --> [b]\n@enduml") == (None, ())


LINES = st.sampled_from([*TEXT.splitlines(), "{", "}", "entity A {", "note left", "--", '"', "* "])


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=30).map("\n".join))
def test_never_raises(text: str) -> None:
    read = read_er(text)
    ids = [e.id for e in read.graph.entities]
    assert len(set(ids)) == len(ids)
    assert {end for r in read.graph.relations for end in (r.source, r.target)} <= set(ids)
    read_plantuml_er(text)


@pytest.mark.parametrize(
    "piece", ["A", " ", '"', "-", "<", "entity ", "A ||--o{ ", "[", "(", "*", "a : "]
)
def test_a_long_line_takes_no_more_steps_than_its_length(piece: str) -> None:
    def make(size: int) -> Callable[[], object]:
        long = piece * size
        lines = "\n".join([long, "entity A {", long, f"note left of {long}"])
        return lambda: (read_er(lines), looks_like_er(long))

    grows_linearly(make, 2000)
