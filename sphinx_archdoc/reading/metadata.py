"""Facts at the top of a body that are no section: lists, tables and plain ``Name: value`` lines.

Each reader returns the facts and the nodes that remain, or None if the node is something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import fold, lookup
from sphinx_archdoc.reading.body import Fact
from sphinx_archdoc.reading.text import line_of, place, text_of, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Remainder = tuple[list[Fact], list[nodes.Node]]

_PLAIN = re.compile(r"([^\W\d_][\w /-]{0,38}?)\s*:(?=\s|$)\s*")
_WORDS = "field value name key property attribute item metadata meta entry info details"
_GENERIC = frozenset(_WORDS.split()) | {
    "feld",
    "wert",
    "eigenschaft",
    "campo",
    "valor",
    "champ",
    "valeur",
    "",
}
_COLUMNS = 2


def top_facts(node: nodes.Node, facts: Mapping[str, str]) -> Remainder | None:
    """Read a node in front of the first section."""
    for kind, read in _READERS:
        if isinstance(node, kind) and isinstance(node, nodes.Element):
            return read(node, facts)
    return None


def as_fact(field: str, parts: list[nodes.Node], line: int) -> Fact:
    """Return the fact these nodes tell."""
    parts = list(trimmed(parts))
    return Fact(field, text_of(parts), line, tuple(parts) if _has_links(parts) else ())


def _has_links(parts: list[nodes.Node]) -> bool:
    return any(
        isinstance(node, nodes.reference) or getattr(node, "tagname", "") == "pending_xref"
        for part in parts
        for node in part.findall()
    )


def _labelled(block: nodes.Element, facts: Mapping[str, str]) -> tuple[str, Fact | None]:
    # "Status: accepted" or "**Status:** accepted"; the name is empty if there is no label.
    children = trimmed(block.children)
    if not children:
        return "", None
    first, line = children[0], line_of(block)
    if isinstance(first, nodes.Text):
        match = _PLAIN.match(str(first))
        if match is None:
            return "", None
        name = match[1]
        rest = [nodes.Text(str(first)[match.end() :]), *children[1:]]
    elif isinstance(first, nodes.strong | nodes.emphasis):
        name = text_of([first])
        after = children[1] if len(children) > 1 else None
        colon = isinstance(after, nodes.Text) and str(after).lstrip().startswith(":")
        if not (colon or name.endswith(":")):
            return "", None
        rest = trimmed(children[1:], colon=colon)
    else:
        return "", None
    field = lookup(name, facts)
    return name, as_fact(field, rest, line) if field else None


def _from_list(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    found: list[Fact] = []
    others: list[nodes.Node] = []
    for item in node.children:
        name, fact = "", None
        if item.children and isinstance(item.children[0], nodes.paragraph):
            name, fact = _labelled(item.children[0], facts)
        if not name:
            return None
        if fact is None:
            others.append(item)
            continue
        more = [part for part in item.children[1:] if not isinstance(part, nodes.comment)]
        if more:  # a label with a list below it
            fact = joined(fact, more)
        found.append(fact)
    return _remaining(node, found, others)


def joined(fact: Fact, blocks: list[nodes.Node]) -> Fact:
    """Add the text of further blocks to a fact; list items become a comma-separated text."""
    texts = [fact.text] if fact.text else []
    for block in blocks:
        if isinstance(block, nodes.bullet_list | nodes.enumerated_list):
            texts.append(", ".join(text_of([item]) for item in block.children))
        else:
            texts.append(text_of([block]))
    return fact._replace(text=" ".join(texts))


def _from_fields(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    found: list[Fact] = []
    others: list[nodes.Node] = []
    for item in node.children:
        name, content = item.children[0], item.children[1]
        field = lookup(text_of([name]), facts)
        if field:
            found.append(joined(Fact(field, "", line_of(item)), list(content.children)))
        else:
            others.append(item)
    return _remaining(node, found, others)


def _from_paragraph(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    # Plain lines, as in Nygard's "Date: 2026-01-15": all of them must be facts.
    if not all(isinstance(child, nodes.Text) for child in node.children):
        return None
    found: list[Fact] = []
    for number, text in enumerate(node.astext().split("\n")):
        match = _PLAIN.match(text.strip())
        field = lookup(match[1], facts) if match else ""
        if match is None or not field:
            return None
        value = text.strip()[match.end() :].strip()
        found.append(Fact(field, value, (node.line or 0) + number))
    return (found, []) if found else None


def _from_lines(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    found: list[Fact] = []
    others: list[nodes.Node] = []
    for number, line in enumerate(node.children):
        if not isinstance(line, nodes.line):
            return None
        fact = _labelled(line, facts)[1]
        if fact is None:
            others.append(line)
        else:
            found.append(fact._replace(line=line.line or (node.line or 0) + number))
    return _remaining(node, found, others)


def _from_table(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    tgroup = next((part for part in node.children if isinstance(part, nodes.tgroup)), None)
    if tgroup is None or tgroup.get("cols") != _COLUMNS:
        return None
    parts = [part for part in tgroup.children if isinstance(part, nodes.thead | nodes.tbody)]
    rows = [row for part in parts for row in part.children]
    if any(len(row.children) != _COLUMNS for row in rows):
        return None
    read = [(row, _row_fact(row, facts)) for row in rows]
    found = [fact for _, fact in read if fact is not None]
    others = [row for row, fact in read if fact is None and not says_what_rows_are(row)]
    if not found or any(isinstance(row.parent, nodes.thead) for row in others):
        return None
    if not others:
        return found, [part for part in node.children if part is not tgroup]  # a caption
    # "Field | Value" says that the rows are facts; those that nobody knows stay a table.
    if len(found) + len(others) == len(rows):
        return None
    for row, fact in read:
        if fact is not None:
            row.parent.remove(row)
    return found, [node]


def _row_fact(row: nodes.Node, facts: Mapping[str, str]) -> Fact | None:
    name, value = row.children
    field = lookup(text_of([name]).rstrip(":"), facts)
    return joined(Fact(field, "", line_of(value)), list(value.children)) if field else None


def says_what_rows_are(row: nodes.Node) -> bool:
    """Tell whether a row is a header such as ``Field | Value``."""
    return {fold(text_of([cell])) for cell in row.children} <= _GENERIC


def _from_quote(node: nodes.Element, facts: Mapping[str, str]) -> Remainder | None:
    if len(node.children) != 1 or isinstance(node.children[0], nodes.block_quote):
        return None
    inner = top_facts(node.children[0], facts)
    return inner if inner is None or not inner[1] else None


def _remaining(
    node: nodes.Element, found: list[Fact], others: list[nodes.Node]
) -> Remainder | None:
    if not found:
        return None
    if not others:
        return found, []
    rest = place(type(node)("", *others), node)
    rest.attributes.update(node.attributes)
    return found, [rest]


_READERS: tuple[
    tuple[type[nodes.Node], Callable[[nodes.Element, Mapping[str, str]], Remainder | None]], ...
] = (
    (nodes.bullet_list, _from_list),
    (nodes.field_list, _from_fields),
    (nodes.paragraph, _from_paragraph),
    (nodes.line_block, _from_lines),
    (nodes.table, _from_table),
    (nodes.block_quote, _from_quote),
)
