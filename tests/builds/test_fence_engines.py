"""Mermaid and PlantUML texts that an engine draws: when it is asked, and what is kept."""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

import pytest
from fences_help import PIE_FENCE, READABLE, STEPS_FENCE, built, fence, page

from sphinx_archdoc.diagrams.engines import MERMAID_PACKAGE, java, mermaid
from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError, TextError
from sphinx_archdoc.sphinxext import fence_transform

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from building import Project


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put an engine for Mermaid in place; return the texts it draws."""
    monkeypatch.setattr(fence_transform, "find_spec", lambda name: name == MERMAID_PACKAGE)
    drawn: list[str] = []

    def draw(text: str) -> str:
        drawn.append(text)
        if "broken" in text:
            raise TextError("Mermaid cannot read this: broken", 2)
        first = text.split(maxsplit=1)[0]
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40">'
            f"<script>alert(1)</script><text x='9' y='9'>drawn {first}</text></svg>"
        )

    monkeypatch.setattr(mermaid, "name", lambda: "fake 1")
    monkeypatch.setattr(mermaid, "draw", draw)
    monkeypatch.setattr(java, "_package", lambda _name: None)
    return drawn


@pytest.mark.parametrize("fixture", ["bare", "engine"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('Rel(a, zz, "nowhere")', "the relation names 'zz', which is not declared"),
        ('Person(b "B")', "a comma is missing after 'b' in Person(…)"),
        ('System(b, "B"', "System( is not closed by a parenthesis"),
    ],
)
def test_faulty_macros_are_reported_and_never_left_to_an_engine(
    project: Project, request: pytest.FixtureRequest, fixture: str, line: str, said: str
) -> None:
    drawn = request.getfixturevalue(fixture)
    text = f'C4Context\n  Person(a, "A")\n  {line}\n'
    build = built(page(project, f"# T\n\n```mermaid\n{text}```\n"))
    (warning,) = build.warnings
    assert "page.md:6: WARNING" in warning
    assert said in warning
    html = build.text("page.html")
    assert "<svg" not in html
    assert "C4Context" in html
    assert not drawn


def test_an_engine_draws_the_rest(project: Project, engine: list[str]) -> None:
    text = f"# T\n\n{PIE_FENCE}\n{fence(READABLE['sequence'])}\n"
    page(project, text, "page.md")
    build = built(project)
    assert build.warnings == []
    html = build.text("page.html")
    assert "drawn pie" in html
    assert "alert" not in html
    assert [drawn.split()[0] for drawn in engine] == ["pie"]  # the sequence is ours
    again = project.build("html", out="other", fresh=True)
    assert "drawn pie" in again.text("page.html")
    assert len(engine) == 1  # the picture was kept


def test_a_picture_is_named_as_its_caption(project: Project, engine: list[str]) -> None:
    named = PIE_FENCE.replace("mermaid", "mermaid:pets-at-home", 1)
    page(project, f"# T\n\n{named}\n", "page.md")
    build = built(project)
    assert build.warnings == []
    assert engine
    html = build.text("page.html")
    assert '<span class="caption-text">Pets at home</span>' in html
    assert re.search(r"<title[^>]*>Pets at home</title>", html)


def test_an_engine_has_the_last_word(project: Project, engine: list[str]) -> None:
    text = "# T\n\n```mermaid\nsequenceDiagram\n  A->>B: x\n  ?? what\n```\n"
    build = built(page(project, text))
    assert build.warnings == []
    assert "drawn sequenceDiagram" in build.text("page.html")


def test_a_fault_is_said_once_and_kept(project: Project, engine: list[str]) -> None:
    text = "# T\n\nText\n\n```mermaid\ngantt\n  broken\n```\n\nAfter\n"
    page(project, text)
    for builder in ("html", "latex", "epub"):
        build = built(project, builder, suppress_warnings=["epub"])
        said = [line for line in build.warnings if "archdoc" in line]
        assert len(said) == 1
        assert "page.md:7: WARNING: mermaid: Mermaid cannot read this: broken" in said[0]
        assert said[0].endswith("[archdoc.syntax]")
    assert len(engine) == 1
    html = project.build("html", fresh=True).text("page.html")
    assert "broken" in html
    assert "After" in html


def test_what_our_reader_finds_is_said_where_an_engine_fails(
    project: Project, engine: list[str]
) -> None:
    text = "# T\n\n```mermaid\nflowchart LR\n  broken --> a\n  A[Call --> B\n```\n"
    build = built(page(project, text))
    (warning,) = build.warnings
    assert "page.md:6: WARNING: mermaid: the bracket is not closed by ']'" in warning
    assert warning.endswith("its source is shown [archdoc.syntax]")
    assert len(engine) == 1


def test_an_engine_that_fails_is_asked_once(
    project: Project, engine: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the engine, such as too little time, is not kept: the next build tries again."""
    asked = []

    def draw(text: str) -> str:
        asked.append(text)
        raise EngineError("too slow")

    with monkeypatch.context() as patched:
        patched.setattr(mermaid, "draw", draw)
        build = built(page(project, f"# T\n\n{PIE_FENCE}\n"))
        assert build.codes() == ["picture"]
        assert len(asked) == 1
        assert built(project, "epub", suppress_warnings=["epub"]).codes() == ["picture"]
        assert len(asked) == 2
    assert "drawn pie" in project.build("html", fresh=True).text("page.html")


def test_an_engine_that_comes_later_is_used(
    project: Project, engine: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page(project, f"# T\n\n{PIE_FENCE}\n")

    def missing() -> str:
        raise MissingEngineError(mermaid._MISSING)

    with monkeypatch.context() as patched:
        patched.setattr(mermaid, "name", missing)
        assert built(project).codes() == ["picture"]
    build = built(project)
    assert build.warnings == []
    assert "drawn pie" in build.text("page.html")


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub", "texinfo", "xml", "gettext"])
def test_no_format_has_a_hole(project: Project, engine: list[str], builder: str) -> None:
    text = f"# T\n\n{fence(READABLE['boxes'])}\n{PIE_FENCE}\nAfter\n"
    build = built(
        page(project, text),
        builder,
        suppress_warnings=["epub"],
        man_pages=[("page", "page", "T", "x", "1")],
        texinfo_documents=[("page", "page", "T", "x", "page", "T", "M")],
        latex_documents=[("page", "page.tex", "T", "x", "howto")],
    )
    assert [line for line in build.warnings if "archdoc" in line] == []
    name = {
        "text": "page.txt", "man": "page.1", "latex": "page.tex", "epub": "page.xhtml",
        "texinfo": "page.texi", "xml": "page.xml",
    }.get(builder)  # fmt: skip
    if name:
        out = build.text(name)
        assert "After" in out
        assert "Browser" in out
        assert "Cats" in out or "drawn pie" in out or "archdoc-" in out


def test_the_same_in_parallel(project: Project, engine: list[str]) -> None:
    pages: Mapping[str, str] = {
        f"p{number}.md": f"# T{number}\n\n{PIE_FENCE}\n"
        f"{fence(READABLE['boxes'].replace('system-architecture', f'name-{number}'))}\n"
        for number in range(12)
    }
    project.myst().write(pages)
    one = project.build("html", out="one")
    four = project.build("html", out="four", parallel=4)
    assert one.warnings == four.warnings == []
    ignore = ("searchindex.js",)
    assert one.files(ignore=ignore) == four.files(ignore=ignore)


@pytest.mark.skipif(
    importlib.util.find_spec("mermaid_render") is None or not java._packaged_jar(),
    reason="needs the extras 'mermaid' and 'plantuml'",
)
def test_with_the_extras(project: Project, tmp_path: Path) -> None:
    text = f"# T\n\n{PIE_FENCE}\n{STEPS_FENCE}\n```plantuml\n@startuml\nstart\n???\n@enduml\n```\n"
    build = built(page(project, text))
    (warning,) = build.warnings
    assert re.search(r"page\.md:20: WARNING: plantuml: PlantUML cannot read this", warning)
    html = build.text("page.html")
    assert "Wash hands" in html
    assert html.count("<svg") == 2
    assert "arch-f-face" in html
    assert build.files() == project.build("html", fresh=True).files()
