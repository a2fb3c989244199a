"""The runtime through its C interface: what the package does, in a tenth of its loading time.

Importing the package ``wasmtime`` declares more than a thousand functions; a picture needs twenty.
They are those of the documented header ``wasmtime.h``. What may differ between releases is how
large its handles are, so this is used only with releases it was tried with, and only for files that
the package compiled and whose functions it looked at; otherwise the package does the work.
"""

from __future__ import annotations

import ctypes
import platform
import sys
from contextlib import contextmanager
from ctypes import POINTER, byref, c_bool, c_char, c_char_p, c_size_t, c_uint64, c_void_p
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.wasm_machine import MEMORY, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Major versions of wasmtime that this was tried with.
TRIED = range(40, 51)
_FILES = {"linux": "_libwasmtime.so", "darwin": "_libwasmtime.dylib", "win32": "_wasmtime.dll"}
_MACHINES = {"AMD64": "x86_64", "arm64": "aarch64", "ARM64": "aarch64"}


class _Bytes(ctypes.Structure):
    """``wasm_byte_vec_t``."""

    _fields_ = (("size", c_size_t), ("data", POINTER(c_char)))


#: Room for any handle of a function, a memory, an instance: opaque, larger than in any release.
_Handle = c_uint64 * 8
#: ``wasmtime_val_raw_t`` is 16 bytes; a number is its first four.
_Values = ctypes.c_uint32 * 16
#: Where in ``wasmtime_extern_t`` the handle begins, after its kind.
_AFTER_KIND = 8

#: The functions, with what they give and what they take.
_FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "wasm_config_new": (c_void_p,),
    "wasmtime_config_epoch_interruption_set": (None, c_void_p, c_bool),
    "wasm_engine_new_with_config": (c_void_p, c_void_p),
    "wasmtime_engine_increment_epoch": (None, c_void_p),
    "wasmtime_module_deserialize_file": (c_void_p, c_void_p, c_char_p, POINTER(c_void_p)),
    "wasmtime_linker_new": (c_void_p, c_void_p),
    "wasmtime_linker_define_wasi": (c_void_p, c_void_p),
    "wasmtime_linker_instantiate":
        (c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, POINTER(c_void_p)),
    "wasmtime_store_new": (c_void_p, c_void_p, c_void_p, c_void_p),
    "wasmtime_store_context": (c_void_p, c_void_p),
    "wasmtime_store_delete": (None, c_void_p),
    "wasi_config_new": (c_void_p,),
    "wasmtime_context_set_wasi": (c_void_p, c_void_p, c_void_p),
    "wasmtime_context_set_epoch_deadline": (None, c_void_p, c_uint64),
    "wasmtime_instance_export_get":
        (c_bool, c_void_p, c_void_p, c_char_p, c_size_t, c_void_p),
    "wasmtime_func_call_unchecked":
        (c_void_p, c_void_p, c_void_p, c_void_p, c_size_t, POINTER(c_void_p)),
    "wasmtime_memory_data": (c_void_p, c_void_p, c_void_p),
    "wasmtime_memory_data_size": (c_size_t, c_void_p, c_void_p),
    "wasmtime_error_message": (None, c_void_p, POINTER(_Bytes)),
    "wasmtime_error_delete": (None, c_void_p),
    "wasm_trap_message": (None, c_void_p, POINTER(_Bytes)),
    "wasm_trap_delete": (None, c_void_p),
    "wasm_byte_vec_delete": (None, POINTER(_Bytes)),
}  # fmt: skip


def is_tried(version: str) -> bool:
    """Tell whether this release of wasmtime may be used through its C interface."""
    major = version.partition(".")[0]
    return major.isdecimal() and int(major) in TRIED


class LibraryMachine:
    """A machine with a compiled module; only files that we wrote ourselves may come here."""

    def __init__(self, path: Path) -> None:
        self._c = _library()
        config = self._c.wasm_config_new()
        self._c.wasmtime_config_epoch_interruption_set(config, True)
        self._engine = self._c.wasm_engine_new_with_config(config)
        self._module = c_void_p()
        name = str(path).encode()
        self._no_error(
            self._c.wasmtime_module_deserialize_file(self._engine, name, byref(self._module))
        )
        self._linker = self._c.wasmtime_linker_new(self._engine)
        self._no_error(self._c.wasmtime_linker_define_wasi(self._linker))

    @contextmanager
    def instance(self) -> Iterator[_Instance]:
        """Return a fresh instance."""
        c = self._c
        store = c.wasmtime_store_new(self._engine, None, None)
        try:
            context = c.wasmtime_store_context(store)
            self._no_error(c.wasmtime_context_set_wasi(context, c.wasi_config_new()))
            c.wasmtime_context_set_epoch_deadline(context, 1)
            handle, trap = _Handle(), c_void_p()
            error = c.wasmtime_linker_instantiate(
                self._linker, context, self._module, handle, byref(trap)
            )
            self._no_error(error, trap)
            yield _Instance(self, c, context, handle)
        finally:
            c.wasmtime_store_delete(store)

    def interrupt(self) -> None:
        """Stop what runs."""
        self._c.wasmtime_engine_increment_epoch(self._engine)

    def _no_error(self, error: int | None, trap: c_void_p | None = None) -> None:
        """Raise what a call gave back as an error, if it did."""
        if error:
            said = self._said(self._c.wasmtime_error_message, error)
            self._c.wasmtime_error_delete(error)
            raise MachineError(said)
        if trap:
            said = self._said(self._c.wasm_trap_message, trap)
            self._c.wasm_trap_delete(trap)
            raise MachineError(said, timed_out="interrupt" in said)

    def _said(self, message: Any, about: Any) -> str:
        text = _Bytes()
        message(about, byref(text))
        said = ctypes.string_at(text.data, text.size).rstrip(b"\0").decode(errors="replace")
        self._c.wasm_byte_vec_delete(byref(text))
        return said


class _Instance:
    def __init__(self, machine: LibraryMachine, c: Any, context: int, handle: Any) -> None:
        self._machine = machine
        self._c = c
        self._context = context
        self._handle = handle
        self._found: dict[str, Any] = {}
        self._memory = self._export(MEMORY)

    def call(self, name: str, *numbers: int) -> int:
        values, trap = _Values(), c_void_p()
        values[: 4 * len(numbers) : 4] = list(numbers)
        error = self._c.wasmtime_func_call_unchecked(
            self._context, self._export(name), values, max(1, len(numbers)), byref(trap)
        )
        self._machine._no_error(error, trap)  # noqa: SLF001 - a part of the machine
        return int(values[0])

    def read(self, start: int, size: int) -> bytes:
        base, end = self._extent()
        return ctypes.string_at(base + start, max(0, min(size, end - start)))

    def write(self, start: int, data: bytes) -> None:
        base, end = self._extent()
        if start + len(data) > end:
            raise MachineError("the module's memory is full")
        ctypes.memmove(base + start, data, len(data))

    def _extent(self) -> tuple[int, int]:
        """Return where the memory lies now and its size: both change as it grows."""
        c, context = self._c, self._context
        base = c.wasmtime_memory_data(context, self._memory)
        return base, c.wasmtime_memory_data_size(context, self._memory)

    def _export(self, name: str) -> Any:
        if name not in self._found:
            found, key = _Handle(), name.encode()
            c, context = self._c, self._context
            if not c.wasmtime_instance_export_get(context, self._handle, key, len(key), found):
                raise MachineError(f"the module has no {name}")
            self._found[name] = byref(found, _AFTER_KIND)
        return self._found[name]


def _library() -> Any:
    """Return the library in the package ``wasmtime``, without importing the package."""
    try:
        spec = find_spec("wasmtime")
    except ValueError:  # something stands in for it
        spec = None
    machine = _MACHINES.get(platform.machine(), platform.machine())
    places = spec.submodule_search_locations if spec else None
    if not places or sys.platform not in _FILES:
        raise MachineError("there is no library of wasmtime for this platform")
    try:
        library = ctypes.CDLL(
            str(Path(places[0], f"{sys.platform}-{machine}", _FILES[sys.platform]))
        )
        for name, (back, *given) in _FUNCTIONS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = back, given
    except (OSError, AttributeError) as error:
        raise MachineError(str(error)) from error
    return library
