"""A short way to parse reST content that is one definition list of plain terms.

That is how records are mostly written: ``Context``, ``Decision``, … each with an indented text.
docutils builds a state machine of twelve states for every list, which takes longer than reading a
record's prose. Where the content is nothing but plain terms and indented text, the same
``definition_list`` is put together here, and only the texts are given to the parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

if TYPE_CHECKING:
    from docutils.parsers.rst.states import RSTState
    from docutils.statemachine import StringList

#: A term without any markup or classifier.
_TERM = re.compile(r"[^\W\d_](?:[^\W_]|[ ,'’-]|_(?=[^\W_]))*\Z")


class _Part(NamedTuple):
    term: int  # line of the term, from 0
    start: int  # first line of its text
    end: int  # behind its last line
    indent: int


def parse_definitions(
    state: RSTState, content: StringList, offset: int
) -> nodes.definition_list | None:
    """Return the list that the content is, or None when it is anything else.

    ``offset`` is the line of the content in its source, from 0, as for ``nested_parse``.
    """
    parts = _split(content)
    if not parts:
        return None
    made = nodes.definition_list()
    for part in parts:
        source, line = content.info(part.term)
        term = nodes.term(content[part.term], content[part.term].rstrip())
        definition = nodes.definition()
        item = nodes.definition_list_item("", term, definition)
        for node in (item, term):
            node.source, node.line = source, (line or 0) + 1
        block = content[part.start : part.end]
        block.trim_left(part.indent)
        inner = parse_definitions(state, block, offset + part.start)
        if inner is not None:
            definition += inner
        else:
            definition.document = state.document
            state.nested_parse(block, offset + part.start, definition)
        made += item
    made.source, made.line = made[0].source, made[0].line
    return made


def _split(content: StringList) -> list[_Part] | None:
    parts: list[_Part] = []
    count = len(content)
    number = 0
    while number < count:
        line = content[number]
        if not line.strip():
            number += 1
            continue
        if not _TERM.match(line.rstrip()) or number + 1 >= count:
            return None
        start = end = number + 1
        indent = 0
        while end < count and (not content[end].strip() or content[end][0] == " "):
            text = content[end]
            if text.strip():
                width = len(text) - len(text.lstrip())
                indent = min(indent, width) if indent else width
            end += 1
        if not content[start].strip() or not indent:
            return None
        while not content[end - 1].strip():
            end -= 1
        parts.append(_Part(number, start, end, indent))
        number = end
    return parts
