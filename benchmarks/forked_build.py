"""Build one project again and again in processes that have Sphinx loaded, and say what each used.

``python benchmarks/forked_build.py SOURCE OUT`` builds once itself, so that all that a build of
this project needs is imported. Then for each line on standard input it forks; the child builds,
and the child's CPU time in milliseconds is printed. What only the child imports counts each time.
Compared with a process of its own for each build, starting Python and Sphinx is left out: that
is the most of a small build, and varies more than what is to be measured.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace


def build(source: str, out: str) -> None:
    """Run one incremental build with the HTML builder."""
    errors = io.StringIO()
    with docutils_namespace():
        app = Sphinx(source, source, out, f"{out}-doctrees", "html", status=None, warning=errors)
        app.build()
    if errors.getvalue():
        sys.exit(errors.getvalue())


def forked(source: str, out: str) -> float:
    """Build in a child process; return its CPU time in milliseconds."""
    child = os.fork()
    if not child:
        build(source, out)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"the build failed: {os.waitstatus_to_exitcode(status)}")
    return (used.ru_utime + used.ru_stime) * 1000


def main() -> None:
    source, out = sys.argv[1:]
    build(source, out)
    print("ready", flush=True)
    for _ in sys.stdin:
        print(forked(source, out), flush=True)


if __name__ == "__main__":
    main()
