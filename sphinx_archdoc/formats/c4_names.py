"""The macro names of C4 as Mermaid and C4-PlantUML write them, and what each declares.

Sources: the README of C4-PlantUML ("Supported Diagram Types", "Relationship Types", "Layout") and
Mermaid's page "C4 Diagrams".
"""

from __future__ import annotations

import re
from typing import NamedTuple


class ElementMacro(NamedTuple):
    """What an element macro declares; ``fields`` names its arguments after alias and label."""

    kind: str
    fields: tuple[str, ...]
    tag: str = ""
    external: bool = False
    boundary: bool = False


class RelationMacro(NamedTuple):
    """What a relation macro declares; ``indexed``: its first argument is a step number."""

    backwards: bool = False
    both_ways: bool = False
    indexed: bool = False


_PLAIN = ("descr", "sprite", "tags", "link")
_TECHNICAL = ("techn", *_PLAIN)
_NODE = ("type", *_PLAIN)
_BOUNDARY = ("tags", "link", "descr")


def _elements() -> dict[str, ElementMacro]:
    found: dict[str, ElementMacro] = {}
    for name, kind, fields in (
        ("Person", "person", _PLAIN),
        ("System", "system", _PLAIN),
        ("Container", "app", _TECHNICAL),
        ("Component", "component", _TECHNICAL),
    ):
        for ending, store, tag in (
            ("", "", ""),
            ("Db", "datastore", "database"),
            ("Queue", "queue", "queue"),
        ):
            if kind == "person" and ending:
                continue
            # Only a container has kinds of its own for stores; the others keep a tag instead.
            own, told = (store or kind, "") if kind == "app" else (kind, tag)
            found[name + ending] = ElementMacro(own, fields, told)
            found[f"{name}{ending}_Ext"] = ElementMacro(own, fields, told, external=True)
    for name in ("Deployment_Node", "Node"):
        for side in ("", "_L", "_R"):
            found[name + side] = ElementMacro("deployment-node", _NODE)
    found["Boundary"] = ElementMacro("group", ("type", *_BOUNDARY), boundary=True)
    found["Enterprise_Boundary"] = ElementMacro("group", _BOUNDARY, boundary=True)
    found["System_Boundary"] = ElementMacro("system", _BOUNDARY, boundary=True)
    found["Container_Boundary"] = ElementMacro("app", _BOUNDARY, boundary=True)
    return found


def _relations() -> dict[str, RelationMacro]:
    sides = ("U", "D", "L", "R", "Up", "Down", "Left", "Right", "Neighbor")
    back = ("Back", "Back_Neighbor")
    found: dict[str, RelationMacro] = {}
    for name in ("Rel", "BiRel", "RelIndex", "BiRelIndex"):
        both, indexed = name.startswith("Bi"), name.endswith("Index")
        plain = RelationMacro(both_ways=both, indexed=indexed)
        found[name] = plain
        found.update({f"{name}_{side}": plain for side in sides})
        found.update({f"{name}_{side}": plain._replace(backwards=not both) for side in back})
    return found


ELEMENTS = _elements()
RELATIONS = _relations()
#: Styling, layout and numbering: they declare nothing and are passed over.
IGNORED = re.compile(
    r"(?:SHOW_|HIDE_|LAYOUT_|LEGEND|Lay_|Update|Add|Set|Without)\w*"
    r"|[gs]etIndex|increment|(?:Last)?Index|(?:get|Get)\w+|\w+Shape|\w+Line"
)
#: Macros that ask for a direction.
DIRECTIONS = {"LAYOUT_TOP_DOWN": "TB", "LAYOUT_LEFT_RIGHT": "LR", "LAYOUT_LANDSCAPE": "LR"}
BOUNDARY_END = "Boundary_End"
#: All names that a wrong one may be compared with.
NAMES = (*ELEMENTS, *RELATIONS, BOUNDARY_END, *DIRECTIONS)
