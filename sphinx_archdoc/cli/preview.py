"""A preview that follows every change: sphinx-autobuild, told what this project needs."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sphinx_archdoc.cli.files import conf_folder
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MISSING = mark(
    "The preview needs sphinx-autobuild, which is not installed here: "
    'pip install "sphinx-archdoc[preview]"'
)
#: So many seconds a server has to close its connections.
_PATIENCE = 3.0


def preview(root: Path, port: int, more: Sequence[str], *, open_browser: bool) -> int:
    """Serve the documentation below a folder until it is stopped; return the exit code."""
    source = conf_folder(root)
    if source is None:
        said = translate("there is no conf.py in {root}, nor in docs or doc below it")
        raise Refused(said.format(root=root))
    if find_spec("sphinx_autobuild") is None:
        raise Refused(translate(_MISSING))
    if port and _is_taken(port):
        said = translate("port {port} is taken; choose another one with --port (0: any free one)")
        raise Refused(said.format(port=port))
    with tempfile.TemporaryDirectory(prefix="archdoc-preview-") as output:
        command = [sys.executable, "-m", "sphinx_autobuild", "--port", str(port)]
        command += ["--open-browser"] if open_browser else []
        return _run([*command, *more, str(source), output])


def _is_taken(port: int) -> bool:
    """Tell whether another program listens here, before a whole build is done in vain."""
    with socket.socket() as tried:
        if os.name == "posix":  # as servers do: a port that was left a moment ago is free
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False


def _run(command: Sequence[str]) -> int:
    """Run a command until it ends, or we are told to; what it has started ends with us."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    # A session of its own: Ctrl-C is for us alone, and a build that it starts prints no traceback.
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 -- our own interpreter
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(process)
        signal.signal(signal.SIGTERM, before)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    for force in (False, True):
        if sys.platform == "win32":
            process.terminate()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)
