"""Measure what an edit of one diagram costs more than an edit of the text beside it.

A small project with one page that holds a picture of twelve boxes, once as a model with a view,
once as a ``mermaid`` fence with C4, and once as ``sphinx.ext.graphviz`` draws it. In turn a
sentence of the page and a label of the diagram change; each time a process that has Sphinx loaded
but nothing that draws builds (``forked_build.py``). Both builds read and write the same page, so
the difference is the picture, loading what draws it included.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from measure import build, environment
from projects import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_archdoc.diagrams.graph import Graph

PAGES = 10
KINDS = {"person": "person", "external": "external", "store": "datastore"}


def model(graph: Graph, label: str) -> str:
    """The graph as ``c4-model`` lines with a view of them; its first line says ``label``."""
    inside = [n for n in graph.nodes if n.group]
    outside = [n for n in graph.nodes if not n.group]
    out = [".. c4-model::", "", *(f'   {KINDS[n.role]} {n.id} "{n.title}"' for n in outside)]
    out.append('   system s "Shop"')
    out += [f'     {KINDS.get(n.role, "app")} {n.id} "{n.title}" [Python]' for n in inside]
    spot = {n.id: f"s.{n.id}" if n.group else n.id for n in graph.nodes}
    for number, edge in enumerate(graph.edges):
        words = edge.label if number else label
        out.append(f"   {spot[edge.source]} -> {spot[edge.target]} : {words} [{edge.technology}]")
    return "\n".join([*out, "", ".. c4-container:: s"])


def fence(text: str, directive: str) -> str:
    """A directive with a text in it."""
    return "\n".join([f".. {directive}::", "", *(f"   {line}" for line in text.splitlines())])


def project(extension: str, page: str) -> dict[str, str]:
    """The files of the project."""
    others = {
        f"page{i}.rst": f"Page {i}\n=======\n\n" + f"Words of page {i}. " * 60
        for i in range(1, PAGES)
    }
    names = "\n".join(f"   page{i}" for i in range(PAGES))
    return {
        "conf.py": f"extensions = [{extension!r}]\ngraphviz_output_format = 'svg'\n",
        "index.rst": f"Project\n=======\n\n.. toctree::\n\n{names}\n",
        "page0.rst": f"Page 0\n======\n\n{page}\n",
        **others,
    }


def macros(graph: Graph, label: str) -> str:
    """The graph as Mermaid's C4 text."""
    calls = {"person": "Person", "external": "System_Ext", "store": "ContainerDb"}

    def call(node: object) -> str:
        role, id_, title = (getattr(node, name) for name in ("role", "id", "title"))
        return f'{calls.get(role, "Container")}({id_}, "{title}")'

    out = ["C4Container", *(call(n) for n in graph.nodes if not n.group)]
    out += ['System_Boundary(s, "Shop") {', *(call(n) for n in graph.nodes if n.group), "}"]
    for number, edge in enumerate(graph.edges):
        words = edge.label if number else label
        out.append(f'Rel({edge.source}, {edge.target}, "{words}", "{edge.technology}")')
    return "\n".join(out)


@contextmanager
def builder(source: Path, out: Path) -> Iterator[Callable[[], float]]:
    """Give a function that builds in a child of one process and returns its CPU time in ms."""
    script = Path(__file__).with_name("forked_build.py")
    command = [sys.executable, str(script), str(source), str(out)]
    with subprocess.Popen(
        command,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        asked, told = process.stdin, process.stdout
        if not asked or not told or told.readline() != "ready\n":
            raise SystemExit(f"{' '.join(command)} did not start")

        def run() -> float:
            asked.write("build\n")
            asked.flush()
            return float(told.readline())

        yield run
        asked.close()


def pairs_ms(
    extension: str, page: Callable[[str], str], folder: Path, rounds: int
) -> list[tuple[float, float]]:
    """Return the CPU ms of an edit of the text and of one of the picture, for each round."""
    source, out = folder / "source", folder / "html"

    def put(text: int, words: int) -> None:
        content = f"Sentence {text}.\n\n{page(f'Calls {words}')}"
        write(project(extension, content), source)

    source.mkdir(parents=True)
    put(0, 0)
    build(source, out)  # draws the picture once, so that the process below does not
    put(1, 0)
    found = []
    with builder(source, out) as run:
        for turn in range(2, rounds + 2):
            put(turn, turn - 2)
            text = run()
            put(turn, turn - 1)
            found.append((text, run()))
    return found


def edit_ms(graph: Graph, dot: Callable[[Graph], str], folder: Path, rounds: int) -> list[str]:
    """Return the lines of a table: CPU ms of an edit of the text, and more of the picture."""
    label = graph.edges[0].label
    forms: dict[str, tuple[str, Callable[[str], str]]] = {
        "this extension, a view of a model": ("sphinx_archdoc", lambda words: model(graph, words)),
        "this extension, a `mermaid` fence": (
            "sphinx_archdoc",
            lambda words: fence(macros(graph, words), "mermaid"),
        ),
    }
    if shutil.which("dot"):
        forms["`sphinx.ext.graphviz`"] = (
            "sphinx.ext.graphviz",
            lambda words: fence(dot(graph).replace(label, words, 1), "graphviz"),
        )
    lines = ["| | a sentence edited | more for a label in the picture |", "|---|---|---|"]
    for number, (name, (extension, page)) in enumerate(forms.items()):
        pairs = pairs_ms(extension, page, folder / f"edit-{number}", rounds)
        base = statistics.median(text for text, _ in pairs)
        low, more, high = statistics.quantiles((drawn - text for text, drawn in pairs), n=4)
        lines.append(f"| {name} | {base:.0f} ms | {more:.0f} ms ({low:.0f} to {high:.0f}) |")
    return lines
