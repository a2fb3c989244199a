"""What stands between the names of a list."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_archdoc.render.links import listed


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ([], ""),
        (["Inside, in detail"], "Inside, in detail"),
        (["Shop", "Parcel"], "Shop, Parcel"),
        (["Level 2, the shop", "Data"], "Level 2, the shop; Data"),
        (["The shop; every box", "Orders, stock"], "The shop; every box\u00a0/ Orders, stock"),
        (["The shop; every box", "Data"], "The shop; every box, Data"),
        (["a, b; c / d", "e"], "a, b; c / d\u00a0/ e"),
    ],
)
def test_names_are_kept_apart_by_a_sign_that_none_contains(names: list[str], wanted: str) -> None:
    found = listed([nodes.Text(name)] for name in names)
    assert "".join(node.astext() for node in found) == wanted
