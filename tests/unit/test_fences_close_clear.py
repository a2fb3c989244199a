"""Fences in the project's own Markdown close after a blank line.

Markdown itself takes a ``:::`` right below a table for one more row of it, and below a list for
more of its last item: GitHub would show it there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.snippets import vscode
from sphinx_archdoc.templates import NAMES, template
from sphinx_archdoc.templates.writing import Facts, project_files

ROOT = Path(__file__).parent.parent.parent
FILES = [
    ROOT / "README.md",
    *sorted((ROOT / "example_docs").rglob("*.md")),
    *sorted((ROOT / "sphinx_archdoc" / "templates").rglob("*.md")),
]
_CLOSES = re.compile(r"\s*:{3,}\s*\Z")
_OPENS = re.compile(r"\s*(?::{3,}|`{3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def swallowed(text: str) -> list[int]:
    """Return the numbers of lines that close a fence directly below a table row or list item."""
    lines = text.split("\n")
    return [
        number + 1
        for number, line in enumerate(lines)
        if number and _CLOSES.match(line) and _goes_on(lines[:number])
    ]


def _goes_on(above: list[str]) -> bool:
    if above[-1].lstrip().startswith("|"):
        return True
    for line in reversed(above):
        if not line.strip() or _OPENS.match(line):
            return False
        if _ITEM.match(line):
            return True
    return False


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (":::{risk-table}\n\n| a |\n|---|\n| b |\n:::", [6]),
        (":::{risk-table}\n\n| a |\n|---|\n| b |\n\n:::", []),
        (":::{review-checklist}\n- [ ] one,\n  and more\n:::", [4]),
        (":::{flow} Log in\n1. user -> web\n\n:::", []),
        (":::{adr} One\n:id: ADR-1\n:::\n", []),
        ("::::{adr} One\n:::{note}\n- a\n\n:::\n::::", []),
    ],
)
def test_what_is_swallowed(text: str, found: list[int]) -> None:
    assert swallowed(text) == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_fence_closes_directly_below_a_row_or_item(path: Path) -> None:
    assert swallowed(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_new_projects(name: str) -> None:
    files = project_files(template(name), "md", Facts(date="2026-01-20", next_review="2026-07-20"))
    assert {path: swallowed(text) for path, text in files.items() if swallowed(text)} == {}


def test_snippets() -> None:
    bodies = {name: "\n".join(entry["body"]) for name, entry in json.loads(vscode("md")).items()}
    assert len(bodies) > len(kinds.load().names()) // 2
    assert [name for name, body in bodies.items() if swallowed(body)] == []
