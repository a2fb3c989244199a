"""Front matter of a page: the YAML between two lines of hyphens at its very top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_page import FrontFact
from sphinx_archdoc.formats.collecting import Problems
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCED = re.compile(
    r"\A\ufeff?(?:[ \t]*\n)*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ENTRY = re.compile(r"(?P<name>[\w][\w .-]*?)\s*:(?:\s+(?P<value>.*))?\Z")


#: A comment: a line of its own, or behind a value that has no quotes and brackets.
_REMARK = re.compile(r"^[ \t]*#.*$|(?<=\s)#[ \t].*$(?<!['\"\]])", re.MULTILINE)
#: Lists in lists are read so deep.
_DEEPEST = 4


def split_front(text: str) -> tuple[dict[str, FrontFact], int, list[Problem]]:
    """Return the entries, the number of lines they take, and what could not be read.

    Entries that YAML refuses are read line by line, so that one bad line loses nothing else.
    """
    match = _FENCED.match(text)
    if match is None:
        return {}, 0, []
    before = text[: match.start(1)].count("\n")
    lines = match[0].count("\n") or 1
    inner = match[1]
    found = dict(_plain_entries(inner, before))
    if not found and inner.strip():
        return {}, 0, []  # a rule, some text, another rule
    problems = Problems()
    loaded = _loaded(inner, problems)
    if isinstance(loaded, dict):
        for name, value in loaded.items():
            line = found[str(name)].line if str(name) in found else before + 1
            found[str(name)] = FrontFact(tuple(_texts(value)), line)
    faults = [
        Problem(Code.DATA, f"front matter: {problem.message}", problem.line + before)
        for problem in problems.all()
    ]
    return found, lines, faults


def remarks(text: str) -> list[str]:
    """Return the comments of the front matter, each as a line that YAML takes for one."""
    match = _FENCED.match(text)
    return [found[0].strip() for found in _REMARK.finditer(match[1])] if match else []


def _loaded(inner: str, problems: Problems) -> object:
    from sphinx_archdoc.formats.data_yaml import read_yaml

    return read_yaml(inner, problems)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, dict):
        # "{name: Ann, email: …}": the name is what is shown
        named = next((value[key] for key in ("name", "id", "title") if key in value), None)
        parts = [named] if named is not None else list(value.values())
    elif isinstance(value, list):
        parts = list(value)
    else:
        text = "" if value is None else str(value).strip()
        if text:
            yield text
        return
    for part in parts if depth < _DEEPEST else ():
        yield from _texts(part, depth + 1)


def _plain_entries(inner: str, before: int) -> Iterator[tuple[str, FrontFact]]:
    for number, line in enumerate(inner.split("\n"), start=before + 1):
        match = _ENTRY.match(line.rstrip())
        if match:
            value = (match["value"] or "").strip().strip("\"'")
            yield match["name"], FrontFact((value,) if value else (), number)
