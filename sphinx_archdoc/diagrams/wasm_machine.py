"""What a WebAssembly runtime does for us, whichever way it is reached, and Graphviz's calls in it.

Errors of any runtime are ``MachineError`` here.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: What the module must offer: a name, how many numbers it takes and how many it gives.
FUNCTIONS = {
    "malloc": (1, 1),
    "graphviz_render": (4, 1),
    "graphviz_last_error": (0, 1),
}
MEMORY = "memory"
_MESSAGE = 400  # bytes of a message that are shown


class MachineError(Exception):
    """The runtime is missing, or it or the program in it failed. ``timed_out``: it was stopped."""

    def __init__(self, message: str, *, timed_out: bool = False) -> None:
        super().__init__(message)
        self.timed_out = timed_out


class Instance(Protocol):
    """A module with a memory of its own. Addresses and numbers are 32-bit."""

    def call(self, name: str, *numbers: int) -> int:
        """Call one of the ``FUNCTIONS``."""

    def read(self, start: int, size: int) -> bytes:
        """Return bytes of the memory, fewer where it ends."""

    def write(self, start: int, data: bytes) -> None:
        """Put bytes into the memory."""


class Machine(Protocol):
    """A runtime with a compiled module loaded."""

    def instance(self) -> AbstractContextManager[Instance]:
        """Return a fresh instance, so that no state leaks from one picture to the next."""

    def interrupt(self) -> None:
        """Stop what runs (from another thread)."""


class RefusalError(Exception):
    """Graphviz did not accept the text."""


def render(instance: Instance, text: str) -> str:
    """Return Graphviz's JSON for a DOT text: strings in, a buffer out."""
    addresses = []
    for value in (text, "json0", "dot"):
        data = value.encode() + b"\0"
        addresses.append(instance.call("malloc", len(data)))
        instance.write(addresses[-1], data)
    size = instance.call("malloc", 4)
    result = instance.call("graphviz_render", *addresses, size)
    if result == 0:
        message = instance.read(instance.call("graphviz_last_error"), _MESSAGE).split(b"\0")[0]
        raise RefusalError(message.decode(errors="replace"))
    (length,) = struct.unpack("<I", instance.read(size, 4))
    return instance.read(result, length).decode()
