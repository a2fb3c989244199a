"""Read the compact model lines: one element or relation a line, indentation is containment.

The format is this extension's own::

    system shop "Web shop" : Sells things #core
      app api "API" [FastAPI] : Orders, payments
    external person auditor
    shop.api -> stripe : Charges cards [HTTPS] #money
    deployment-node prod.eu "eu-west-1"
      instance shop.api x3

``instance NODE ELEMENT x3``, or without the node below its line, says what runs where. ``->`` is a
call, ``-->`` a reply, ``->>`` asynchronous, ``<->`` both ways. A line that starts with
``#``, ``%%`` or ``//`` is a comment. Reading never fails: a fault becomes a problem with its line,
and as much of the line as can be understood is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from sphinx_archdoc.formats.c4_instances import INSTANCE, read_instance
from sphinx_archdoc.formats.c4_pieces import STARTS, first_word, is_quote, quoted, read_facts
from sphinx_archdoc.formats.collecting import (
    Problems,
    above,
    is_id,
    readable,
    safe_id,
    shown,
    split_lines,
)
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declared import (
    Declarations,
    DeclaredElement,
    DeclaredInstance,
    DeclaredRelation,
)

#: The words an element line may start with, and the kind each stands for.
WORDS = {
    "person": "person",
    "system": "system",
    "app": "app",
    "container": "app",
    "datastore": "datastore",
    "database": "datastore",
    "queue": "queue",
    "component": "component",
    "deployment-node": "deployment-node",
    "infrastructure-node": "infrastructure-node",
    "external": "system",
}
#: Elements nest no deeper: ids are paths, so depth multiplies their length.
DEEPEST = 20
_BOTH_WAYS = ("<->", "<-->", "↔")
_STYLES: dict[str, Literal["sync", "async", "reply"]] = {
    "-->": "reply",
    "-->>": "reply",  # as Mermaid writes it
    "->>": "async",
}
_RELATION = re.compile(
    r"([^\s<>:\"“„]+?)\s*(<-{1,2}>|<-+|-->>?|->>|[-=]>|→|↔)\s*([^\s:\[\]<>\"“„]+)(.*)", re.DOTALL
)
_LETTERS = re.compile(r"[A-Za-z-]{3,40}")
_COMMENT = ("#", "%%", "//")


def read_lines(text: str) -> Declarations:
    """Read a model text; see the module for its grammar."""
    reader = _Reader()
    for number, line in enumerate(split_lines(text), start=1):
        reader.read(line.replace("\xa0", " ").rstrip().expandtabs(4), number)
    return reader.result()


@dataclass(slots=True)
class _Scope:
    """An open element: its id, and the column where its children stand once there is one."""

    id: str
    children_at: int = -1


class _Reader:
    """Reads line after line; ``_columns`` and ``_scopes`` are one stack in two lists."""

    def __init__(self) -> None:
        self._problems = Problems()
        self._columns = [-1]
        self._scopes = [_Scope("")]
        self._elements: dict[str, DeclaredElement] = {}
        self._instances: list[DeclaredInstance] = []
        self._relations: list[tuple[DeclaredRelation, tuple[str, ...]]] = []

    def read(self, line: str, number: int) -> None:
        body = line.lstrip()
        if not body or body.startswith(_COMMENT):
            return
        column = len(line) - len(body)
        relation = _RELATION.match(body)
        instance = None if relation else INSTANCE.match(body)
        if instance:
            self._instance(instance[1], column, number)
        elif relation:
            self._relation(relation, column, number)
        else:
            self._element(body, column, number)

    # --- elements

    def _element(self, body: str, column: int, number: int) -> None:
        word, _, rest = body.partition(" ")
        rest = rest.lstrip()
        if word.lower() not in WORDS:
            word = self._guess(word, body, number)
            if not word:
                return
        external, kind = word.lower() == "external", WORDS[word.lower()]
        second, _, after = rest.partition(" ")
        after = after.lstrip()
        if (
            external
            and second.lower() in WORDS
            and after
            and not is_quote(after[0])
            and after[0] not in STARTS
        ):
            kind, rest = WORDS[second.lower()], after
        name, rest = first_word(rest)
        if not name:
            message = f'expected an id after {word!r}, as in: {word} shop "Web shop"'
            self._problems.add(Code.SYNTAX, message, number)
            return
        parent = self._open_scope(column, number)
        path = self._path(name, parent, number)
        title, rest = self._title(rest, number)
        facts = read_facts(rest)
        element = DeclaredElement(
            kind=kind,
            id=path,
            title=title or readable(path),
            technology=facts.technology,
            description=facts.text,
            external=external,
            tags=facts.tags,
            parent=parent,
            line=number,
        )
        self._add(element, bare=not rest and not title)
        self._columns.append(column)
        self._scopes.append(_Scope(path))

    def _guess(self, word: str, body: str, number: int) -> str:
        """Report an unknown word; return the kind of element it is read as, or nothing."""
        near = self._problems.nearest(word, WORDS) if _LETTERS.fullmatch(word) else ""
        if near:
            message = f"{word!r} is no kind of element: did you mean {near!r}? It is read as that"
        else:
            kinds = ", ".join(WORDS)
            message = f"expected 'a -> b : label' or a kind ({kinds}), found {shown(body, 40)}"
        self._problems.add(Code.SYNTAX, message, number)
        return near

    def _add(self, element: DeclaredElement, *, bare: bool) -> None:
        first = self._elements.setdefault(element.id, element)
        if first is element or (bare and first.kind == element.kind):
            return  # a bare repetition only opens the scope again
        if replace(element, line=first.line, parent=first.parent) != first:
            where = above(element.line, first.line)
            message = f"{element.id!r} is already declared {where} with other facts"
            self._problems.add(Code.CONFLICT, message, element.line)

    def _open_scope(self, column: int, number: int) -> str:
        """Close what ends at this column and return the id of the element around the line."""
        keep = bisect_left(self._columns, column)
        deepest = keep > DEEPEST
        del self._columns[keep:], self._scopes[keep:]
        scope = self._scopes[-1]
        if deepest:
            message = f"elements nest deeper than {DEEPEST} levels; the line is placed higher"
            self._problems.add(Code.LIMIT, message, number)
            del self._columns[DEEPEST:], self._scopes[DEEPEST:]
            return self._scopes[-1].id
        if scope.children_at not in (-1, column):
            message = (
                f"indented by {column}, but the lines beside it by {scope.children_at};"
                f" it is placed under {scope.id or 'the top level'!r}"
            )
            self._problems.add(Code.SYNTAX, message, number)
        scope.children_at = column
        return scope.id

    def _path(self, name: str, parent: str, number: int) -> str:
        if not is_id(name):
            message = (
                f"the id {shown(name)} may only hold letters A-Z, digits, dot, underscore and"
                f" hyphen; {safe_id(name)!r} is used"
            )
            self._problems.add(Code.ID, message, number)
            name = safe_id(name)
        return f"{parent}.{name}" if parent and not name.startswith(parent + ".") else name

    def _title(self, rest: str, number: int) -> tuple[str, str]:
        if not rest or rest[0] in STARTS:
            return "", rest
        if is_quote(rest[0]):
            title, after, closed = quoted(rest)
            if closed and (not after or after[0] in STARTS):
                return title, after
            wrong = f"unexpected {shown(after, 30)} after the title" if closed else "missing quote"
        else:
            cut = min(
                (at for at in map(rest.find, (" [", " :", " #")) if at >= 0), default=len(rest)
            )
            title, after = rest[:cut], rest[cut:].lstrip()
            wrong = f"the title {shown(title, 40)} needs quotes"
        message = f'{wrong}; write: kind id "Title" [technology] : description #tag'
        self._problems.add(Code.SYNTAX, message, number)
        return title.strip(), after if not after or after[0] in STARTS else ""

    def _instance(self, body: str, column: int, number: int) -> None:
        around = self._scopes[bisect_left(self._columns, column) - 1].id
        made = read_instance(body, around, number)
        if made is None:
            message = f"expected 'instance NODE ELEMENT x3', found {shown(body, 40)}"
            self._problems.add(Code.SYNTAX, message, number)
        else:
            self._instances.append(made)

    # --- relations

    def _relation(self, found: re.Match[str], column: int, number: int) -> None:
        source, arrow, target, rest = found.groups()
        rest = rest.lstrip()
        wrong = ""
        if arrow[0] == "<" and arrow not in _BOTH_WAYS:
            wrong = f"write the arrow the other way: {target} -> {source}"
        elif rest and rest[0] not in STARTS:
            wrong = f"expected ': label' after {shown(target, 30)}, found {shown(rest, 30)}"
        if wrong:
            self._problems.add(Code.SYNTAX, wrong, number)
            return
        facts = read_facts(rest)
        relation = DeclaredRelation(
            source=source,
            target=target,
            label=facts.text,
            technology=facts.technology,
            style=_STYLES.get(arrow, "sync"),
            both_ways=arrow in _BOTH_WAYS,
            tags=facts.tags,
            line=number,
        )
        around = bisect_left(self._columns, column)
        scopes = tuple(scope.id for scope in reversed(self._scopes[1:around]))
        self._relations.append((relation, scopes))

    def _end(self, name: str, scopes: tuple[str, ...], number: int) -> str:
        made = safe_id(name)
        for scope in scopes:
            if f"{scope}.{made}" in self._elements:
                return f"{scope}.{made}"
        if made != name and made not in self._elements:
            message = f"{shown(name)} is no valid id; {made!r} is used"
            self._problems.add(Code.ID, message, number)
        return made

    def result(self) -> Declarations:
        relations = [
            replace(
                relation,
                source=self._end(relation.source, scopes, relation.line),
                target=self._end(relation.target, scopes, relation.line),
            )
            for relation, scopes in self._relations
        ]
        elements = [
            element if element.parent else replace(element, parent=self._parent(element.id))
            for element in self._elements.values()
        ]
        return Declarations(
            elements=tuple(elements),
            relations=tuple(relations),
            instances=tuple(self._instances),
            problems=self._problems.all(),
        )

    def _parent(self, path: str) -> str:
        """Return the nearest declared element on the path of an id that is not indented."""
        while "." in path:
            path = path.rpartition(".")[0]
            if path in self._elements:
                return path
        return ""
