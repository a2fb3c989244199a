"""Colours and links of Mermaid flowcharts: ``classDef``, ``class``, ``style`` and ``click``.

A colour becomes the tone nearest to it, so that it is right in dark mode, in print and beside our
other pictures; shades of grey stay plain. See https://mermaid.js.org/syntax/flowchart.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.mermaid_flowchart_parts import ROLES
from sphinx_archdoc.formats.tones import tone
from sphinx_archdoc.model.uris import safe_uri

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Role
    from sphinx_archdoc.formats.mermaid_flowchart_scan import Scanner

_NAMES = r"[ \t]+([^\s;,]+(?:[ \t]*,[ \t]*[^\s;,]+)*)"
_END = r"[ \t]*(?:;|$)"
_DEFINE = re.compile(rf"classDef{_NAMES}[ \t]+([^\n;]*){_END}", re.MULTILINE)
_GIVE = re.compile(rf"class{_NAMES}[ \t]+([\w-]+){_END}", re.MULTILINE)
_STYLE = re.compile(rf"style{_NAMES}[ \t]+([^\n;]*){_END}", re.MULTILINE)
_CLICK = re.compile(rf'click{_NAMES}[ \t]+(?:href[ \t]+)?"([^"\n]*)"[^\n;]*{_END}', re.MULTILINE)
_PAINT = re.compile(
    r"\b(fill|stroke)[ \t]*:[ \t]*(#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)|[a-z]+)",
    re.IGNORECASE,
)


class Looks:
    """Collects what a text says about looks; ``ids`` makes the id in the picture from a name."""

    def __init__(self, ids: Callable[[str], str]) -> None:
        self._ids = ids
        self._classes: dict[str, Role] = {}
        self._styles: dict[str, Role] = {}
        self._given: dict[str, list[str]] = {}
        self._links: dict[str, str] = {}

    def take(self, scan: Scanner) -> bool:
        """Take a statement about looks or a link, if there is one here."""
        if found := scan.take(_DEFINE):
            self._paint(self._classes, _split(found[1]), found[2])
        elif found := scan.take(_STYLE):
            self._paint(self._styles, map(self._ids, _split(found[1])), found[2])
        elif found := scan.take(_GIVE):
            for name in _split(found[1]):
                self.give(self._ids(name), found[2])
        elif found := scan.take(_CLICK):
            address = found[2].strip()
            if address and safe_uri(address):
                self._links.update((self._ids(name), address) for name in _split(found[1]))
        return found is not None

    def give(self, id_: str, class_: str) -> None:
        """Note the class of a box or subgraph."""
        self._given.setdefault(id_, []).append(class_)

    def role(self, id_: str, default: Role) -> Role:
        """Return the look of a box or subgraph that has ``default`` where nothing is said."""
        given = self._given.get(id_, [])
        for class_ in reversed(given):
            if class_ in ROLES:  # made by our own emitter
                return ROLES[class_]
        if id_ in self._styles:
            return self._styles[id_]
        classes = given if default == "group" else ["default", *given]
        roles = [self._classes[class_] for class_ in classes if class_ in self._classes]
        return roles[-1] if roles else default

    def links(self, ids: set[str]) -> tuple[tuple[str, str], ...]:
        """Return the safe addresses of those of these ids that have one."""
        return tuple((id_, address) for id_, address in self._links.items() if id_ in ids)

    def _paint(self, where: dict[str, Role], names: map[str] | list[str], style: str) -> None:
        found = tone_of(style)
        if found:
            where.update(dict.fromkeys(names, found))


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def tone_of(style: str) -> Role | None:
    """Return the tone of ``fill:#fdd,stroke:#900``: of the face, or of the rim of a grey one."""
    paints = {name.lower(): value.lower() for name, value in _PAINT.findall(style)}
    for name in ("fill", "stroke"):
        found = tone(paints.get(name, ""))
        if found:
            return found
    return None
