"""A new decision as text, and the one change that an old one needs: its status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.formats.adr_notation import PLACES
from sphinx_archdoc.formats.adr_skeleton import Section
from sphinx_archdoc.formats.adr_targets import mentions
from sphinx_archdoc.formats.markdown_text import escape_inline
from sphinx_archdoc.formats.pipe_tables import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_archdoc.formats.adr_house import House
    from sphinx_archdoc.formats.adr_notation import Notation
    from sphinx_archdoc.formats.adr_reader import Adr

#: What to write in sections that are not among those of every decision.
_HINTS = {"options": "* "}
_UNDERLINES = {1: "=", 2: "-", 3: "~"}
_ENOUGH = 2
_BODY = ("context", "decision", "consequences", "options", "drivers", "rationale")
_STEP = re.compile(r"-+>|=+>|[→⇒➔➜➝⟶]")
_QUOTES = "\"'"
_BACKSLASHED = r"\\\g<0>"
_REST_SIGNS = re.compile(r"[\\`*_<>|[\]]")


class Older(NamedTuple):
    """A decision that is replaced, with its heading; ``file`` is empty where it is on a page."""

    id: str
    heading: str
    file: str


class Draft(NamedTuple):
    """What a new decision says of itself, and which others it replaces."""

    number: int
    title: str
    status: str
    date: str
    supersedes: tuple[Older, ...] = ()


def new_text(house: House, draft: Draft) -> str:
    """Return the text of a new decision in the form of the house."""
    rest = house.suffix == ".rst"
    values = {
        "status": house.status(draft.status),
        "date": draft.date,
        "supersedes": ", ".join(_named(old, rest=rest) for old in draft.supersedes),
    }
    sections = _sections(house)
    in_sections = {section.name for section in sections}
    notation = _completed(house, in_sections)
    ids = '", "'.join(old.id if mentions(old.id) else old.file for old in draft.supersedes)
    front = list(_filled(notation.front, {**values, "supersedes": ids}))
    lines = ["---", *front, "---", ""] if front else []
    title = house.heading(draft.number, escaped(draft.title, rest=rest))
    lines += _heading(title, 1, house)
    top = list(_filled(notation.top, values))
    lines += [*top, ""] if top else []
    hints = {name: f"[{hint}]" for name, _, hint in house.words.sections}
    told = notation.has("supersedes")
    for level, heading, name in sections:
        lines += _heading(heading, level, house)
        if name == "status":
            lines += [values["status"], ""]
            if values["supersedes"] and not told:
                lines += [f"{house.words.supersedes} {values['supersedes']}", ""]
        elif name in ("date", "changes"):
            lines += [f"* {draft.date}" if name == "changes" else draft.date, ""]
        elif hint := hints.get(name) or _HINTS.get(name):
            lines += [hint, ""]
    return "\n".join(lines).rstrip() + "\n"


def _sections(house: House) -> tuple[Section, ...]:
    """Return the sections of the house; where it has none in common, those of every decision."""
    named = [section for section in house.sections if section.name in _BODY]
    if len(named) >= _ENOUGH:
        return house.sections
    usual = tuple(Section(2, title, name) for name, title, _ in house.words.sections)
    status = (Section(2, "Status", "status"),) if house.status_in == "heading" else ()
    return (*status, *usual)


def _completed(house: House, in_sections: set[str]) -> Notation:
    """Return the notation of the house, with a status and a date where it has none at all."""
    own = house.notation
    if own.has("status") or "status" in in_sections:
        new = not house.sections and not own.top and not own.front
        return own._replace(top=(f"Date: {PLACES['date']}",)) if new else own
    if house.suffix == ".rst":
        return own._replace(top=(*own.top, *(f":{n.capitalize()}: {PLACES[n]}" for n in PLACES)))
    places = (f"status: {PLACES['status']}", f"date: {PLACES['date']}")
    more = f'supersedes: ["{PLACES["supersedes"]}"]'
    kept = [line for line in own.front if not any(place in line for place in PLACES.values())]
    return own._replace(front=(*kept, *places, more))


def _filled(lines: Sequence[str], values: Mapping[str, str]) -> Iterator[str]:
    for line in lines:
        if PLACES["supersedes"] in line and not values["supersedes"]:
            continue
        for name, place in PLACES.items():
            line = line.replace(place, values[name])  # noqa: PLW2901 -- one place after the other
        yield line


def _heading(text: str, level: int, house: House) -> list[str]:
    if house.suffix == ".rst":
        sign, above = house.adorned.get(level, (_UNDERLINES[level], False))
        line = sign * max(4, width(text))
        return [line, text, line, ""] if above else [text, line, ""]
    return [f"{'#' * level} {text}", ""]


def escaped(title: str, *, rest: bool) -> str:
    """Return a title so that it reads back as it is: signs of markup get a backslash."""
    if plain(title) == title:
        return title
    return _REST_SIGNS.sub(_BACKSLASHED, title) if rest else escape_inline(title)


def _named(old: Older, *, rest: bool) -> str:
    return link((old.heading, old.file), rest=rest) if old.file else old.id


def link(target: tuple[str, str], *, rest: bool) -> str:
    """Return a link to a file with a text, in Markdown or reST."""
    text, file = target
    if rest:
        return f":doc:`{text.replace('`', '').replace('<', '')} <{file.rpartition('.')[0]}>`"
    shown = escaped(text, rest=False)
    brackets = shown if shown != text else re.sub(r"[][]", _BACKSLASHED, text)
    return f"[{brackets}]({file})"


def superseded(
    text: str, adr: Adr, house: House, successor: tuple[str, str], id_: str
) -> str | None:
    """Return the text of an old decision with the status "superseded by"; None if it has none.

    Only the word of the status is replaced, where it was read; everything else stays.
    """
    fact = adr.facts.get("status")
    if fact is None or adr.status is None:
        return None
    by = house.words.superseded_by
    said = f"{by.lower()} {id_}" if fact.where == "front matter" else (
        f"{by} {link(successor, rest=adr.language == 'rst')}"
    )  # fmt: skip
    if fact.where == "list" and adr.status.word.text[:1].islower():
        said = f"{said[:1].lower()}{said[1:]}"
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
            history = _STEP.search(line, start, found.start())
            if history and not told:  # "Draft -> Accepted" gets one step more
                value = f"{line[start:].strip().strip(_QUOTES)} {history[0]} {said}"
                shown = f'"{value}"' if fact.where == "front matter" else value
                lines[number] = f"{line[:start]}{' ' if start else ''}{shown}"
            elif fact.where == "heading" and number >= fact.line and more:
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
