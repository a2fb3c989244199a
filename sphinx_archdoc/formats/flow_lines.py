"""Read flow text: one step a line.

The format is this extension's own::

    person customer "Customer"
    customer -> shop.web : Enters e-mail and password
    shop.web ->> mail    : Sends a link [SMTP]
    shop.api --> shop.web : 200 + tokens
    shop.api : Verify password
    alt cache hit
      shop.api -> cache : Read
    else cache miss
      shop.api -> shop.db : Read
    end
    note over shop.api, shop.db : In one transaction
    error 401 @4 : Invalid credentials

``->`` is a call, ``-->`` a reply, ``->>`` asynchronous, ``<->`` both ways, ``-x`` lost. Blocks are
``alt``/``else``, ``opt``, ``loop``, ``par``/``and``, ``break``, ``critical``/``option`` and
``group``, each up to its ``end``. ``== text ==`` is a divider, ``...`` a pause. A name with spaces
may stand in quotes. ``#``, ``%%`` and ``//`` begin a comment line. Reading never fails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Delay, Divider, ErrorCase, Message, Note
from sphinx_archdoc.formats.c4_pieces import first_word, is_quote, quoted, read_facts
from sphinx_archdoc.formats.collecting import is_id, safe_id, shown, split_lines
from sphinx_archdoc.formats.flow_building import NEXT_WORDS, Builder
from sphinx_archdoc.formats.flow_names import with_quotes
from sphinx_archdoc.formats.flow_pauses import divider_words, pause_words
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Role
    from sphinx_archdoc.diagrams.sequence.data import FragmentKind, Sequence, Shape, Side, Style
    from sphinx_archdoc.model.findings import Problem

#: The words a participant's line may start with, with its shape and look.
PARTICIPANTS: dict[str, tuple[Shape, Role]] = {
    "participant": ("box", "container"),
    "actor": ("person", "person"),
    "person": ("person", "person"),
    "system": ("box", "system"),
    "app": ("box", "container"),
    "component": ("box", "component"),
    "datastore": ("cylinder", "store"),
    "database": ("cylinder", "store"),
    "queue": ("queue", "store"),
    "external": ("box", "external"),
}
_BLOCKS: dict[str, FragmentKind] = {
    "alt": "alt", "opt": "opt", "loop": "loop", "par": "par", "break": "break",
    "critical": "critical", "group": "group",
}  # fmt: skip
_NEXT = ("else", "and", "option")
_WORDS = frozenset((*_BLOCKS, *_NEXT, *PARTICIPANTS, "note", "error", "title", "end"))
_NAME = r"\"[^\"\n]+\"|[^\s<>:\"“„\[\]|]+?"
_ARROW = re.compile(
    rf"(?P<source>{_NAME})\s*(?P<arrow><-{{1,2}}>{{1,2}}|<-+|--?>>?|--?x(?=\s)|=>|→|↔)\s*"
    r"(?P<target>\"[^\"\n]+\"|[^\s:\[\]<>\"“„]+)(?P<rest>.*)",
    re.DOTALL,
)
_STYLES: dict[str, Style] = {"-->": "reply", "-->>": "reply", "--x": "reply", "->>": "async"}
_OWN = re.compile(rf"(?P<name>{_NAME})\s*:(?!\w*:)\s*(?P<text>.*)", re.DOTALL)
# No two parts of a pattern that follow each other take the same characters: with a long line of
# blanks, the time to find that nothing fits would grow with a power of its length.
_NOTE = re.compile(
    r"note\b(?:\s*(?P<side>over|left(?:\s+of)?|right(?:\s+of)?)\b)?(?P<ids>[^:]*):(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ERROR = re.compile(
    r"error\s+(?P<code>[^\s@:]+)(?:\s*(?:@\s*|at\s+(?:step\s+)?)(?P<step>[\w.]+))?\s*"
    r"(?::(?P<text>.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = ("#", "%%", "//")
_FORM = "'a -> b : what happens [technology]'"


def read_flow(text: str) -> tuple[Sequence, tuple[Problem, ...]]:
    """Read a flow text; see the module for its grammar."""
    reader = _Reader()
    for number, line in enumerate(split_lines(text), 1):
        reader.read(line.replace("\xa0", " ").strip(), number)
    return reader.result()


def arrow_ends(line: str) -> tuple[str, str] | None:
    """Return the two names of a step as written, or None for any other line."""
    found = _ARROW.match(with_quotes(line.strip(), _WORDS))
    if found is None:
        return None
    rest = found["rest"].strip()
    if rest and rest[0] not in ":[#":
        return None
    return found["source"].strip('"'), found["target"].strip('"')


def is_block_line(line: str) -> bool:
    """Tell whether a line begins or ends a block, or is a divider, pause, note or error case."""
    body = line.strip()
    word, _, rest = body.partition(" ")
    lower = word.lower()
    if lower in (*_NEXT, *_BLOCKS) or (lower in PARTICIPANTS and rest):
        return word == lower  # a sentence begins with a capital letter
    if lower == "end":
        return not rest
    if lower == "note":
        return bool(re.match(r"note\s+(over|left|right)\b", body, re.IGNORECASE))
    return bool(
        (lower == "error" and _ERROR.match(body) and "@" in body)
        or divider_words(body) is not None
        or body in ("...", "…")
    )


def own_step(line: str) -> str:
    """Return the name in a line ``name : text``, or nothing."""
    found = _OWN.match(line.strip())
    return found["name"].strip('"') if found else ""


def _is_step(text: str, last: int) -> bool:
    """Tell whether a text is the number of a step."""
    plain = text.isascii() and text.isdigit() and len(text) <= len(str(last))
    return plain and 1 <= int(text) <= last


class _Reader:
    def __init__(self) -> None:
        self._build = Builder(numbered=True)
        self._steps: list[ErrorCase] = []

    def result(self) -> tuple[Sequence, tuple[Problem, ...]]:
        numbers = self._build.numbers.next - 1
        for case in self._steps:
            if case.step and not _is_step(case.step, numbers):
                has = f"there are {numbers}" if numbers else "there are none"
                message = f"error {case.code} names step {case.step}, but {has}"
                self._build.problems.add(Code.VALUE, message, case.line)
        return self._build.result()

    def read(self, body: str, number: int) -> None:
        if not body or body.startswith(_COMMENT):
            return
        arrow = _ARROW.match(with_quotes(body, _WORDS))
        if arrow is not None:
            self._arrow(arrow, number)
        elif not self._keyword(body, number):
            self._own(body, number)

    # -- steps ---------------------------------------------------------------------------------

    def _arrow(self, found: re.Match[str], number: int) -> None:
        source, arrow, target, rest = found.group("source", "arrow", "target", "rest")
        both = arrow in ("<->", "<-->", "<->>", "<-->>", "↔")
        if arrow.startswith("<") and not both:
            source, target, arrow = target, source, arrow[1:] + ">"
        rest = rest.strip()
        if rest and rest[0] not in ":[#":
            message = f"expected ': label' after {shown(target, 30)}, found {shown(rest, 30)}"
            self._build.problems.add(Code.SYNTAX, message, number)
            rest = f": {rest}"
        facts = read_facts(rest)
        self._build.message(
            Message(
                source=self._name(source, number),
                target=self._name(target, number),
                text=facts.text,
                technology=facts.technology,
                style=_STYLES.get(arrow, "reply" if arrow == "<-->" else "call"),
                lost=arrow.endswith("x"),
                both_ways=both,
                line=number,
            )
        )

    def _own(self, body: str, number: int) -> None:
        found = _OWN.match(body)
        if found is None:
            hint = "; names with spaces stand in quotes" if "->" in body else ""
            message = f"expected {_FORM}, found {shown(body, 40)}{hint}"
            self._build.problems.add(Code.SYNTAX, message, number)
            return
        name = self._name(found["name"], number)
        facts = read_facts(f": {found['text']}")
        self._build.message(
            Message(source=name, target=name, text=facts.text, technology=facts.technology,
                    line=number)
        )  # fmt: skip

    def _name(self, written: str, number: int) -> str:
        title = written.strip('"') if written.startswith('"') else ""
        id_ = title or written
        if not is_id(id_):
            made = safe_id(id_)
            if not title:
                message = f"{shown(id_)} is no valid id; {made!r} is used"
                self._build.problems.add(Code.ID, message, number)
                title = id_
            id_ = made
        if id_ not in self._build.participants:
            self._build.participant(id_, number, title=title)
        return id_

    # -- everything else -----------------------------------------------------------------------

    def _keyword(self, body: str, number: int) -> bool:
        """Read a line that starts with a word of the grammar; tell whether it was one."""
        word, _, rest = body.partition(" ")
        lower, rest = word.lower().rstrip(":"), rest.strip()
        if rest.startswith(":") and lower not in ("note", "end"):
            return False  # a participant of this name does something
        label = rest.strip(":").strip()
        if lower in _BLOCKS:
            self._build.open(_BLOCKS[lower], label, number)
        elif lower in _NEXT:
            self._next(lower, label, number)
        elif lower == "end" and not label:
            self._build.close(number)
        elif lower in PARTICIPANTS and rest:
            self._participant(lower, rest, number)
        elif lower in ("activate", "deactivate", "create", "destroy") and rest:
            self._build.life(lower, self._name(rest, number), number)
        elif lower == "title" and rest:
            self._build.title = rest
        elif lower == "note":
            return self._note(body, number)
        elif lower == "error":
            return self._error(body, number)
        else:
            return self._pause(body, number)
        return True

    def _next(self, word: str, label: str, number: int) -> None:
        inside = self._build.innermost
        wanted = NEXT_WORDS.get(inside) if inside else word
        if wanted != word:
            more = f"write {wanted!r}" if wanted else f"{inside!r} has one part only"
            self._build.problems.add(Code.SYNTAX, f"{word!r} in {inside!r}: {more}", number)
        self._build.next_section(word, label, number)

    def _participant(self, word: str, rest: str, number: int) -> None:
        shape, role = PARTICIPANTS[word]
        title = ""
        if is_quote(rest[0]):
            title, rest, _ = quoted(rest)
            id_ = safe_id(rest.removeprefix("as ").strip() or title)
        else:
            id_, rest = first_word(rest)
            id_ = self._name(id_, number) if id_ else ""
            rest = rest.removeprefix("as ").strip()
            if rest and is_quote(rest[0]):
                title, rest, _ = quoted(rest)
            elif rest and rest[0] not in "[:#":
                title, rest = rest, ""
        facts = read_facts(rest)
        how = f"[{facts.technology}]" if facts.technology else ""
        self._build.participant(
            id_, number, title=title, subtitle=how, shape=shape, role=role, declared=True
        )

    def _note(self, body: str, number: int) -> bool:
        found = _NOTE.match(body)
        if found is None:
            message = f"expected 'note over a : text', found {shown(body, 40)}"
            self._build.problems.add(Code.SYNTAX, message, number)
            return True
        word = (found["side"] or "over").split()[0].lower()
        names = [name.strip() for name in found["ids"].split(",") if name.strip()]
        ids = tuple(self._name(name, number) for name in names)
        side: Side = "left" if word == "left" else "right" if word == "right" else "over"
        self._build.add(Note(text=found["text"].strip(), side=side, participants=ids), number)
        return True

    def _error(self, body: str, number: int) -> bool:
        found = _ERROR.match(body)
        if found is None:
            message = f"expected 'error CODE @step : text', found {shown(body, 40)}"
            self._build.problems.add(Code.SYNTAX, message, number)
            return True
        text = (found["text"] or "").strip()
        case = ErrorCase(code=found["code"], step=found["step"] or "", text=text, line=number)
        self._steps.append(case)
        self._build.error(case)
        return True

    def _pause(self, body: str, number: int) -> bool:
        divider, delay = divider_words(body), pause_words(body)
        if divider is not None:
            self._build.add(Divider(text=divider), number)
            return True
        if delay is not None:
            self._build.add(Delay(text=delay), number)
            return True
        return False
