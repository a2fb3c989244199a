"""Links to records and places on pages.

Made by an :class:`Address` that the page being written gives: references are ready nodes, because
resolving thousands of ``pending_xref`` in overview tables would cost more than all the rest.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

from docutils import nodes

from sphinx_archdoc.model.error_statuses import is_status
from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.views.faces import Face


class Address(Protocol):
    """Gives the address of an anchor on a page as seen from the page being written."""

    def __call__(self, docname: str, anchor: str) -> dict[str, str]:
        """Return ``{"refuri": …}`` or ``{"refid": …}``; raises LookupError for no address."""


class Linker:
    """Makes the links of one page; ``elsewhere`` finds records of other projects by their id.

    ``unknown`` explains a reference to nothing where a page can show that: in HTML.
    """

    def __init__(
        self,
        address: Address,
        elsewhere: Callable[[str], dict[str, str] | None] = lambda _: None,
        unknown: str = "",
    ) -> None:
        self.address = address
        self.elsewhere = elsewhere
        self.unknown = unknown

    def link(self, face: Face, text: str = "", *classes: str) -> nodes.Node:
        """Return a link to a record or place; only its text when there is no such record."""
        shown = text or face.title or face.id or face.docname
        if not face.found and (there := self.elsewhere(face.id)):
            return nodes.reference("", shown, internal=False, classes=list(classes), **there)
        if not face.found:
            return (
                nodes.inline(shown, shown, classes=list(classes)) if classes else nodes.Text(shown)
            )
        try:
            target = self.address(face.docname, face.anchor)
        except LookupError:  # a builder that writes a part of the pages, or none with addresses
            return nodes.Text(shown)
        made = nodes.reference("", shown, internal=True, classes=list(classes), **target)
        if face.superseded:
            made["classes"].append("arch-superseded")
        if face.id:
            made["arch_id"] = face.id
            keep_whole(made, face.id)
            if face.title not in ("", shown):
                made["reftitle"] = face.title
        return made

    def noted(self, face: Face, note: str) -> list[nodes.Node]:
        """Return a reference of a record, with the note in brackets behind it."""
        found = self.link(face, label(face)) if face.found else self.broken(face)
        return [found, nodes.Text(f" ({note})")] if note else [found]

    def broken(self, face: Face, *children: nodes.Node) -> nodes.Node:
        """Return a reference to nothing here: a link to another project, or marked as broken."""
        inner = children or (nodes.Text(label(face)),)
        if there := self.elsewhere(face.id):
            return nodes.reference("", "", *inner, internal=False, **there)
        if not self.unknown or is_status(face.id):  # an HTTP status says something by itself
            return inner[0] if len(inner) == 1 else nodes.inline("", "", *inner)
        return unknown_reference(self.unknown, *inner)


def unknown_reference(said: str, *children: nodes.Node) -> nodes.abbreviation:
    """Return the words of a reference that leads nowhere, with what is said of it."""
    return nodes.abbreviation("", "", *children, classes=["arch-unknown"], explanation=said)


#: Between the names of a list: the first one whose sign is in none of them.
_SEPARATORS = (", ", "; ", "\u00a0/ ")


def listed(parts: Iterable[list[nodes.Node]]) -> list[nodes.Node]:
    """Return names with a separator between them that none of them contains."""
    known = list(parts)
    if len(known) < 2:  # noqa: PLR2004 -- most have one
        return known[0] if known else []
    words = [part[0].astext() for part in known]
    free = (each for each in _SEPARATORS if not any(each.strip() in word for word in words))
    return joined(known, next(free, _SEPARATORS[-1]))


def joined(parts: Iterable[list[nodes.Node]], separator: str = ", ") -> list[nodes.Node]:
    """Return the parts with a separator between them."""
    found: list[nodes.Node] = []
    for part in parts:
        if found:
            found.append(nodes.Text(separator))
        found += part
    return found


#: Ids up to this length stay on one line in a narrow column.
SHORT_ID = 16
#: Words from this length on may be broken anywhere, so that they do not push out the rest.
LONG_WORD = 24
#: Texts from this length on need room for several words on a line, not for one.
PROSE = 18
#: The class that gives it, by the type of a column.
ROOM = {"title": "arch-name", **dict.fromkeys(("inline", "text", "extra"), "arch-prose")}


def has_long_word(text: str) -> bool:
    """Tell whether a text has a word that would make a column too wide."""
    return len(text) >= LONG_WORD and any(len(word) >= LONG_WORD for word in text.split())


def room_classes(text: str, type_: str) -> list[str]:
    """Return the classes of a cell whose text needs room in a crowded table, or may be broken.

    Titles and sentences need it; states, owners and references, say their types, do without.
    """
    found = ["arch-long"] if has_long_word(text) else []
    needed = ROOM.get(type_) if len(text) >= PROSE else None
    return [*found, needed] if needed else found


def keep_whole(link: nodes.reference, id_: str) -> None:
    """Say of a link that shows a short id that no line ends inside: not ``ADR-`` and then ``2``."""
    if "-" in id_ and len(id_) <= SHORT_ID and link.astext() == id_:
        link["classes"] += [] if "arch-short" in link["classes"] else ["arch-short"]


def id_classes(id_: str) -> tuple[str, ...]:
    """Return the classes of an id in a column of ids."""
    return ("arch-key-id", "arch-short") if len(id_) <= SHORT_ID else ("arch-key-id",)


def capital(text: str) -> str:
    """Return a status with a capital: badges beside each other are written alike."""
    word = text.split(maxsplit=1)[0] if text[:1].strip() else ""
    return text[:1].upper() + text[1:] if word.islower() else text


def badge(text: str, tone: str, key: str = "") -> nodes.inline:
    """Return a word in a badge; the word says what the colour says.

    ``key`` is the canonical word, by which rows are filtered however their authors call it.
    """
    classes = badge_classes(text, tone)
    return nodes.inline(text, text, classes=[*classes, f"arch-word-{key}"] if key else classes)


def yes_or_no(text: str, *, yes: bool) -> nodes.inline:
    """Return a yes as a badge, and a no as a quiet word: most cells of a matrix are no."""
    return badge(text, "ok") if yes else nodes.inline(text, text, classes=["arch-no"])


def badge_classes(text: str, tone: str) -> list[str]:
    """Return the classes of a badge; a text that begins with a sign needs no second one."""
    signed = unicodedata.category(text.strip()[:1] or " ") == "So"
    return ["arch-badge", f"arch-is-{tone}", *(["arch-signed"] if signed else [])]
