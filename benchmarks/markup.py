"""reST that the three dialects share: wrapping, headings, option lists, index pages."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping

from content import FOLDERS, Code, Mention, Paragraph, Project

GLUE = "\0"
Role = Callable[[str], str]


def inline(paragraph: Paragraph, role: Role) -> str:
    """One paragraph as reST on one line; ``role`` writes a link to an id."""
    parts = []
    for piece in paragraph:
        if isinstance(piece, Mention):
            parts.append(role(piece.target).replace(" ", GLUE))
        elif isinstance(piece, Code):
            parts.append(f"``{piece.text}``")
        else:
            parts.append(piece)
    return "".join(parts)


def fill(text: str, first: str = "", rest: str = "") -> str:
    """Wrap without breaking a link in two."""
    return textwrap.fill(
        text,
        88,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ).replace(GLUE, " ")


def paragraphs(items: Iterable[Paragraph], role: Role) -> str:
    return "\n\n".join(fill(inline(item, role)) for item in items) + "\n"


def bullets(items: Iterable[Paragraph], role: Role) -> str:
    return "\n".join(fill(inline(item, role), "- ", "  ") for item in items) + "\n"


def indent(text: str, by: int = 3) -> str:
    return textwrap.indent(text, " " * by)


def heading(text: str, line: str = "=") -> str:
    return f"{text}\n{line * len(text)}\n"


def directive(name: str, argument: str, options: Mapping[str, str], body: str) -> str:
    head = f".. {name}:: {argument}".rstrip()
    lines = [head, *(f"   :{key}: {value}" for key, value in options.items() if value)]
    return "\n".join(lines) + "\n\n" + (indent(body) if body else "")


def toctree(entries: Iterable[str]) -> str:
    return ".. toctree::\n\n" + "".join(f"   {entry}\n" for entry in entries)


def common_pages(project: Project) -> dict[str, str]:
    """The front page and one index a kind, equal in every dialect."""
    folders = [folder for folder, _ in FOLDERS.values()]
    pages = {
        "index": heading("Architecture")
        + "\nThe architecture of a system that does not exist.\n\n"
        + toctree(["overview", *(f"{folder}/index" for folder in folders)])
    }
    for folder, title in FOLDERS.values():
        parts = [page.split("/")[1] for page in project.pages if page.startswith(f"{folder}/")]
        pages[f"{folder}/index"] = heading(title) + "\n" + toctree(parts)
    return pages


def part_heading(page: str) -> str:
    """The heading of a page of records, from its document name."""
    folder, part = page.split("/")
    title = next(title for name, title in FOLDERS.values() if name == folder)
    return heading(f"{title}, part {int(part.removeprefix('part-'))}")


def overview(tables: Mapping[str, str]) -> str:
    """The overview page from one table a kind."""
    text = heading("Overview") + "\nEverything at a glance.\n"
    for kind, table in tables.items():
        text += "\n" + heading(f"All {FOLDERS[kind][1].lower()}", "-") + "\n" + table
    return text


def conf(extensions: list[str], theme: str, extra: str = "") -> str:
    return (
        "project = 'Benchmark'\n"
        "author = 'Nobody'\n"
        f"extensions = {extensions!r}\n"
        f"html_theme = {theme!r}\n"
        "html_copy_source = False\n"
        "html_show_sourcelink = False\n" + extra
    )
