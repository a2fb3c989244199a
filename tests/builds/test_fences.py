"""Mermaid and PlantUML texts in pages: drawn by us, by an engine, by their extension, or shown."""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.diagrams.engines import MERMAID_PACKAGE, java, mermaid
from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError, TextError
from sphinx_archdoc.sphinxext import fence_transform

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from building import Build, Project

SEQUENCE = "sequenceDiagram\n    Alice->>Bob: Hello Bob\n"
PIE = 'pie title Pets\n    "Cats" : 3\n    "Dogs" : 1\n'
ACTIVITY = "@startuml\nstart\n:Wash hands;\nstop\n@enduml\n"
READABLE = {
    "c4": 'mermaid\nC4Context\n  title Shop\n  Person(ann, "Ann")\n  System(shop, "Shop")\n'
    '  Rel(ann, shop, "Buys")\n',
    "sequence": f"mermaid\n{SEQUENCE}",
    "er": "mermaid\nerDiagram\n  BUYER ||--o{ ORDER : places\n  BUYER {\n    uuid id PK\n  }\n",
    "flow": "mermaid\nflowchart LR\n  a[Commit] --> b{Tests}\n",
    "c4p": 'plantuml\n@startuml\n!include <C4/C4_Container>\nPerson(ann, "Ann")\n'
    'System_Boundary(s, "Shop") {\n  Container(web, "Web")\n}\nRel(ann, web, "Uses")\n@enduml\n',
    "sequencep": "puml\n@startuml\n!theme plain\nactor Ann\nAnn -> Bob : Hello Bob\n@enduml\n",
    "boxes": 'plantuml:system-architecture\n@startuml\npackage "Client" {\n  [Browser]\n}\n'
    "database Store\n[Browser] --> Store : reads\n@enduml\n",
    "erp": "plantuml\n@startuml\nentity buyer {\n  *id : uuid <<PK>>\n}\n"
    "entity order {\n  *id : uuid\n}\nbuyer ||--o{ order\n@enduml\n",
}
SAID = {
    "c4": "Buys", "sequence": "Hello Bob", "er": "places", "flow": "Commit", "c4p": "Ann",
    "sequencep": "Hello Bob", "boxes": "Browser", "erp": "buyer",
}  # fmt: skip


def fence(text: str) -> str:
    info, _, body = text.partition("\n")
    return f"```{info}\n{body}```\n"


PIE_FENCE = fence(f"mermaid\n{PIE}")
STEPS_FENCE = fence(f"plantuml:steps\n{ACTIVITY}")


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


def page(project: Project, text: str, name: str = "page.md", **more: str) -> Project:
    if name.endswith(".md"):
        project.myst()
    pages = {name: text} | {key.replace("__", "."): value for key, value in more.items()}
    project.conf["archdoc_cache_dir"] = str(project.folder / "cache")
    return project.write(pages)


def built(project: Project, builder: str = "html", **conf: object) -> Build:
    return project.build(builder, conf=conf or None)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", READABLE)
def test_what_we_read_ourselves(project: Project, name: str) -> None:
    build = built(page(project, f"# Title\n\nText\n\n{fence(READABLE[name])}\nAfter\n"))
    assert build.warnings == []
    html = build.text("page.html")
    (svg,) = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert SAID[name] in re.sub(r"<[^>]*>", "", svg)
    assert "After" in html


@pytest.mark.usefixtures("bare")
@pytest.mark.usefixtures("bare")
def test_a_click_is_a_link_in_the_picture_and_in_its_words(project: Project) -> None:
    text = (
        "mermaid\nflowchart LR\n  a[Commit] --> b{Tests}\n"
        '  click a "https://example.org/?x=1&y" _blank\n  click b "javascript:alert(1)"\n'
    )
    build = built(page(project, f"# A\n\n{fence(text)}"))
    assert build.warnings == []
    html = build.text("page.html")
    assert len(re.findall(r'href="https://example\.org/\?x=1&amp;y"', html)) == 2
    assert "javascript:" not in html


def test_steps_of_a_dynamic_picture_are_numbered(project: Project) -> None:
    text = (
        'C4Dynamic\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "Asks")\n'
        '  RelIndex(7, b, a, "Answers")\n'
    )
    html = built(page(project, f"# T\n\n```mermaid\n{text}```\n")).text("page.html")
    assert "1: Asks" in html
    assert "7: Answers" in html


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


@pytest.mark.usefixtures("bare")
def test_a_name_is_a_target(project: Project) -> None:
    text = (
        f"# Title\n\n{fence(READABLE['boxes'])}\nSee {{ref}}`system-architecture` or\n"
        "{ref}`words <system-architecture>`.\n"
    )
    build = built(page(project, text))
    assert build.warnings == []
    html = build.text("page.html")
    links = re.findall(r'<a class="reference internal" href="#([^"]+)"><span[^>]*>([^<]*)', html)
    assert links == [
        ("system-architecture", "System architecture"),
        ("system-architecture", "words"),
    ]
    assert html.count('id="system-architecture"') == 1


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("text", "extra"), [(f"mermaid\n{PIE}", "mermaid"), (f"plantuml:steps\n{ACTIVITY}", "plantuml")]
)
def test_without_any_engine_the_source_is_shown(project: Project, text: str, extra: str) -> None:
    build = built(page(project, f"# Title\n\nText\n\n{fence(text)}\nAfter\n"))
    (warning,) = build.warnings
    assert "page.md:5: WARNING" in warning
    assert f'pip install "sphinx-archdoc[{extra}]"' in warning
    assert warning.endswith("[archdoc.picture]")
    html = build.text("page.html")
    shown = re.sub(r"<[^>]*>", "", html)
    assert text.splitlines()[-2].strip() in shown
    assert "After" in html
    assert "<svg" not in html


@pytest.mark.usefixtures("bare")
def test_without_any_engine_their_extension_has_it(project: Project) -> None:
    page(project, f"# Title\n\n{PIE_FENCE}\n")
    project.conf["extensions"].append("sphinxcontrib.mermaid")
    build = built(project)
    assert build.warnings == []
    html = build.text("page.html")
    assert re.search(r'<pre[^>]*class="mermaid">\s*pie title Pets', html)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("markup", ["page.md", "page.rst"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('C4Context\n  Person(a, "A")\n  Rel(a, zz, "x")', "names 'zz', which is not declared"),
        ("%% only a comment", "there is no text to draw"),
    ],
)
def test_a_faulty_text_is_reported_and_shown_also_with_their_extension(
    project: Project, markup: str, text: str, said: str
) -> None:
    body = "\n".join(f"   {line}" for line in text.splitlines())
    written = {
        "page.rst": f"T\n=\n\n.. mermaid::\n\n{body}\n\nAfter\n",
        "page.md": f"# T\n\n```mermaid\n{text}\n```\n\nAfter\n",
    }
    page(project, written[markup], markup)
    project.conf["extensions"].append("sphinxcontrib.mermaid")
    build = built(project)
    (warning,) = build.warnings
    assert re.search(rf"{markup}:\d+: WARNING: mermaid: .*{said}", warning)
    html = build.text("page.html")
    assert 'class="mermaid"' not in html
    assert text.splitlines()[0].strip("% ") in html
    assert "After" in html


@pytest.mark.usefixtures("bare")
def test_what_we_cannot_read_is_reported_and_left_to_their_extension(project: Project) -> None:
    text = "flowchart LR\n  a[Commit --> b{Tests}\n"
    page(project, f"# T\n\n```mermaid\n{text}```\n")
    project.conf["extensions"].append("sphinxcontrib.mermaid")
    build = built(project)
    assert build.codes() == ["syntax"]
    assert "page.md:5: WARNING: mermaid:" in build.warnings[0]
    assert 'class="mermaid"' in build.text("page.html")


@pytest.mark.usefixtures("bare")
def test_without_any_engine_plantuml_goes_to_its_extension(project: Project) -> None:
    page(project, f"# Title\n\n{STEPS_FENCE}\n")
    project.conf["extensions"].append("sphinxcontrib.plantuml")
    project.conf["plantuml_output_format"] = "none"
    build = built(project)
    assert build.warnings == []
    (node,) = [n for n in build.doctree("page").findall() if n.tagname == "plantuml"]
    assert node["uml"].startswith("@startuml\n' archdoc ")
    assert "Wash hands" in node["uml"]
    assert (node["incdir"], node["filename"]) == ("", "page.md")
    assert node["names"] == ["steps"]


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


@pytest.mark.parametrize("text", ["", "   ", "@startuml\n@enduml", "%% only a comment", "\x00"])
@pytest.mark.parametrize("language", ["mermaid", "plantuml"])
def test_nothing_to_draw(project: Project, bare: None, language: str, text: str) -> None:
    build = built(page(project, f"# T\n\n```{language}\n{text}\n```\n\nAfter\n"))
    assert "After" in build.text("page.html")
    assert all("[archdoc." in line or "highlight" in line for line in build.warnings)


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
