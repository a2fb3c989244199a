"""From the parsed nodes of a record's body to ordered sections.

A section is a heading (a ``section`` in reST, a levelled ``rubric`` in MyST), a definition term,
a field, or a paragraph with a bold or italic label. One pass; the nodes inside stay the original
ones, and nothing is dropped.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import PARENTS, lookup
from sphinx_archdoc.reading.body import Body, Fact
from sphinx_archdoc.reading.entries import definition, field
from sphinx_archdoc.reading.leadins import split
from sphinx_archdoc.reading.metadata import as_fact, joined, top_facts
from sphinx_archdoc.reading.outline import (
    EMPHASIS,
    HEADING,
    OPTION,
    OPTIONS,
    PART,
    STRONG,
    TERM,
    UNKNOWN,
    Open,
    Outline,
)
from sphinx_archdoc.reading.text import line_of, text_of, title_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.reading.entries import Entry
    from sphinx_archdoc.reading.leadins import Label, Piece


def read_body(
    children: Iterable[nodes.Node],
    known: Mapping[str, str],
    facts: Mapping[str, str],
    *,
    deep: bool = False,
) -> Body:
    """Sort the parsed nodes of a body into facts, lead and sections.

    ``known`` maps normalised names to section keys (see ``names.ADR_SECTIONS``), ``facts`` maps
    them to field names of the record. ``deep``: lists with labels below a heading of the author's
    own state facts too, and stay where they are.
    """
    reader = _Reader(known, facts, deep=deep)
    for node in children:
        reader.feed(node)
    return reader.body()


class _Reader:
    def __init__(
        self, known: Mapping[str, str], facts: Mapping[str, str], *, deep: bool = False
    ) -> None:
        self.known = known
        self.deep = deep
        # What is the decision itself is text, whatever the record's fields are called.
        self.fact_names = {
            name: fact for name, fact in facts.items() if known.get(name) != "decision"
        }
        self.facts: list[Fact] = []
        self.outline = Outline()
        self.depth = 0  # of nested ``section`` nodes
        # "**Status:**" whose value is the next block, and how to make it a section instead.
        self.waiting: tuple[Fact, Piece, nodes.paragraph] | None = None

    # What each node may be

    def feed(self, node: nodes.Node) -> None:
        waiting, self.waiting = self.waiting, None
        if waiting is not None and self._settle(*waiting, node):
            return
        if isinstance(node, nodes.section):
            self._section(node)
        elif isinstance(node, nodes.rubric) and "level" in node:
            self._heading(node, node.children, int(node["level"]))
        elif not self._is_fact(node):
            if self.deep and isinstance(node, nodes.bullet_list):
                self._facts_below(node)
            self._block(node)

    def _facts_below(self, node: nodes.bullet_list) -> None:
        top = self.outline.top
        if top is self.outline.root or (top.key and not top.key.startswith(UNKNOWN)):
            return
        stated = {fact.field for fact in self.facts}
        found = top_facts(node, self.fact_names)
        self.facts += [fact for fact in (found or ([],))[0] if fact.field not in stated]

    def _block(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.paragraph):
            self._paragraph(node)
        elif isinstance(node, nodes.definition_list):
            self._entries(node, [definition(item) for item in node.children])
        elif isinstance(node, nodes.field_list):
            self._entries(node, [field(item) for item in node.children])
        else:
            self.outline.add(node)

    def _section(self, node: nodes.section) -> None:
        self.depth += 1
        content = node.children
        if content and isinstance(content[0], nodes.title):
            self._heading(node, content[0].children, self.depth, line_of(content[0]))
            content = content[1:]
        for child in content:
            self.feed(child)
        self.depth -= 1

    def _heading(
        self, node: nodes.Element, title: Sequence[nodes.Node], level: int, line: int = 0
    ) -> None:
        text = text_of(title)
        key = lookup(text, self.known)
        fact = "" if key else lookup(text, self.fact_names)
        outline = self.outline
        first = not (outline.root.children or self.facts or any(map(_counts, outline.root.nodes)))
        line = line or line_of(node)
        made = Open(0, fact and UNKNOWN + fact, title_nodes(title), node, "heading", line)
        made.key = made.key or key
        outline.open(HEADING * level, made)
        if first and not made.key:
            outline.title = made

    def _is_fact(self, node: nodes.Node) -> bool:
        top = self.outline.top
        if top is not self.outline.root and top is not self.outline.title:
            return False
        if top.children or any(map(_counts, top.nodes)):
            return False
        found = top_facts(node, self.fact_names)
        if found is None:
            return False
        self.facts += found[0]
        for rest in found[1]:
            self._block(rest)
        return True

    def _settle(self, fact: Fact, piece: Piece, origin: nodes.paragraph, node: nodes.Node) -> bool:
        # The block after a label that stands alone is its value, if it is short and plain; the
        # label heads anything longer: code, a table.
        simple = isinstance(node, nodes.bullet_list | nodes.enumerated_list) or (
            isinstance(node, nodes.paragraph) and not split(node, self._meaning)
        )
        if simple:
            self.facts[self.facts.index(fact)] = joined(fact, [node])
        elif isinstance(node, nodes.literal_block | nodes.table | nodes.figure | nodes.image):
            self.facts.remove(fact)
            self._lead_in("", piece, origin)
        return simple

    def _paragraph(self, node: nodes.paragraph) -> None:
        after_fact = False

        def meaning(label: Label) -> str | None:
            nonlocal after_fact
            what = self._meaning(label, inside=after_fact)
            if what is None and after_fact and label.starts_line:
                what = ""  # text again, on the line after a fact
            if what is not None:
                after_fact = what.startswith(UNKNOWN)
            return what

        pieces = split(node, meaning)
        if not pieces:
            self.outline.add(node)
        for piece in pieces:
            if piece.label is None:
                if piece.body is not None:
                    self.outline.add(piece.body)
            elif piece.meaning.startswith(UNKNOWN) and piece.meaning != UNKNOWN:
                content = list(piece.body.children) if piece.body is not None else []
                self.facts.append(as_fact(piece.meaning[1:], content, piece.line))
                alone = not content and piece is pieces[-1]
                self.waiting = (self.facts[-1], piece, node) if alone else None
            else:
                key = "" if piece.meaning == UNKNOWN else piece.meaning
                self._lead_in(key, piece, node)
                if piece.body is not None:
                    self.outline.add(piece.body)

    def _meaning(self, label: Label, *, inside: bool = False) -> str | None:
        # "?field" is a fact, "?" an unknown section, another word a section, None plain text.
        fact = lookup(label.text, self.fact_names) if label.colon else ""
        key = lookup(label.text, self.known)
        if not (label.starts_line or (inside and fact)):
            return None
        if fact and self.outline.outside() and not (key and label.alone):
            return UNKNOWN + fact
        if key:
            return key
        whole = label.alone and label.strong and label.colon
        return UNKNOWN if whole and self._may_be_unknown() else None

    def _may_be_unknown(self) -> bool:
        # A bold line alone is a section where labels are the author's way of marking sections.
        return self.outline.in_options() or self.outline.outside()

    def _lead_in(self, key: str, piece: Piece, origin: nodes.paragraph) -> None:
        strong = piece.label is not None and piece.label.strong
        rank = STRONG if strong else EMPHASIS
        if self.outline.above(PARENTS.get(key, () if key else OPTIONS)) is not None:
            rank = max(rank, PART) if key else OPTION
        form = "strong" if strong else "emphasis"
        self.outline.open(rank, Open(0, key, piece.title, origin, form, piece.line))

    def _entries(self, node: nodes.Element, entries: list[Entry]) -> None:
        outline = self.outline
        keys = [lookup(entry.name, self.known) for entry in entries]
        outside = outline.outside()
        if not (any(keys) if outside else all(keys)):
            outline.add(node)
            return
        height, barrier = outline.height(TERM, keys[0]), outline.barrier
        for entry, key in zip(entries, keys, strict=True):
            fact = lookup(entry.name, self.fact_names) if outside else ""
            if fact and (not key or _is_short(entry.content)):
                self.facts.append(joined(Fact(fact, "", entry.line), entry.content))
                continue
            outline.close(height)
            outline.open(TERM, Open(0, key, entry.title, entry.origin, "term", entry.line))
            outline.barrier = len(outline.path) - 1
            for child in entry.content:
                self.feed(child)
            outline.barrier = barrier
        outline.close(height)

    def body(self) -> Body:
        self._status_sections()
        root, title = self.outline.root, self.outline.title
        if title is not None and len(root.children) == 1 and (title.children or self.facts):
            outer = replace(title.freeze(1), nodes=(), children=())
            root.nodes += title.nodes
            root.children = title.children
        else:
            outer = None
        return Body(
            facts=tuple(self.facts),
            lead=tuple(root.nodes),
            sections=tuple(child.freeze(1) for child in root.children),
            title=outer,
        )

    def _status_sections(self) -> None:
        # A heading such as "Status" with one paragraph is a fact; with more it also stays.
        root, title = self.outline.root, self.outline.title
        for parent in (root,) if title is None else (root, title):
            kept: list[Open] = []
            for part in parent.children:
                if part.key.startswith(UNKNOWN) and self._status_section(part):
                    continue
                kept.append(part)
            parent.children = kept
        _forget(root)

    def _status_section(self, part: Open) -> bool:
        name = part.key[len(UNKNOWN) :]
        first = next((node for node in part.nodes if _counts(node)), None)
        if isinstance(first, nodes.paragraph):
            self.facts.append(as_fact(name, list(first.children), line_of(first)))
        elif isinstance(first, nodes.bullet_list) and len(part.nodes) == 1:
            self.facts.append(joined(Fact(name, "", part.line), [first]))
        else:
            return False
        return len(part.nodes) == 1 and not part.children and not part.marks


def _forget(part: Open) -> None:
    for child in part.children:
        child.key = "" if child.key.startswith(UNKNOWN) else child.key
        _forget(child)


def _is_short(blocks: Sequence[nodes.Node]) -> bool:
    return len(blocks) == 1 and isinstance(blocks[0], nodes.paragraph)


def _counts(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.comment | nodes.target | nodes.system_message)
