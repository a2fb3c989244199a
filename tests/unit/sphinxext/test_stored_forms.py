"""An environment that other code has stored is not read."""

from __future__ import annotations

from house_help import PACKAGE

from sphinx_archdoc.sphinxext.setup import _STORING

#: Whose values are in no environment; kinds are watched word by word, see ``kinds``.
NEVER_STORED = {".", "cli", "render", "rules", "kinds", "templates", "checks/named", "diagrams/pgf"}


def test_all_code_of_what_is_stored_is_watched() -> None:
    folders = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    assert folders - NEVER_STORED == set(_STORING)
