"""The files of a documentation project made from a template, as texts by path.

Every text is written once, in Markdown; ``formats.rest_blocks`` says the same in reStructuredText.
What a person is called or how a system is named may hold any character, so each place gets it
in the form that is safe there.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from string import Template as Filler
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.formats.pipe_tables import evened
from sphinx_archdoc.formats.rest_blocks import rest_of
from sphinx_archdoc.formats.rest_inline import as_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.templates import Page, Template

Form = Literal["md", "rst"]

_ADR = "0001-keep-decisions-beside-the-code"
_ADR_TITLE = "Keep decisions beside the code"
_LISTS_DECISIONS = "decisions"
_HEADED = re.compile(r"\A## .*\n+")
_INSIDE = re.compile(r"(^(?::{3}|`{3})\{.*?^(?::{3}|`{3})$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is filled in; an empty text leaves a placeholder. Days are written ``2026-01-20``."""

    title: str = ""
    author: str = ""
    email: str = ""
    date: str
    next_review: str


def project_files(template: Template, form: Form, facts: Facts) -> dict[str, str]:
    """Return the texts of all files by their path below the folder of the project."""
    values = _values(template, form, facts)
    found = {
        "README.md": _filled("files/readme.txt", values),
        ".gitignore": _read("files/gitignore.txt"),
        ".readthedocs.yaml": _read("files/readthedocs.txt"),
        ".github/workflows/docs.yml": _read("files/workflow.txt"),
        "docs/requirements.txt": _filled("files/requirements.txt", values),
        "docs/conf.py": _filled("files/conf.txt", values).replace("\n\n\n", "\n\n"),
        f"docs/adr/{_ADR}.{form}": _decision(form, facts, values),
        f"docs/index.{form}": _in_form(_first_page(template, values), form),
    }
    for page in template.pages:
        found[f"docs/{page.name}.{form}"] = _in_form(_page(page, values), form)
    return found


def _values(template: Template, form: Form, facts: Facts) -> dict[str, str]:
    shown = {
        "title": facts.title or "[System name]",
        "author": facts.author or "[Author]",
        "email": facts.email or "[E-mail]",
    }
    given = {"title": facts.title, "author": facts.author, "email": facts.email}
    markdown = ["myst_parser"] if form == "md" else []
    return {
        # A placeholder is left as it is, so that it is found.
        **{name: as_markdown(given[name]) if given[name] else shown[name] for name in shown},
        "title_line": shown["title"].replace("\\", "/").replace('"', '\\"'),
        "project": _python(shown["title"]),
        # Themes put this one into pages as it is.
        "html_title": _python(shown["title"].replace("<", "&lt;"))
        if "<" in shown["title"]
        else "project",
        "author_py": _python(shown["author"]),
        "copyright_py": _python(f"{facts.date[:4]}, {shown['author']}"),
        "extensions": _python(["sphinx_archdoc", *markdown]),
        "markdown_conf": 'myst_enable_extensions = ["colon_fence"]  # for ::: fences\n'
        if markdown
        else "",
        "date": facts.date,
        "next_review": facts.next_review,
        "template": template.name,
        "kind": template.title,
        "ending": form,
        "version": version("sphinx-archdoc"),
    }


def _python(value: object) -> str:
    """Return a text, or a list of texts, as Python source; JSON's escapes are Python's too."""
    return json.dumps(value, ensure_ascii=False)


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath(*name.split("/")).read_text(encoding="utf-8")


def _filled(name: str, values: Mapping[str, str]) -> str:
    return Filler(_read(name)).substitute(values)


def _part(name: str, values: Mapping[str, str]) -> str:
    return _filled(f"parts/{name}.md", values).strip("\n")


def _in_form(text: str, form: Form) -> str:
    return evened(text) if form == "md" else rest_of(text)


def _first_page(template: Template, values: Mapping[str, str]) -> str:
    # Without headings: in a book, a section here would swallow all pages.
    parts = [_HEADED.sub("", _part(name, values)) for name in template.opening]
    pages = "\n".join(page.name for page in template.pages)
    contents = f"```{{toctree}}\n:caption: Contents\n:maxdepth: 1\n\n{pages}\n```"
    return "\n\n".join([f"# {values['title']}", *parts, contents]) + "\n"


def _page(page: Page, values: Mapping[str, str]) -> str:
    parts = [_part(name, values) for name in page.parts]
    heading = f"## {page.title}\n"
    if parts[0].startswith(heading):  # called like its page: it needs no heading of its own
        parts[0] = _raised(parts[0].removeprefix(heading).lstrip("\n"))
    if page.name == _LISTS_DECISIONS:
        parts.append("```{toctree}\n:hidden:\n:glob:\n\nadr/*\n```")
    return "\n\n".join([f"# {page.title}", *parts]) + "\n"


def _raised(text: str) -> str:
    """Return a text whose headings are one level higher, except those inside a directive."""
    pieces = _INSIDE.split(text)  # every second one is a directive
    return "".join(
        piece if number % 2 else re.sub(r"^###", "##", piece, flags=re.MULTILINE)
        for number, piece in enumerate(pieces)
    )


def _decision(form: Form, facts: Facts, values: Mapping[str, str]) -> str:
    """Return the first decision as a file of its own: facts, title, and what was decided."""
    body = _read("files/adr.md")
    if form == "md":
        who = _python(facts.author or "[Author]")
        front = f"---\nstatus: accepted\ndate: {facts.date}\ndecision-makers: {who}\n---\n\n"
        return f"{front}# {_ADR_TITLE}\n\n{body}"
    who = rest_of(values["author"]).strip()
    front = f":status: accepted\n:date: {facts.date}\n:deciders: {who}\n\n"
    return front + rest_of(f"# {_ADR_TITLE}\n\n{body}")


def one_line(text: str) -> str:
    """Return a text of a user without line breaks and characters that cannot be seen."""
    return " ".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e]", " ", text).split()
    )
