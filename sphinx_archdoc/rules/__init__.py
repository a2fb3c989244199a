"""Rules: what is checked once all records are known. One file each, found by name.

A rule is a module with a ``CODE``, one function ``check(store)`` or ``check(store, given)`` that
yields findings, and a docstring that is its documentation: what it reports, why, and an example.
``LEVEL = "off"`` marks advice that a project asks for; without it findings are warnings. ``given``
is what a rule may know beside the model, see ``Given``. The module's name is the rule's name.
Modules that start with an underscore are helpers.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.rule_settings import LEVELS, RuleSettings, Waiver
from sphinx_archdoc.rules._given import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import ModuleType

    from sphinx_archdoc.model.findings import Finding
    from sphinx_archdoc.model.store import Store

#: The parts that the documentation of a rule has.
PARTS = ("What it reports.", "Why.", "Example.")


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: its name, the code of its findings, the function, and its documentation.

    ``level`` is how its findings are reported unless a project says otherwise.
    """

    name: str
    code: Code
    check: Callable[..., Iterator[Finding]]
    doc: str
    level: str = "warning"

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
    level = getattr(module, "LEVEL", "warning")
    if level not in LEVELS:
        raise TypeError(f"{module.__name__}: LEVEL is one of {', '.join(LEVELS)}")
    return Rule(module.__name__.rpartition(".")[2], code, _called(module.check), doc, level)


def _called(check: Callable[..., Iterator[Finding]]) -> Callable[..., Iterator[Finding]]:
    """Let a rule that looks at the model alone be called like the others."""
    needs_given = check.__code__.co_argcount > 1

    def called(store: Store, given: Given | None = None) -> Iterator[Finding]:
        return check(store, given or Given()) if needs_given else check(store)

    return called


class Reported(NamedTuple):
    """A finding with the rule that found it and the level it is reported at."""

    finding: Finding
    rule: str
    level: str


def report(
    store: Store, settings: RuleSettings | None = None, given: Given | None = None
) -> list[Reported]:
    """Check a store; sorted by place and message. Waived findings are left out."""
    settings, given = settings or RuleSettings(), given or Given()
    found: dict[Finding, Reported] = {}
    for rule in rules():
        level = settings.level(rule.name, rule.code.value, rule.level)
        if level == "off":
            continue
        for finding in rule.check(store, given):
            if not settings.waived(store, rule.name, finding, given.today):
                found.setdefault(finding, Reported(finding, rule.name, level))
    return sorted(found.values(), key=lambda item: _order(item.finding))


def run(store: Store, *, off: Collection[str] = ()) -> list[Finding]:
    """Check a store with the rules that are on, except those named in ``off``."""
    settings = RuleSettings(levels=dict.fromkeys(off, "off"))
    return [item.finding for item in report(store, settings)]


def _order(finding: Finding) -> tuple[str, int, str, object]:
    at = finding.place
    return (at.source or at.docname, at.line, finding.message, at)


__all__ = [
    "PARTS", "Given", "Reported", "Rule", "RuleSettings", "Waiver", "report", "rule_of", "rules",
    "run",
]  # fmt: skip
