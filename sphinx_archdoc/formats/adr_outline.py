"""The outline of a page: its title, its sections with what each is, and the area of its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.formats.adr_verbs import field_of
from sphinx_archdoc.model.section_words import ADR_SECTIONS, fold, lookup, normalise

if TYPE_CHECKING:
    from sphinx_archdoc.formats.adr_labels import Labels
    from sphinx_archdoc.formats.adr_page import Block, Page

_META = frozenset(
    {"metadata", "meta", "meta data", "meta information", "info", "information", "header"}
    | {"document information", "document info", "document control", "adr metadata"}
    | {"front matter", "metadaten", "metadatos", "metadonnees"}
)
_CHANGES = frozenset(
    {"changelog", "change log", "change history", "history", "revision history", "changes"}
    | {"document history", "version history", "anderungshistorie", "historie", "historique"}
    | {"historial de cambios"}
)
_CONTENTS = frozenset({"table of contents", "contents", "toc", "inhaltsverzeichnis", "indice"})
#: Facts that may be a section of their own. Of others ("Components") the word is also a topic.
_AS_SECTION = frozenset({"status", "date", "deciders", "consulted", "informed", "tags"})
#: Such a word in one language is a topic in another: as a heading it names no fact.
_TOPICS = frozenset({"data", "decide"})
_LABELLED = re.compile(r"([^:：]{2,40})\s*[:：]\s*(\S.*)\Z", re.DOTALL)


@dataclass(slots=True)
class Part:
    """A heading with the blocks up to the next one.

    ``role`` is ``title``, ``top`` (facts may stand in it), ``fact`` (``name`` says which),
    ``links``, ``changes``, ``contents`` or ``body`` (``name`` is the key of the section).
    """

    role: str
    name: str = ""
    heading: Block | None = None
    title: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The level of the heading; 0 in front of all headings."""
        return self.heading.level if self.heading else 0


def outline(page: Page, labels: Labels) -> list[Part]:
    """Take a page apart at its headings."""
    parts = [Part("top")]
    roles = {"top"}  # of the parts above
    for block in page.blocks:
        if block.kind == "heading":
            parts.append(_part(block, roles, labels))
            roles.add(parts[-1].role)
        else:
            parts[-1].blocks.append(block)
    _below_facts(parts)
    return parts


def _part(block: Block, before: set[str], labels: Labels) -> Part:
    text = plain(block.text)
    word = normalise(text)
    key = lookup(text, ADR_SECTIONS)
    name = labels.find(re.sub(r"^\s*\d+[.)]?\s+", "", text))
    labelled = _LABELLED.match(text)
    said = labels.find(labelled[1]) if labelled else None
    relation = field_of(text)
    if relation and key != "links":
        return Part("fact", relation, block, text)
    if name is not None and name.name in _AS_SECTION and word not in _TOPICS:
        return Part("fact", name.name, block, text)
    if said is not None and said.name in _AS_SECTION and labelled:
        body = block._replace(kind="text", text=labelled[2])
        return Part("fact", said.name, block, text, [body])
    if word in _CHANGES:
        return Part("changes", "", block, text)
    if word in _CONTENTS:
        return Part("contents", "", block, text)
    if key in ("links", "more-information") or word.startswith("related"):
        return Part("links", key or "links", block, text)
    if key:
        return Part("body", key, block, text)
    if not before & {"title", "body", "fact"}:
        return Part("title", "", block, text)
    above = fold(text) in _META or "body" not in before
    return Part("top" if above else "body", "", block, text)


def _below_facts(parts: list[Part]) -> None:
    """Let a fact hold the sub-sections below it, and sections keep what they are about."""
    for number, part in enumerate(parts):
        if part.role not in ("fact", "links", "changes"):
            continue
        for inner in parts[number + 1 :]:
            if inner.level <= part.level or (inner.role in ("fact", "body") and inner.name):
                break
            if part.role == "links":
                inner.role = "links"
            else:
                part.blocks.extend(inner.blocks)
                inner.role = "contents"
