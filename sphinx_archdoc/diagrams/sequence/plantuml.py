"""A sequence in PlantUML's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import plantuml_id, plantuml_label, plantuml_line
from sphinx_archdoc.diagrams.sequence.columns import ordered
from sphinx_archdoc.diagrams.sequence.data import (
    EDGES,
    Delay,
    Divider,
    Fragment,
    Life,
    Message,
    Note,
    codes_at,
    texts_of,
    walk,
)  # fmt: skip
from sphinx_archdoc.diagrams.sequence.settled import settled

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import (
        Item,
        Participant,
        Sequence,
        Shape,
    )  # fmt: skip

_WORDS: dict[Shape, str] = {
    "box": "participant", "person": "actor", "cylinder": "database", "queue": "queue",
    "boundary": "boundary", "control": "control", "entity": "entity",
    "collections": "collections",
}  # fmt: skip
#: Numbers that PlantUML can count from.
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,4}")


def plantuml(data: Sequence) -> str:
    """Return a sequence diagram."""
    data = settled(data)
    out = ["@startuml"]
    if data.title.strip():
        out.append(f"title {_text(data.title)}")
    boxes = {id_: box for box in data.boxes for id_ in box.participants}
    shown = ordered(data)
    for at, participant in enumerate(shown):
        box = boxes.get(participant.id)
        if box is not None and (not at or boxes.get(shown[at - 1].id) is not box):
            out.append(f'box "{_text(box.title)}"' if box.title.strip() else "box")
        out.append(_declared(participant))
        if box is not None and (at + 1 == len(shown) or boxes.get(shown[at + 1].id) is not box):
            out.append("end box")
    out += _items(data.items, [p.id for p in shown], data)
    return "\n".join([*out, "@enduml"]) + "\n"


def _items(items: tuple[Item, ...], lanes: list[str], data: Sequence) -> list[str]:
    out: list[str] = []
    codes = codes_at(data)
    for item in items:
        if isinstance(item, Message):
            number = item.number if _NUMBER.fullmatch(item.number) else "stop"
            out += [f"autonumber {number}", _message(item, texts_of(item, codes))]
        elif isinstance(item, Life):
            out.append(f"{item.what} {plantuml_id(item.participant)}")
        elif isinstance(item, Note):
            out += _note(item, lanes)
        elif isinstance(item, Fragment):
            out += _fragment(item, lanes, data)
        elif isinstance(item, Divider):
            out.append(f"== {_text(item.text or '…')} ==")
        elif item.silent:
            out.append("|||")
        elif _is_before_life(item, data):
            said = Note(text=item.text, side="over")
            out += _note(said, lanes) if item.text.strip() else ["|||"]
        else:
            out.append(f"...{_text(item.text)}..." if item.text.strip() else "...")
    return out


def _is_before_life(delay: Delay, data: Sequence) -> bool:
    """Tell whether a bar begins or ends after a pause and before the next message.

    PlantUML refuses that: a bar cannot be tied to a pause.
    """
    after = False
    for item in walk(data.items):
        if after and isinstance(item, Life):
            return True
        after = item is delay or (after and not isinstance(item, Message))
    return False


def _declared(participant: Participant) -> str:
    title = participant.title.strip() or participant.id
    label = "\n".join(filter(None, (title, participant.subtitle.strip())))
    return f'{_WORDS[participant.shape]} "{_text(label)}" as {plantuml_id(participant.id)}'


def _message(item: Message, text: str) -> str:
    said = f" : {_text(text)}" if text else ""
    if item.source == "]" or item.target == "[":
        # From the right border or to the left one: written from right to left.
        left, right = _end(item.target), _end(item.source)
        line = _arrow(item, backwards=True)
    else:
        left, right = _end(item.source), _end(item.target)
        line = _arrow(item)
    line = f"{'' if left else '['}{line}{'' if right else ']'}"
    return f"{left} {line} {right}".strip() + said


def _arrow(item: Message, *, backwards: bool = False) -> str:
    """Return an arrow; a cross at its end is written the same way for every style."""
    dashes = "--" if item.style == "reply" else "-"
    thin = ">>" if item.style == "async" and not item.lost else ">"
    if backwards:
        head = thin.replace(">", "<")
        return f"{'x' if item.lost else ''}{head}{dashes}{'>' if item.both_ways else ''}"
    return f"{'<' if item.both_ways else ''}{dashes}{thin}{'x' if item.lost else ''}"


def _end(id_: str) -> str:
    return "" if id_ in EDGES else plantuml_id(id_)


def _note(item: Note, lanes: list[str]) -> list[str]:
    ids = [id_ for id_ in lanes if id_ in item.participants] or lanes
    if item.side == "over":
        ends = list(dict.fromkeys((ids[0], ids[-1])))
    else:
        ends = [ids[0] if item.side == "left" else ids[-1]]
    where = ", ".join(plantuml_id(id_) for id_ in ends)
    word = "over" if item.side == "over" else f"{item.side} of"
    lines = [plantuml_line(line) for line in item.text.split("\n")]
    return [f"note {word} {where}", *lines, "end note"]


def _fragment(item: Fragment, lanes: list[str], data: Sequence) -> list[str]:
    if item.kind == "ref":
        ids = [id_ for id_ in lanes if id_ in item.participants] or lanes
        lines = [plantuml_line(s.label) for s in item.sections]
        return [f"ref over {', '.join(plantuml_id(i) for i in ids)}", *lines, "end ref"]
    out: list[str] = []
    for number, section in enumerate(item.sections):
        label = section.label
        word = "else" if number else item.kind
        if item.kind in ("group", "rect") and not number:
            word, label = "group", ": ".join(filter(None, (item.title.strip(), label))) or "…"
        out.append(f"{word} {_text(label)}" if label.strip() else word)
        out += _items(section.items, lanes, data)
    return [*out, "end"]


def _text(text: str) -> str:
    """Return a text as a label; its own line breaks stay."""
    return r"\n".join(plantuml_label(line) for line in text.split("\n"))
