from __future__ import annotations

import pytest

from sphinx_archdoc.diagrams.wasm import WasmLayout


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WasmLayout:
    return WasmLayout(tmp_path_factory.mktemp("wasm"))
