"""Read Mermaid's ``sequenceDiagram``.

Source of the grammar: mermaid.js.org/syntax/sequenceDiagram.html (Mermaid 11). Menus of links
(``link``, ``links``, ``properties``, ``details``) and colours are passed over. A number sign in a
text stays, where Mermaid would begin a comment. Reading never fails: a fault becomes a problem with
its line.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Message, Note
from sphinx_archdoc.formats.collecting import shown, split_lines
from sphinx_archdoc.formats.flow_building import NEXT_WORDS, Builder, ReadSequence
from sphinx_archdoc.formats.mermaid_colours import without_colour
from sphinx_archdoc.formats.mermaid_text import decoded, is_start, without_front_matter
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import FragmentKind, Shape, Side, Style

#: A longer line is cut: nothing can be read in it, and patterns look at every character.
_LONGEST = 4000
_BLOCKS: dict[str, FragmentKind] = {
    "alt": "alt", "opt": "opt", "loop": "loop", "par": "par", "par_over": "par",
    "critical": "critical", "break": "break", "rect": "rect",
}  # fmt: skip
_NEXT = ("else", "and", "option")
_TYPES: dict[str, Shape] = {
    "actor": "person", "boundary": "boundary", "control": "control", "entity": "entity",
    "database": "cylinder", "collections": "collections", "queue": "queue",
}  # fmt: skip
_ARROW = (
    r"<<-->>|<<->>|-->>|->>|--x|-x|--\)|-\)|-->|->"
    r"|-?-\|[\\/]|-?-\\\\|-?-//|[\\/]\|--?|\\\\--?|//--?"
)
_MESSAGE = re.compile(
    rf"(?P<source>[^:;]+?)(?:\(\))?(?P<arrow>{_ARROW})(?:\(\))?\s*+(?P<sign>[+-]?)\s*+(?:\(\))?\s*+"
    r"(?P<target>[^:;<>]++)(?::(?P<text>.*))?\Z"
)
_PARTICIPANT = re.compile(
    r"(?P<word>participant|actor)\s++(?P<id>[^@]+?)(?:@\s*+(?P<facts>\{.*?\})\s*+)?"
    r"(?:(?<=\s)as\s++(?P<title>.*))?\Z",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"note\s++(?P<side>over|left\s++of|right\s++of)\s++(?P<ids>[^:]++):(?P<text>.*)\Z",
    re.IGNORECASE,
)
_LIFE = re.compile(r"(?P<word>activate|deactivate|destroy)\s+(?P<id>.+)\Z", re.IGNORECASE)
_NUMBERS = re.compile(
    r"autonumber(?:\s+(?:(?P<off>off)|(?P<first>\d{1,9})(?:\s+(?P<step>\d{1,9}))?))?\Z",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:title|accTitle)(?:\s*+:|\s)\s*+(?P<text>.*)\Z", re.IGNORECASE)
_DESCRIPTION = re.compile(r"accDescr\s*(?::\s*(?P<text>.*)|\{(?P<begun>.*))\Z", re.IGNORECASE)
_PASSED = re.compile(r"(?:links?|properties|details)\s+[^:]+:", re.IGNORECASE)
_WRAP = re.compile(r"\s*(?:no)?wrap:", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STATEMENT_END = re.compile(r";\s*")


def read_mermaid_sequence(text: str) -> ReadSequence:
    """Read a Mermaid text; None as the sequence where it is another diagram."""
    if not is_start(text, "sequenceDiagram"):
        return ReadSequence(None)
    lines, title = without_front_matter(split_lines(text))
    reader = _Reader(title)
    for number, line in enumerate(lines, 1):
        reader.line(line[:_LONGEST], number)
    sequence, problems = reader.build.result()
    if not sequence.participants and not sequence.items:
        return ReadSequence(None, problems)
    return ReadSequence(sequence, problems)


def _label(text: str) -> str:
    """Return a text as it is drawn: codes as characters, ``<br>`` as line ends."""
    text = _WRAP.sub("", text, count=1)
    return "\n".join(decoded(part) for part in _BREAK.split(text)).strip()


class _Reader:
    def __init__(self, title: str) -> None:
        self.build = Builder()
        self.build.title = title
        self._started = False
        self._describing: list[str] | None = None

    def line(self, line: str, number: int) -> None:
        """Read one line, which may hold several statements."""
        body = line.strip()
        if self._describing is not None:
            self._describe(body)
            return
        if not body or body.startswith(("%%", "#")):
            return
        body = re.sub(r"\s%%(?!\{).*", "", body)
        if not self._started:
            self._started = True
            body = re.sub(r"\AsequenceDiagram\b[:;]?\s*", "", body)
            if not body:
                return
        self._statements(body, number)

    def _statements(self, body: str, number: int) -> None:
        """Read a line; what follows a semicolon is a statement where it can be one."""
        masked = re.sub(r"#\w+;", lambda found: "\0" * len(found[0]), body)
        start = 0
        for found in _STATEMENT_END.finditer(masked):
            rest = body[found.end() :]
            if not rest or self._is_statement(rest):
                self._statement(body[start : found.start()].strip(), number)
                start = found.end()
        if body[start:].strip():
            self._statement(body[start:].strip(), number)

    def _is_statement(self, body: str) -> bool:
        word = body.split(None, 1)[0].lower() if body.strip() else ""
        known = (*_BLOCKS, *_NEXT, "end", "participant", "actor", "autonumber", "create", "box")
        patterns = (_NOTE, _LIFE, _MESSAGE)
        return word in known or any(pattern.match(body) for pattern in patterns)

    def _statement(self, body: str, number: int) -> None:
        if not body:
            return
        word, _, rest = body.partition(" ")
        lower = word.lower()
        arrow = _MESSAGE.match(body)
        if lower in _BLOCKS and (arrow is None or not rest.lstrip().startswith(("-", "<"))):
            label = "" if lower == "rect" else _label(rest)
            self.build.open(_BLOCKS[lower], label, number)
        elif lower in _NEXT and (arrow is None or not rest.lstrip().startswith(("-", "<"))):
            self._next(lower, _label(rest), number)
        elif lower == "end" and not rest.strip():
            if not self.build.end_box():
                self.build.close(number)
        elif lower == "box":
            self.build.box(_box_title(rest), number)
        elif not self._fact(body, number) and not self._participant(body, number):
            if arrow is not None:
                self._message(arrow, number)
            else:
                message = f"expected 'A->>B: text', found {shown(body, 40)}"
                self.build.problems.add(Code.SYNTAX, message, number)

    def _next(self, word: str, label: str, number: int) -> None:
        inside = self.build.innermost
        wanted = NEXT_WORDS.get(inside) if inside else word
        if wanted != word:
            more = f"write {wanted!r}" if wanted else f"{inside!r} has one part only"
            self.build.problems.add(Code.SYNTAX, f"{word!r} in {inside!r}: {more}", number)
        self.build.next_section(word, label, number)

    # -- facts ---------------------------------------------------------------------------------

    def _fact(self, body: str, number: int) -> bool:
        """Read a statement that is neither a participant nor a message; tell whether it is one."""
        if _PASSED.match(body):
            return True
        numbers = _NUMBERS.match(body)
        if numbers is not None:
            counter = self.build.numbers
            counter.on = not numbers["off"]
            counter.next = int(numbers["first"] or counter.next)
            counter.step = int(numbers["step"] or counter.step)
            return True
        note = _NOTE.match(body)
        if note is not None:
            self._note(note, number)
            return True
        life = _LIFE.match(body)
        if life is not None:
            word = life["word"].lower()
            id_ = life["id"].strip()
            if word == "destroy":
                self.build.ends_with_next(id_, number)
            else:
                self.build.life(word, id_, number)
            return True
        return self._heading(body)

    def _heading(self, body: str) -> bool:
        described = _DESCRIPTION.match(body)
        if described is not None:
            if described["text"] is not None:
                self.build.description = decoded(described["text"])
            else:
                self._describing = []
                self._describe(described["begun"])
            return True
        title = _TITLE.match(body + " ")
        if title is not None and not re.match(r"title\s*(?:->|--)", body):
            self.build.title = decoded(title["text"]) or self.build.title
            return True
        return False

    def _describe(self, body: str) -> None:
        """Take a line of a description in braces."""
        assert self._describing is not None  # noqa: S101 -- the caller has looked
        text, end, _ = body.partition("}")
        self._describing.append(text)
        if end:
            self.build.description = decoded(" ".join(self._describing))
            self._describing = None

    def _note(self, found: re.Match[str], number: int) -> None:
        word = found["side"].split()[0].lower()
        side: Side = "left" if word == "left" else "right" if word == "right" else "over"
        names = (name.strip() for name in found["ids"].split(","))
        ids = tuple(self.build.participant(name, number) for name in names if name)
        note = Note(text=_label(found["text"]), side=side, participants=tuple(filter(None, ids)))
        self.build.add(note, number)

    # -- participants and messages -------------------------------------------------------------

    def _participant(self, body: str, number: int) -> bool:
        create = re.match(r"create\s+(?=(?:participant|actor)\s)", body, re.IGNORECASE)
        found = _PARTICIPANT.match(body[create.end() :] if create else body)
        if found is None:
            return False
        facts = _facts(found["facts"] or "")
        shape: Shape = _TYPES.get(facts.get("type", ""), "box")
        if found["word"].lower() == "actor":
            shape = "person"
        title = _label(found["title"] or facts.get("alias", ""))
        id_ = found["id"].strip()
        if create:
            self.build.life("create", id_, number)
        self.build.participant(id_, number, title=title, shape=shape, declared=True)
        return True

    def _message(self, found: re.Match[str], number: int) -> None:
        arrow = found["arrow"]
        source, target = found["source"].strip(), found["target"].strip()
        if found["text"] is None:
            message = f"a message needs a colon and a text, found {shown(found[0], 40)}"
            self.build.problems.add(Code.SYNTAX, message, number)
        text = _label(found["text"] or "")
        back = arrow[0] in "\\/"
        self.build.message(
            Message(
                source=target if back else source,
                target=source if back else target,
                text=text,
                style=_style(arrow),
                lost=arrow.endswith("x"),
                both_ways=arrow.startswith("<<"),
                headless=arrow in ("->", "-->"),
                line=number,
            )
        )
        if found["sign"] == "+":
            self.build.life("activate", target, number)
        elif found["sign"] == "-":
            self.build.life("deactivate", source, number)


def _style(arrow: str) -> Style:
    if "--" in arrow:
        return "reply"
    return "async" if arrow[-1] in ")\\/" or arrow[0] in "\\/" else "call"


def _facts(text: str) -> dict[str, str]:
    """Return the facts in ``@{ "type": "database" }``; none where they cannot be read."""
    try:
        found = json.loads(re.sub(r"([{,]\s*)(\w+)\s*:", r'\1"\2":', text)) if text else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, str)}


def _box_title(text: str) -> str:
    title = _label(without_colour(text))
    return title.strip('"') if title.startswith('"') else title
