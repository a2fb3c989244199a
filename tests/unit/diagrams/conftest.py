from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.diagrams.engines import java, plantuml
from sphinx_archdoc.diagrams.wasm import WasmLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WasmLayout:
    """The engine as builds after the first one have it: with a module that is compiled already."""
    folder = tmp_path_factory.mktemp("wasm")
    WasmLayout(folder).run("digraph {}")
    return WasmLayout(folder)


@pytest.fixture(scope="module")
def real_plantuml() -> Iterator[Callable[[str], str]]:
    """A function that lets PlantUML draw a text: all text of the picture, without any blanks."""
    if not java._packaged_jar() or not java._java():
        pytest.skip("needs the extra 'plantuml'")

    def texts(code: str) -> str:
        svg = re.sub(r"<style.*?</style>", "", plantuml.draw(code, (), None), flags=re.DOTALL)
        return "".join(unescape(re.sub(r"<[^>]*>", "", svg)).split())

    yield texts
    plantuml._daemon.cache_clear()
