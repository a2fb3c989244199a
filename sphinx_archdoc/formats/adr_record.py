"""From what a text says to the values of a record: words, dates, people and references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.adr_dates import is_unclear
from sphinx_archdoc.formats.adr_facts import STRICT
from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.model.asking import NAME_ASKED
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Location, Problem
from sphinx_archdoc.model.options import read_value
from sphinx_archdoc.model.record import Record, SectionRef, shared
from sphinx_archdoc.model.unsettled import is_asked, is_unsettled
from sphinx_archdoc.model.values import Ref, clean, split_list

if TYPE_CHECKING:
    from sphinx_archdoc.formats.adr_facts import AdrFact
    from sphinx_archdoc.formats.adr_reader import Adr
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Lines

_MARKED = re.compile(r"(?:[#@][\w.-]+[\s,;]*)+\Z")
_READ_APART = ("status", "date")


def values_of(
    adr: Adr, kind: Kind, settings: Settings | None = None
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values of the record's fields by name, and what could not be read."""
    settings = settings or Settings()
    problems: list[Problem] = list(adr.problems)
    values: dict[str, Any] = {}
    if adr.status is not None:
        values["status"] = adr.status.word
        if not adr.status.word.key:
            problems.append(_unknown_status(adr, kind, settings))
    if adr.date is not None:
        values["date"] = adr.date
        if not adr.date.iso:
            text = adr.date.text
            message = f"date: {text!r} is no date; write it as 2026-01-20"
            if is_unclear(text):
                message = f"the date {text!r} can be read in two ways; write 2026-01-20"
            problems.append(Problem(Code.DATE, message, adr.facts["date"].line_at(0)))
    for name, fact in adr.facts.items():
        spec = kind.field(name)
        if spec is not None and name not in _READ_APART:
            value, problem = _value(spec, fact, kind, settings)
            if value is not None:
                values[name] = value
            if problem is not None:
                problems.append(problem)
    values |= _references(adr, kind, problems)
    return values, problems


def _value(
    spec: FieldSpec, fact: AdrFact, kind: Kind, settings: Settings
) -> tuple[Any, Problem | None]:
    """Return the value of a fact; prose where ids belong is no value, and no fault either."""
    if spec.type == "people" and NAME_ASKED.fullmatch(asked := plain(fact.text)):
        return (asked,), None
    if spec.type in ("people", "tags"):
        # "open" may well be a tag, and is nobody.
        nothing = is_unsettled if spec.type == "people" else is_asked
        return tuple(name for name in _listed(fact.text) if not nothing(name)), None
    if spec.type == "refs" and "element" not in spec.targets:
        return None, None  # read with the relations
    value, problem = read_value(spec, plain(fact.text), settings, kind.name)
    if problem is None:
        return value, None
    if fact.where not in STRICT:
        return None, None
    return value, Problem(problem.code, problem.message, fact.line_at(0))


def _references(adr: Adr, kind: Kind, problems: list[Problem]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for relation in adr.relations:
        if relation.rivals:
            which = " or ".join(relation.rivals[:4])
            message = f"{relation.field.replace('_', '-')} by number fits {which}; name the file"
            problems.append(Problem(Code.AMBIGUOUS, message, relation.line))
        elif kind.field(relation.field) is not None:
            ref = Ref(relation.id, relation.note)
            found[relation.field] = (*found.get(relation.field, ()), ref)
    return found


def lines_in(adr: Adr) -> Lines:
    """Return where a decision says each fact, and each other decision, as counted from its title.

    What follows from the name of the file has no line.
    """
    top = adr.title.line or 1
    found = {name: fact.line_at(0) - top for name, fact in adr.facts.items() if fact.line}
    for link in adr.relations:
        found.setdefault(f"{link.field} {link.id}", link.line - top)
    return shared(tuple(found.items()))


def _unknown_status(adr: Adr, kind: Kind, settings: Settings) -> Problem:
    spec = kind.field("status")
    words = settings.vocabulary(spec, kind.name) if spec else None
    said = adr.status.word.text if adr.status else ""
    hint = words.hint(said) if words else ""
    message = f"status: {said!r} is no known word; {hint}"
    return Problem(Code.STATUS, message, adr.facts["status"].line_at(0))


def _listed(text: str) -> tuple[str, ...]:
    items = split_list(plain(text).replace("、", ","))
    names = (name for item in items for name in _apart(item))
    return tuple(dict.fromkeys(filter(None, names)))


def _apart(item: str) -> list[str]:
    """Take an item apart in which blanks part the names: ``#data #cost``, ``@ann @bo``."""
    marked = re.findall(r"[#@][\w.-]+", item) if _MARKED.match(item) else []
    return [name.lstrip("#") for name in marked] or [item]


def record_of(
    adr: Adr, id_: str, kind: Kind, settings: Settings | None = None
) -> tuple[Record, list[Problem]]:
    """Return the record that a text tells, located in its file, and what is wrong with it."""
    values, problems = values_of(adr, kind, settings)
    path = adr.name.path
    docname = path.rpartition(".")[0] or path
    sections = tuple(
        SectionRef(part.name, part.title, "")
        for part in adr.parts
        if part.heading is not None and part.role in ("body", "links", "top")
    )
    record = kind.record(
        id=id_,
        title=clean(adr.title.text)[0],
        at=Location(docname, path, adr.title.line or 1, id_),
        origin="page",
        summary=adr.summary,
        sections=sections,
        lines=lines_in(adr),
        **values,
    )
    return record, problems
