"""What the documentation shows to copy works as it stands."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from building import Project

DOCS = Path(__file__).parent.parent.parent / "example_docs"
ENDINGS = {"rst": "rst", "markdown": "md"}

#: Snippets that do not build on their own, by file and first line, and why.
SKIPPED = {
    ("how-to/several-repositories.md", "```{risk-table} Risks of the platform"): (
        "reads a file of another checkout; tests/builds/test_hostile_files.py reads such files"
    ),
    ("how-to/several-repositories.md", "```{include} ../../platform/model.md"): (
        "includes a page of another checkout, which MyST itself does"
    ),
    ("reference/roles.md", "{external+shop:arch:adr}`ADR-0002`"): (
        "needs intersphinx and another project; tests/builds/test_own_kinds.py builds such links"
    ),
}

#: A snippet may point at records and pages that its reader has elsewhere.
ELSEWHERE = re.compile(
    r"\[archdoc\.(reference|scope)\]\Z"
    r"|unknown document: "
    r"|\[toc\.not_readable\]\Z"
    r"|toctree glob pattern .* didn't match any documents"
    r"|\[myst\.xref_missing\]\Z"
)

#: What declares something: then the project must have records.
DECLARES = re.compile(r"(\{|\.\. )(adr|c4-model|app|policy)(\}(?!`)|::)|\A(---\n|:)status:")

#: A page that is a decision without a directive is one by its place.
BY_PLACE = re.compile(r"\A(---|:status:)")


class Snippet(NamedTuple):
    file: str
    line: int
    lexer: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return self.file, self.text.partition("\n")[0]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def snippets(path: Path) -> list[Snippet]:
    """Return the fenced blocks of a page that are reST or Markdown."""
    found = []
    marks = ""
    start = 0
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        if not marks:
            match = re.match(r"(`{3,}|~{3,})([\w{}-]*)", line)
            if match:
                marks, lexer, start = match[1], match[2], number + 1
        elif line.startswith(marks) and not line.strip(marks[0]).strip():
            if lexer in ENDINGS:
                base = DOCS if path.is_relative_to(DOCS) else DOCS.parent
                name = path.relative_to(base).as_posix()
                found.append(Snippet(name, start, lexer, "\n".join(lines[start:number]) + "\n"))
            marks = ""
    assert not marks, f"{path}: a fence is not closed"
    return found


def example(path: Path) -> Snippet:
    """Return an example of the reference, whose file is what a reader copies."""
    lexer = "markdown" if path.suffix == ".md" else "rst"
    return Snippet(path.relative_to(DOCS).as_posix(), 1, lexer, path.read_text(encoding="utf-8"))


EXAMPLES = DOCS / "examples"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.parent != EXAMPLES]
PAGES += [DOCS.parent / "README.md", DOCS.parent / "CONTRIBUTING.md"]
ALL = [snippet for path in PAGES for snippet in snippets(path)]
ALL += [example(path) for path in sorted(EXAMPLES.iterdir())]


def kinds() -> object:
    """Return the kinds that the demo declares."""
    before = list(sys.path)
    try:
        return runpy.run_path(str(DOCS / "conf.py"))["archdoc_kinds"]
    finally:
        sys.path[:] = before


def test_there_are_snippets_of_both_languages_and_the_table_is_true() -> None:
    assert len([snippet for snippet in ALL if snippet.lexer == "rst"]) >= 7
    assert len([snippet for snippet in ALL if snippet.lexer == "markdown"]) >= 12
    assert SKIPPED.keys() <= {snippet.key for snippet in ALL}
    assert all(len(reason) > 20 for reason in SKIPPED.values())


@pytest.mark.parametrize("snippet", ALL, ids=str)
def test_it_builds_on_its_own(project: Project, snippet: Snippet) -> None:
    reason = SKIPPED.get(snippet.key)
    if reason:
        pytest.skip(reason)
    project.myst()
    project.conf["archdoc_kinds"] = kinds()
    project.conf["suppress_warnings"] = ["toc.no_title"]  # a part of a page needs none
    name = "adr/0007-page" if BY_PLACE.match(snippet.text) else "page"
    project.write(
        {
            "index.rst": f"Test\n====\n\n.. toctree::\n\n   The page <{name}>\n",
            f"{name}.{ENDINGS[snippet.lexer]}": snippet.text,
            "risks.csv": "id,title,impact\nR_001,Frost,high\n",  # what a guide exports
        }
    )
    build = project.build()
    assert [line for line in build.warnings if not ELSEWHERE.search(line)] == []
    html = build.text(f"{name}.html")
    # Directives, and not text that looks like them.
    shown = re.sub(r"<(pre|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r":::|\.\. [a-z\d-]+::|\{[a-z\d-]+\}", shown)
    if DECLARES.search(snippet.text):
        assert build.records()
