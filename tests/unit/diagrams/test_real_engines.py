"""Real engines accept what we write, and draw hostile labels as they are.

The extras bring two engines. ``PLANTUML_JAR`` names another jar of PlantUML, and
``ARCHDOC_MERMAID_JS`` Mermaid's own script (``mermaid.min.js``), which Chromium then runs.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from diagram_samples import five
from graph_recipes import graphs
from hostile_labels import LABELS, PIECES, expected, seen, without_private
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.engines import java, plantuml
from sphinx_archdoc.diagrams.engines import mermaid as pele
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node, Tip
from sphinx_archdoc.diagrams.graph_mermaid import mermaid
from sphinx_archdoc.diagrams.graph_picture import plantuml as written_plantuml
from sphinx_archdoc.diagrams.graph_plantuml import boxes_plantuml
from sphinx_archdoc.diagrams.quoting import mermaid_label, plantuml_label, plantuml_line

JAR = os.environ.get("PLANTUML_JAR", "")
SCRIPT = os.environ.get("ARCHDOC_MERMAID_JS", "")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
needs_pele = pytest.mark.skipif(
    importlib.util.find_spec("mermaid_render") is None, reason="needs the extra 'mermaid'"
)
needs_plantuml = pytest.mark.skipif(
    not (JAR or java._packaged_jar()) or not java._java(), reason="needs the extra 'plantuml'"
)
needs_mermaid = pytest.mark.skipif(
    not SCRIPT or not CHROMIUM, reason="needs Chromium, and Mermaid named by ARCHDOC_MERMAID_JS"
)
#: Hostile pieces one by one, and together.
EXAMPLES = [*PIECES, "".join(PIECES[:40]), "".join(PIECES[40:])]
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
LISTS = st.lists(LABELS, min_size=1, max_size=8)


@pytest.fixture(scope="module", autouse=True)
def _one_daemon() -> object:
    yield
    plantuml._daemon.cache_clear()


def words(svg: str) -> str:
    """Return all text of an SVG but the style and the source that an engine keeps in it."""
    root = ET.fromstring(svg)  # noqa: S314 - made by the engine here
    for parent in list(root.iter()):
        for child in list(parent):
            if str(child.tag).endswith(("}style", "}title", "}desc", "}metadata")):
                parent.remove(child)
    assert not [e for e in root.iter() if str(e.tag).endswith(("}script", "}a"))]
    assert all(v.startswith("data:") for e in root.iter() for k, v in e.items() if "href" in k)
    return seen("".join(root.itertext()))


def labelled(labels: list[str]) -> Graph:
    """Return a graph with each label as box, line and boundary."""
    return Graph(
        title="Labels",
        nodes=(
            Node(id="from", title="From", role="plain"),
            *(
                Node(id=f"n{i}", title=label, role="plain", group=f"g{i}")
                for i, label in enumerate(labels)
            ),
        ),
        groups=tuple(Group(id=f"g{i}", title=label) for i, label in enumerate(labels)),
        edges=tuple(
            Edge(source="from", target=f"n{i}", label=label) for i, label in enumerate(labels)
        ),
    )


def check(drawn: str, labels: list[str], times: int) -> None:
    drawn = without_private(drawn)
    for label in labels:
        wanted = without_private(expected(label))
        assert drawn.count(wanted) >= times, f"{label!r} is not in {drawn!r}"


def in_plantuml(text: str) -> str:
    return words(plantuml.draw(text, (JAR,) if JAR else (), None))


# -- PlantUML ------------------------------------------------------------------------------------


@needs_plantuml
@pytest.mark.parametrize("at", range(0, len(EXAMPLES), 12))
def test_plantuml_draws_labels_literally(at: int) -> None:
    labels = EXAMPLES[at : at + 12]
    check(in_plantuml(boxes_plantuml(labelled(labels))), labels, 3)


@needs_plantuml
@pytest.mark.slow
@FEW
@given(LISTS)
def test_plantuml_draws_any_labels_literally(labels: list[str]) -> None:
    check(in_plantuml(boxes_plantuml(labelled(labels))), labels, 3)


@needs_plantuml
@pytest.mark.parametrize("at", range(0, len(EXAMPLES), 12))
def test_plantuml_draws_texts_in_other_places_literally(at: int) -> None:
    labels = EXAMPLES[at : at + 12]
    lines = ["@startuml", "!include <C4/C4_Component>"]
    for number, label in enumerate(labels):
        text = f'"{plantuml_label(label)}"'
        lines += [
            f"System(p{number}, {text}, $descr={text})",
            f"System_Boundary(b{number}, {text}) {{",
            f"ContainerDb(c{number}, {text}, $techn={text}, $descr={text})",
            "}",
            f"Rel(p{number}, c{number}, {text}, $techn={text})",
            f"note as N{number}",
            plantuml_line(label),
            "end note",
        ]
    check(in_plantuml("\n".join([*lines, "@enduml"])), labels, 9)


@needs_plantuml
@pytest.mark.slow
@FEW
@given(graphs() | graphs(c4=True))
def test_plantuml_accepts_any_graph(graph: Graph) -> None:
    assert in_plantuml(written_plantuml(graph))


@needs_plantuml
def test_plantuml_accepts_a_c4_picture() -> None:
    assert in_plantuml(written_plantuml(five()))


@needs_plantuml
@pytest.mark.parametrize("tip", get_args(Tip))
def test_plantuml_accepts_every_end_of_a_line_in_a_c4_picture(tip: Tip) -> None:
    graph = five()
    edges = [replace(edge, tip=tip, number=str(n)) for n, edge in enumerate(graph.edges)]
    text = written_plantuml(replace(graph, edges=(*edges, replace(edges[0], arrow=False))))
    assert "C4_Container" in text
    assert all(seen(edge.technology) in in_plantuml(text) for edge in edges)


# -- Mermaid by the extra --------------------------------------------------------------------------


@needs_pele
@pytest.mark.parametrize("at", range(0, len(EXAMPLES), 12))
def test_pele_draws_labels_literally(at: int) -> None:
    labels = EXAMPLES[at : at + 12]
    check(words(pele.draw(mermaid(labelled(labels)))), labels, 3)


@needs_pele
@pytest.mark.slow
@FEW
@given(graphs())
def test_pele_accepts_any_graph(graph: Graph) -> None:
    assert pele.draw(mermaid(graph)).startswith("<svg")


# -- Mermaid itself --------------------------------------------------------------------------------

_PAGE = """<!doctype html><meta charset="utf-8"><body><script src="{script}"></script><script>
mermaid.initialize({{startOnLoad: false, securityLevel: 'strict'}});
(async () => {{ const out = [];
  for (const [i, text] of {texts}.entries()) {{
    try {{ out.push((await mermaid.render('g' + i, text)).svg); }}
    catch (e) {{ out.push('! ' + e); }}
  }}
  document.body.innerHTML = '<pre>' + btoa(unescape(encodeURIComponent(JSON.stringify(out))))
    + '</pre>';
}})();</script>"""


class _Words(HTMLParser):
    """The text of an SVG as a browser writes it, which need not be XML."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self._in = ""
        self.feed(svg)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._in = tag

    def handle_data(self, data: str) -> None:
        if self._in != "style":
            self.found.append(data)


def in_mermaid(texts: list[str], folder: Path) -> list[_Words]:
    page = folder / "page.html"
    code = json.dumps(texts).replace("<", "\\u003c")
    page.write_text(_PAGE.format(script=Path(SCRIPT).as_uri(), texts=code), encoding="utf-8")
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
        f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=120000", "--dump-dom",
        page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found = re.search("<pre>([^<]*)</pre>", done.stdout)
    assert found
    drawn = json.loads(base64.b64decode(found[1]))
    assert [each for each in drawn if each.startswith("!")] == []
    return [_Words(svg) for svg in drawn]


@needs_mermaid
def test_mermaid_draws_labels_literally(tmp_path: Path) -> None:
    parts = [EXAMPLES[at : at + 12] for at in range(0, len(EXAMPLES), 12)]
    drawn = in_mermaid([mermaid(labelled(part)) for part in parts], tmp_path)
    for part, words_ in zip(parts, drawn, strict=True):
        assert not words_.tags & {"script", "img", "a", "strong", "em", "i", "b", "ul", "ol", "h1"}
        check(seen("".join(words_.found)), part, 3)


@needs_mermaid
def test_mermaid_accepts_a_c4_picture(tmp_path: Path) -> None:
    (drawn,) = in_mermaid([mermaid(five())], tmp_path)
    assert "Customer" in "".join(drawn.found)


@needs_mermaid
def test_mermaid_draws_labels_of_entities_literally(tmp_path: Path) -> None:
    texts = [f'erDiagram\n  a ||--o{{ b : "{mermaid_label(label)}"' for label in EXAMPLES]
    for label, drawn in zip(EXAMPLES, in_mermaid(texts, tmp_path), strict=True):
        check(seen("".join(drawn.found)), [label], 1)
