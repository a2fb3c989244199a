from __future__ import annotations

import pytest

from sphinx_archdoc.diagrams.wasm import WasmLayout


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WasmLayout:
    """The engine as builds after the first one have it: with a module that is compiled already."""
    folder = tmp_path_factory.mktemp("wasm")
    WasmLayout(folder).run("digraph {}")
    return WasmLayout(folder)
