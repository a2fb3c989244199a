"""What a title says besides the name: an id or a number in front, quotes, a word for the kind.

The title stands in the argument of a directive, or was pasted with the text: as a heading, or a
bold line, in the body.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.c4_pieces import STARTS, first_word, is_quote, quoted, read_facts
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.reading.text import text_of, trimmed

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.body import Body, Section

#: ``Decision 1: Database``: the word for the kind, a number, and the title itself.
_WORD = re.compile(
    r"(?P<word>[^\W\d_](?:[^:–—\d]{0,40}?[^\W\d_])?)\s*#?(?P<number>\d{0,4})\s*(?::|–|—|\s-\s)\s*(?P<title>\S.*)"
)

#: ``ADR-001: Use queues`` as a title says the id and the title at once.
_ID_IN_TITLE = re.compile(r"(?P<id>[A-Z][A-Z0-9]*[-_]?\d[\w.-]*)\s*(?::|–|—|\s-)\s+(?P<title>.+)\Z")
#: After the prefix of the kind: ``ADR 1: Use queues``, and ``ADR-1 Use queues``.
_NUMBER = re.compile(r" #?(?P<number>\d{1,6})\s*(?::|–|—|\s-)\s+(?P<title>.+)\Z")
_ONLY_A_SPACE = re.compile(r"(?P<number>-\d{1,6})\s+(?P<title>.+)\Z")

#: A title made from the text has no more words.
_MOST_WORDS = 8


def id_in_title(kind: Kind, title: str) -> tuple[str, str]:
    """Return the id that a title starts with, or nothing, and the title without it."""
    found = _ID_IN_TITLE.match(title)
    if found:
        return found["id"], found["title"]
    prefix = kind.prefix.rstrip("-")
    if prefix and title.startswith(prefix):
        rest = title[len(prefix) :]
        found = _NUMBER.match(rest)
        if found:
            return f"{prefix}-{found['number']}", found["title"]
        # "ADR-1 is outdated" is a title that mentions a record.
        found = _ONLY_A_SPACE.match(rest)
        if found and found["title"][0].isupper():
            return f"{prefix}{found['number']}", found["title"]
    return "", title


def line_said(argument: str) -> tuple[str, dict[str, str]]:
    """Return the id in a line of a model, and the options it says; nothing if it is none.

    ``shop.api "Shop API" [Go] : Sells #core``: after the title all may be left out.
    """
    id_, rest = first_word(argument)
    if not (is_id(id_) and rest and is_quote(rest[0])):
        return "", {}
    title, after, closed = quoted(rest)
    if not closed or not title.strip() or not (not after or after.startswith(STARTS)):
        return "", {}
    facts = read_facts(after)
    said = {
        "title": title.strip(),
        "technology": facts.technology,
        "description": facts.text,
        "tags": ", ".join(facts.tags),
    }
    return id_, {name: text for name, text in said.items() if text}


def bare_title(kind: Kind, heading: str) -> str:
    """Return a heading without the word that says what it is the title of.

    A number that is the id stays in front of it.
    """
    if id_in_title(kind, heading)[0]:
        return heading
    found = _WORD.fullmatch(heading)
    words = {header_word(word) for word in (*kind.title_words, *kind.type_words)}
    if found and header_word(found["word"]) in words:
        return found["title"]
    return _named_before(kind, heading) or heading


def head_of(children: list[nodes.Node]) -> str:
    """Return the heading or bold line that a text begins with."""
    first = children[0] if children else None
    while isinstance(first, nodes.section):
        first = first.children[0]
    return first.astext() if isinstance(first, nodes.TextElement) else ""


def numbered(kind: Kind, heading: str, title: str) -> tuple[tuple[str, str], ...]:
    """Return the word and the number before a title that was taken from a heading.

    ``Decision 12: Word`` counts in one document; as an id it would be taken in others.
    """
    found = _WORD.fullmatch(heading)
    if not found or not found["number"] or bare_title(kind, heading) != title:
        return ()
    return ((found["word"], found["number"]),)


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
