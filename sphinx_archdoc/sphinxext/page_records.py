"""A whole page as a record: front matter or docinfo as it is, or a bare ``adr`` directive."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.options import by_header, read_options
from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.model.section_words import normalise, parts_of
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.reading.summary import first_sentence_of_sections
from sphinx_archdoc.sphinxext.base import slug
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.nodes import mark_record
from sphinx_archdoc.sphinxext.warnings import placed, warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.kind import Kind

_NUMBER = re.compile(r"(?:[A-Za-z]+[-_])?(\d{1,8})(?=$|[-_ .])")
_TITLE_NUMBER = re.compile(r"(?:\[?(?:ADR|adr)[-_ ]?\d+\]?|\d+)\s*(?:[.:–—-]\s*|\s+)(?=\S)")


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
    section = next((node for node in document.children if isinstance(node, nodes.section)), None)
    if section is None:
        return
    kind = domain.registry[kind_name]
    raw = {name: text for name, text in metadata.items() if by_header(kind, name)} | options
    id_ = page_id(kind, docname, raw.pop("id", "") or metadata.get("id", ""))
    for name in ("name", "class"):
        raw.pop(name, None)
    values, problems = read_options(kind, raw, domain.reading)
    for problem in problems:
        warn(problem.code, f"{kind.name} {id_}: {problem.message}", placed(env, at))
    title_node = next(node for node in section.children if isinstance(node, nodes.title))
    anchor = id_ if id_ not in document.ids else f"{kind.name}-{id_}"
    section["ids"].insert(0, anchor) if anchor not in section["ids"] else None
    document.ids.setdefault(anchor, section)
    section["arch_record"] = id_
    section["classes"] += ["arch-record", "arch-page", f"arch-kind-{kind.name}"]
    number = len(drafts(env))
    found = drafts(env)
    found.append(
        Draft(
            kind=kind,
            id=id_,
            title=_TITLE_NUMBER.sub("", title_node.astext(), count=1),
            at=at._replace(anchor=anchor),
            node=section,
            origin="page",
            values=values,
            sections=_parts(section, kind),
            summary=first_sentence_of_sections(section, parts_of(kind.family)),
        )
    )
    mark_record(section, number, docname)


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
    if name in ("index", "README", "readme", "template") or "template" in name:
        return False
    return any(fnmatchcase(docname, pattern) for pattern in patterns)


def _parts(section: nodes.section, kind: Kind) -> tuple[SectionRef, ...]:
    known = parts_of(kind.family)
    found = []
    for part in section.findall(nodes.section):
        if part is not section and part["ids"]:
            title = part[0].astext() if isinstance(part[0], nodes.title) else ""
            found.append(SectionRef(known.get(normalise(title), ""), title, part["ids"][0]))
    return tuple(found)
