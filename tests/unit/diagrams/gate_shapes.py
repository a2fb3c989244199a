"""Graphs of one shape and any size: trees, chains, rings, layers, boundaries."""

from __future__ import annotations

from random import Random

from gate_parts import WORDS, element, external, line, person

from sphinx_archdoc.diagrams.graph import Graph, Group, Node


def tree(size: int, fan: int) -> Graph:
    """Every box uses ``fan`` others, as a tree."""
    return Graph(
        title=f"Tree of {size} by {fan}",
        nodes=tuple(element(i) for i in range(size)),
        edges=tuple(line(f"e{(i - 1) // fan}", f"e{i}", i) for i in range(1, size)),
    )


def chain(size: int, *, bare: bool = False) -> Graph:
    return Graph(
        title=f"Chain of {size}",
        nodes=tuple(element(i) for i in range(size)),
        edges=tuple(line(f"e{i}", f"e{i + 1}", i, bare=bare) for i in range(size - 1)),
    )


def ring(size: int) -> Graph:
    made = chain(size)
    return Graph(
        title=f"Ring of {size}",
        nodes=made.nodes,
        edges=(*made.edges, line(f"e{size - 1}", "e0", 1)),
    )


def hub(size: int, *, both: bool = False) -> Graph:
    """One box in the middle of all others; half of the lines come in, half go out."""
    edges = [line("e0", f"e{i}", i) if i % 2 else line(f"e{i}", "e0", i) for i in range(1, size)]
    if both:
        edges += [line(e.target, e.source, i + 1) for i, e in enumerate(edges)]
    return Graph(
        title=f"Hub of {size}{' both ways' if both else ''}",
        nodes=tuple(element(i) for i in range(size)),
        edges=tuple(edges),
    )


def layered(size: int, seed: int, *, share: float = 1.2) -> Graph:
    """People, containers in one system, externals; lines mostly forwards."""
    dice = Random(seed)  # noqa: S311 - a shape, not a secret
    people, guests = max(1, size // 8), max(1, size // 6)
    inside = size - people - guests
    nodes = [person(i) for i in range(people)]
    nodes += [element(i, "s") for i in range(inside)]
    nodes += [external(i) for i in range(guests)]
    pairs: dict[tuple[str, str], None] = {}
    for i in range(people):
        pairs[f"p{i}", f"e{dice.randrange(max(1, inside // 3))}"] = None
    for i in range(1, inside):
        pairs[f"e{dice.randrange(i)}", f"e{i}"] = None
    while len(pairs) < size * share:
        a, b = sorted((dice.randrange(inside), dice.randrange(inside)))
        if a == b:
            pairs[f"e{a}", f"x{dice.randrange(guests)}"] = None
        else:
            pairs[f"e{a}", f"e{b}"] = None
    for i in range(guests):
        pairs[f"e{dice.randrange(inside)}", f"x{i}"] = None
    return Graph(
        title=f"Containers of {size}",
        groups=(Group(id="s", title="Web shop", subtitle="[software system]", role="system"),),
        nodes=tuple(nodes),
        edges=tuple(line(a, b, i) for i, (a, b) in enumerate(pairs)),
    )


def nested(size: int, depth: int, seed: int) -> Graph:
    """Boundaries in boundaries, with lines inside, across and to the outside."""
    dice = Random(seed)  # noqa: S311
    groups = [Group(id="g0", title="Platform", subtitle="[software system]", role="system")]
    levels = {"g0": 1}
    while len(groups) < max(depth, size // 4):
        parent = groups[-1].id if len(groups) < depth else groups[dice.randrange(len(groups))].id
        if levels[parent] >= depth:
            continue
        name = f"g{len(groups)}"
        levels[name] = levels[parent] + 1
        groups.append(
            Group(
                id=name,
                title=f"{WORDS[len(groups) % len(WORDS)]} domain",
                subtitle="[container]",
                role="container",
                parent=parent,
            )
        )
    nodes = [person(0), external(0)]
    nodes += [element(i, groups[i % len(groups)].id) for i in range(size - 2)]
    edges = [line("p0", "e0", 1), line(f"e{size - 3}", "x0", 3)]
    edges += [line(f"e{dice.randrange(i)}", f"e{i}", i) for i in range(1, size - 2)]
    return Graph(
        title=f"Nested {size} in {depth}",
        groups=tuple(groups),
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def deployment(zones: int, machines: int) -> Graph:
    """Environments with machines that hold instances, in front of them a load balancer."""
    groups = [Group(id="cloud", title="Amazon Web Services", subtitle="[cloud]", role="node")]
    nodes = [
        Node(id="lb", title="Load balancer", subtitle="[infrastructure: nginx]", shape="node",
             role="node", group="cloud"),
        person(0),
    ]  # fmt: skip
    edges = [line("p0", "lb", 1)]
    for zone in range(zones):
        groups.append(
            Group(id=f"z{zone}", title=f"eu-west-{zone + 1}", subtitle="[availability zone]",
                  role="node", parent="cloud")
        )  # fmt: skip
        for machine in range(machines):
            name = f"m{zone}-{machine}"
            groups.append(
                Group(id=name, title="Kubernetes node", subtitle="[Ubuntu 24.04]", role="node",
                      parent=f"z{zone}", count=machine + 1)
            )  # fmt: skip
            number = 2 * (zone * machines + machine)
            nodes += [element(number, name, 0), element(number + 1, name, 2)]
            edges += [
                line("lb", f"e{number}", 1),
                line(f"e{number}", f"e{number + 1}", 3),
            ]
        if zone:
            edges.append(line("e1", f"e{2 * zone * machines + 1}", 4))
    return Graph(
        title=f"Deployment {zones} by {machines}",
        groups=tuple(groups),
        nodes=tuple(nodes),
        edges=tuple(edges),
    )
