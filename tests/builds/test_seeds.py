"""The five templates as they were found: they build, lose no text, and what is said is true."""

from __future__ import annotations

import re
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from sphinx_archdoc.diagrams.engines import JAR_PACKAGE

if TYPE_CHECKING:
    from building import Build, Project

ORIGINALS = Path(__file__).parents[2] / "example_docs/gallery/originals"
PARSER = MarkdownIt("commonmark").enable("table")
#: Of each template: our findings as "line code", in order, and what is drawn.
SEEDS = {
    "deep-dive": (["2 placeholder"], 8),
    "technical-architecture": (["7 placeholder"], 0),
    "solution-architecture": (["9 placeholder", "537 total", "545 total"], 8),
    "full-architecture": (["1 placeholder", "40 damaged"], 0),
    "project-architecture": (["1 placeholder", "107 syntax"], 6),
}
#: What Sphinx, MyST and Pygments say of them themselves.
FOREIGN = {
    "technical-architecture": Counter({"myst.xref_missing": 4, "misc.highlighting_failure": 1}),
}


def original(name: str) -> str:
    return (ORIGINALS / f"{name}.md.txt").read_text(encoding="utf-8")


def build(project: Project, name: str, text: str) -> Build:
    """Build a page in a project in which nothing is set but the two extensions."""
    project.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
    project.write({f"{name}.md": text})
    return project.build()


def said(made: Build) -> list[str]:
    """Return the findings as "line code", in the order of lines."""
    found = [
        re.search(r"\.md:(\d+): .*\[archdoc\.(\w+)\]", line)
        for line in made.warnings
        if "[archdoc." in line
    ]
    pairs = sorted((int(match[1]), match[2]) for match in found if match)
    assert len(pairs) == len(found)
    return [f"{line} {code}" for line, code in pairs]


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def blocks(text: str) -> list[str]:
    """Return the words of each paragraph, heading, cell and listing of a Markdown text."""
    if text.startswith("---\n"):
        text = text.split("\n---\n", 1)[1]
    found = []
    for token in PARSER.parse(text):
        if token.type == "inline":
            parts = token.children or []
            found.append(
                "".join(part.content or " " * (part.type == "softbreak") for part in parts)
            )
        elif token.type == "fence" and not token.info.startswith(("mermaid", "plantuml")):
            found.append(token.content)
    return [words(block) for block in found if words(block)]


@pytest.mark.parametrize("name", SEEDS)
def test_a_template_builds_and_only_what_is_true_is_said(project: Project, name: str) -> None:
    if name == "deep-dive" and find_spec(JAR_PACKAGE) is None:
        pytest.skip("a chart of times needs the extra plantuml; what is drawn without is below")
    made = build(project, name, original(name))
    findings, pictures = SEEDS[name]
    assert said(made) == findings
    foreign = Counter(
        re.findall(r"\[((?!archdoc)[\w.]+)\]$", "\n".join(made.warnings), re.MULTILINE)
    )
    assert foreign == FOREIGN.get(name, Counter())
    page = BeautifulSoup(made.text(f"{name}.html"), "html.parser")
    shown = words(page.get_text(" "))
    squeezed = shown.replace(" ", "")
    lost = [
        block
        for block in blocks(original(name))
        if block not in shown and block.replace(" ", "") not in squeezed
    ]
    assert lost == []
    text = original(name)
    fences = len(re.findall(r"^```(?:mermaid|plantuml)", text, re.MULTILINE))
    kept = sum("syntax" in finding for finding in findings)
    assert len(page.select("svg.arch-svg")) == pictures
    assert fences == pictures + kept


#: Of each template with diagrams: what is drawn without any extra, and the lines that are not.
WITHOUT_EXTRAS = {
    "deep-dive": (7, ["picture"]),  # a chart of times by PlantUML
    "solution-architecture": (8, []),
    "project-architecture": (6, ["syntax"]),  # what the author was to write is missing
}


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", WITHOUT_EXTRAS)
def test_nearly_all_diagrams_are_drawn_without_any_extra(project: Project, name: str) -> None:
    made = build(project, name, original(name))
    pictures, kept = WITHOUT_EXTRAS[name]
    page = BeautifulSoup(made.text(f"{name}.html"), "html.parser")
    assert len(page.select("svg.arch-svg")) == pictures
    codes = [line.partition(" ")[2] for line in said(made)]
    assert [code for code in codes if code in ("picture", "syntax")] == kept
    found = re.findall(r"^```(?:mermaid|plantuml)", original(name), re.MULTILINE)
    assert len(found) == pictures + len(kept)


def test_the_templates_have_23_diagrams_of_which_21_need_no_extra() -> None:
    found = re.findall(r"^```(mermaid|plantuml)", "\n".join(map(original, SEEDS)), re.MULTILINE)
    assert Counter(found) == {"mermaid": 15, "plantuml": 8}
    assert sum(pictures for _, pictures in SEEDS.values()) == 22
    assert sum(pictures for pictures, _ in WITHOUT_EXTRAS.values()) == 21


def test_each_placeholder_and_each_damaged_text_is_named_with_its_line(project: Project) -> None:
    made = build(project, "full-architecture", original("full-architecture"))
    lines = original("full-architecture").splitlines()
    (damaged,) = [line for line in made.warnings if "[archdoc.damaged]" in line]
    assert "19 texts were damaged by a wrong decoding" in damaged
    named = re.findall(r"lines? ([\d, -]+) '([^']+)' was '([^']+)'", damaged)
    found = Counter[int]()
    for numbers, was, meant in named:
        written = was.replace("\\uf8ff", "\uf8ff")
        assert written.encode("mac_roman").decode() == meant
        for number in lines_of(numbers):
            assert written in lines[number - 1]
            found[number] += lines[number - 1].count(written)
    assert found.total() == 19
    (left,) = [line for line in made.warnings if "[archdoc.placeholder]" in line]
    assert "13 placeholders are left" in left
    placeholders = re.findall(r"lines? ([\d, -]+) (\[[^\]]+\])", left)
    assert [numbers for numbers, _ in placeholders] == [
        "1", "6-7", "41", "42", "63", "121", "134", "149", "157", "171", "323", "959",
    ]  # fmt: skip
    for numbers, text in placeholders:
        assert all(text in lines[number - 1] for number in lines_of(numbers))
    # What the gallery quotes is what the build says.
    assert quoted("full-architecture").split() == damaged.partition("source/")[2].split()


def lines_of(numbers: str) -> list[int]:
    """Return the numbers in ``7-9, 12``."""
    found: list[int] = []
    for part in numbers.strip(", ").split(","):
        first, _, last = part.strip().partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def quoted(name: str) -> str:
    return (ORIGINALS / f"{name}.findings.txt").read_text(encoding="utf-8")


def test_the_totals_of_the_second_template_are_wrong_and_said_to_be(project: Project) -> None:
    table = re.search(r"^\| Component \| Dev Effort.*?\n(?!\|)", original("solution-architecture"),
                      re.MULTILINE | re.DOTALL)  # fmt: skip
    assert table is not None
    text = original("solution-architecture").replace(
        table[0], f":::{{estimate-table}}\n{table[0]}:::\n"
    )
    project.conf["myst_enable_extensions"] = ["colon_fence"]
    made = build(project, "solution-architecture", text)
    totals = [line.partition("source/")[2] for line in made.warnings if "[archdoc.total]" in line]
    assert len(totals) == 3 + 8  # three columns, eight rows
    for line in re.sub(r"\n {4}", " ", quoted("solution-architecture")).splitlines():
        assert line in totals


def test_the_fourth_template_keeps_its_own_rule_only_with_its_diagrams(project: Project) -> None:
    """Several services, storage and a queue want a system picture, a flow and a data model."""
    project.conf["archdoc_rules"] = {"missing-view": "warning"}
    project.conf["myst_enable_extensions"] = ["colon_fence"]
    text = original("project-architecture") + (
        "\n\n:::{c4-model}\nsystem s\n  app api\n  app auth\n  datastore db\n  queue jobs\n:::\n"
    )
    assert "view" not in build(project, "project-architecture", text).codes()
    bare = re.sub(r"^```mermaid\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    made = build(project, "project-architecture", bare)
    missing = [line for line in made.warnings if "[archdoc.view]" in line]
    assert len(missing) == 3
    for what in ("how the parts belong together", "a flow step by step", "the data model"):
        assert any(what in line for line in missing), missing
