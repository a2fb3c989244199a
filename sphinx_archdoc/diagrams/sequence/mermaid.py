"""A sequence in Mermaid's language (``sequenceDiagram``, Mermaid 10.3 and later)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import mermaid_id, mermaid_line
from sphinx_archdoc.diagrams.sequence.columns import ordered
from sphinx_archdoc.diagrams.sequence.data import (
    EDGES,
    LEFT_EDGE,
    RIGHT_EDGE,
    Delay,
    Divider,
    Fragment,
    Life,
    Message,
    Note,
    codes_at,
    messages,
    texts_of,
)  # fmt: skip
from sphinx_archdoc.diagrams.sequence.settled import settled

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import (
        FragmentKind,
        Item,
        Participant,
        Sequence,
        Style,
    )  # fmt: skip

_ARROWS: dict[Style, tuple[str, str, str]] = {  # with a head, a cross, no head
    "call": ("->>", "-x", "->"),
    "reply": ("-->>", "--x", "-->"),
    "async": ("-)", "-x", "->"),
}
_FIRST: dict[FragmentKind, str] = {
    "alt": "alt", "opt": "opt", "loop": "loop", "par": "par", "critical": "critical",
    "break": "break", "group": "opt", "rect": "rect rgba(138, 144, 155, 0.12)",
}  # fmt: skip
_NEXT: dict[FragmentKind, str] = {"alt": "else", "par": "and", "critical": "option"}
#: Participants that stand for the borders of the picture.
_BORDER = {LEFT_EDGE: "n_left_", RIGHT_EDGE: "n_right_"}


def mermaid(data: Sequence) -> str:
    """Return a sequence diagram; what Mermaid has no word for becomes a note."""
    return "\n".join(_Mermaid(settled(data)).lines()) + "\n"


class _Mermaid:
    def __init__(self, data: Sequence) -> None:
        self._data = data
        self._created = {p.id for p in data.participants if _is_created(data.items, p.id)}
        self._by_id = {p.id: p for p in data.participants}
        self._codes = codes_at(data)

    def lines(self) -> list[str]:
        data = self._data
        out = ["sequenceDiagram"]
        if data.title.strip():
            out.append(f"    title {mermaid_line(data.title)}")
        if data.description.strip():
            out.append(f"    accDescr: {mermaid_line(data.description)}")
        if any(m.number for m in messages(data)):
            out.append("    autonumber")
        out += self._participants()
        out += self._items(data.items, "    ")
        return out

    def _participants(self) -> list[str]:
        out = []
        used = {end for m in messages(self._data) for end in (m.source, m.target)}
        if LEFT_EDGE in used:
            out.append(f"    participant {_BORDER[LEFT_EDGE]} as #32;")
        boxes = {id_: box for box in self._data.boxes for id_ in box.participants}
        shown = [p for p in ordered(self._data) if p.id not in self._created]
        for at, participant in enumerate(shown):
            box = boxes.get(participant.id)
            if box is not None and (not at or boxes.get(shown[at - 1].id) is not box):
                out.append(
                    f"    box transparent {_text(box.title)}"
                    if box.title.strip()
                    else "    box transparent"
                )
            out.append(f"    {'    ' if box else ''}{_declared(participant)}")
            last = at + 1 == len(shown) or boxes.get(shown[at + 1].id) is not box
            if box is not None and last:
                out.append("    end")
        if RIGHT_EDGE in used:
            out.append(f"    participant {_BORDER[RIGHT_EDGE]} as #32;")
        return out

    def _items(self, items: tuple[Item, ...], indent: str) -> list[str]:
        out: list[str] = []
        for at, item in enumerate(items):
            if isinstance(item, Message):
                ended = [
                    i.participant for i in _lives_after(items, at) if i.what == "destroy"
                    and i.participant in (item.source, item.target)
                ]  # fmt: skip
                out += [f"{indent}destroy {mermaid_id(id_)}" for id_ in ended[:1]]
                out.append(indent + _message(item, texts_of(item, self._codes)))
            elif isinstance(item, Life):
                out += self._life(item, indent)
            elif isinstance(item, Note):
                out.append(indent + self._note(item.text, item.side, item.participants))
            elif isinstance(item, Fragment):
                out += self._fragment(item, indent)
            elif isinstance(item, Divider) or (isinstance(item, Delay) and not item.silent):
                out.append(indent + self._note(item.text or "…", "over", ()))
        return out

    def _life(self, item: Life, indent: str) -> list[str]:
        if item.what in ("activate", "deactivate"):
            return [f"{indent}{item.what} {mermaid_id(item.participant)}"]
        if item.what == "create":
            return [f"{indent}create {_declared(self._by_id[item.participant])}"]
        return []

    def _note(self, text: str, side: str, ids: tuple[str, ...]) -> str:
        known = [p.id for p in ordered(self._data)]
        # Who is created may not be named before that.
        ends = [id_ for id_ in known if (id_ in ids if ids else id_ not in self._created)] or known
        first, last = mermaid_id(ends[0]), mermaid_id(ends[-1])
        if side != "over":
            return f"Note {side} of {first if side == 'left' else last}: {_text(text)}"
        over = first if first == last else f"{first},{last}"
        return f"Note over {over}: {_text(text)}"

    def _fragment(self, item: Fragment, indent: str) -> list[str]:
        if item.kind == "ref":
            label = " ".join(section.label for section in item.sections)
            return [indent + self._note(f"ref: {label}", "over", item.participants)]
        out: list[str] = []
        for number, section in enumerate(item.sections):
            label = section.label
            if item.kind == "group" and not number:
                label = ": ".join(filter(None, (item.title.strip(), label)))
            word = _NEXT.get(item.kind, "") if number else _FIRST[item.kind]
            if not word:  # no further section in Mermaid
                out.append(f"{indent}    {self._note(label or '…', 'over', ())}")
            else:
                said = f" {_text(label)}" if label.strip() and item.kind != "rect" else ""
                out.append(f"{indent}{word}{said}")
            out += self._items(section.items, indent + "    ")
        return [*out, f"{indent}end"]


def _declared(participant: Participant) -> str:
    word = "actor" if participant.shape == "person" else "participant"
    title = participant.title.strip() or participant.id
    label = "\n".join(filter(None, (title, participant.subtitle.strip())))
    return f"{word} {mermaid_id(participant.id)} as {_text(label)}"


def _message(item: Message, text: str) -> str:
    head, cross, bare = _ARROWS[item.style]
    arrow = cross if item.lost else bare if item.headless else head
    if item.both_ways:
        arrow = "<<-->>" if item.style == "reply" else "<<->>"
    return f"{_end(item.source)}{arrow}{_end(item.target)}: {_text(text)}"


def _end(id_: str) -> str:
    return _BORDER[id_] if id_ in EDGES else mermaid_id(id_)


def _text(text: str) -> str:
    """Return a text as a label; its own line breaks stay."""
    return "<br/>".join(mermaid_line(line) for line in text.split("\n"))


def _lives_after(items: tuple[Item, ...], at: int) -> list[Life]:
    found = []
    for item in items[at + 1 :]:
        if not isinstance(item, Life):
            break
        found.append(item)
    return found


def _is_created(items: tuple[Item, ...], id_: str) -> bool:
    """Tell whether a participant is made by the message right behind its creation."""
    for at, item in enumerate(items):
        if isinstance(item, Life) and item.what == "create" and item.participant == id_:
            following = items[at + 1] if at + 1 < len(items) else None
            return isinstance(following, Message) and following.target == id_
        if isinstance(item, Fragment) and any(_is_created(s.items, id_) for s in item.sections):
            return True
    return False
