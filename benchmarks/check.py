"""Are the dialects equal, and is incremental output equal to a clean build?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import projects
from content import COLUMNS, Project, cell
from edits import EDITS
from measure import build

if TYPE_CHECKING:
    from pathlib import Path

#: Written by every build with its own time or paths in it; no reader sees them.
IGNORED = {".buildinfo", ".buildinfo.bak"}
VOID = {"meta", "link", "br", "hr", "img", "input", "col", "wbr", "source", "area", "base"}


class Page(HTMLParser):
    """The words, the links and the rows of the main part of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hrefs: list[str] = []
        self.rows: list[list[str]] = []
        self.depth = 0
        self.skipped = 0
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if facts.get("role") == "main" and not self.depth:
            self.depth = 1
            return
        if not self.depth or tag in VOID:
            return
        self.depth += 1
        if self.skipped or tag in {"script", "style"} or "headerlink" in (facts.get("class") or ""):
            self.skipped += 1
        if tag == "a" and facts.get("href"):
            self.hrefs.append(facts["href"] or "")
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1
            self.skipped = max(self.skipped - 1, 0)
        if tag in {"td", "th"}:
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if not self.depth or self.skipped:
            return
        self.words.append(data)
        if self.in_cell:
            self.rows[-1][-1] += data

    @property
    def text(self) -> str:
        return squash("".join(self.words))


def squash(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def read(out: Path, page: str) -> Page:
    return Page((out / f"{page}.html").read_text(encoding="utf-8"))


def missing_content(project: Project, dialect: str, out: Path) -> list[str]:
    """What the built pages lack: prose, titles, facts, links, rows of the overview."""
    problems = []
    # sphinx-needs keeps no back-link for a link in running text.
    sources = project.related_from if dialect == "needs" else project.referenced_by
    for name, records in project.pages.items():
        page = read(out, name)
        text = plain_words(page.text)
        anchors = Counter(href.rpartition("#")[2].lower() for href in page.hrefs if "#" in href)
        for record in records:
            wanted = [project.text(one) for one in record.prose]
            wanted += [record.title, *(v for f in record.facts.values() for v in f.split(", "))]
            problems += [
                f"{name}: {record.id}: no {one!r}" for one in wanted if plain_words(one) not in text
            ]
            targets = [one for ids in record.relations.values() for one in ids]
            targets += sources.get(record.id, ())
            problems += [
                f"{name}: {record.id}: no link to {target}"
                for target in targets
                if not any(anchor.endswith(target.lower()) for anchor in anchors)
            ]
    problems += missing_rows(project, read(out, "overview"))
    return problems


def plain_words(text: str) -> str:
    """Lists may be shown with commas or as chips, levels with a capital or without."""
    return squash(text.replace(",", " ")).lower()


def missing_rows(project: Project, page: Page) -> list[str]:
    """Records without an overview row that shows the content's cells in their order."""
    rows = [[plain_words(one) for one in row] for row in page.rows]
    problems = []
    for kind, columns in COLUMNS.items():
        for record in project.by_kind[kind]:
            wanted = [plain_words(cell(record, column)) for column in columns]
            if not any(
                len(row) == len(wanted) and all(a in b for a, b in zip(wanted, row, strict=True))
                for row in rows
            ):
                problems.append(f"overview: no row {wanted}")
    return problems


def prose_words(project: Project, out: Path) -> tuple[int, int]:
    """Words of prose in the content, and all words on the record pages as built."""
    content = sum(len(project.text(one).split()) for r in project.records for one in r.prose)
    return content, sum(len(read(out, name).text.split()) for name in project.pages)


def equal_words(project: Project, dialect: str, theme: str, work: Path) -> list[str]:
    """Build one dialect cleanly; what is missing, and every warning."""
    source, out = work / dialect / "src", work / dialect / "out"
    projects.remove(work / dialect)
    projects.write_project(project, dialect, theme, source)
    sample = build(source, out)
    content, built = prose_words(project, out)
    print(f"{dialect}: {content} words of prose, {built} words on the record pages")
    warnings = [f"warning: {line}" for line in sample.warnings.splitlines()]
    return warnings + missing_content(project, dialect, out)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How incremental output differs from a clean build.

    ``stale`` are pages whose main part shows other words or links. ``other`` are files that
    differ elsewhere (search index, previous and next, generated ids): plain Sphinx has these.
    """

    stale: list[str]
    other: list[str]

    def __str__(self) -> str:
        also = f"; bytes differ elsewhere: {', '.join(self.other[:4])}" if self.other else ""
        also += f" and {len(self.other) - 4} more" if len(self.other) > 4 else ""
        if self.stale:
            return f"**{len(self.stale)} stale**: {', '.join(self.stale[:4])}{also}"
        return f"fresh{also}"


def compare(one: Path, two: Path) -> Freshness:
    """Compare two output directories, file by file."""

    def files(out: Path) -> dict[str, bytes]:
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in out.rglob("*")
            if path.is_file() and path.name not in IGNORED
        }

    def seen(content: bytes | None) -> tuple[str, list[str]]:
        page = Page((content or b"").decode())
        return page.text, page.hrefs

    first, second = files(one), files(two)
    names = sorted(n for n in first.keys() | second.keys() if first.get(n) != second.get(n))
    stale = [
        name
        for name in names
        if name.endswith(".html") and seen(first.get(name)) != seen(second.get(name))
    ]
    return Freshness(stale, [name for name in names if name not in stale])


def freshness(project: Project, dialect: str, theme: str, work: Path) -> dict[str, Freshness]:
    """Edit -> how its incremental output differs from a clean build of the same sources.

    ``-j2`` compares a clean parallel build with a clean serial one. sphinx-needs' author
    touches nothing here: the question is what the extension does by itself.
    """
    source, out, clean = (work / dialect / name for name in ("src", "out", "clean"))
    found: dict[str, Freshness] = {}
    for edit, change in EDITS.items():
        projects.remove(work / dialect)
        projects.write_project(project, dialect, theme, source)
        build(source, out)
        edited = change(project)
        projects.write_project(edited, dialect, theme, source)
        build(source, out)
        build(source, clean)
        found[edit] = compare(out, clean)
    projects.remove_output(out)
    build(source, out, jobs=2)
    found["-j2"] = compare(out, clean)
    return found
