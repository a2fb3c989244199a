"""What is told of a project in one form, whoever found it: ours, docutils, MyST or Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Location
    from sphinx_archdoc.rules import Reported


class Remark(NamedTuple):
    """A warning as a build shows it; ``code`` is its type, or nothing where it has none."""

    code: str
    message: str
    at: Location
    level: str


def as_remark(item: Reported | Remark) -> Remark:
    """Return a finding of ours in the form of all others."""
    if isinstance(item, Remark):
        return item
    finding = item.finding
    return Remark(f"archdoc.{finding.code.value}", finding.message, finding.at, item.level)
