from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.entity.data import Column, EntityText, Index
from sphinx_archdoc.formats.entity_body import read_body

if TYPE_CHECKING:
    from collections.abc import Callable


def read(text: str) -> EntityText:
    found = read_body(text)
    assert found.problems == ()
    data = found.data
    assert isinstance(data, EntityText)
    return data


def prose(text: str) -> list[str]:
    """Return the lines that are left to the page."""
    taken = read_body(text).lines
    return [line for number, line in enumerate(text.split("\n"), 1) if number not in taken and line]


@pytest.mark.parametrize(
    ("bullet", "column"),
    [
        ("- id: UUID (PK)", Column(name="id", type="UUID", keys=("PK",))),
        (
            "* user_id: uuid (FK User)",
            Column(name="user_id", type="uuid", keys=("FK",), reference="User"),
        ),
        (
            "- `user_id`: uuid, foreign key -> User.id, not null",
            Column(name="user_id", type="uuid", keys=("FK",), reference="User", required=True),
        ),
        ("1. **name**: text (unique)", Column(name="name", type="text", keys=("UK",))),
        (
            "- status: enum(open, paid) = open – Where it stands",
            Column(
                name="status", type="enum(open, paid)", default="open", comment="Where it stands"
            ),
        ),
        (
            "- status: enum(a, b, c, d, e. f) = a",
            Column(name="status", type="enum(a, b, c, d, e. f)", default="a"),
        ),
        (
            "- total: decimal(10,2) not null default '0'",
            Column(name="total", type="decimal(10,2)", required=True, default="'0'"),
        ),
        (
            '- zone: text = "Europe/Rome"',
            Column(name="zone", type="text", default='"Europe/Rome"'),
        ),
        ('- zone: text default "UTC"', Column(name="zone", type="text", default='"UTC"')),
        ("- zone: text default: UTC", Column(name="zone", type="text", default="UTC")),
        (
            '- say: text = "a, b - c" (not null) – Why',
            Column(name="say", type="text", required=True, default='"a, b - c"', comment="Why"),
        ),
        ('- say: text (default "a, b")', Column(name="say", type="text", default='"a, b"')),
        ('- say: text "no default"', Column(name="say", type="text", comment="no default")),
        ("- note: text (nullable)", Column(name="note", type="text", required=False)),
        (
            "- note: text (optional, HTML)",
            Column(name="note", type="text", required=False, comment="HTML"),
        ),
        ("- id (PK)", Column(name="id", keys=("PK",))),
        ("- id — uuid, primary key", Column(name="id", type="uuid", keys=("PK",))),
        (
            "- preis: Zahl (Pflichtfeld, eindeutig)",
            Column(name="preis", type="Zahl", required=True, keys=("UK",)),
        ),
        (
            "- owner: uuid references users(id)",
            Column(name="owner", type="uuid", keys=("FK",), reference="users"),
        ),
    ],
)
def test_columns(bullet: str, column: Column) -> None:
    assert read(bullet).columns == (column,)


@pytest.mark.parametrize(
    ("bullet", "target", "own", "other", "label"),
    [
        ('- has many: OrderItem as "contains"', "OrderItem", "one", "zero-or-more", "contains"),
        ("- has many OrderItem", "OrderItem", "one", "zero-or-more", ""),
        ("- has_many: items", "items", "one", "zero-or-more", ""),
        ("- has one: Profile", "Profile", "one", "one", ""),
        ("- has one: Profile (optional)", "Profile", "one", "zero-or-one", ""),
        ("- has one or more: Address", "Address", "one", "one-or-more", ""),
        ("- belongs to: User", "User", "zero-or-more", "one", ""),
        ("- belongs to [User](#user)", "User", "zero-or-more", "one", ""),
        ("- belongs to: :entity:`User`", "User", "zero-or-more", "one", ""),
        ("- belongs to: {entity}`the user <User>`", "User", "zero-or-more", "one", ""),
        ("- many to many: Tag", "Tag", "zero-or-more", "zero-or-more", ""),
        ("- has and belongs to many: Tag", "Tag", "zero-or-more", "zero-or-more", ""),
        ("- hat viele: Positionen", "Positionen", "one", "zero-or-more", ""),
        ("- gehört zu: Kunde", "Kunde", "zero-or-more", "one", ""),
        ("- **has many:** Tasks – to do", "Tasks", "one", "zero-or-more", "to do"),
        (
            "- has many: Product through OrderItem",
            "Product",
            "one",
            "zero-or-more",
            "through OrderItem",
        ),
    ],
)
def test_relations(bullet: str, target: str, own: str, other: str, label: str) -> None:
    (relation,) = read(bullet).relations
    assert (relation.source, relation.target, relation.label) == ("", target, label)
    assert (relation.source_end, relation.target_end) == (own, other)
    assert relation.identifying is ("through" not in label)


@pytest.mark.parametrize(
    ("bullet", "index"),
    [
        ("- index: (a, b) unique", Index(columns=("a", "b"), unique=True)),
        ("- unique index on a, b", Index(columns=("a", "b"), unique=True)),
        ("- Index: created_at", Index(columns=("created_at",))),
        ("- Indexes:\n  - (a, b desc)", Index(columns=("a", "b desc"))),
        (
            "- Indexes:\n  - idx_a: (a) where b is null",
            Index(columns=("a",), name="idx_a", comment="where b is null"),
        ),
        ("Indexes:\n\n- email (unique)", Index(columns=("email",), unique=True)),
        ("- a: int (indexed)", Index(columns=("a",))),
    ],
)
def test_indexes(bullet: str, index: Index) -> None:
    assert read(bullet).indexes == (index,)


NESTED = """\
Who buys.

- id: UUID (PK)
- email: String (unique)
- This is a sentence: it says something long about the customer. Really.
- Kept for ten years

- Relationships:

  - has many: Projects, Tasks
- Notes:
  - Deleted after a year

The end.
"""


def test_prose_stays_prose() -> None:
    text = read(NESTED)
    assert [c.name for c in text.columns] == ["id", "email"]
    assert [r.target for r in text.relations] == ["Projects", "Tasks"]
    assert text.notes == ("Deleted after a year",)
    assert prose(NESTED) == [
        "Who buys.",
        "- This is a sentence: it says something long about the customer. Really.",
        "- Kept for ten years",
        "The end.",
    ]
    assert read_body("Only prose.\n\n- a\n- has a long history of changes\n").data is None


@pytest.mark.parametrize(
    "text",
    [
        "Before\n\n```\nUser\n- id: UUID (PK)\n- has many: Tasks\n```\n\nAfter",
        "Before\n\n```text\n- id: UUID (PK)\n- has many: Tasks\n```\n\nAfter",
        "Before\n\n.. code-block:: text\n\n   - id: UUID (PK)\n   - has many: Tasks\n\nAfter",
        "Before\n\n::\n\n   id: UUID PK\n\n   has many: Tasks\n\nAfter",
        "Before\n\n```\nid: UUID PK\nhas many: Tasks\n```\n\nAfter",
        "Before\n\n::\n\n   User\n   - id: UUID (PK)\n   - has many: Tasks\n\nAfter",
        "Before\n\n```mermaid\nerDiagram\nU ||--o{ Tasks : x\nU {\n UUID id PK\n}\n```\n\nAfter",
        "Before\n\n.. mermaid::\n\n  erDiagram\n  U ||--o{ Tasks : x\n  U {UUID id PK}\n\nAfter",
        "Before\n\n```plantuml\nentity U {\n id : UUID <<PK>>\n}\nTasks }o--|| U\n```\n\nAfter",
    ],
)
def test_blocks_of_code_are_read(text: str) -> None:
    data = read(text)
    assert [(c.name, c.type, c.keys) for c in data.columns] == [("id", "UUID", ("PK",))]
    (relation,) = data.relations
    assert (relation.target, relation.source_end, relation.target_end) == (
        "Tasks",
        "one",
        "zero-or-more",
    )
    assert prose(text) == ["Before", "After"]


def test_a_bullet_may_have_several_lines() -> None:
    text = (
        "- a: int – said in\n  several words\n- b: text\n\n  A paragraph.\n- c: A long\n"
        "  sentence on\n  something else."
    )
    columns = read(text).columns
    assert [(c.name, c.comment) for c in columns] == [("a", "said in several words"), ("b", "")]
    assert prose(text) == ["  A paragraph.", "- c: A long", "  sentence on", "  something else."]


def test_code_of_other_languages_stays() -> None:
    assert read_body("```yaml\n- id: 5\n```").data is None
    for example in ("id: 5\nname: Ann", "id: uuid PK\nand more", "id: uuid PK\nname"):
        assert read_body(f"```\n{example}\n```").data is None
    assert read_body("```sql\nCREATE TABLE a (id int)\n```").data is None


def test_a_whole_diagram_is_about_its_first_table() -> None:
    found = read_body("erDiagram\nA ||--o{ B : has\nB {\n int id PK\n int a_id FK\n}\n???")
    assert [c.name for c in found.data.columns] == ["id", "a_id"]
    assert found.data.columns[1].reference == "A"
    assert [(r.target, r.target_end, r.source_end) for r in found.data.relations] == [
        ("A", "one", "zero-or-more")
    ]
    assert [p.line for p in found.problems] == [7]


PIECES = st.sampled_from(
    [
        "- id: uuid (PK)",
        "- has many: X",
        "  - a: b",
        "```",
        "```mermaid",
        "erDiagram",
        "A ||--|| B",
        "- index: (a",
        ".. code-block::",
        "Indexes:",
        "- (",
        "- a: ((((",
        "::",
        "  x",
        "@startuml",
        "entity A {",
        "- **: **",
        "- `a`: `b` = ",
        "- a: = , , ->",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=50)), max_size=25).map("\n".join))
def test_never_raises(text: str) -> None:
    found = read_body(text)
    assert all(line >= 1 for line in found.lines)
    assert found.data is None or isinstance(found.data, EntityText)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "(", "a, ", "- ", "FK ", "has many ", '"', "`", "*", "a: ", "unique ", "<", "= "],
)
def test_a_long_line_takes_no_more_steps_than_its_length(piece: str) -> None:
    def make(size: int) -> Callable[[], object]:
        leads = ("- ", "- a: ", "- has many: ", "- index: ", "- a: int (", "Indexes:\n- ")
        texts = [lead + piece * size for lead in leads]
        return lambda: [read_body(text) for text in texts]

    grows_linearly(make, 1000)
