"""Read relations as sentences begin: ``has many: OrderItem as "contains"``, ``belongs to User``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.data import Relation
from sphinx_archdoc.formats.entity_columns import split_outside

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Cardinality

#: The beginnings, with how many there are of this entity and of the other one.
_BEGINNINGS: tuple[tuple[str, Cardinality, Cardinality], ...] = (
    ("has (?:one or more|one or many|at least one)", "one", "one-or-more"),
    ("hat mindestens eine[ns]?", "one", "one-or-more"),
    ("has (?:zero or one|at most one|an optional|optionally one)", "one", "zero-or-one"),
    ("hat höchstens eine[ns]?", "one", "zero-or-one"),
    ("has (?:exactly one|one|a|an)|hasone|one[- ]to[- ]one(?: with)?|1:1", "one", "one"),
    ("hat (?:genau )?eine?[ns]?", "one", "one"),
    ("has and belongs to many|belongs to many", "zero-or-more", "zero-or-more"),
    ("many[- ]to[- ]many(?: with)?|n:m|m:n", "zero-or-more", "zero-or-more"),
    ("has (?:zero or more|zero or many|any number of|many|several)", "one", "zero-or-more"),
    ("hasmany|one[- ]to[- ]many|1:n", "one", "zero-or-more"),
    ("hat (?:viele|mehrere|beliebig viele)", "one", "zero-or-more"),
    ("optionally belongs to|may belong to|kann gehören zu", "zero-or-more", "zero-or-one"),
    ("belongs to (?:zero or one|at most one)", "zero-or-more", "zero-or-one"),
    ("belongs to(?: exactly one)?|belongsto|many[- ]to[- ]one|n:1", "zero-or-more", "one"),
    ("gehört zu", "zero-or-more", "one"),
)
_WORDS = tuple(
    (re.compile(rf"(?:{words})(?:\s*:\s*|\s+)(?P<rest>\S.*)", re.IGNORECASE), own, other)
    for words, own, other in _BEGINNINGS
)
_UNDERSCORED = re.compile(r"\b(has|belongs|many|one|to|and)_(?=[a-z])", re.IGNORECASE)
_NAME = r"[^\W\d][\w.$-]{0,99}(?:\s[^\W\d][\w.$-]{0,99}){0,2}?"
_TARGET = re.compile(
    rf"(?P<name>{_NAME}|\[\[?[^\[\]]{{1,100}}\]?\](?:\([^()]*\))?)"
    r"(?:\s+(?:through|via|over|über|durch)\s+(?P<through>[\w.$-]{1,100}))?"
    r"(?:\s+(?:as|als)\s+(?P<as>\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|'[^']*'|[^\s()]+))?"
    r"(?:\s+(?:through|via|over|über|durch)\s+(?P<through_too>[\w.$-]{1,100}))?"
    r"\s*(?P<optional>\((?:optional|nullable)\))?"
    r"(?:\s*(?:—|–|-|:|\()\s*(?P<said>.{1,300}?)\)?)?",
    re.IGNORECASE,
)


def read_tie(text: str, *, listed: bool) -> list[Relation]:
    """Return the relations a bullet says; several targets stand between commas.

    ``listed``: it stands in a list of relations, where no colon is needed. Elsewhere a sentence
    like "has a long history" would else be taken for one.
    """
    plain = _UNDERSCORED.sub(r"\1 ", text)
    for words, own, other in _WORDS:
        found = words.fullmatch(plain)
        if found is None:
            continue
        if not listed and ":" not in plain[: found.start("rest")] and not _is_name(found["rest"]):
            continue
        made = [_relation(part, own, other) for part in split_outside(found["rest"])]
        kept = [relation for relation in made if relation is not None]
        if kept and len(kept) == len(made):
            return kept
    return []


def _is_name(text: str) -> bool:
    """Tell whether a text without a colon before it is no prose: a name like those of entities."""
    first, *others = text.split()
    return first.strip('*`"')[:1].isupper() or "_" in first or not others


def _relation(text: str, own: Cardinality, other: Cardinality) -> Relation | None:
    found = _TARGET.fullmatch(text.strip().rstrip(".;"))
    if found is None:
        return None
    through = found["through"] or found["through_too"] or ""
    label = (found["as"] or "").strip("\"“”„'") or (found["said"] or "").strip()
    if through:
        label = f"{label} (through {through})" if label else f"through {through}"
    name, _, _ = found["name"].strip("[]").partition("](")
    return Relation(
        source="",
        target=name,
        source_end=own,
        target_end="zero-or-one" if found["optional"] and other == "one" else other,
        identifying=not through,
        label=label,
    )
