"""Named checks: questions of a review that the build can answer. One file each, found by name.

A check is a module with ``WORDS``, how people word the question in checklists, one function
``check(store, review)`` that returns an :class:`Outcome`, and a docstring whose first line says when
it is passed. The module's name, with hyphens, is the check's name. Modules that start with an
underscore are helpers.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome
from sphinx_archdoc.checks.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, the function, its documentation, and words that mean it."""

    name: str
    run: Callable[[Store, Review], Outcome]
    doc: str
    words: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


@cache
def checks() -> Mapping[str, Check]:
    """Return all checks by name."""
    found = {}
    for module in sorted(item.name for item in pkgutil.iter_modules(__path__)):
        if module[0] == "_":
            continue
        loaded = importlib.import_module(f"{__name__}.{module}")
        name = module.replace("_", "-")
        found[name] = Check(name, loaded.check, (loaded.__doc__ or "").strip(), loaded.WORDS)
    return found


def check_for(words: str) -> str:
    """Return the name of the check that an item's words ask for, or an empty text.

    Remarks in brackets and words like "all" and "the" say nothing: ``ER diagram complete`` and
    ``All ER diagrams (complete)`` are the same question.
    """
    return _by_words().get(_essence(words), "")


@cache
def _by_words() -> Mapping[str, str]:
    return {_essence(words): item.name for item in checks().values() for words in item.words}


_SILENT = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "are",
        "been",
        "been",
        "both",
        "defined",
        "described",
        "documented",
        "each",
        "every",
        "exist",
        "exists",
        "given",
        "has",
        "have",
        "identified",
        "in",
        "is",
        "of",
        "present",
        "provided",
        "set",
        "shown",
        "specified",
        "the",
        "there",
        "with",
        "complete",
    ]
)


def _essence(words: str) -> str:
    bare = re.sub(r"\([^()]{0,200}\)", " ", words[:500].casefold())
    said = (word.removesuffix("s") for word in re.findall(r"[\w]+", bare) if word not in _SILENT)
    return " ".join(said)


__all__ = ["Check", "Outcome", "Review", "check_for", "checks"]
