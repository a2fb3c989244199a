"""Badges carry their canonical word in HTML, so that rows are filtered however they are called."""

from __future__ import annotations

import pytest

from sphinx_archdoc.render.cells import Renderer
from sphinx_archdoc.render.links import Linker
from sphinx_archdoc.views.cells import Badge


def renderer(*, styled: bool) -> Renderer:
    return Renderer(Linker(lambda _docname, _anchor: {}), lambda text: text, styled=styled)


@pytest.mark.parametrize("text", ["accepted", "Approved", "akzeptiert"])
def test_the_word_is_said_once_and_meant_the_same(text: str) -> None:
    value = Badge("accepted", "Accepted", text, "ok")
    shown = renderer(styled=True).word(value)
    assert "arch-word-accepted" in shown["classes"]  # type: ignore[index] # an element
    plain = renderer(styled=False).word(value)
    assert plain["classes"] == ["arch-badge", "arch-is-ok"]  # type: ignore[index] # an element


def test_an_unknown_word_has_none() -> None:
    assert renderer(styled=True).word(Badge("", "", "wibble", "neutral")).astext() == "Wibble"
