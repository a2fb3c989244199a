"""Diagrams as directives and from files: names, includes, lines of problems, switched off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fences_help import READABLE, built, fence, page

if TYPE_CHECKING:
    from building import Project

RST = """\
Title
=====

.. mermaid::
   :caption: Who *greets*
   :name: greeting
   :alt: Alice greets Bob
   :align: center

   sequenceDiagram
       Alice->>Bob: Hello Bob

.. uml::

   Alice -> Bob : Hello you

.. plantuml:: near.puml

See :ref:`greeting`.
"""


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("loaded", [False, True])
def test_directives(project: Project, *, loaded: bool) -> None:
    page(project, RST, "page.rst", near__puml="@startuml\nAnn -> Ben : Hello file\n@enduml\n")
    if loaded:
        project.conf["extensions"] += ["sphinxcontrib.mermaid", "sphinxcontrib.plantuml"]
    build = built(project)
    assert build.warnings == []
    html = build.text("page.html")
    svgs = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    said = ["Hello Bob", "Hello you", "Hello file"]
    assert [words in svg for words, svg in zip(said, svgs, strict=True)] == [True] * 3
    assert 'class="mermaid"' not in html
    assert html.count('id="greeting"') == 1
    assert "<em>greets</em>" in html
    assert re.search(r'href="#greeting"><span[^>]*>Who greets<', html)


@pytest.mark.usefixtures("bare")
def test_code_that_is_to_be_seen_stays(project: Project) -> None:
    text = "Title\n=====\n\n.. code-block:: mermaid\n\n   sequenceDiagram\n     A->>B: Hello Bob\n"
    build = built(page(project, text, "page.rst"), suppress_warnings=["misc.highlighting_failure"])
    assert "<svg" not in build.text("page.html")
    assert "Hello Bob" in build.text("page.html")


@pytest.mark.usefixtures("bare")
def test_switched_off(project: Project) -> None:
    text = f"# T\n\n{fence(READABLE['sequence'])}\n{fence(READABLE['boxes'])}\n"
    page(project, text)
    quiet = {"suppress_warnings": ["misc.highlighting_failure"]}
    assert built(project, archdoc_fences=False, **quiet).text("page.html").count("<svg") == 0
    only = built(project, archdoc_fences=["plantuml"], **quiet).text("page.html")
    assert only.count("<svg") == 1
    assert "Browser" in only
    wrong = built(project, archdoc_fences=["d2"])
    assert wrong.codes() == ["config"]
    assert wrong.text("page.html").count("<svg") == 2


@pytest.mark.usefixtures("bare")
def test_includes_are_dependencies(project: Project) -> None:
    text = "# T\n\n```plantuml\n@startuml\n!include parts/near.puml\n@enduml\n```\n"
    page(project, text)
    near = project.source / "parts" / "near.puml"
    near.parent.mkdir()
    near.write_text("Ann -> Ben : Hello one\n")
    assert "Hello one" in built(project).text("page.html")
    near.write_text("Ann -> Ben : Hello other\n")
    again = built(project)
    assert again.read == {"page"}
    assert "Hello other" in again.text("page.html")


@pytest.mark.usefixtures("bare")
def test_includes_outside_are_refused(project: Project) -> None:
    (project.folder / "secret.puml").write_text("Ann -> Ben : SECRET\n")
    text = (
        "# T\n\n```plantuml\n@startuml\nAnn -> Ben : Hello\n!include ../secret.puml\n"
        "!includeurl http://127.0.0.1:9/x\n@enduml\n```\n"
    )
    build = built(page(project, text))
    assert build.codes() == ["path", "refused"]
    assert [int(n) for n in re.findall(r"page\.md:(\d+)", "\n".join(build.warnings))] == [6, 7]
    assert "SECRET" not in build.text("page.html")
    assert "<svg" in build.text("page.html")


@pytest.mark.usefixtures("bare")
def test_problems_have_their_line(project: Project) -> None:
    text = "# T\n\n> quote\n>\n> ```mermaid\n> sequenceDiagram\n>   A->>B: x\n>   ?? what\n> ```\n"
    build = built(page(project, text))
    assert build.codes() == ["syntax"]
    assert "page.md:8" in build.warnings[0]
    assert "<svg" in build.text("page.html")  # nothing better can draw it


@pytest.mark.parametrize("text", ["", "   ", "@startuml\n@enduml", "%% only a comment", "\x00"])
@pytest.mark.parametrize("language", ["mermaid", "plantuml"])
def test_nothing_to_draw(project: Project, bare: None, language: str, text: str) -> None:
    build = built(page(project, f"# T\n\n```{language}\n{text}\n```\n\nAfter\n"))
    assert "After" in build.text("page.html")
    assert all("[archdoc." in line or "highlight" in line for line in build.warnings)
