"""What one item of a task list says beside its words.

``[x] Which store? (Ann, due 2026-05-01) {check: risks-have-owner} → ADR-0002``: the tick, the
people, dates and labelled facts in brackets at the end, the named check, and the record that
answers it. Nothing of it is new syntax: it is how people write such items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.time_words import AFTER, ANSWERED, UNTIL
from sphinx_archdoc.model.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Collection

#: A tick as task lists have it; ``-`` and ``~`` mean that the item does not apply.
TICK = re.compile(r"\s*(?:\[(?P<box>[ xX~-])\]|(?P<glyph>[☐⬜☑✅✔✓❌])\ufe0f?)\s+(?=\S)")
#: What people write for a tick, and no list knows: ``[y]``, ``[]``, ``[ x]``, ``[✓]``, and ``[x]``
#: without a blank behind it.
_NO_TICK = re.compile(
    r"\s*(\[(?:[^\W\d_]|[✓✔✗✘*+?!]|\s{2,3}|\s[xX]|[xX]\s)?\])(?:\s|\Z)|\s*(\[[ xX~-]\])(?=\w)"
)
_STATES = {"x": "done", "~": "not-applicable", "-": "not-applicable", " ": "open"}
_GLYPHS = {"☐": "open", "⬜": "open", "❌": "open"}
_CHECK = re.compile(r"\s*\{check[:=]\s*(?P<name>[A-Za-z0-9_-]{1,80})\}")
_ANSWER = re.compile(
    r"\s*(?:→|⇒|-+>|=+>)\s*(?P<ids>[A-Za-z]{1,20}[-_]?\d[\w.-]*(?:\s*,\s*[\w.-]+)*)\s*\Z"
)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]{1,300})\)\s*[.]?\s*\Z")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w -]{0,30}?)\s*[:=]\s*(?P<value>\S.*)\Z")
_DUE = re.compile(
    rf"(?:{UNTIL})(?:\s*+:)?\s++(?P<date>\S.*)\Z",
    re.IGNORECASE,
)
#: A day that may not exist: 2026-02-31.
_LIKE_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_SEE = re.compile(
    rf"(?:{ANSWERED})(?:\s*+:)?\s++(?P<ids>\S.*)\Z",
    re.IGNORECASE,
)
_WAITS = re.compile(
    rf"(?:{AFTER})(?:\s*+:)?\s++(?P<ids>[A-Za-z][\w.]*(?:-[\w.]+)+)\Z", re.IGNORECASE
)
_NAME = re.compile(r"@?[^\W\d_][\w .'&/-]{0,60}\Z")
#: More of an item is not looked at.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """The facts of an item.

    words   its text without tick, check, and the facts at its end
    state   ``open``, ``done``, ``not-applicable``, or empty where it has no tick
    date    a date without a label, as written
    people  names without a label
    facts   labelled values by the label in lower case; ``due``, ``answered by`` and ``check`` too
    """

    words: str
    state: str = ""
    date: str = ""
    people: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)


def tick_of(text: str) -> tuple[str, int]:
    """Return the state that a tick at the start of a text means, and its length; else nothing."""
    match = TICK.match(text)
    if match is None:
        return "", 0
    if match["box"] is not None:
        return _STATES[match["box"].lower()], match.end()
    return _GLYPHS.get(match["glyph"], "done"), match.end()


def unknown_tick(text: str) -> str:
    """Return what stands in the place of a tick and is none, if anything."""
    found = None if TICK.match(text) else _NO_TICK.match(text)
    return (found[1] or found[2]) if found else ""


def read_item(text: str, labels: Collection[str] = ()) -> ItemFacts:
    """Read the text of an item, on one line; ``labels`` are the facts it may have, in lower case.

    Brackets with anything that is no such fact are a remark, and stay part of the words.
    """
    text = text[:_LONGEST]
    state, start = tick_of(text)
    text = text[start:].strip()
    facts: dict[str, str] = {}
    check = _CHECK.search(text)
    if check:
        facts["check"] = check["name"].lower().replace("_", "-")
        text = f"{text[: check.start()]}{text[check.end() :]}".strip()
    answer = _ANSWER.search(text)
    if answer:
        facts["answered by"] = answer["ids"].rstrip(".")
        text = text[: answer.start()]
    date = ""
    people: tuple[str, ...] = ()
    brackets = _BRACKETS.search(text)
    if brackets:
        inside = _read_brackets(brackets["inside"], labels)
        if inside is not None:
            date, people, more = inside
            facts = {**more, **facts}
            text = text[: brackets.start()]
    return ItemFacts(text.strip(), state, date, people, facts)


def _is_date(text: str) -> bool:
    """Tell whether a text is a date, or written like one: whoever reads the value reports it."""
    return read_date(text) is not None or _LIKE_DATE.fullmatch(text.strip()) is not None


def _read_brackets(
    inside: str, labels: Collection[str]
) -> tuple[str, tuple[str, ...], dict[str, str]] | None:
    """Read what stands in brackets; None where it is no fact but a remark."""
    date = ""
    people: list[str] = []
    facts: dict[str, str] = {}
    sure = False
    for part in (part.strip() for part in re.split(r"[;,·]", inside)):
        due, see, label = _DUE.match(part), _SEE.match(part), _LABEL.match(part)
        waits = _WAITS.match(part)
        if _is_date(part):
            date, sure = part, True
        elif due and _is_date(due["date"]):
            facts["due"], sure = due["date"].strip(), True
        elif waits and "after" in labels:
            before = facts.get("after")
            facts["after"], sure = ", ".join(filter(None, (before, waits["ids"]))), True
        elif see and re.search(r"\d", see["ids"]):
            facts["answered by"], sure = see["ids"].strip(), True
        elif label and label["label"].casefold() in labels:
            facts[label["label"].casefold()], sure = label["value"].strip(), True
        elif part and _NAME.match(part):
            people.append(part.removeprefix("@").strip())
            sure = sure or part.startswith("@")
        elif part:
            return None
    return (date, tuple(people), facts) if sure else None
