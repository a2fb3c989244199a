"""Tables, pictures and code of documents that are there already, wrapped as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from building import Project

if TYPE_CHECKING:
    from pathlib import Path


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
        assert build.titles() == {"user": "User", "project": "Project"}


def test_a_roadmap_reads_a_table(tmp_path: Path) -> None:
    table = "| Phase | Start | End |\n|---|---|---|\n| One | 2026-01-01 | 2026-02-01 |"
    grid = "===== ========== ==========\nPhase Start      End\n===== ========== ==========\n"
    grid += "One   2026-01-01 2026-02-01\n===== ========== =========="
    pages = {
        "md": f"# Page\n\n:::{{roadmap}}\n{table}\n:::\n",
        "rst": "Page\n====\n\n.. roadmap::\n\n   " + grid.replace("\n", "\n   ") + "\n",
    }
    for ending, text in pages.items():
        build = Project(tmp_path / ending).myst().write({f"page.{ending}": text}).build()
        assert build.warnings == []
        assert build.records()["one"]["fields"] == {"start": "2026-01-01", "end": "2026-02-01"}
        assert "<svg" in build.text("page.html")


def test_an_unknown_row_does_not_drop_the_others(tmp_path: Path) -> None:
    table = "| Field | Value |\n|---|---|\n| Version | 1.0 |\n| Mood | good |"
    grid = "======= =====\nField   Value\n======= =====\nVersion 1.0\nMood    good\n======= ====="
    pages = {
        "md": f"# Page\n\n:::{{document-control}}\n{table}\n:::\n",
        "rst": "Page\n====\n\n.. document-control::\n\n   " + grid.replace("\n", "\n   ") + "\n",
    }
    for ending, text in pages.items():
        build = Project(tmp_path / ending).myst().write({f"page.{ending}": text}).build()
        assert build.warnings == []
        (record,) = build.records().values()
        assert record["fields"] == {"version": "1.0"}
        assert "good" in build.text("page.html")


def test_a_picture_takes_a_heading_above_its_diagram(tmp_path: Path) -> None:
    er = "erDiagram\n  A ||--o{ B : has"
    mermaid = f"```mermaid\n{er}\n```"
    code = ".. code-block:: mermaid\n\n   " + er.replace("\n", "\n   ")
    body = f"The model\n---------\n\nSome prose.\n\n{code}"
    pages = {
        "md": f"# Page\n\n::::{{er-diagram}}\n### The model\n\nSome prose.\n\n{mermaid}\n::::\n",
        "rst": "Page\n====\n\n.. er-diagram::\n\n   " + body.replace("\n", "\n   ") + "\n",
    }
    for ending, text in pages.items():
        build = Project(tmp_path / ending).myst().write({f"page.{ending}": text}).build()
        assert build.warnings == []
        page = build.text("page.html")
        assert "<svg" in page
        assert "<p>Some prose.</p>" in page
        assert ">The model<" in page
        assert "erDiagram" not in page


def test_codes_are_all_the_name_that_errors_have(tmp_path: Path) -> None:
    table = ":::{error-table}\n| Code | Status |\n|---|---|\n| NO_STOCK | 409 |\n:::\n"
    build = Project(tmp_path).myst().write({"page.md": f"# Page\n\n{table}"}).build()
    assert build.warnings == []
    assert build.titles() == {"NO_STOCK": "NO_STOCK"}
    assert build.records()["NO_STOCK"]["fields"] == {"http-status": "409"}


def test_roles_may_be_rows_or_columns(tmp_path: Path) -> None:
    crossed = "| Permission | Boss | Clerk |\n|---|---|---|\n| Hire | ✓ | ✗ |\n| File | ✓ | ✓ |"
    rows = "| Role | Hire | File |\n|---|---|---|\n| Boss | ✓ | ✓ |\n| Clerk | ✗ | ✓ |"
    for name, table in (("crossed", crossed), ("rows", rows)):
        text = f"# Page\n\n:::{{permission-matrix}}\n{table}\n:::\n\n{{user-role}}`role-clerk`\n"
        build = Project(tmp_path / name).myst().write({"page.md": text}).build()
        assert build.warnings == []
        fields = {id_: record["fields"] for id_, record in build.records().items()}
        assert fields == {
            "role-boss": {"allowed": ["Hire", "File"]},
            "role-clerk": {"allowed": ["File"], "denied": ["Hire"]},
        }
        assert 'id="user-role-role-clerk"' in build.text("page.html")


def test_a_flow_that_cannot_be_read_stays(tmp_path: Path) -> None:
    lines = "shop web -> the mail\nor so"
    code = ".. code-block:: flow\n\n   " + lines.replace("\n", "\n   ")
    pages = {
        "md": f"# Page\n\n::::{{flow}} Mail\n```flow\n{lines}\n```\n::::\n",
        "rst": "Page\n====\n\n.. flow:: Mail\n\n   " + code.replace("\n", "\n   ") + "\n",
    }
    for ending, text in pages.items():
        build = Project(tmp_path / ending).myst().write({f"page.{ending}": text}).build()
        assert build.codes() == ["syntax", "syntax"]
        assert len(build.warnings) == 2
        assert "or so" in build.text("page.html")


def test_a_status_leads_to_the_only_code_that_comes_with_it(tmp_path: Path) -> None:
    text = """\
# Page

:::{error-table}
| Code | Status | Description |
|---|---|---|
| NO_USER | 401 | Sign in |
:::

:::{flow} Sign in
a -> b : Password

**Error cases:**
- Wrong password → 401 Unauthorized
- Too late → the user is told
:::

:::{endpoint} GET /orders
:errors: 401
:::
"""
    build = Project(tmp_path).myst().write({"page.md": text}).build()
    assert build.warnings == []
    records = build.records()
    assert records["get-orders"]["fields"]["errors"] == [{"id": "NO_USER"}]
    page = BeautifulSoup(build.text("page.html"), "html.parser")
    cells = [link for link in page.select("table.arch-errors a") if link["href"] == "#NO_USER"]
    assert [link.get_text() for link in cells] == ["401"]
    head = page.select("#endpoint-get-orders .arch-head a, #get-orders .arch-head a")
    assert [link["href"] for link in head] == ["#NO_USER"]
    assert "the user is told" in page.get_text()


@pytest.mark.parametrize("builder", ["html", "latex"])
@pytest.mark.parametrize(
    "directive", ["risk-table", "limitation-list", "question-list", "roadmap", "document-control"]
)
def test_a_view_in_a_body_is_no_table_of_the_author(
    project: Project, directive: str, builder: str
) -> None:
    page = f"A\n=\n\n.. {directive}:: Own\n\n   .. risk-table:: All risks\n\n"
    project.write({"a.rst": page, "r.rst": "R\n=\n\n.. risk:: Late\n   :id: R-1\n"})
    build = project.build(builder)
    assert "traceback" not in "".join(build.warnings).lower()
    said = build.text("a.html") if builder == "html" else build.everything()
    assert said.count("All risks") >= 1
    assert "Late" in said


def test_a_table_that_is_wrapped_twice_is_read_once(project: Project) -> None:
    table = "| ID | Risk | Impact | Likelihood |\n|---|---|---|---|\n| R-1 | Late | high | low |\n"
    project.myst().write(
        {"a.md": f"# A\n\n::::{{risk-table}}\n:::{{risk-table}}\n{table}:::\n::::\n"}
    )
    build = project.build()
    assert build.codes() == ["table"]
    assert list(build.records()) == ["R-1"]


@pytest.mark.parametrize("fence", ["", "risk-table", "roadmap", "review-checklist"])
def test_a_table_that_is_to_be_filled_in_can_be_printed(project: Project, fence: str) -> None:
    table = "| ID | Risk | Owner |\n|---|---|---|\n"
    text = f":::{{{fence}}}\n{table}:::\n" if fence else table
    build = project.myst().write({"a.md": f"# A\n\n{text}"}).build("latex")
    assert "Owner" in build.everything()
