"""Examples of the coverage table as pages, and what a build makes of one.

The rows are files in ``tests/cases/coverage``, see ``example_docs/_ext/coverage_cases.py``, which
makes the table in the documentation of the same files.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import BeautifulSoup
    from building import Build
    from coverage_cases import Example, Row

#: A page begins with a title; these lines stand above an example.
HEADS = {"myst": "# Page\n\n", "rst": "Page\n====\n\n"}
#: Facts of a record that are no field of its kind, and where they are tested.
ELSEWHERE = (
    "id", "kind", "title", "fields", "line", "source", "page", "anchor", "summary", "sections",
    "body", "effective_status",
)  # fmt: skip


def page_name(row: Row, number: int) -> str:
    return f"r{row.number:02}-{number}"


def page_text(example: Example, language: str) -> tuple[str, int]:
    """Return the text of a page, and how many lines stand above the example."""
    text = str(getattr(example, language))
    if text.startswith(("---\n", ":title:")):
        return text, 0  # front matter: the example is a page
    head = HEADS[language]
    return head + text, head.count("\n")


# -- records -------------------------------------------------------------------------------------


def shown(record: dict[str, Any]) -> str:
    """Return what the export says of a record, in the form of the cases."""
    facts = {name: value_of(value) for name, value in record.get("fields", {}).items()}
    facts |= {name: value_of(value) for name, value in record.items() if name not in ELSEWHERE}
    if "extra" in record:
        facts["extra"] = "; ".join(f"{name} = {text}" for name, text in record["extra"].items())
    if "effective_status" in record:
        facts["status is"] = record["effective_status"]
    body = record.get("body", {})
    if body.get("columns"):
        facts["columns"] = ", ".join(
            " ".join((column["name"], *column.get("keys", ()))) for column in body["columns"]
        )
    if body.get("relations"):
        facts["relations"] = ", ".join(end["target"] for end in body["relations"])
    if body.get("items"):
        facts["steps"] = str(len(re.findall(r"'style':", str(body["items"]))))
    parts = [part["key"] or part["title"] for part in record.get("sections", ())]
    if parts:
        facts["parts"] = ", ".join(parts)
    head = f"{record['kind']} {record['id']}: {record['title']}".rstrip()
    return "\n".join((head, *(f"  {name}: {text}" for name, text in facts.items())))


def value_of(value: Any) -> str:
    if isinstance(value, dict):
        note = f" ({value['note']})" if value.get("note") else ""
        return str(value.get("text") or f"{value.get('id', '')}{note}")
    if isinstance(value, list):
        return ", ".join(map(value_of, value))
    return str(value)


def records(build: Build, page: str) -> list[dict[str, Any]]:
    found = [record for record in build.export()["records"] if record["page"] == page]
    return sorted(found, key=lambda record: (record["line"], record["id"]))


def records_of(build: Build, page: str) -> str:
    return "".join(f"{shown(record)}\n" for record in records(build, page))


# -- warnings ------------------------------------------------------------------------------------

WARNING = re.compile(r"\S*?(?P<page>r\d\d-\d+)\.\w+:(?P<line>\d+)?:? ?(?:WARNING: )?(?P<text>.*)")


def warnings_of(build: Build, page: str) -> list[tuple[int, str, str]]:
    """Return line, code and message of the warnings for a page, without places in them."""
    found = []
    for warning in build.warnings:
        match = WARNING.match(warning)
        assert match, warning
        text, _, code = match["text"].rstrip("]").rpartition(" [")
        text = re.sub(r"lines? [\d, -]+ (?=\S)", "", re.sub(r"(r\d\d-\d+)\.\w+:\d+", r"\1", text))
        if match["page"] == page:
            found.append((int(match["line"] or 0), code, text))
    return found


# -- what is shown -------------------------------------------------------------------------------


def soup(build: Build, page: str) -> BeautifulSoup:
    return build.soup(f"{page}.html")


def shows(page: BeautifulSoup) -> str:
    """Return how many tables and pictures a page has; a timeline is a list on a page."""
    tables, pictures = page.find_all("table"), page.select("svg.arch-svg, .arch-timeline")
    return f"tables {len(tables)}, pictures {len(pictures)}\n"


def words_shown(build: Build, builder: str, page: str) -> str:
    """Return the words of a page as its readers see them, on one line."""
    if builder == "latex":
        return _words_of_latex(build.out)
    name = {"html": "html", "epub": "xhtml", "text": "txt"}[builder]
    text = build.text(f"{page}.{name}")
    if builder != "text":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"\s+", " ", text)


@cache
def _words_of_latex(folder: Path) -> str:
    """Return the words of all pages: LaTeX has them in one file."""
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.tex"))
    text = re.sub(r"\\textless\{\}", "<", re.sub(r"\\textgreater\{\}", ">", text))
    text = re.sub(r"\\(?:PYG|PYGZ)\w*\{(\w*)\}", r"\1", text)
    text = re.sub(r"\\textendash\{\}", "–", text)
    text = re.sub(r"\\([%&#_$])", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"\\\w+|[{}]", "", text))


_ALL = re.DOTALL | re.MULTILINE


def passage(example: Example) -> Iterator[str]:
    """Yield the words of the author's text: no options, no diagram, no marks."""
    text = re.sub(r"^---\n.*?\n---\n", "", example.myst, flags=re.DOTALL)
    text = re.sub(r"^```(?:mermaid|plantuml)[^\n]*\n.*?^```$", "", text, flags=_ALL)
    text = re.sub(r"^:::+\{c4-model\}.*?^:::+$", "", text, flags=_ALL)
    text = re.sub(r"^:::+(?:\{[\w-]+\}.*)?$|^:[a-z-]+:.*$|^```\w*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    yield from re.findall(r"[A-Za-z][A-Za-z0-9]{2,}", text)
