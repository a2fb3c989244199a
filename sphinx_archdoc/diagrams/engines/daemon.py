"""A process that answers one text after the other on its pipes: started once, when first asked."""

from __future__ import annotations

import atexit
import os
import secrets
import subprocess
import threading
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import IO, TYPE_CHECKING

from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: A process that died or hung so often is not started again.
_MOST_FAILURES = 3


class CrashError(EngineError):
    """The process ended in the middle of its work."""


@dataclass(slots=True)
class Daemon:
    """A process that answers every request with text that ends in a delimiter of our choice.

    ``arguments`` gets the delimiter and returns the command. It is random, so that no author can
    write an answer. ``environment`` is all that the process sees of ours. A process that ends is
    started again once for the same request; one that needs more than ``timeout`` seconds is killed.
    """

    arguments: Callable[[str], list[str]]
    environment: Mapping[str, str]
    timeout: float
    what: str
    failures: int = field(default=0, init=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _answers: Queue[bytes | None] = field(default_factory=Queue, init=False)
    _owner: int = field(default=0, init=False)

    def ask(self, request: str) -> str:
        """Return the answer to one request. Raises EngineError when there is none."""
        try:
            return self._once(request)
        except CrashError:
            return self._once(request)

    def stop(self) -> None:
        """End the process, if it runs and is ours: a fork of ours must not end it."""
        process, self._process = self._process, None
        atexit.unregister(self.stop)
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet sent has nowhere to go
                    continue
        process.wait()

    def _once(self, request: str) -> str:
        process = self._running()
        assert process.stdin is not None  # noqa: S101 - it was started with one
        # A large request to a process that hangs would never return: a thread of its own writes.
        sender = threading.Thread(target=_send, args=(process.stdin, request), daemon=True)
        sender.start()
        try:
            answer = self._answers.get(timeout=self.timeout)
        except Empty:
            self._failed()
            message = f"{self.what} needed more than {self.timeout:g} seconds"
            raise EngineError(message) from None
        if answer is None:
            code = process.poll()
            self._failed()
            raise CrashError(f"{self.what} ended without an answer (exit code {code})")
        return answer.decode("utf-8", errors="replace")

    def _failed(self) -> None:
        self.failures += 1
        self.stop()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._owner == os.getpid():
            return self._process
        if self.failures >= _MOST_FAILURES:
            raise EngineError(f"{self.what} failed {self.failures} times and is not started again")
        delimiter = secrets.token_hex(16)
        try:
            process = subprocess.Popen(  # noqa: S603 - configuration, or what the extra installs
                self.arguments(delimiter),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=dict(self.environment),
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise MissingEngineError(f"{self.what} cannot be started: {reason}") from error
        self._process, self._owner, self._answers = process, os.getpid(), Queue()
        reader = threading.Thread(
            target=_receive, args=(process, delimiter.encode(), self._answers), daemon=True
        )
        reader.start()
        atexit.register(self.stop)
        return process


def _send(pipe: IO[bytes], request: str) -> None:
    try:
        pipe.write(request.encode())
        pipe.flush()
    except (OSError, ValueError):  # it died; the reader says so
        return


def _receive(
    process: subprocess.Popen[bytes], delimiter: bytes, answers: Queue[bytes | None]
) -> None:
    """Put every answer into the queue, and None when the process ends."""
    assert process.stdout is not None  # noqa: S101 - it was started with one
    kept = bytearray()
    try:
        for line in process.stdout:
            kept += line
            # The delimiter stands at the end of an answer's last line, or in a line of its own.
            if line.rstrip(b"\r\n").endswith(delimiter):
                answers.put(bytes(kept).rstrip(b"\r\n")[: -len(delimiter)])
                kept.clear()
    except (OSError, ValueError):  # closed while it was read
        pass
    answers.put(None)
