"""Read PlantUML's sequence diagrams.

Source of the grammar: plantuml.com/sequence-diagram. What only styles the picture is passed over;
includes and other preprocessing are not executed. Reading never fails: a fault becomes a problem
with its line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import (
    EDGES,
    LEFT_EDGE,
    RIGHT_EDGE,
    Fragment,
    Message,
    Note,
    Section,
)  # fmt: skip
from sphinx_archdoc.formats.collecting import shown
from sphinx_archdoc.formats.flow_building import Builder, ReadSequence
from sphinx_archdoc.formats.plantuml_sequence_bars import Bars
from sphinx_archdoc.formats.plantuml_sequence_lines import (
    ARROW,
    BLOCK,
    BOX,
    LIFE,
    NOTE,
    PARTICIPANT,
    REF,
    SHAPES,
    Arrow,
    is_other_diagram,
    read_arrow,
)  # fmt: skip
from sphinx_archdoc.formats.plantuml_sequence_rest import read_numbering, read_pause
from sphinx_archdoc.formats.plantuml_text import label, start_word, statements
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.sequence.data import FragmentKind, Sequence, Side

#: A longer line is cut: nothing can be read in it, and patterns look at every character.
_LONGEST = 4000
_KINDS: dict[str, FragmentKind] = {
    "alt": "alt", "opt": "opt", "loop": "loop", "par": "par", "par2": "par", "break": "break",
    "critical": "critical", "group": "group", "partition": "group",
}  # fmt: skip
_GROUP = re.compile(r"(?P<title>.*?)(?:(?<!\s)\s*+\[(?P<label>.*)\])?\Z", re.DOTALL)
#: Blocks whose text is kept but not drawn.
_TEXTS = re.compile(
    r"(header|footer|legend|caption)\b(?:\s+(?:left|right|center|top|bottom))*(.*)", re.IGNORECASE
)
_TITLE = re.compile(r"(?:title|mainframe)\b\s*:?\s*(.*)", re.IGNORECASE)
_PREPROCESSOR = re.compile(r"!\w+")


def read_plantuml_sequence(text: str) -> ReadSequence:
    """Read a PlantUML text; None as the sequence where it is another diagram."""
    if start_word(text) not in ("", "uml"):
        return ReadSequence(None)
    lines = statements(text, _LONGEST)
    if is_other_diagram(body for _, body in lines):
        return ReadSequence(None)
    reader = _Reader(iter(lines))
    reader.read()
    sequence, problems = reader.build.result()
    if not sequence.participants or not (sequence.items or reader.sure):
        return ReadSequence(None)
    return ReadSequence(reader.sorted(sequence), problems)


class _Reader:
    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self.build = Builder()
        self.sure = False  # some word of the text belongs to sequence diagrams only
        self._lines = lines
        self._orders: dict[str, int] = {}
        self._bars = Bars(self.build)

    def sorted(self, sequence: Sequence) -> Sequence:
        """Return the sequence with its participants as ``order`` asks for."""
        if not self._orders:
            return sequence
        lanes = sorted(sequence.participants, key=lambda p: self._orders.get(p.id, 0))
        return replace(sequence, participants=tuple(lanes))

    def read(self) -> None:
        """Read all lines."""
        for number, body in self._lines:
            self._statement(body, number)

    def _statement(self, body: str, number: int) -> None:
        readers = (
            self._participant, self._block, self._life, self._note, self._ref, self._between,
 self._texts, self._arrow,
        )  # fmt: skip
        if not any(read(body, number) for read in readers):
            self._unknown(body, number)

    def _unknown(self, body: str, number: int) -> None:
        if _PREPROCESSOR.match(body):
            message = f"{shown(body, 40)} is not executed"
            self.build.problems.add(Code.REFUSED, message, number)
            return
        message = f"expected 'a -> b : text', found {shown(body, 40)}"
        self.build.problems.add(Code.SYNTAX, message, number)

    def _until(self, *ends: str) -> str:
        """Return the lines up to one of these words."""
        found: list[str] = []
        for _, body in self._lines:
            if "".join(body.lower().split()) in ends:
                break
            found.append(label(body))
        return "\n".join(found)

    # -- participants --------------------------------------------------------------------------

    def _name(self, written: str, number: int, alias: tuple[str, str] = ("", "")) -> str:
        """Return the id of a participant named in a statement; ``alias``: a name and its id."""
        written = written.strip()
        if written in EDGES:
            return written
        id_ = label(written.strip('"')) if written.startswith('"') else written
        named = alias[1] and alias[0] == written
        id_ = alias[1] if named else id_
        id_ = " ".join(id_.split()) or "?"
        title = label(written.strip('"')) if written.startswith('"') or named else ""
        if id_ not in self.build.participants:
            self.build.participant(id_, number, title=title)
        return id_

    def _participant(self, body: str, number: int) -> bool:
        found = PARTICIPANT.match(body)
        if found is None:
            return False
        self.sure = self.sure or found["word"] == "participant"
        one, two = found["one"].strip(), (found["two"] or "").strip()
        if two.startswith('"') or (two and not one.startswith('"') and "\\n" in two):
            one, two = two, one
        id_ = two or one
        id_ = label(id_.strip('"')).replace("\n", " ") if id_.startswith('"') else id_
        title = label(one.strip('"')) if one.startswith('"') or two else ""
        if found["open"]:
            title = self._until("]") or title
            title = title.lstrip("= ").strip()
        if found["create"]:
            self.build.life("create", id_, number)
        shape = SHAPES.get((found["word"] or "participant").lower(), "box")
        order = re.search(r"\border\s+(-?\d{1,9})", found["looks"] or "")
        if order is not None:
            self._orders[id_] = int(order[1])
        stereotype = re.search(r"<<\s*(?:\([^)]*\)\s*)?([^<>]+?)\s*>>", found["looks"] or "")
        subtitle = f"«{label(stereotype[1])}»" if stereotype else ""
        self.build.participant(
            id_, number, title="" if title == id_ else title, subtitle=subtitle, shape=shape,
            declared=True,
        )  # fmt: skip
        return True

    # -- blocks --------------------------------------------------------------------------------

    def _block(self, body: str, number: int) -> bool:
        box = BOX.match(body)
        if box is not None:
            self.build.box(label(box["title"] or box["plain"] or ""), number)
            return True
        lower = "".join(body.lower().split())
        if lower == "endbox" or (lower == "end" and self.build.in_box):
            return self.build.end_box()
        found = BLOCK.match(body)
        if found is None:
            return False
        word, rest = found["word"].lower(), label(found["rest"])
        if word == "end":
            self.build.close(number)
        elif word in ("else", "also"):
            self.build.next_section(word, rest, number)
        elif _KINDS[word] == "group":
            parts = _GROUP.match(rest)
            title, guard = (parts["title"], parts["label"] or "") if parts else (rest, "")
            self.build.open("group", guard, number, title=title)
        else:
            self.build.open(_KINDS[word], rest, number)
        self.sure = True
        return True

    def _ref(self, body: str, number: int) -> bool:
        found = REF.match(body)
        if found is None:
            return False
        ids = tuple(self._name(name, number) for name in found["ids"].split(",") if name.strip())
        text = label(found["text"]) if found["text"] is not None else self._until("endref", "end")
        section = Section(label=text)
        self.build.add(Fragment(kind="ref", sections=(section,), participants=ids), number)
        self.sure = True
        return True

    def _note(self, body: str, number: int) -> bool:
        found = NOTE.match(body)
        if found is None:
            return False
        side, ids = self._beside(found["side"].lower(), found["ids"] or "", number)
        text = found["text"]
        said = (
            label(text)
            if text is not None
            else self._until("endnote", "endhnote", "endrnote", f"end{found['word'].lower()}")
        )
        self.build.add(Note(text=said, side=side, participants=ids), number)
        return True

    def _beside(self, word: str, names: str, number: int) -> tuple[Side, tuple[str, ...]]:
        ids = tuple(self._name(name, number) for name in names.split(",") if name.strip())
        if word in ("over", "across"):
            return "over", ids
        side: Side = "left" if word == "left" else "right"
        last = self.build.last
        if not ids and last is not None:
            order = list(self.build.participants)
            ends = [end for end in (last.source, last.target) if end in order]
            if ends:
                pick = min if side == "left" else max
                ids = (pick(ends, key=order.index),)
        return side, ids

    # -- lifelines, pauses, texts --------------------------------------------------------------

    def _life(self, body: str, number: int) -> bool:
        found = LIFE.match(body)
        if found is None:
            return self._bars.statement(body, number)
        self.sure = self.sure or found["word"].lower() != "create"
        self._bars.life(found["word"].lower(), self._name(found["id"], number), number)
        return True

    def _texts(self, body: str, number: int) -> bool:
        title = _TITLE.match(body)
        if title is not None and not ARROW.match(body):
            text = label(title[1]) or self._until("endtitle")
            self.build.title = " ".join(text.split())
            return True
        found = _TEXTS.match(body)
        if found is None or ARROW.match(body):
            return False
        word = found[1].lower()
        text = label(found[2]) or (self._until(f"end{word}") if word != "caption" else "")
        text = " ".join(text.split())
        if word == "caption":
            self.build.description = text
        elif text:
            message = f"the {word} {shown(text, 40)} is not drawn; write it below the picture"
            self.build.problems.add(Code.SYNTAX, message, number)
        return True

    def _between(self, body: str, number: int) -> bool:
        found = read_pause(self.build, body, number) or read_numbering(self.build, body, number)
        self.sure = self.sure or found
        return found

    # -- messages ------------------------------------------------------------------------------

    def _arrow(self, body: str, number: int) -> bool:
        arrow = read_arrow(body)
        if arrow is None:
            return False
        source, target = self._ends(arrow, number)
        self.build.message(
            Message(
                source=source,
                target=target,
                text=label(arrow.text),
                style=arrow.style,
                lost=arrow.lost,
                both_ways=arrow.both_ways,
                line=number,
            )
        )
        self._bars.arrow(arrow, source, target, number)
        return True

    def _ends(self, arrow: Arrow, number: int) -> tuple[str, str]:
        if "**" in arrow.suffix:
            self.build.life("create", self._name(arrow.target, number, arrow.alias), number)
        source = self._name(arrow.source, number, arrow.alias)
        target = self._name(arrow.target, number, arrow.alias)
        if source in EDGES and target in EDGES:
            return LEFT_EDGE, RIGHT_EDGE
        return source, target
