"""Facts that a record's text states (``**Status:** accepted``) beside those of its options."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.values import read_refs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.body import Fact

#: Said twice, these add up.
_LISTS = ("refs", "tags", "people")


class Stated(NamedTuple):
    """Raw values by option name, what stays on the page as text, and contradictions.

    ``lines`` are those of what the text alone says.
    """

    raw: dict[str, str]
    kept: list[Fact]
    problems: list[Problem]
    lines: dict[str, int]


@lru_cache(maxsize=64)
def fact_names(kind: Kind) -> dict[str, str]:
    """Return the words by which a text may state a fact of this kind, and the option they mean."""
    from sphinx_archdoc.model.header_languages import other_headers
    from sphinx_archdoc.model.section_words import normalise

    found: dict[str, str] = {"id": "id"}
    for spec in kind.fields:
        for word in (spec.name, spec.title, *spec.synonyms):
            found.setdefault(normalise(word), spec.option)
    if kind.family == "decision":  # its words in other languages are its own
        return found
    for word, option in [*found.items()]:
        for other in other_headers(word):
            found.setdefault(normalise(other), option)
    return found


def merge_facts(kind: Kind, facts: Iterable[Fact], options: Mapping[str, str]) -> Stated:
    """Join the facts of a text with the options; an option counts, then the first fact.

    Nothing is lost: what does not count, and what a list of ids cannot hold, stays as text.
    """
    raw = dict(options)
    kept: list[Fact] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    for fact in facts:
        spec = kind.field(fact.field)
        if spec is not None and spec.type == "refs" and read_refs(fact.text)[1]:
            kept.append(fact)
        elif fact.linked and (spec is None or spec.type != "refs"):
            kept.append(fact)  # the value has the words, the paragraph the links
        have = raw.get(fact.field)
        if have is None:
            raw[fact.field], lines[fact.field] = fact.text, fact.line
        elif spec is not None and spec.type in _LISTS and fact.field not in options:
            raw[fact.field] = f"{have}, {fact.text}"
        elif " ".join(have.casefold().split()) != " ".join(fact.text.casefold().split()):
            kept.append(fact)
            message = f"{fact.field} is {have!r} and, in the text, {fact.text[:60]!r}; keep one"
            problems.append(Problem(Code.CONFLICT, message, fact.line))
    return Stated(raw, kept, problems, lines)


def kept_nodes(kind: Kind, kept: Iterable[Fact]) -> list[nodes.Node]:
    """Return facts that stay as text, a paragraph each."""
    made: list[nodes.Node] = []
    seen: set[int] = set()
    for fact in kept:
        if id(fact) in seen:
            continue
        seen.add(id(fact))
        spec = kind.field(fact.field)
        label = nodes.strong("", f"{spec.title if spec else fact.field}:")
        words = fact.linked or (nodes.Text(fact.text),)
        made.append(nodes.paragraph("", "", label, nodes.Text(" "), *words))
    return made


def not_marked(kind: Kind, options: Mapping[str, str]) -> list[nodes.Node]:
    """Return the name of the chosen option where the text has no such option to mark."""
    from sphinx_archdoc.reading.body import Fact

    name = options.get("chosen", "").strip()
    return kept_nodes(kind, [Fact("chosen", name, 0)]) if name and kind.field("chosen") else []
