"""Read one column as people write it: ``user_id: uuid (FK User, not null) – Who pays``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.data import Column

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Key

#: No more of a line is read.
LONGEST = 2000
_MOST_FACTS = 40
_COMMENT = re.compile(r"\s+(?:—|–|--|-|//|#|%%)\s+(.*)\Z|\s+\"([^\"]*)\"\s*\Z", re.DOTALL)
_GROUPS = re.compile(
    r"(?:(?<=\s)|\A)(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|<<([^<>]*)>>|\{([^{}]*)\}|\[([^\[\]]+)\])"
)
_PK = r"pk|primary key|primary|primärschlüssel|prim\. key"
_FK = r"fk|foreign key|fremdschlüssel"
_UK = r"uk|uq|unique key|unique|eindeutig|unikat"
_REQUIRED = r"not null|non-null|notnull|required|mandatory|pflichtfeld|pflicht|erforderlich|nn"
_OPTIONAL = r"nullable|null|optional|may be null"
_INDEXED = r"indexed|indiziert|idx|index"
_NAME = r"[\w.$`*\"'-]+"
_LEADS = rf"(?:{_FK})(?:\s*(?:to|of|on|auf|->|→|:|=)?\s*(?P<fk>{_NAME})(?:\s*\([^()]*\))?)?"
_REFERENCES = (
    r"(?:references|refs?|referenziert|verweist auf|->|→)\s*:?\s*"
    rf"(?P<ref>{_NAME})(?:\s*\([^()]*\))?"
)
_DEFAULT = (
    r"(?:default|defaults to|standard|vorgabe)\s*(?::|=)?\s*(?P<default>.+)|=\s*(?P<equals>.+)"
)
_FACT = re.compile(
    rf"(?P<pk>{_PK})|(?P<leads>{_LEADS})|(?P<references>{_REFERENCES})|(?P<uk>{_UK})"
    rf"|(?P<required>{_REQUIRED})|(?P<optional>{_OPTIONAL})|(?P<indexed>{_INDEXED})|{_DEFAULT}",
    re.IGNORECASE,
)
#: Facts that may follow the type without a comma, as in SQL.
_TAIL = re.compile(
    rf"\s+((?:{_PK}|{_UK}|{_REQUIRED}|{_OPTIONAL}|{_INDEXED}|{_FK}"
    rf"|(?:{_FK}|references|->|→)\s+{_NAME}(?:\([^()]*\))?"
    r"|(?:default|defaults to)\s*[:=]?\s+[^\s,]+|default\s*[:=]\s*[^\s,]+|=\s*[^\s,]+))\Z",
    re.IGNORECASE,
)
#: A default in quotes is one word, whatever stands in it; it is no comment.
_QUOTED = re.compile(
    r"(?P<before>\b(?:default|defaults to|standard|vorgabe)(?:\s*[:=]\s*|\s+)|(?<![<>=!])=\s*)"
    r"(?P<quoted>\"[^\"]*\"|'[^']*'|“[^”]*”|„[^“”]*[“”])(?=[\s,;)\]}]|\Z)",
    re.IGNORECASE,
)
#: Characters for private use: they stand for what is in quotes meanwhile.
_FIRST_SIGN, _MOST_SIGNS = 0xE000, 40
_NO_DEFAULT = re.compile(r"(?:\s|\A)(?P<word>=|default\s*[:=]?)\Z", re.IGNORECASE)
#: A role of reST or MyST, whose target is in angle brackets where it is not all of its text.
_ROLE = re.compile(
    r"(?<![\w:}])(?::[\w:.+-]{1,60}:|\{[\w:.+-]{1,60}\})`([^`<>]{1,200}?)(?:\s<([^<>`]{1,200})>)?`"
)
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,400}\)")
_MARKS = re.compile(r"\*\*|__(?=\w)|(?<=\w)__|`+|</?(?:b|i|u|s|em|strong|code)>")


@dataclass(slots=True)
class Facts:
    """What is said of a column beside its name and type."""

    keys: list[Key] = field(default_factory=list)
    required: bool | None = None
    default: str = ""
    reference: str = ""
    indexed: bool = False
    no_default: str = ""  # the sign or word behind which a default is missing
    comments: list[str] = field(default_factory=list)

    def add(self, text: str) -> bool:
        """Take one fact; return whether it is a known one. An unknown one is a comment."""
        said = text.strip().strip(",;").strip()
        if not said:
            return True
        found = _FACT.fullmatch(said)
        if found is None:
            self.comments.append(said)
            return False
        self._known(found)
        return True

    def _known(self, found: re.Match[str]) -> None:
        if found["pk"]:
            self._key("PK")
        elif found["leads"] or found["references"]:
            self._key("FK")
            name = found["fk"] or found["ref"] or ""
            self.reference = _entity(name) or self.reference
        elif found["uk"]:
            self._key("UK")
        elif found["required"] or found["optional"]:
            self.required = bool(found["required"])
        elif found["indexed"]:
            self.indexed = True
        else:
            self.default = (found["default"] or found["equals"] or "").strip()

    def _key(self, key: Key) -> None:
        if key not in self.keys:
            self.keys.append(key)

    def column(self, name: str, type_: str) -> Column:
        """Return the column."""
        return Column(
            name=name,
            type=type_,
            keys=tuple(self.keys),
            required=self.required,
            default=self.default,
            comment=", ".join(self.comments),
            reference=self.reference,
        )


def _entity(name: str) -> str:
    """Return the entity of ``User.id``, without marks."""
    plain = name.strip("`*\"'.")
    return plain[:-3] if plain.casefold().endswith(".id") else plain


def unmarked(text: str) -> str:
    """Return a text without the marks of bold and code text; a role or link is its target."""
    plain = _ROLE.sub(lambda found: found[2] or found[1], text) if "`" in text else text
    plain = _LINK.sub(r"\1", plain) if "](" in plain else plain
    return _MARKS.sub("", plain).strip()


def read_facts(text: str, facts: Facts) -> str:
    """Take all facts out of what follows a column's name; return the type that is left."""
    text, quoted = _held(unmarked(text[:LONGEST]))
    comment = _COMMENT.search(text)
    said = ""
    if comment:
        text, said = text[: comment.start()], (comment[1] or comment[2] or "").strip()
    for group in _GROUPS.finditer(text):
        for part in split_outside(next(g for g in group.groups() if g is not None)):
            facts.add(part)
    first, *others = split_outside(_GROUPS.sub(" ", text))
    for part in others:
        facts.add(part)
    kind = _facts_after(first, facts)
    if said:
        facts.comments.append(said)
    facts.default = facts.default.translate(quoted)
    facts.comments = [comment.translate(quoted) for comment in facts.comments]
    return kind.translate(quoted)


def _held(text: str) -> tuple[str, dict[int, str]]:
    """Put a sign in place of every default in quotes; return what the signs stand for."""
    quoted: dict[int, str] = {}

    def hold(found: re.Match[str]) -> str:
        sign = _FIRST_SIGN + len(quoted)
        if len(quoted) == _MOST_SIGNS or chr(sign) in text:
            return found[0]
        quoted[sign] = found["quoted"]
        return f"{found['before']}{chr(sign)}"

    return _QUOTED.sub(hold, text), quoted


def _facts_after(text: str, facts: Facts) -> str:
    """Take the facts that follow a type without a comma; return the type."""
    kind = f" {text.strip()}"
    tail: list[str] = []
    while len(tail) < _MOST_FACTS and (found := _TAIL.search(kind)):
        kind = kind[: found.start()]
        tail.append(found[1])
    for part in reversed(tail):
        facts.add(part)
    missing = _NO_DEFAULT.search(kind.rstrip())
    if missing:
        facts.no_default, kind = missing["word"], kind[: missing.start()]
    return " ".join(kind.split())


def split_outside(text: str) -> list[str]:
    """Split at commas and semicolons that stand in no brackets; at least one part is returned."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char in "([{<":
            depth += 1
        elif char in ")]}>":
            depth = max(0, depth - 1)
        elif char in ",;" and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
