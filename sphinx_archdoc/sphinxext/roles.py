"""Roles: ``:adr:`ADR-2```, ``:element:`~shop.api```; ``~`` shortens, ``!`` makes no link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.views.faces import Face


class RecordRole(XRefRole):
    """A reference to a record. A missing target is reported by a rule, not by the resolver."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the reference; short names belong to the domain too."""
        if ":" not in self.name:
            self.name = f"arch:{self.name}"
        return super().run()

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Take the ``~`` off the target."""
        if target.startswith("~"):
            target = target[1:]
            refnode["arch_short"] = True
            title = title.removeprefix("~") if not has_explicit_title else title
        return title, target.strip()


def reference_text(found: Face, *, short: bool = False) -> str:
    """Return the text of a reference: records show their id, elements their title.

    ``short`` shows the title of a record, or the last part of an element's id.
    """
    from sphinx_archdoc.views.faces import label

    if not short:
        return label(found)
    return found.id.rpartition(".")[2] if found.element else found.title or found.id
