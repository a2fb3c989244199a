"""Lists and headings of documents that are there already, wrapped as they are, in both languages.

Each text is Markdown; in reST it stands below the same directive, its headings underlined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from building import Project

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build

_HEADING = re.compile(r"#{2,6} (.+)")
_TICK = re.compile(r"(?<!`)`(?!`)")


def rest(text: str) -> str:
    """Return blocks of ``:::{name} argument`` as reST."""
    found: list[str] = []
    inside = False
    for line in text.strip().splitlines():
        if line.startswith(":::"):
            inside = not inside
            found += ["", line.replace(":::{", ".. ").replace("}", "::", 1)] if inside else [""]
            continue
        heading = _HEADING.fullmatch(line)
        lines = [heading[1], "-" * len(heading[1]), ""] if heading else [line]
        if inside and found[-1].startswith("..") and not line.startswith(":"):
            found.append("")
        found += [f"   {each}".rstrip() if inside else each for each in lines]
    return "\n".join(found) + "\n"


@pytest.fixture(params=["md", "rst"])
def built(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Return what builds a page with such blocks."""

    def build(text: str) -> Build:
        page = f"# Page\n\n{text}" if request.param == "md" else f"Page\n====\n{rest(text)}"
        return Project(tmp_path).myst().write({f"page.{request.param}": page}).build()

    return build


def titles(build: Build) -> dict[str, str]:
    return {id_: record["title"] for id_, record in build.records().items()}


def test_a_retry_inside_the_timeout_is_said(built: Any) -> None:
    build = built("""
:::{integration} Payment
**Error Handling:**

- **Timeout:** 10s, retry 3x with exponential backoff
- **Rate Limit:** 100 req/min
- **Circuit Breaker:** Open after 5 failures
:::
""")
    assert len(build.warnings) == 1
    assert "not said: fallback;" in build.warnings[0]


def test_a_label_over_a_list_is_the_title(built: Any) -> None:
    build = built("""
:::{flow}
**Write Path:**

1. Client sends data to API
2. API validates request
:::
""")
    assert build.warnings == []
    assert titles(build) == {"write-path": "Write Path"}
    assert build.text("page.html").count("Write Path") >= 1
    assert "API validates request" in build.text("page.html")


def test_words_and_no_line_number_make_an_id(built: Any) -> None:
    build = built("""
:::{flow}
1. Client sends data to API
2. API validates request
:::
""")
    assert build.codes() == ["missing"]
    assert "its first words stand for it: 'Client sends data to API'" in build.warnings[0]
    assert titles(build) == {"client-sends-data-to-api": "Client sends data to API"}


def test_an_entity_is_called_as_its_block_says(tmp_path: Path) -> None:
    blocks = {
        "User": "- id: UUID (PK)\n- Relationships:\n  - has many: Projects",
        "Project": "- id: UUID (PK)\n- Relationships:\n  - belongs to: User",
    }
    md = "# Page\n"
    rst = "Page\n====\n"
    for name, lines in blocks.items():
        md += f"\n::::{{entity}}\n#### {name} Entity\n\n```\n{name}\n{lines}\n```\n::::\n"
        inner = f"{name} Entity\n--------------\n\n::\n\n   {name}\n   " + lines.replace(
            "\n", "\n   "
        )
        rst += "\n.. entity::\n\n   " + inner.replace("\n", "\n   ") + "\n"
    for ending, text in (("md", md), ("rst", rst)):
        project = Project(tmp_path / ending).myst().write({f"page.{ending}": text})
        build = project.build()
        assert build.warnings == []
        assert titles(build) == {"user": "User", "project": "Project"}
