"""The gate of pictures over C4 sources of other projects, where a folder with such is named.

``ARCHDOC_CORPORA`` names one or more folders; every C4 text in them, of Mermaid or C4-PlantUML, in
a fence or a file of its own, is read and laid out.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.group_lines import anchored
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.views.c4_local import local_graph

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout

FOLDERS = [Path(p) for p in os.environ.get("ARCHDOC_CORPORA", "").split(os.pathsep) if p]
_FENCE = re.compile(
    r"^ *```+ *\{?(?:mermaid|plantuml)[^\n]*\n(.*?)^ *```", re.DOTALL | re.MULTILINE
)
_SUFFIXES = {".md", ".txt", ".puml", ".plantuml", ".mmd", ".iuml", ".rst"}


def _texts() -> list[tuple[str, str]]:
    found = []
    for folder in FOLDERS:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in _SUFFIXES or not path.is_file():
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            parts = _FENCE.findall(text) or [text]
            found += [
                (f"{path.name}-{i}", part)
                for i, part in enumerate(parts)
                if looks_like_macros(part)
            ]
    return found


@pytest.mark.skipif(not FOLDERS, reason="ARCHDOC_CORPORA names no folder with C4 sources")
def test_pictures_of_other_projects(engine: WasmLayout) -> None:
    drawn, bad = 0, {}
    for name, text in _texts():
        graph = local_graph(read_macros(text), "container")
        if not graph.nodes:
            continue
        found = anchored(graph)
        chosen = choose(size(found.graph), engine)
        drawn += 1
        if wrong := faults(chosen.sized, chosen.layout):
            bad[name] = wrong
    assert drawn
    assert not bad
