"""Mermaid and PlantUML texts in pages: drawn by us, left to their extension, or shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fences_help import ACTIVITY, PIE, PIE_FENCE, READABLE, STEPS_FENCE, built, fence, page

if TYPE_CHECKING:
    from building import Project

SAID = {
    "c4": "Buys", "sequence": "Hello Bob", "er": "places", "flow": "Commit", "c4p": "Ann",
    "sequencep": "Hello Bob", "boxes": "Browser", "erp": "buyer",
}  # fmt: skip


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", READABLE)
def test_what_we_read_ourselves(project: Project, name: str) -> None:
    build = built(page(project, f"# Title\n\nText\n\n{fence(READABLE[name])}\nAfter\n"))
    assert build.warnings == []
    html = build.text("page.html")
    (svg,) = re.findall(r"<svg(?! class=.arch-swatch).*?</svg>", html, re.DOTALL)
    assert SAID[name] in re.sub(r"<[^>]*>", "", svg)
    assert "After" in html


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
