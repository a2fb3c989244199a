"""A new decision as text, and the one change that an old one needs: its status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.formats.markdown_text import escape_inline
from sphinx_archdoc.formats.pipe_tables import width

if TYPE_CHECKING:
    from sphinx_archdoc.formats.adr_house import House
    from sphinx_archdoc.formats.adr_reader import Adr

_NYGARD = (
    ("Context", "What is the issue that makes a decision necessary?"),
    ("Decision", "What do we do?"),
    ("Consequences", "What becomes easier, and what harder?"),
)
_MADR = (
    ("Context and Problem Statement", "What is the issue that makes a decision necessary?"),
    ("Considered Options", "* "),
    ("Decision Outcome", "Chosen option: "),
    ("Consequences", "* Good, because\n* Bad, because"),
)
_BACKSLASHED = r"\\\g<0>"
_REST_SIGNS = re.compile(r"[\\`*_<>|[\]]")
_UNDERLINES = {1: "=", 2: "-", 3: "~"}


class Draft(NamedTuple):
    """What a new decision says of itself; ``supersedes``: heading and file of others."""

    number: int
    title: str
    status: str
    date: str
    supersedes: tuple[tuple[str, str], ...] = ()


def new_text(house: House, draft: Draft) -> str:
    """Return the text of a new decision in the form of the house."""
    rest = house.suffix == ".rst"
    status = draft.status if house.status_in in ("front matter", "list") else _capital(draft.status)
    replaced = ", ".join(link(old, rest=rest) for old in draft.supersedes)
    lines: list[str] = []
    if house.status_in == "front matter" and not rest:
        lines += ["---", f"status: {status}", f"date: {draft.date}"]
        if draft.supersedes:
            files = ", ".join(f'"{file}"' for _, file in draft.supersedes)
            lines.append(f"supersedes: [{files}]")
        lines += ["---", ""]
    lines += _heading(house.heading(draft.number, escaped(draft.title, rest=rest)), 1, rest=rest)
    facts = [("Status", status), ("Date", draft.date)]
    if replaced:
        facts.append(("Supersedes", replaced))
    if rest and house.status_in != "heading":
        lines += [*(f":{name}: {text}" for name, text in facts), ""]
    elif house.status_in in ("list", "table", "field"):
        lines += [*(f"* {name}: {text}" for name, text in facts), ""]
    elif house.status_in == "line":
        lines += [*(f"**{name}:** {text}  " for name, text in facts), ""]
    elif house.status_in != "front matter":
        lines += [f"Date: {draft.date}", "", *_heading("Status", 2, rest=rest), status, ""]
        lines += [f"Supersedes {replaced}", ""] if replaced else []
    for title, hint in _MADR if house.madr else _NYGARD:
        level = 3 if house.madr and title == "Consequences" else 2
        lines += [*_heading(title, level, rest=rest), hint, ""]
    return "\n".join(lines).rstrip() + "\n"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _heading(text: str, level: int, *, rest: bool) -> list[str]:
    if rest:
        return [text, _UNDERLINES[level] * max(4, width(text)), ""]
    return [f"{'#' * level} {text}", ""]


def escaped(title: str, *, rest: bool) -> str:
    """Return a title so that it reads back as it is: signs of markup get a backslash."""
    if plain(title) == title:
        return title
    return _REST_SIGNS.sub(_BACKSLASHED, title) if rest else escape_inline(title)


def link(target: tuple[str, str], *, rest: bool) -> str:
    """Return a link to a file with a text, in Markdown or reST."""
    text, file = target
    if rest:
        return f":doc:`{text.replace('`', '').replace('<', '')} <{file.rpartition('.')[0]}>`"
    shown = escaped(text, rest=False)
    brackets = shown if shown != text else re.sub(r"[][]", _BACKSLASHED, text)
    return f"[{brackets}]({file})"


def superseded(text: str, adr: Adr, successor: tuple[str, str], id_: str) -> str | None:
    """Return the text of an old decision with the status "superseded by"; None if it has none.

    Only the word of the status is replaced, where it was read; everything else stays.
    """
    fact = adr.facts.get("status")
    if fact is None or adr.status is None:
        return None
    said = f"superseded by {id_}" if fact.where == "front matter" else (
        f"Superseded by {link(successor, rest=adr.language == 'rst')}"
    )  # fmt: skip
    if fact.where == "list":
        said = f"s{said[1:]}"
    lines = text.split("\n")
    word = re.escape(adr.status.word.text)
    pattern = re.compile(rf"(?<!\w)(?P<mark>[\"'`*_]{{0,3}}){word}(?P=mark)(?!\w)", re.IGNORECASE)
    for number in range(max(fact.line - 1, 0), min(fact.line + 12, len(lines))):
        line = lines[number]
        start = line.find(":") + 1 if fact.where not in ("heading", "table") else 0
        found = pattern.search(line, start)
        if found and not (fact.where == "heading" and number == fact.line - 1 and ":" not in line):
            quoted = f'"{said}"' if fact.where == "front matter" else said
            more = line[: found.start()].strip() + line[found.end() :].strip(" .")
            told = line[found.end() :].strip(" .")
            if fact.where == "heading" and number >= fact.line and more:
                lines[number] = f"{quoted}. Before: {line.strip()}"  # no word of it is lost
            elif fact.where == "front matter" and told and not told.startswith("#"):
                value = line[start:].strip().strip("\"'")
                lines[number] = f'{line[:start]} "{said}; before: {value}"'
            elif told.startswith("by "):
                lines[number] = f"{line[: found.start()]}{said}; before: {line[found.start() :]}"
            else:
                lines[number] = line[: found.start()] + quoted + line[found.end() :]
            return "\n".join(lines)
    return None
