"""Rules: what is checked once all records are known. One file each, found by name.

A rule is a module with a ``CODE``, one function ``check(store)`` that yields findings, and a
docstring that is its documentation: what it reports, why, and an example. The module's name is the
rule's name. Modules that start with an underscore are helpers.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import ModuleType

    from sphinx_archdoc.model.findings import Finding
    from sphinx_archdoc.model.store import Store

#: The parts that the documentation of a rule has.
PARTS = ("What it reports.", "Why.", "Example.")


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: its name, the code of its findings, the function, and its documentation."""

    name: str
    code: Code
    check: Callable[[Store], Iterator[Finding]]
    doc: str

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order of their names."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names if name[0] != "_")
    return tuple(rule_of(module) for module in modules)


def rule_of(module: ModuleType) -> Rule:
    """Return the rule that a module declares.

    :raises TypeError: it declares none, several, or one without a code or documentation.
    """
    own = [
        name
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and name[0] != "_"
    ]
    code = getattr(module, "CODE", None)
    doc = inspect.getdoc(module) or ""
    if own != ["check"]:
        raise TypeError(f"{module.__name__}: a rule is one function 'check', found: {own}")
    if not isinstance(code, Code):
        raise TypeError(f"{module.__name__}: a rule needs a CODE")
    if any(part not in doc for part in PARTS):
        raise TypeError(f"{module.__name__}: the docstring lacks one of {', '.join(PARTS)}")
    return Rule(module.__name__.rpartition(".")[2], code, module.check, doc)


def run(store: Store, *, off: Collection[str] = ()) -> list[Finding]:
    """Check a store with all rules except those named in ``off``; sorted by place and message."""
    found = {finding for rule in rules() if rule.name not in off for finding in rule.check(store)}
    return sorted(
        found,
        key=lambda finding: (
            finding.at.source or finding.at.docname,
            finding.at.line,
            finding.message,
            finding.at,
        ),
    )
