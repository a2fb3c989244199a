"""Amounts in the tables of authors sort by what they are, in the notation of their page.

Needs what ``test_axe`` needs.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from test_axe import tools

if TYPE_CHECKING:
    from building import Project

SORTED = [
    ["180 ms", "< 1.5 s", "2 h", "3 days"],
    ["4 PT", "2-3 Wochen", "12,5 PT", "20–25 PT", "1.200 PT"],
    ["0,7 %", "26,5 %", "99,95 %"],
    ["950", "1,200", "1,200,000"],
    ["€900", "$5K", "€12,000"],
    ["2025-12-31", "2026-01-20"],
    ["9 things", "12 things"],
]


def test_amounts_sort_by_value(project: Project) -> None:
    node, modules, browser = tools()
    tables = []
    for number, cells in enumerate(SORTED):
        rows = "".join(f"| T{number}{at} | {cell} |\n" for at, cell in enumerate(cells[::-1]))
        head = "| Task | Effort |" if "4 PT" in cells else "| Data | Note |"
        name = "estimate-table" if "4 PT" in cells else "retention-table"
        tables.append(f":::{{{name}}}\n\n{head}\n|---|---|\n{rows}\n:::\n")
    page = "# P\n\n" + "\n".join(tables)
    build = project.myst().write({"index.md": page}).build()
    done = subprocess.run(
        [node, Path(__file__).with_name("sorting.mjs"), modules, browser, build.out],
        capture_output=True,
        check=True,
        timeout=180,
        encoding="utf-8",
    )
    assert json.loads(done.stdout) == SORTED
