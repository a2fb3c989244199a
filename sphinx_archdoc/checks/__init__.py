"""Named checks: questions of a review that the build can answer. One file each, found by name.

A check is a module of :mod:`.named` with ``WORDS``, how people word the question in checklists, one
function ``check(store, review)`` that returns an :class:`Outcome`, and a docstring whose first line
says when it is passed. The module's name, with hyphens, is the check's name.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sphinx_archdoc.checks import named
from sphinx_archdoc.checks.outcome import Outcome
from sphinx_archdoc.checks.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, the function, its documentation, and words that mean it.

    ``looks_at_all`` says that it asks something of every record; others ask for one.
    """

    name: str
    run: Callable[[Store, Review], Outcome]
    doc: str
    words: tuple[str, ...] = ()
    looks_at_all: bool = False

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


def check_names() -> list[str]:
    """Return the names of all checks, which loads none."""
    modules = sorted(item.name for item in pkgutil.iter_modules(named.__path__))
    return [module.replace("_", "-") for module in modules]


@cache
def checks() -> Mapping[str, Check]:
    """Return all checks by name."""
    found = {}
    for name in check_names():
        loaded = importlib.import_module(f"{named.__name__}.{name.replace('-', '_')}")
        every = hasattr(loaded, "every")
        found[name] = Check(name, loaded.check, (loaded.__doc__ or "").strip(), loaded.WORDS, every)
    return found


def check_for(words: str) -> str:
    """Return the name of the check that an item's words ask for, or an empty text.

    Remarks in brackets and words like "the" say nothing: ``ER diagram`` and ``The ER diagrams
    (draft) are defined`` are the same question. Whether *all* is there, or *complete*, only a
    check that looks at every record may answer.
    """
    name = _by_words().get(_essence(words), "")
    claims = set(re.findall(r"\w+", words[:500].casefold())) & _CLAIMS
    return "" if claims and name and not checks()[name].looks_at_all else name


@cache
def _by_words() -> Mapping[str, str]:
    return {_essence(words): item.name for item in checks().values() for words in item.words}


#: An item with one of these claims more than that there is something.
_CLAIMS = {"all", "every", "each", "complete", "completed", "fully"}
#: Words that a question is the same without.
_SILENT = frozenset(
    {
        *("a", "all", "an", "and", "are", "been", "both", "each", "every", "in", "is", "of", "the"),
        *("complete", "defined", "described", "documented", "exist", "exists", "given", "has"),
        *("have", "identified", "present", "provided", "set", "shown", "specified", "there"),
        "with",
    }
)


def _essence(words: str) -> str:
    bare = re.sub(r"\([^()]{0,200}\)", " ", words[:500].casefold())
    said = (word.removesuffix("s") for word in re.findall(r"[\w]+", bare) if word not in _SILENT)
    return " ".join(said)


__all__ = ["Check", "Outcome", "Review", "check_for", "check_names", "checks"]
