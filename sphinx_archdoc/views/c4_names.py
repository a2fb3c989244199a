"""Naming elements in options: ids, ``shop.*`` (inside), ``shop.**`` (below), ``tag:pci``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

_TAG = "tag:"


def elements_named(
    store: Store, option: str, words: Iterable[str]
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the ids of the elements that the words of an option name, and words that name none."""
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for word in words:
        if word.startswith(_TAG):
            wanted = word.removeprefix(_TAG)
            named = tuple(r.id for r in store.of("element") if has_tag(r, (wanted,)))
            problems += [] if named else unknown_tags(store, option, (wanted,))
        elif "*" in word:
            fits = _pattern(word)
            named = tuple(r.id for r in store.of("element") if fits.fullmatch(r.id))
            if not named:
                message = f"{option}: {word[:60]!r} fits no element"
                problems.append(Problem(Code.SCOPE, message, option=option))
        else:
            record = store.get(word)
            named = (word,) if record is not None and store.is_element(record) else ()
            if not named:
                message = f"{option}: there is no element {word[:60]!r}; {_near(store, word)}"
                problems.append(Problem(Code.SCOPE, message, option=option))
        found.update(dict.fromkeys(named))
    return tuple(found), problems


def has_tag(record: Record, tags: Iterable[str]) -> bool:
    """Tell whether a record has one of these tags; case does not count."""
    own = {tag.casefold() for tag in tags_of(record)}
    return any(tag.casefold() in own for tag in tags)


def tags_of(record: Record) -> tuple[str, ...]:
    """Return the tags of a record, also where its kind has another idea of them."""
    tags = getattr(record, "tags", ())
    return tags if isinstance(tags, tuple) and all(isinstance(tag, str) for tag in tags) else ()


def unknown_tags(store: Store, option: str, tags: Iterable[str]) -> list[Problem]:
    """Return a problem for each tag that no element has."""
    known = {tag.casefold(): tag for record in store.of("element") for tag in tags_of(record)}
    problems = []
    for tag in tags:
        if tag.casefold() not in known:
            hint = suggestion(tag, sorted(known.values())) or "no element has any tag"
            message = f"{option}: no element has the tag {tag[:60]!r}; {hint}"
            problems.append(Problem(Code.SCOPE, message, option=option))
    return problems


def _near(store: Store, id_: str) -> str:
    return suggestion(id_[:200], [record.id for record in store.of("element")])


def _pattern(word: str) -> re.Pattern[str]:
    """Return a pattern in which ``*`` stands for one part of an id, ``**`` for any number."""
    parts = re.split(r"(\*+)", word[:200])
    made = (
        (".+" if len(part) > 1 else r"[^.]+") if part.startswith("*") else re.escape(part)
        for part in parts
    )
    return re.compile("".join(made))
