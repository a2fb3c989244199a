"""A whole page as a record: front matter or docinfo as it is, or a bare ``adr`` directive."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Location, Problem
from sphinx_archdoc.model.options import by_header, read_options
from sphinx_archdoc.model.section_words import parts_of
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.reading.page import dress_page, read_page
from sphinx_archdoc.reading.summary import first_sentence_of_sections
from sphinx_archdoc.sphinxext.base import slug
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.labels import part_labels
from sphinx_archdoc.sphinxext.nodes import mark_record
from sphinx_archdoc.sphinxext.record_directive import fact_names
from sphinx_archdoc.sphinxext.stated_facts import merge_facts
from sphinx_archdoc.sphinxext.warnings import placed, warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.kind import Kind

_NUMBER = re.compile(r"(?:[A-Za-z]+[-_])?(\d{1,8})(?=$|[-_ .])")
#: ``template``, ``adr-template-minimal``, ``0000-template``; not ``0001-use-template-engine``.
_TEMPLATE = re.compile(
    r"(?:0+[-_.])?(?:[a-z]+[-_.])?template(?:[-_.](?:minimal|bare|full|short|long))*\Z",
    re.IGNORECASE,
)


def mark_page(env: BuildEnvironment, kind: str, options: dict[str, str], at: Location) -> None:
    """Say that the page being read is a record; called by the directive."""
    env.current_document["archdoc_page"] = (kind, options, at)


def add_page_record(env: BuildEnvironment, docname: str, document: nodes.document) -> None:
    """Make the page a record when it was marked, or when its path and metadata say so."""
    marked = env.current_document.get("archdoc_page")
    metadata = page_metadata(env, docname, document)
    domain = domain_of(env)
    if marked:
        kind_name, options, at = marked
    elif "status" in metadata and _in_paths(docname, domain.config.adr_paths):
        kind_name, options = "adr", {}
        source = env.doc2path(docname, base=False)
        at = Location(docname, str(source).replace("\\", "/"), 1)
    else:
        return
    kind = domain.registry[kind_name]
    section = next((node for node in document.children if isinstance(node, nodes.section)), None)
    if section is None:
        message = f"{kind.name}: the page has no heading to be the title; it is no record"
        warn(Code.MISSING, message, placed(env, at))
        return
    known = parts_of(kind.family)
    content = _content(document, section)
    stated = _stated(kind, metadata, options)
    read = read_page(content, known, fact_names(kind), stated.get("chosen", ""))
    merged = merge_facts(kind, read.facts, stated)
    wanted = merged.raw.pop("id", "").strip()
    id_ = page_id(kind, docname, wanted)
    problems = [*merged.problems]
    if wanted and not is_id(wanted):
        message = f"{wanted[:60]!r} is no id; ids hold letters, digits, '.', '_' and '-'"
        problems.append(Problem(Code.ID, f"{message}; using {id_!r}"))
    values, wrong = read_options(kind, merged.raw, domain.reading)
    for problem in (*problems, *wrong):
        place = at._replace(line=problem.line or at.line)
        warn(problem.code, f"{kind.name} {id_}: {problem.message}", placed(env, place))
    if read.chosen and kind.field("chosen"):
        values.setdefault("chosen", read.chosen)
    anchor = id_ if id_ not in document.ids else f"{kind.name}-{id_}"
    section["ids"].insert(0, anchor) if anchor not in section["ids"] else None
    document.ids.setdefault(anchor, section)
    section["arch_record"] = id_
    section["classes"] += ["arch-record", "arch-page", f"arch-kind-{kind.name}"]
    title_node = next(node for node in section.children if isinstance(node, nodes.title))
    found = drafts(env)
    mark_record(section, len(found), docname)
    found.append(
        Draft(
            kind=kind,
            id=id_,
            title=_title_number(kind).sub("", title_node.astext(), count=1),
            at=at._replace(anchor=anchor),
            node=section,
            origin="page",
            values=values,
            sections=read.sections,
            summary=first_sentence_of_sections(section, known),
        )
    )
    dress_page(content, known, part_labels(), read.chosen)


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


def _in_paths(docname: str, patterns: list[str]) -> bool:
    name = docname.rpartition("/")[2]
    if name in ("index", "README", "readme") or _TEMPLATE.match(name):
        return False
    return any(fnmatchcase(docname, pattern) for pattern in patterns)
