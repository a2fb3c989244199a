"""Entity-relationship pictures for the tests: small, dense, looped, wide, tall and odd."""

from __future__ import annotations

from random import Random

from sphinx_archdoc.diagrams.entity.data import Cardinality, Column, Entity, EntityGraph, Relation

_LEFT: dict[str, Cardinality] = {
    "||": "one",
    "|o": "zero-or-one",
    "}|": "one-or-more",
    "}o": "zero-or-more",
    "": "",
}
_RIGHT: dict[str, Cardinality] = {
    "||": "one",
    "o|": "zero-or-one",
    "|{": "one-or-more",
    "o{": "zero-or-more",
    "": "",
}
ENDS: tuple[Cardinality, ...] = ("", "one", "zero-or-one", "one-or-more", "zero-or-more")


def entity(line: str) -> Entity:
    """``Order: id uuid PK, user_id uuid FK>User, total decimal``."""
    name, _, rest = line.partition(":")
    columns = []
    for part in filter(None, (p.strip() for p in rest.split(","))):
        words = part.split()
        keys = [w.partition(">") for w in words[2:]]
        columns.append(
            Column(
                name=words[0],
                type=words[1] if len(words) > 1 else "",
                keys=tuple(key for key, _, _ in keys),
                reference=next((to for _, _, to in keys if to), ""),
            )
        )
    return Entity(id=name, title=name, columns=tuple(columns))


def relation(line: str) -> Relation:
    """``User ||--o{ Order : places``."""
    ends, _, label = line.partition(" : ")
    source, arrow, target = ends.split()
    dash = "--" if "--" in arrow else ".."
    left, right = arrow.split(dash)
    return Relation(
        source=source,
        target=target,
        source_end=_LEFT[left],
        target_end=_RIGHT[right],
        identifying=dash == "--",
        label=label,
    )


def graph(title: str, entities: list[str], relations: list[str]) -> EntityGraph:
    return EntityGraph(
        title=title,
        entities=tuple(map(entity, entities)),
        relations=tuple(map(relation, relations)),
    )


def _columns(count: int) -> tuple[Column, ...]:
    return tuple(Column(name=f"column_{i}", type="varchar(255)") for i in range(count))


def tangled(nodes: int, lines: int, seed: int) -> EntityGraph:
    """A model with lines of all sorts between any two, the same every time."""
    dice = Random(seed)  # noqa: S311 - a shape, not a secret
    return EntityGraph(
        title=f"Tangle of {nodes} and {lines}, {seed}",
        entities=tuple(
            Entity(id=f"e{i}", title=f"Entity {i}", columns=_columns(dice.randrange(9)))
            for i in range(nodes)
        ),
        relations=tuple(
            Relation(
                source=f"e{dice.randrange(nodes)}",
                target=f"e{dice.randrange(nodes)}",
                source_end=dice.choice(ENDS),
                target_end=dice.choice(ENDS),
                identifying=dice.random() < 0.7,
                label=f"relation {i}" if dice.random() < 0.6 else "",
            )
            for i in range(lines)
        ),
    )


SHOP = graph(
    "Shop",
    [
        "User: id uuid PK, email text UK, name text, created_at timestamp",
        "Order: id uuid PK, user_id uuid FK>User, status text, total decimal(10)",
        "Item: id uuid PK, order_id uuid FK>Order, product_id uuid FK>Product, quantity int",
        "Product: id uuid PK, name text, price decimal",
    ],
    [
        "User ||--o{ Order : places",
        "Order ||--|{ Item : contains",
        "Item }o--|| Product : references",
    ],
)

GRAPHS: tuple[EntityGraph, ...] = (
    graph("One", ["Alone: id int PK"], []),
    graph("One without columns", ["Alone"], []),
    graph("Two", ["A: id int PK", "B: a_id int FK>A"], ["A ||--o{ B"]),
    graph("Two with a label", ["A", "B"], ["A |o..o| B : may have"]),
    graph("Not said", ["A: x", "B: y"], ["A -- B : knows"]),
    SHOP,
    graph(
        "Chain",
        [f"C{i}: id int PK" for i in range(7)],
        [f"C{i} ||--|{{ C{i + 1}" for i in range(6)],
    ),
    graph(
        "Star",
        ["Hub: id int PK", *(f"S{i}: hub_id int FK>Hub" for i in range(9))],
        [f"Hub ||--o{{ S{i} : has {i}" for i in range(9)],
    ),
    graph(
        "Star inwards",
        ["Hub", *(f"S{i}: id int" for i in range(9))],
        [f"S{i} }}o--|| Hub" for i in range(9)],
    ),
    graph(
        "Loop", ["Employee: id int PK, boss int FK>Employee"], ["Employee |o--o{ Employee : leads"]
    ),
    graph(
        "Loops",
        ["Task: id int PK", "Other"],
        [
            "Task |o--o{ Task : contains",
            "Task }o..o{ Task : blocks",
            "Task ||--|| Task",
            "Task ||--o{ Other : needs",
        ],
    ),
    graph(
        "Parallel",
        ["A: id int PK", "B: id int PK"],
        ["A ||--o{ B : writes", "A }o..|| B : reads", "B ||--|{ A : knows", "A |o--o| B"],
    ),
    graph("Parallel, bare", ["A", "B"], ["A ||--o{ B"] * 6),
    graph(
        "Circle",
        ["A", "B", "C", "D"],
        ["A ||--o{ B : one", "B ||--o{ C : two", "C ||--o{ D : three", "D ||--o{ A : four"],
    ),
    graph(
        "Join table",
        [
            "Student: id int PK",
            "Course: id int PK",
            "Enrolment: student_id int PK FK>Student, course_id int PK FK>Course",
        ],
        [
            "Student ||--o{ Enrolment : takes",
            "Course ||--o{ Enrolment",
            "Student }o..o{ Course : through Enrolment",
        ],
    ),
    graph(
        "Islands",
        ["A", "B", "C: id int PK", "D", *(f"Lone{i}: x int" for i in range(7))],
        ["A ||--o{ B", "C ||--|| D : is"],
    ),
    EntityGraph(
        title="Tall",
        entities=(
            Entity(id="t", title="Tall", columns=_columns(60)),
            Entity(id="s", title="Small"),
        ),
        relations=(relation("s ||--o{ t : fills"),),
    ),
    EntityGraph(
        title="Long names",
        entities=(
            Entity(
                id="a",
                title="A very long title of an entity that goes on and on, wherever that leads to",
                subtitle="[a long word on where it is stored and why, in brackets]",
                columns=(
                    Column(
                        name="a_column_whose_name_is_much_longer_than_any_name_should_be",
                        type="timestamp with time zone and more words",
                        keys=("PK", "FK", "UK"),
                        required=True,
                        comment="A comment that says much more than fits into a row of a table",
                    ),
                ),
            ),
            Entity(
                id="b",
                title="B",
                columns=(Column(name="数量", type="整数", comment="日本語の説明がここにあります"),),
            ),
        ),
        relations=(
            Relation(
                source="a",
                target="b",
                source_end="one-or-more",
                target_end="zero-or-more",
                label="a long label that must be wrapped into several lines and is cut",
            ),
        ),
    ),
    graph(
        "Diamond",
        ["A: id int", "B: id int", "C: id int, x int, y int, z int", "D"],
        ["A ||--o{ B : b", "A ||--o{ C : c", "B }o--o{ D : d", "C }|--|{ D : e", "A ||..o| D : f"],
    ),
    graph(
        "Layers",
        [f"L{i}{j}: id int PK, v text" for i in range(3) for j in range(4)],
        [
            f"L{i}{j} ||--o{{ L{i + 1}{k} : {j}{k}"
            for i in range(2)
            for j in range(4)
            for k in range(4)
            if (j + k) % 2
        ],
    ),
    tangled(6, 10, 1),
    tangled(10, 16, 2),
    tangled(14, 26, 3),
    tangled(20, 30, 4),
    tangled(4, 20, 5),
)
