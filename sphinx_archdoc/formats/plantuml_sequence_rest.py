"""What stands between the messages of PlantUML's sequence diagrams: pauses and numbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Delay, Divider
from sphinx_archdoc.formats.flow_pauses import divider_words, pause_words
from sphinx_archdoc.formats.plantuml_sequence_lines import AUTONUMBER, SPACE
from sphinx_archdoc.formats.plantuml_text import label
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.formats.flow_building import Builder

_COUNT = re.compile(r"((?:\d{1,9}[.;,:])*)(\d{1,9})?(?:\s+(\d{1,9}))?")


def read_pause(build: Builder, body: str, number: int) -> bool:
    """Read a divider, a pause or some room; tell whether the line is one."""
    divider = divider_words(body)
    if divider is not None:
        build.add(Divider(text=label(divider)), number)
    elif SPACE.match(body):
        build.add(Delay(silent=True), number)
    elif body.lower().startswith("newpage"):
        build.add(Divider(text=label(body[7:])), number)
    else:
        delay = pause_words(body)
        if delay is None:
            return False
        build.add(Delay(text=label(delay)), number)
    return True


def read_numbering(build: Builder, body: str, number: int) -> bool:
    """Read ``autonumber``; tell whether the line is one."""
    found = AUTONUMBER.match(body)
    if found is None:
        return False
    counter = build.numbers
    rest = found["rest"].lower()
    if rest.startswith("stop"):
        counter.on = False
        return True
    counter.on = True
    if rest.startswith("inc"):
        message = "'autonumber inc' is not known; numbering goes on"
        build.problems.add(Code.SYNTAX, message, number)
    elif rest.startswith("resume"):
        step = re.search(r"\d{1,9}", rest)
        counter.step = int(step[0]) if step else counter.step
    else:
        parts = _COUNT.match(rest)
        counter.prefix = parts[1] if parts else ""
        counter.next = int(parts[2]) if parts and parts[2] else 1
        counter.step = int(parts[3]) if parts and parts[3] else 1
    return True
