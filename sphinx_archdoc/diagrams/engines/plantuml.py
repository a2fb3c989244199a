"""PlantUML text as SVG: one sandboxed process for a whole build, no network, no foreign file.

PlantUML runs with its security profile SANDBOX (https://plantuml.com/security), with Smetana for
layout (no Graphviz needed), a random delimiter between answers, and nothing of our environment but
what the system needs. Text goes through ``plantuml_text.prepare`` first.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.engines import java
from sphinx_archdoc.diagrams.engines.base import EngineError, TextError
from sphinx_archdoc.diagrams.engines.daemon import Daemon

if TYPE_CHECKING:
    from pathlib import Path

#: The colours of PlantUML without a theme and with ``!theme plain``, with the parts they stand for.
COLOURS = {
    "#ffffff": "paper",
    "#000000": "ink",
    "#181818": "line",
    "#222222": "line",
    "#f1f1f1": "face",
    "#e2e2f0": "face",
    "#eeeeee": "quiet",
    "#dddddd": "quiet",
    "#f8f8f8": "quiet",
    "#feffdd": "note",
    "#fbfb77": "note",
    "#888888": "muted",
    "#666666": "muted",
    "#383838": "ink",
    "#add1b2": "three",
    "#b4a7e5": "one",
    "#eb937f": "four",
    "#a9dcdf": "one",
    "#e3664a": "four",
    "#ffffcc": "note",
    "#333333": "line",
    "#555555": "muted",
    "#c0c0c0": "quiet",
    "#006400": "three",
    "#0000ff": "rim",  # links
    # Marks of public, private, protected and package members: lines and faces.
    "#038048": "three",
    "#84be84": "three",
    "#c82930": "four",
    "#f24d5c": "four",
    "#b38d22": "two",
    "#ffff44": "two",
    "#1963a0": "one",
    "#4177af": "one",
}
#: Seconds for one picture, the start of Java included.
TIMEOUT = 30.0
_OPTIONS = (
    "-tsvg", "-pipe", "-pipenostderr", "-nometadata", "-charset", "UTF-8", *java.LAYOUT,
)  # fmt: skip
#: What programs need of the environment to start at all; never the rest, which may hold secrets.
_SYSTEM = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "JAVA_HOME", "LD_LIBRARY_PATH")


def name(configured: tuple[str, ...]) -> str:
    """Return the engine with its version. Raises MissingEngineError when it is not installed."""
    return f"plantuml {java.identity(configured)} {' '.join(_OPTIONS)}"


def draw(text: str, configured: tuple[str, ...], folder: Path | None) -> str:
    """Return the SVG of one prepared text, which starts with its ``@start`` line.

    ``configured`` is a command or jar, empty for the extra; ``folder`` is where the font
    configuration may be written. Raises EngineError with the line where the text is wrong,
    MissingEngineError when there is no PlantUML.
    """
    answer = _daemon(configured, folder).ask(text if text.endswith("\n") else f"{text}\n")
    if answer.lstrip().startswith("ERROR"):
        raise _fault(answer)
    if "net.sourceforge.plantuml" in answer and "has crashed" in answer:
        raise EngineError("PlantUML crashed while it drew this")  # it draws its stack trace
    start = answer.find("<svg")
    if start < 0:
        raise EngineError("PlantUML gave no picture")
    return answer[start:]


def _fault(answer: str) -> TextError:
    lines = [line.strip() for line in answer.strip().splitlines()]
    # It counts from 0.
    line = int(lines[1]) + 1 if len(lines) > 1 and lines[1].isdigit() else 0
    words = " ".join(" ".join(lines[2:]).split())[:300]
    return TextError(f"PlantUML cannot read this: {words or 'syntax error'}", line)


@lru_cache(maxsize=2)
def _daemon(configured: tuple[str, ...], folder: Path | None) -> Daemon:
    start = java.command(configured, folder)
    environment = {key: os.environ[key] for key in _SYSTEM if key in os.environ}
    environment["PLANTUML_SECURITY_PROFILE"] = "SANDBOX"
    if configured:
        java.check_version(start, environment)
    return Daemon(
        arguments=lambda delimiter: [*start, *_OPTIONS, "-pipedelimitor", delimiter],
        environment=environment,
        timeout=TIMEOUT,
        what="PlantUML",
    )
