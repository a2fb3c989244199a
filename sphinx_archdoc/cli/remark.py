"""What is told of a project in one form, whoever found it: ours, docutils, MyST or Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Location
    from sphinx_archdoc.rules import Reported


class Remark(NamedTuple):
    """A warning as a build shows it; ``code`` is its type, or nothing where it has none.

    ``named`` are other places in its message.
    """

    code: str
    message: str
    at: Location
    level: str
    named: tuple[Location, ...] = ()


def as_remark(item: Reported | Remark) -> Remark:
    """Return a finding of ours in the form of all others."""
    if isinstance(item, Remark):
        return item
    finding = item.finding
    code = f"archdoc.{finding.code.value}"
    return Remark(code, finding.message, finding.place, item.level, finding.named)
