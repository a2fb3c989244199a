"""A whole page as a record: front matter or docinfo as it is, or a bare ``adr`` directive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from sphinx_archdoc.formats.adr_labels import labels_of
from sphinx_archdoc.formats.adr_record import lines_in, values_of
from sphinx_archdoc.formats.adr_summary import is_prose
from sphinx_archdoc.formats.adr_title import read_title
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Location, Problem
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.section_words import parts_of
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.reading.page import PageRead, dress_page, read_page
from sphinx_archdoc.reading.summary import decision_of_page, first_sentence_of_sections
from sphinx_archdoc.sphinxext.adoption import adopt, is_candidate
from sphinx_archdoc.sphinxext.base import slug
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.labels import part_labels
from sphinx_archdoc.sphinxext.nodes import mark_record
from sphinx_archdoc.sphinxext.record_lines import lines_below
from sphinx_archdoc.sphinxext.stated_facts import fact_names, merge_facts, not_marked
from sphinx_archdoc.sphinxext.warnings import placed, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.formats.adr_reader import Adr
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Lines
    from sphinx_archdoc.sphinxext.domain import ArchDomain

_NUMBER = re.compile(r"(?:[A-Za-z]+[-_])?(\d{1,8})(?=$|[-_ .])")


class Marked(NamedTuple):
    """A directive that makes its page a record: its options, their lines, and its place."""

    kind: str
    options: dict[str, str]
    lines: dict[str, int]
    at: Location


def mark_page(env: BuildEnvironment, marked: Marked) -> None:
    """Say that the page being read is a record; called by the directive."""
    env.current_document["archdoc_page"] = marked


class _Told(NamedTuple):
    """What a page says of the record that it is."""

    id: str
    title: str
    values: dict[str, Any]
    problems: list[Problem]
    read: PageRead
    at: Location
    summary: str
    lines: Lines


def add_page_record(env: BuildEnvironment, docname: str, document: nodes.document) -> None:
    """Make the page a record when it was marked, or when it is adopted as a decision."""
    marked: Marked | None = env.current_document.get("archdoc_page")
    adopted = None
    if not marked:
        adopted = adopt(env, docname) if is_candidate(env, docname) else None
        if adopted is None:
            return
    domain = domain_of(env)
    kind = domain.registry[marked.kind if marked else "adr"]
    source = str(env.doc2path(docname, base=False)).replace("\\", "/")
    at = marked.at if marked else Location(docname, source, 1)
    section = next((node for node in document.children if isinstance(node, nodes.section)), None)
    if section is None:
        message = f"{kind.name}: the page has no heading to be the title; it is no record"
        warn(Code.MISSING, message, placed(env, at))
        return
    content = _content(document, section)
    if marked:
        metadata = page_metadata(env, docname, document)
        told = _marked(domain, kind, docname, metadata, marked, content, section)
    else:
        assert adopted is not None  # noqa: S101 -- see above
        told = _adopted(env, kind, *adopted, content, section, at)
    tell_problems(env, kind, told.id, told.problems, told.at)
    if told.read.chosen and kind.field("chosen"):
        told.values.setdefault("chosen", told.read.chosen)
    id_ = told.id
    anchor = id_ if id_ not in document.ids else f"{kind.name}-{id_}"
    if anchor not in section["ids"]:
        # The id that an adopted page has already stays the one of its permalink.
        section["ids"].insert(0 if adopted is None else len(section["ids"]), anchor)
    document.ids.setdefault(anchor, section)
    section["arch_record"] = id_
    section["classes"] += ["arch-record", "arch-page", f"arch-kind-{kind.name}"]
    found = drafts(env)
    mark_record(section, len(found), docname)
    found.append(
        Draft(
            kind=kind,
            id=id_,
            title=told.title,
            at=told.at._replace(anchor=anchor),
            node=section,
            origin="page",
            values=told.values,
            lines=told.lines,
            sections=told.read.sections,
            summary=told.summary,
        )
    )
    dress_page(content, parts_of(kind.family), part_labels(), told.read.chosen)


def tell_problems(
    env: BuildEnvironment, kind: Kind, id_: str, problems: Iterable[Problem], at: Location
) -> None:
    """Say what is wrong with the values of a record that is a page."""
    settings = domain_of(env).config.rule_settings()
    for problem in problems:
        place = at._replace(line=problem.line or at.line)
        level = settings.level("", problem.code.value)
        message = f"{kind.name} {id_}: {problem.message}"
        warn(problem.code, message, placed(env, place), level=level)


def _adopted(
    env: BuildEnvironment,
    kind: Kind,
    id_: str,
    adr: Adr,
    content: list[nodes.Node],
    section: nodes.section,
    at: Location,
) -> _Told:
    """Return what a decision says that was not written for us."""
    known, labels = parts_of(kind.family), labels_of(kind)
    values, problems = values_of(adr, kind, domain_of(env).reading)
    read = read_page(content, known, fact_names(kind), values.get("chosen", ""))
    # A translated heading counts; one that is no title ("Status") does not.
    heading = read_title(_title(section))[0] if adr.title.where == "heading" else ""
    at = at._replace(line=adr.title.line or 1)
    summary = decision_of_page(section, known, lambda text: is_prose(text, labels))
    title = heading or adr.title.text
    return _Told(id_, title, values, problems, read, at, summary, lines_in(adr))


def _marked(
    domain: ArchDomain,
    kind: Kind,
    docname: str,
    metadata: dict[str, str],
    marked: Marked,
    content: list[nodes.Node],
    section: nodes.section,
) -> _Told:
    """Return what a page says that a directive makes a record."""
    stated = _stated(kind, metadata, marked.options)
    known = parts_of(kind.family)
    read = read_page(content, known, fact_names(kind), stated.get("chosen", ""))
    merged = merge_facts(kind, read.facts, stated)
    wanted = merged.raw.pop("id", "").strip()
    id_ = page_id(kind, docname, wanted)
    problems = [*merged.problems]
    if wanted and not is_id(wanted):
        message = f"{wanted[:60]!r} is no id; ids hold letters, digits, '.', '_' and '-'"
        problems.append(Problem(Code.ID, f"{message}; using {id_!r}", option="id"))
    values, wrong = read_options(kind, merged.raw, domain.reading)
    lines = {**merged.lines, **_lines_on_top(domain.env, kind, marked), **marked.lines}
    wrong = [replace(each, line=each.line or lines.get(each.option, 0)) for each in wrong]
    if not read.chosen:
        section[1:1] = not_marked(kind, stated)
    title = _title_number(kind).sub("", _title(section), count=1)
    summary = first_sentence_of_sections(section, known)
    below = lines_below(kind, lines, marked.at.line)
    return _Told(id_, title, values, [*problems, *wrong], read, marked.at, summary, below)


#: A line of front matter or docinfo.
_ON_TOP = re.compile(r":?(?P<name>[A-Za-z][\w -]{0,40}):(?:\s|\Z)")


def _lines_on_top(env: BuildEnvironment, kind: Kind, marked: Marked) -> dict[str, int]:
    """Return the lines of what front matter or docinfo says above a directive, by its options."""
    path = Path(env.doc2path(marked.at.docname))
    if marked.at.source != str(env.doc2path(marked.at.docname, base=False)).replace("\\", "/"):
        return {}  # it stands in a file that the page includes
    found: dict[str, int] = {}
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines[: marked.at.line - 1], 1):
        named = _ON_TOP.match(line)
        spec = by_header(kind, named["name"]) if named else None
        if spec is not None:
            found.setdefault(spec.option, number)
    return found


def _title(section: nodes.section) -> str:
    return next(node.astext() for node in section.children if isinstance(node, nodes.title))


def _content(document: nodes.document, section: nodes.section) -> list[nodes.Node]:
    """Return what stands below the title, in it or in further sections beside it."""
    beside = document.children[document.index(section) + 1 :]
    more = [node for node in beside if isinstance(node, nodes.section)]
    return [*section.children[1:], *more]


def _stated(kind: Kind, metadata: dict[str, str], options: dict[str, str]) -> dict[str, str]:
    """Return what options, front matter and docinfo say, by the names of the options."""
    raw: dict[str, str] = {}
    for name, text in metadata.items():
        spec = by_header(kind, name)
        if spec is not None and (spec.option not in raw or kind.field(name)):
            raw[spec.option] = text
    if "id" in metadata:
        raw["id"] = metadata["id"]
    raw |= options
    for name in ("name", "class", "title"):
        raw.pop(name, None)
    return raw


@cache
def _title_number(kind: Kind) -> re.Pattern[str]:
    """Return what numbers the titles of a kind: ``7.``, ``ADR-7:``, ``[ADR-7]``."""
    prefix = re.escape(kind.prefix.rstrip("-_"))
    return re.compile(rf"(?:\[?(?i:{prefix})[-_ ]?\d+\]?|\d+)\s*(?:[.:–—-]\s*|\s+)(?=\S)")


def page_metadata(env: BuildEnvironment, docname: str, document: nodes.document) -> dict[str, str]:
    """Return front matter (which Sphinx has stored already) and docinfo (still in the text)."""
    found = {name: str(value) for name, value in env.metadata.get(docname, {}).items()}
    for docinfo in document.children:
        if not isinstance(docinfo, nodes.docinfo):
            continue
        for entry in docinfo.children:
            if isinstance(entry, nodes.field):
                found.setdefault(entry[0].astext().lower(), entry[1].astext())
            elif isinstance(entry, nodes.authors):
                found.setdefault("authors", ", ".join(author.astext() for author in entry.children))
            elif isinstance(entry, nodes.Element):
                found.setdefault(entry.tagname, entry.astext())
    return found


def page_id(kind: Kind, docname: str, wanted: str) -> str:
    """Return the id of a page: the one it states, its file's number, or its file's name."""
    if is_id(wanted):
        return wanted
    parts = docname.split("/")
    name = parts[-2] if parts[-1] in ("index", "README", "readme") and len(parts) > 1 else parts[-1]
    number = _NUMBER.match(name)
    if number:
        return f"{kind.prefix}{number[1]}"
    return name if is_id(name) else slug(name) or slug(docname)
