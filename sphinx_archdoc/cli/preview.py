"""A preview that follows every change: sphinx-autobuild, told what this project needs."""

from __future__ import annotations

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


def preview(root: Path, port: int, more: Sequence[str], *, open_browser: bool) -> int:
    """Serve the documentation below a folder until it is stopped; return the exit code."""
    source = conf_folder(root)
    if source is None:
        said = translate("there is no conf.py in {root}, nor in docs or doc below it")
        raise Refused(said.format(root=root))
    if find_spec("sphinx_autobuild") is None:
        raise Refused(translate(_MISSING))
    with tempfile.TemporaryDirectory(prefix="archdoc-preview-") as output:
        command = [sys.executable, "-m", "sphinx_autobuild", "--port", str(port)]
        command += ["--open-browser"] if open_browser else []
        command += [*more, str(source), output]
        try:
            return subprocess.call(command)  # noqa: S603 -- our own interpreter, no shell
        except KeyboardInterrupt:
            return 0
