"""The title of a record whose text was pasted with it: a heading, or a bold line, in the body."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.reading.text import text_of, trimmed

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.body import Body, Section

#: ``Decision 1: Database``: the word for the kind, a number, and the title itself.
_WORD = re.compile(
    r"(?P<word>[^\W\d_](?:[^:–—\d]{0,40}?[^\W\d_])?)\s*#?\d{0,4}\s*(?::|–|—|\s-\s)\s*(?P<title>\S.*)"
)

#: A title made from the text has no more words.
_MOST_WORDS = 8


def bare_title(kind: Kind, heading: str) -> str:
    """Return a heading without the word that says what it is the title of."""
    found = _WORD.fullmatch(heading)
    words = {header_word(word) for word in (*kind.title_words, *kind.type_words)}
    if found and header_word(found["word"]) in words:
        return found["title"]
    return _named_before(kind, heading) or heading


def _named_before(kind: Kind, heading: str) -> str:
    """Return the name in ``Order Entity``; of what is called so in full (a service), nothing."""
    name, _, word = heading.strip().rpartition(" ")
    return name.strip() if header_word(word) in map(header_word, kind.name_ends) else ""


def take_bold_title(kind: Kind, children: list[nodes.Node]) -> str:
    """Take a bold line like ``**Component: Orders**`` off the beginning; return its title."""
    first = children[0] if children else None
    parts = trimmed(first.children) if isinstance(first, nodes.paragraph) else []
    if len(parts) != 1 or not isinstance(parts[0], nodes.strong):
        return ""
    text = text_of(parts)
    title = bare_title(kind, text)
    if title == text:
        return ""
    del children[0]
    return title


def split_title(body: Body) -> tuple[Section | None, Body]:
    """Return the heading round a whole body, and the body without it."""
    if body.title is not None:
        return body.title, replace(body, title=None)
    only = body.sections[0] if len(body.sections) == 1 and not body.lead else None
    if only is None or only.key or only.form not in ("heading", "strong"):
        return None, body
    # ``**Note:** a text`` is a remark; a label over a list is what the list is about.
    if only.form == "strong" and isinstance(next(iter(only.nodes), None), nodes.paragraph):
        return None, body
    return only, replace(body, lead=only.nodes, sections=only.children)


def words_of(body: Body) -> str:
    """Return the first heading or label in a body, else its first words: what names it best."""
    label = next((part.name for part in body.sections if part.title), "")
    blocks = (*body.lead, *(node for part in body.walk() for node in part.nodes))
    text = label or next((text for block in blocks if (text := block.astext().strip())), "")
    words = text.split("\n", 1)[0].split()
    return " ".join(words[:_MOST_WORDS]).strip(" :.,;") + "…" * (len(words) > _MOST_WORDS)
