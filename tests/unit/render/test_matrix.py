"""The corner of the risk matrix."""

from __future__ import annotations

import pytest
from views_help import SCORING, Build

from sphinx_archdoc.render.cells import Renderer
from sphinx_archdoc.render.links import Linker
from sphinx_archdoc.render.matrix import render_data
from sphinx_archdoc.views.matrix import compute_matrix
from sphinx_archdoc.views.select import Selection


@pytest.mark.parametrize(
    ("styled", "corner"),
    [(True, ["Likelihood →", "Impact ↓"]), (False, ["Impact / Likelihood"])],
)
def test_the_corner_says_which_axis_is_which(*, styled: bool, corner: list[str]) -> None:
    store = Build().add("risk", "R-1", impact="high", probability="low").store
    matrix = compute_matrix(store, Selection(kinds=("risk",)), SCORING)
    links = Linker(lambda docname, anchor: {"refuri": f"{docname}#{anchor}"})
    (group,) = render_data(matrix, Renderer(links, str, styled=styled))
    first = next(iter(group.findall(lambda node: node.tagname == "entry")))
    assert [paragraph.astext() for paragraph in first.children] == corner
