"""Mermaid by the extra: its colours are those we map, links come back, faults have a line."""

from __future__ import annotations

import importlib
import re
import sys

import pytest
from defusedxml.ElementTree import fromstring

from sphinx_archdoc.diagrams.engines import mermaid
from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError, TextError
from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.diagrams.svg_foreign import adopt
from sphinx_archdoc.diagrams.svg_theme import PARTS, normal

needs_extra = pytest.mark.skipif(
    importlib.util.find_spec("mermaid_render") is None, reason="needs the extra 'mermaid'"
)
#: One of each sort that we do not read ourselves.
SAMPLES = {
    "class": 'classDiagram\n  class A{\n  +int n\n  +run()\n  }\n  A <|-- B\n  A "1" o-- "2" C\n',
    "state": "stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy : go\n  note right of Idle : hi\n",
    "gantt": "gantt\n  dateFormat YYYY-MM-DD\n  section S\n  one :a, 2026-01-01, 9d\n"
    "  two :crit, after a, 5d\n  end :milestone, 2026-01-20, 0d\n",
    "pie": 'pie title P\n  "a" : 3\n  "b" : 4\n  "c" : 2\n  "d" : 1\n',
    "mindmap": "mindmap\n  root((r))\n    a\n      b\n    c\n",
    "journey": "journey\n  title J\n  section S\n    Go: 5: Me\n    Do: 2: Me, Cat\n",
    "timeline": "timeline\n  title T\n  2002 : a\n  2004 : b : c\n",
    "git": "gitGraph\n  commit\n  branch dev\n  commit\n  checkout main\n  merge dev\n",
    "quadrant": "quadrantChart\n  x-axis L --> R\n  y-axis B --> T\n  A: [0.3, 0.6]\n",
    "requirement": "requirementDiagram\n  requirement r {\n  id: 1\n  text: t\n  risk: high\n"
    "  verifymethod: test\n  }\n  element e {\n  type: sim\n  }\n  e - satisfies -> r\n",
    "block": "block-beta\n  columns 2\n  a b\n  c:2\n",
    "architecture": "architecture-beta\n  group g(cloud)[G]\n  service a(database)[A] in g\n",
    "flow": "flowchart LR\n  a[A] -->|yes| b{B}\n  subgraph s [S]\n  c[(C)]\n  end\n  b --> c\n",
}


@needs_extra
def test_colours_of_the_engine() -> None:
    """A new version with other colours must not go unnoticed."""
    seen = set()
    for text in SAMPLES.values():
        svg = mermaid.draw(text)
        seen |= {normal(colour) for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", svg)}
        assert not re.findall(r"(?:rgb|hsl)a?\(", svg)
    assert seen == set(mermaid.COLOURS)
    assert set(mermaid.COLOURS.values()) <= set(PARTS)


@needs_extra
@pytest.mark.parametrize("name", SAMPLES)
def test_pictures(name: str) -> None:
    drawn = adopt(mermaid.draw(SAMPLES[name]), mermaid.COLOURS, title=name)
    assert drawn == adopt(mermaid.draw(SAMPLES[name]), mermaid.COLOURS, title=name)
    root = fromstring(fill(drawn.svg, {}, "p"))
    literals = {v for e in root.iter() for k, v in e.items() if k in ("fill", "stroke")}
    assert literals <= {*PARTS.values(), "none", "currentColor"}
    assert any("arch-f-" in element.get("class", "") for element in root.iter())


@needs_extra
def test_links_come_back() -> None:
    text = (
        "classDiagram\n  class A\n  class B\n  class C\n"
        '  click A href "https://example.org/a" "tip"\n  click B href "javascript:alert(1)"\n'
    )
    svg = fill(adopt(mermaid.draw(text), mermaid.COLOURS).svg, {}, "p")
    links = [*fromstring(svg).iter("{http://www.w3.org/2000/svg}a")]
    assert [link.attrib["href"] for link in links] == ["https://example.org/a"]
    assert "A" in "".join(links[0].itertext())
    assert "javascript" not in svg


@needs_extra
def test_faults() -> None:
    with pytest.raises(TextError, match="Mermaid cannot read this") as caught:
        mermaid.draw("stateDiagram-v2\n  a --> b\n  --> --> c\n")
    assert caught.value.line == 3
    assert "\n" not in str(caught.value)
    with pytest.raises(TextError, match="this: something is missing at its end") as caught:
        mermaid.draw("flowchart LR\n  a -->\n")
    assert caught.value.line == 2
    with pytest.raises(TextError, match="this: A->>: x") as caught:
        mermaid.draw("sequenceDiagram\n  A->>: x\n")
    assert caught.value.line == 2
    with pytest.raises(EngineError, match="No diagram type"):
        mermaid.draw("nonsense\n")
    with pytest.raises(EngineError):
        mermaid.draw("")
    # The engine still works.
    assert mermaid.draw(SAMPLES["pie"]).startswith("<svg")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> str:
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr("importlib.metadata.version", missing)
    with pytest.raises(MissingEngineError, match=r"sphinx-archdoc\[mermaid\]"):
        mermaid.name()
    mermaid._engine.cache_clear()
    monkeypatch.setitem(sys.modules, "mermaid_render", None)
    with pytest.raises(MissingEngineError, match=r"sphinx-archdoc\[mermaid\]"):
        mermaid.draw("pie\n")
    mermaid._engine.cache_clear()
