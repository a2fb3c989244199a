"""The fixed corpus of the picture gate: graphs of every make, the same on every run.

Names say what a graph tries; ``graphs()`` returns more than sixty.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import get_args

import diagram_samples as samples
from gate_parts import LABELS, TECH, element, line
from gate_shapes import chain, deployment, hub, layered, nested, ring, tree

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node, Role, Shape

#: Words in scripts whose letters are wide, joined, or run from the right.
_SCRIPTS = {
    "cjk": ("注文サービス", "決済ゲートウェイ", "商品カタログ検索", "利用者", "通知を送る"),
    "arabic": ("خدمة الطلبات", "بوابة الدفع", "دليل المنتجات", "المستخدم", "يرسل الإشعارات"),
    "cyrillic": ("Сервис заказов", "Платёжный шлюз", "Каталог товаров", "Клиент", "Отправляет"),
    "devanagari": ("आदेश सेवा", "भुगतान द्वार", "उत्पाद सूची", "ग्राहक", "सूचना भेजता है"),
}


def script(name: str) -> Graph:
    words = _SCRIPTS[name]
    return Graph(
        title=name,
        groups=(Group(id="g", title=words[2], subtitle=words[0], role="system"),),
        nodes=(
            Node(id="p", title=words[3], shape="person", role="person"),
            *(
                Node(id=f"n{i}", title=word, subtitle=f"[{word}]", description=" ".join(words * 2),
                     group="g", shape="cylinder" if i == 2 else "box")
                for i, word in enumerate(words[:3])
            ),
        ),
        edges=(
            Edge(source="p", target="n0", label=words[4], technology=words[1]),
            Edge(source="n0", target="n1", label=words[4]),
            Edge(source="n0", target="n2", label=" ".join(words), technology=words[0]),
        ),
    )  # fmt: skip


def long_texts() -> Graph:
    long = "Synchronises the complete catalogue including prices and availability every night with"
    return Graph(
        title="Long texts",
        groups=(
            Group(id="g", title="A boundary with a title that goes on and on " * 2, role="system"),
        ),
        nodes=tuple(
            Node(
                id=f"n{i}",
                title="Pneumonoultramicroscopicsilicovolcanoconiosis " * (i + 1),
                subtitle="[container: customer-relationship-management-connector-framework]",
                description=long * (i + 1),
                group="g" if i else "",
                badges=("12 decisions", "3 risks", "a badge that is much too long for any box"),
            )
            for i in range(4)
        ),
        edges=tuple(
            Edge(source=f"n{a}", target=f"n{b}", label=long, technology=long)
            for a, b in ((0, 1), (1, 2), (1, 3), (3, 0))
        ),
    )


def many_between_two() -> Graph:
    return Graph(
        title="Many between two",
        groups=(Group(id="g", title="Shop", role="system"),),
        nodes=(element(0, "g"), element(1, "g"), element(2)),
        edges=(
            *(line("e0", "e1", i) for i in range(6)),
            *(line("e1", "e0", i) for i in range(3)),
            *(line("e1", "e2", i, bare=True) for i in range(4)),
            *(line("e0", "e0", i) for i in range(2)),
            Edge(source="e0", target="e2", both_ways=True),
        ),
    )


def everything() -> Graph:
    """Every shape and role, badges, counts, numbers."""
    shapes: tuple[Shape, ...] = (
        "start", "rounded", "slanted", "diamond", "hexagon", "circle", "box", "cylinder",
        "queue", "node", "person", "end",
    )  # fmt: skip
    roles: tuple[Role, ...] = ("system", "container", "store", "component", "external", "group")
    nodes = tuple(
        Node(
            id=shape,
            title="Is it paid?" if shape == "diamond" else f"A {shape}",
            subtitle="" if shape in {"circle", "diamond"} else f"[{shape}]",
            description="" if i % 3 else "Something is done here",
            shape=shape,
            role=roles[i % len(roles)],
            badges=("2 decisions", "1 risk")[: i % 3] if shape not in {"start", "end"} else (),
            count=1 + i % 2,
        )
        for i, shape in enumerate(shapes)
    )
    edges = [
        Edge(source=a, target=b, label="then", number=str(i + 1), count=1 + i % 3)
        for i, (a, b) in enumerate(pairwise(shapes))
    ]
    edges.append(Edge(source="diamond", target="rounded", label="no", dashed=True))
    edges.append(Edge(source="diamond", target="end", number="4.1"))
    return Graph(title="Everything", nodes=nodes, edges=tuple(edges))


def mesh(size: int, share: float, seed: int) -> Graph:
    dice = Random(seed)  # noqa: S311
    pairs = dict.fromkeys(
        (dice.randrange(size), dice.randrange(size)) for _ in range(int(size * share))
    )
    return Graph(
        title=f"Mesh of {size}",
        nodes=tuple(element(i) for i in range(size)),
        edges=tuple(line(f"e{a}", f"e{b}", i) for i, (a, b) in enumerate(pairs)),
    )


def loose(size: int) -> Graph:
    return Graph(
        title=f"{size} without lines",
        groups=(Group(id="g", title="Web shop", role="system"),) if size > 1 else (),
        nodes=tuple(element(i, "g" if size > 1 and i % 2 else "") for i in range(size)),
    )


def dynamic(size: int) -> Graph:
    made = layered(size, 5)
    return Graph(
        title="Dynamic",
        groups=made.groups,
        nodes=made.nodes,
        edges=tuple(
            Edge(source=e.source, target=e.target, label=e.label, number=str(i + 1))
            for i, e in enumerate(made.edges)
        ),
    )


def anything(seed: int) -> Graph:
    """A graph without any sense: boundaries, shapes, labels and lines as the dice fall."""
    dice = Random(seed)  # noqa: S311
    groups: list[Group] = []
    for i in range(dice.choice([0, 0, 1, 2, 4, 7])):
        groups.append(
            Group(
                id=f"g{i}",
                title="A long boundary title "[: dice.randint(0, 22)],
                subtitle=dice.choice(["", "[system]"]),
                parent=dice.choice(["", *(g.id for g in groups)]),
            )
        )
    size = dice.randint(1, 22)
    nodes = [
        replace(
            element(i, dice.choice(["", *(g.id for g in groups)])),
            shape=dice.choice(get_args(Shape)),
            role=dice.choice(["container", "external", "store"]),
            badges=("2 decisions", "1 risk")[: dice.randint(0, 2)],
        )
        for i in range(size)
    ]
    edges = [
        Edge(
            source=f"e{dice.randrange(size)}",
            target=f"e{dice.randrange(size)}",
            label=dice.choice(LABELS),
            technology=dice.choice(TECH),
            both_ways=dice.random() < 0.1,
            number=dice.choice(["", "3"]),
            count=dice.choice([1, 1, 4]),
        )
        for _ in range(int(size * dice.choice([0, 0.5, 1, 1.3, 2])))
    ]
    return Graph(title="", groups=tuple(groups), nodes=tuple(nodes), edges=tuple(edges))


_SIZES = (5, 8, 10, 12, 14, 16, 20, 24, 30, 40, 60, 80)
_NESTS = ((6, 2), (8, 3), (10, 4), (12, 2), (14, 3), (18, 4), (26, 3), (40, 4))
_FARMS = ((1, 1), (1, 3), (2, 1), (2, 2), (3, 2))
_TREES = ((7, 2), (13, 3), (21, 4), (31, 2))
_MESHES = ((8, 1.5), (10, 2.0), (14, 2.0))


def graphs() -> dict[str, Graph]:
    """Return the corpus by name."""
    return {
        "five": samples.five(),
        "shop": samples.shop(),
        "twelve": samples.twelve(),
        "thirty": samples.thirty(),
        "odd": samples.odd(),
        "dense-16": samples.dense(16, 30),
        "everything": everything(),
        "many-between-two": many_between_two(),
        "long-texts": long_texts(),
        "dynamic-8": dynamic(8),
        "dynamic-14": dynamic(14),
        **{f"layered-{size}": layered(size, size) for size in _SIZES},
        **{f"layered-12-{seed}": layered(12, seed) for seed in (1, 2, 3, 4)},
        **{f"nested-{size}-{depth}": nested(size, depth, size) for size, depth in _NESTS},
        **{f"deployment-{a}-{b}": deployment(a, b) for a, b in _FARMS},
        **{f"hub-{size}": hub(size) for size in (6, 10, 16)},
        "hub-7-both": hub(7, both=True),
        **{f"chain-{size}": chain(size) for size in (2, 5, 9, 15)},
        "chain-12-bare": chain(12, bare=True),
        **{f"ring-{size}": ring(size) for size in (2, 3, 6, 10)},
        **{f"tree-{size}-{fan}": tree(size, fan) for size, fan in _TREES},
        **{f"script-{name}": script(name) for name in _SCRIPTS},
        **{f"loose-{size}": loose(size) for size in (1, 2, 9, 20)},
        **{f"mesh-{size}-{share}": mesh(size, share, size) for size, share in _MESHES},
    }
