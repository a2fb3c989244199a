"""Rules: one file each, ``check(store) -> findings``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_archdoc.model.findings import Finding
    from sphinx_archdoc.model.store import Store


def run(store: Store, *, off: Collection[str] = ()) -> list[Finding]:
    """Return what all rules find."""
    return []
