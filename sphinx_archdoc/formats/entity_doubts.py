"""Bullets of an entity that nearly say something: a column without a colon, an unknown relation.

They stay text on the page; what is said here is why they are not in the picture.
"""

from __future__ import annotations

import re

from sphinx_archdoc.formats.collecting import shown
from sphinx_archdoc.formats.entity_columns import Facts, read_facts
from sphinx_archdoc.model.findings import suggestion

#: Words that are types and nothing else in a sentence.
_TYPES = re.compile(
    r"(?:uuid|guid|ulid|(?:big|small|tiny)?int(?:eger)?|bigserial|serial|varchar|nvarchar|char"
    r"|bool|boolean|datetime|timestamptz|timestamp|jsonb|blob|bytea|decimal|numeric|float|double)"
    r"(?:\([\d, ]*\)|\[\])?",
    re.IGNORECASE,
)
#: Facts as SQL shouts them; in small letters they may be words of a sentence.
_SHOUTED = re.compile(r"\b(?:PK|FK|UK|PRIMARY KEY|FOREIGN KEY|NOT NULL|UNIQUE|REFERENCES)\b")
_WORDS = re.compile(r"(?P<name>[^\W\d][\w.$-]{0,63})\s+(?P<rest>\S.{0,200})")
_TIE = re.compile(
    r"(?P<start>(?:has|have|belongs|hat|gehört)(?:[ _][^\W\d_]{1,20}){1,3})\s*:\s*"
    r"(?P<name>[^\W\d_][\w.$-]{0,99})",
    re.IGNORECASE,
)
_BEGINNINGS = (
    "has many", "has one", "has one or more", "has zero or one", "belongs to", "belongs to many",
)  # fmt: skip


def doubt(plain: str) -> str:
    """Return what is wrong with a bullet that was read as nothing; empty where it is prose."""
    tie = _TIE.fullmatch(plain)
    if tie and tie["name"][:1].isupper():
        hint = suggestion(tie["start"].replace("_", " ").lower(), _BEGINNINGS)
        return f"{shown(tie['start'])} says of no relation how many there are: {hint}"
    found = _WORDS.fullmatch(plain)
    if found is None or ":" in found["rest"]:
        return ""
    kind = read_facts(found["rest"], Facts())
    typed = _TYPES.fullmatch(kind) is not None
    if len(kind.split()) == 1 and (typed or _SHOUTED.search(found["rest"])):
        right = f"{found['name']}: {found['rest']}"
        return f"{shown(plain)} is read as text; write a column with a colon, {shown(right)}"
    return ""
