"""Read C4 macros as Mermaid's C4 diagrams and C4-PlantUML write them.

``Person(user, "User")``, ``System_Boundary(shop, "Shop") { … }``, ``Rel(user, shop, "Buys")``: one
reader for both dialects, because they share their macros. What is styling, layout or numbering is
passed over; what would run code or fetch a file is refused and reported; reading never fails.

Decisions where the macros say less than the model wants:

* ``SystemDb`` and ``ComponentDb`` stay systems and components, with the tag ``database``
  (``…Queue``: ``queue``); ``ContainerDb`` is a ``datastore``, ``ContainerQueue`` a ``queue``.
* ``Container_Boundary`` is an ``app``, but a ``system`` when containers stand directly in it.
* An arrow of PlantUML (``a --> b : uses``) is a relation; a line without a head is none.
* ``Rel_Back(a, b)`` draws its arrow from ``b`` to ``a`` and is read as that relation.
* The tag ``async`` makes a relation asynchronous.
* ``System(a, "A", "Java", "Does it all")`` has a description where a sprite's name belongs: it is
  read as technology and description, which is what its author meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.c4_arrows import Arrow, read_arrow
from sphinx_archdoc.formats.c4_boundaries import meant, renamed
from sphinx_archdoc.formats.c4_directives import HEADER, Directives
from sphinx_archdoc.formats.c4_names import (
    BOUNDARY_END,
    DIRECTIONS,
    ELEMENTS,
    IGNORED,
    NAMES,
    RELATIONS,
    ElementMacro,
    RelationMacro,
)
from sphinx_archdoc.formats.c4_scan import Call, Mark, Scanner
from sphinx_archdoc.formats.collecting import Problems, SafeIds, above, readable, shown
from sphinx_archdoc.formats.drawn_text import uncoded
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declared import Declarations, DeclaredElement, DeclaredRelation

if TYPE_CHECKING:
    from collections.abc import Collection

_BREAK = re.compile(r"<br\s*/?>|\\[nt]", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?")
#: A longer index is no number of a step.
_NUMBER = 8
_CONTAINERS = ("app", "datastore", "queue")
_MACRO_LINE = re.compile(
    r"^[ \t]*(?:" + "|".join((*ELEMENTS, *RELATIONS)) + r")[ \t]*\(", re.MULTILINE
)
_PREAMBLE = ("%%", "'", "@start", "!", "title")


def looks_like_macros(text: str) -> bool:
    """Say whether a text holds C4 macros: by Mermaid's first line, or by a macro's call."""
    for line in _LINE_END.sub("\n", text[:20_000]).split("\n"):
        if line.strip() and not line.lstrip().startswith(_PREAMBLE):
            if HEADER.match(line.lstrip()):
                return True
            break
    return _MACRO_LINE.search(text) is not None


def read_macros(text: str, *, known: Collection[str] = ()) -> Declarations:
    """Read a C4 text; relations may also name the ids ``known`` from elsewhere."""
    return _Reader(_LINE_END.sub("\n", text), known).read()


class _Frame(NamedTuple):
    """An open brace: ``sort`` is what opened it, ``id`` the element it holds, if any."""

    sort: str  # "element", "open" (an unknown line), "skip" (styling), "end" (no brace at all)
    id: str
    line: int


class _Reader:
    def __init__(self, text: str, known: Collection[str]) -> None:
        self._problems = Problems()
        self._scanner = Scanner(text, self._problems)
        self._directives = Directives(self._scanner, self._problems)
        self._known = known
        self._ids = SafeIds()
        self._elements: dict[str, DeclaredElement] = {}
        self._relations: list[tuple[DeclaredRelation, str, str]] = []
        self._renamed: dict[str, str] = {}
        self._frames: list[_Frame] = []
        self._skipping = 0
        self._waiting = ""  # the id of the element that a brace would open
        self._endings = BOUNDARY_END in text

    def read(self) -> Declarations:
        for item in self._scanner:
            if isinstance(item, Mark) and item.sort != "line":
                self._brace(item)
                continue
            self._no_brace()
            if self._skipping:
                if isinstance(item, Mark) and item.text.endswith("{"):
                    self._open("skip", "", item.line)
            elif isinstance(item, Call):
                self._call(item)
            elif arrow := read_arrow(item.text):
                self._arrow(arrow, item.line)
            elif opened := self._directives.read(item):
                self._open(opened, "", item.line)
        for frame in self._frames:
            if frame.sort not in ("skip", "end"):
                message = f"the brace {{ of {frame.id or 'this line'!r} is not closed"
                self._problems.add(Code.SYNTAX, message, frame.line)
        self._settle_boundaries()
        self._renamed = meant(self._elements)
        self._elements = renamed(self._elements, self._renamed)
        relations = tuple(self._known_ends())
        return Declarations(
            title=_clean(self._directives.title),
            direction=self._directives.direction,
            elements=tuple(self._elements.values()),
            relations=relations,
            problems=self._problems.all(),
        )

    # --- braces

    def _open(self, sort: str, identifier: str, line: int) -> None:
        self._frames.append(_Frame(sort, identifier, line))
        self._skipping += sort == "skip"

    def _brace(self, mark: Mark) -> None:
        if mark.sort == "{":
            sort = "skip" if self._skipping else "element"
            self._open(sort, self._waiting or self._parent(), mark.line)
            self._waiting = ""
        elif self._frames:
            self._no_brace()
            self._skipping -= self._frames.pop().sort == "skip"
        else:
            self._problems.add(Code.SYNTAX, "this brace } closes nothing", mark.line)

    def _no_brace(self) -> None:
        """Note that no brace followed: C4_Sequence closes a boundary by ``Boundary_End()``."""
        waiting = self._elements.get(self._waiting)
        if waiting and waiting.boundary and self._endings:
            self._open("end", waiting.id, waiting.line)
        self._waiting = ""

    def _parent(self) -> str:
        return self._frames[-1].id if self._frames else ""

    # --- macros

    def _call(self, call: Call) -> None:
        if call.run_on and (call.name in ELEMENTS or call.name in RELATIONS):
            message = f"a comma is missing after {shown(call.run_on)} in {call.name}(…)"
            self._problems.add(Code.SYNTAX, message, call.line)
        if call.name in ELEMENTS:
            self._element(call, ELEMENTS[call.name])
        elif call.name in RELATIONS:
            self._relation(call, RELATIONS[call.name])
        elif call.name in DIRECTIONS:
            self._directives.direction = DIRECTIONS[call.name]
        elif call.name == BOUNDARY_END:
            if self._frames and self._frames[-1].sort == "end":
                self._frames.pop()
        elif not IGNORED.fullmatch(call.name):
            said = self._problems.hint(call.name, NAMES)
            self._problems.add(Code.SYNTAX, f"unknown macro {shown(call.name)}{said}", call.line)

    def _element(self, call: Call, macro: ElementMacro) -> None:
        facts = _facts(call, ("alias", "label", *macro.fields))
        name = facts.get("alias", "")
        if not name:
            self._problems.add(Code.SYNTAX, f"{call.name}() lacks an alias", call.line)
            return
        technology = facts.get("techn") or facts.get("type", "")
        description, sprite = facts.get("descr", ""), facts.get("sprite", "")
        if macro.kind in ("person", "system") and " " in sprite and not technology:
            technology, description = description, sprite
        tags = (macro.tag, *_tags(facts))
        element = DeclaredElement(
            kind=macro.kind,
            id=self._ids(name),
            title=facts.get("label") or readable(name),
            technology=technology,
            description=description,
            external=macro.external,
            boundary=macro.boundary,
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
            parent=self._parent(),
            line=call.line,
        )
        first = self._elements.setdefault(element.id, element)
        self._waiting = element.id
        if replace(element, line=first.line) != first:
            where = above(call.line, first.line)
            message = f"{shown(name)} is already declared {where}; that one is drawn"
            self._problems.add(Code.DUPLICATE, message, call.line)

    def _relation(self, call: Call, macro: RelationMacro) -> None:
        fields = ("from", "to", "label", "techn", "descr", "sprite", "tags", "link")
        facts = _facts(call, ("index", *fields) if macro.indexed else fields)
        source, target = facts.get("from", ""), facts.get("to", "")
        if not source or not target:
            message = f'{call.name}() needs two aliases, as in: {call.name}(a, b, "Uses")'
            self._problems.add(Code.SYNTAX, message, call.line)
            return
        if macro.backwards:
            source, target = target, source
        tags = _tags(facts)
        relation = DeclaredRelation(
            source="",
            target="",
            label=facts.get("label", ""),
            technology=facts.get("techn", ""),
            description=facts.get("descr", ""),
            style="async" if "async" in tags else "sync",
            both_ways=macro.both_ways,
            number=_number(facts.get("index", "")),
            tags=tags,
            line=call.line,
        )
        self._relations.append((relation, source, target))

    def _arrow(self, arrow: Arrow, line: int) -> None:
        if not arrow.hidden:
            relation = DeclaredRelation(
                source="",
                target="",
                label=_clean(arrow.label),
                technology=_clean(arrow.technology),
                both_ways=arrow.both_ways,
                line=line,
            )
            self._relations.append((relation, arrow.source, arrow.target))

    # --- after the last line

    def _known_ends(self) -> list[DeclaredRelation]:
        found = []
        for relation, source, target in self._relations:
            start = self._end(source, relation.line)
            end = self._end(target, relation.line) if start else ""  # one finding for a line
            if end:
                found.append(replace(relation, source=start, target=end))
        return found

    def _end(self, name: str, line: int) -> str:
        made = self._ids(name)
        made = self._renamed.get(made, made)
        if made in self._elements:
            return made
        if name in self._known:
            return name
        said = self._problems.hint(name, [*self._elements, *self._known][:1000])
        message = f"the relation names {shown(name)}, which is not declared{said}"
        self._problems.add(Code.REFERENCE, message, line)
        return ""

    def _settle_boundaries(self) -> None:
        """Make a ``Container_Boundary`` with containers in it a system; inner ones first."""
        holds: set[str] = set()
        for identifier, element in reversed(list(self._elements.items())):
            kind = element.kind
            if element.boundary and kind == "app" and identifier in holds:
                kind = "system"
                self._elements[identifier] = replace(element, kind=kind)
            if kind in _CONTAINERS:
                holds.add(element.parent)


def _facts(call: Call, fields: tuple[str, ...]) -> dict[str, str]:
    """Give the arguments their names; those written by name win."""
    given = dict(zip(fields, call.args, strict=False)) | call.named
    return {name: _clean(value) for name, value in given.items()}


def _number(text: str) -> str:
    """Return the number of a step; ``Index()`` and the like say none."""
    return text if text.replace(".", "").replace("-", "").isalnum() and len(text) < _NUMBER else ""


def _tags(facts: dict[str, str]) -> tuple[str, ...]:
    words = facts.get("tags", "").replace("+", ",").split(",")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _clean(text: str) -> str:
    r"""Put a text on one line; ``<br/>`` and ``\n`` are spaces, other markup stays as written."""
    return " ".join(uncoded(_BREAK.sub(" ", text)).split())
