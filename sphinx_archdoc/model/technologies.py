"""Technologies by name and version, out of what people write in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.values import is_nothing

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


class Technology(NamedTuple):
    """A technology as one record names it; ``version`` is empty where none is said."""

    name: str
    version: str
    record: Record

    @property
    def key(self) -> str:
        """What is compared: the name without case, blanks and punctuation."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """Return what names are compared by: no case, blanks or punctuation."""
    return re.sub(r"[^\w+#]", "", name.casefold())


_PARTS = re.compile(
    r"(?<!\s)\s*(?:[,;+&|]|\s/\s|\bwith\b|\band\b|\bon\b|\bmit\b|\bund\b|\bavec\b|\bet\b)\s*"
)
_VERSION = re.compile(r"(?P<name>.*?[^\d\s.])[\s-]+v?(?P<version>\d+(?:\.(?:\d+|x))*\+?)\Z")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_MOST = 200


def named(text: str) -> list[tuple[str, str]]:
    """Return names and versions in a text: ``Python 3.12, FastAPI`` names two."""
    found = []
    for part in _PARTS.split(_BRACKETS.sub(" ", text[:_MOST])):
        name = " ".join(part.split())
        if is_nothing(name):
            continue
        versioned = _VERSION.match(name)
        found.append((versioned["name"], versioned["version"]) if versioned else (name, ""))
    return found


def technologies(store: Store) -> list[Technology]:
    """Return every technology that a record names: listed ones first, then building blocks'."""
    found = []
    for record in store.written:  # of one that is listed twice the versions are compared too
        if record.kind_name != "tech":
            continue
        version = getattr(record, "version", "")
        for name, written in named(record.title):
            found.append(
                Technology(name, (version if isinstance(version, str) else "") or written, record)
            )
    for record in store.of("element"):
        text = getattr(record, "technology", "")
        if isinstance(text, str):
            found += [Technology(name, version, record) for name, version in named(text)]
    return found


def is_made_with(store: Store, element: Record) -> bool:
    """Tell whether a listed technology says that this building block is made with it."""
    return any(
        link.field == "used_by" and (tech := store.get(link.source)) and tech.kind_name == "tech"
        for link in store.relations.incoming(element.id)
    )


def agree(one: str, other: str) -> bool:
    """Tell whether two versions may be the same: ``15``, ``15.x`` and ``15.4`` may."""
    parts = [re.findall(r"\d+|x", text.casefold()) for text in (one, other)]
    pairs = zip(*parts, strict=False)
    return not one or not other or all(a == b or "x" in (a, b) for a, b in pairs)
