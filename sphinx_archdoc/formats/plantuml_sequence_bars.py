"""Bars of PlantUML's sequence diagrams: who is active, and to whom a ``return`` goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import EDGES, Message
from sphinx_archdoc.formats.plantuml_text import label
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.formats.flow_building import Builder
    from sphinx_archdoc.formats.plantuml_sequence_lines import Arrow


class Bars:
    """Takes what begins and ends bars."""

    def __init__(self, build: Builder) -> None:
        self._build = build
        self._auto = False
        self._calls: list[tuple[str, str]] = []  # who called whom

    def statement(self, body: str, number: int) -> bool:
        """Read ``autoactivate on`` or ``return text``; tell whether the line is one of them."""
        word, _, rest = body.partition(" ")
        if word.lower() == "autoactivate":
            self._auto = rest.strip().lower() == "on"
            return True
        if word.lower() == "return":
            self._return(label(rest), number)
            return True
        return False

    def life(self, word: str, id_: str, number: int) -> None:
        """Take ``activate``, ``deactivate``, ``create`` or ``destroy``."""
        if word == "activate":
            last = self._build.last
            caller = last.source if last is not None and last.target == id_ else id_
            self._calls.append((caller, id_))
        elif word == "deactivate":
            self._end(id_)
            if not self._build.is_active(id_):
                return  # PlantUML passes over the end of no bar
        self._build.life(word, id_, number)

    def arrow(self, arrow: Arrow, source: str, target: str, number: int) -> None:
        """Take the signs behind a message: ``++``, ``--``, ``!!``."""
        if "--" in arrow.suffix and self._build.is_active(source):
            self._end(source)
            self._build.life("deactivate", source, number)
        if "!!" in arrow.suffix:
            self._build.life("destroy", target, number)
        opens = "++" in arrow.suffix or (self._auto and arrow.style != "reply")
        if opens and target not in EDGES:
            self._calls.append((source, target))
            self._build.life("activate", target, number)

    def _end(self, id_: str) -> None:
        for at in range(len(self._calls) - 1, -1, -1):
            if self._calls[at][1] == id_:
                del self._calls[at]
                return

    def _return(self, text: str, number: int) -> None:
        if not self._calls:
            self._build.problems.add(Code.SYNTAX, "'return' without an activation", number)
            return
        caller, callee = self._calls.pop()
        message = Message(source=callee, target=caller, text=text, style="reply", line=number)
        self._build.message(message)
        self._build.life("deactivate", callee, number)
