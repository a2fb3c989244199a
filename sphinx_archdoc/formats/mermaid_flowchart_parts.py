"""The shapes and arrows of Mermaid flowcharts (https://mermaid.js.org/syntax/flowchart.html)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from sphinx_archdoc.diagrams.graph import Role, Shape, Tip

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Opening bracket, the closing ones that fit it, and the shape; longer brackets come first.
BRACKETS: tuple[tuple[str, tuple[str, ...], Shape], ...] = (
    ("(((", (")))",), "end"),
    ("((", ("))",), "circle"),
    ("([", ("])",), "rounded"),
    ("(-", ("-)",), "rounded"),
    ("(", (")",), "rounded"),
    ("[(", (")]",), "cylinder"),
    ("[[", ("]]",), "subroutine"),
    ("[/", ("/]", "\\]"), "slanted"),
    ("[\\", ("\\]", "/]"), "slanted"),
    ("[", ("]",), "box"),
    ("{{", ("}}",), "hexagon"),
    ("{", ("}",), "diamond"),
    (">", ("]",), "note"),
)
#: The names of ``id@{ shape: … }``, version 11.3 and later; others are drawn by Mermaid itself.
_NAMES: dict[Shape, str] = {
    "box": "rect proc process rectangle div-rect div-proc divided-process divided-rectangle"
    " lin-rect lin-proc lined-process lined-rectangle shaded-process procs processes st-rect"
    " stacked-rectangle",
    "rounded": "rounded event stadium pill terminal delay half-rounded-rectangle",
    "cylinder": "cyl cylinder database db lin-cyl disk lined-cylinder",
    "queue": "h-cyl das horizontal-cylinder",
    "diamond": "diam decision diamond question",
    "circle": "circle circ",
    "start": "sm-circ small-circle start f-circ filled-circle junction",
    "end": "fr-circ framed-circle stop dbl-circ double-circle",
    "hexagon": "hex hexagon prepare",
    "slanted": "lean-r lean-right in-out lean-l lean-left out-in trap-b trap-t trapezoid"
    " inv-trapezoid trapezoid-bottom trapezoid-top priority manual sl-rect manual-input",
    "note": "notch-rect card notched-rectangle odd comment tag-rect tag-proc",
    "document": "doc document docs documents st-doc stacked-document lin-doc lined-document"
    " tag-doc tagged-document",
    "cloud": "cloud",
    "subroutine": "subproc subprocess subroutine framed-rectangle fr-rect",
}
SHAPES: Mapping[str, Shape] = {
    name: shape for shape, names in _NAMES.items() for name in names.split()
}
#: The classes that our own emitter gives to roles.
ROLES: Mapping[str, Role] = {f"arch{role.title()}": role for role in get_args(Role)}

#: As Mermaid's lexer: letters, digits and signs, a hyphen only where no arrow begins with it.
ID = re.compile(r"(?:\w|[!#$'*+.?\\/`]|%(?!%)|-(?![->.])|=(?!=))+")
CLASS = re.compile(r":::([\w-]+)")
EDGE_ID = re.compile(r"[\w-]+@(?=[ \t]*[xo<]?(?:--|==|-\.))")
INVISIBLE = re.compile(r"[ \t]*~~~+[ \t]*")
ARROW = re.compile(r"[ \t]*([xo<]?)(--+([-xo>])|==+([=xo>])|-\.+-([xo>]?))")
#: An arrow with its text in the middle: how it begins, and how it then ends.
TEXT_ARROWS = (
    (re.compile(r"[ \t]*([xo<]?)--"), re.compile(r"(--+)([-xo>])")),
    (re.compile(r"[ \t]*([xo<]?)=="), re.compile(r"(==+)([=xo>])")),
    (re.compile(r"[ \t]*([xo<]?)-\."), re.compile(r"(\.+-)([xo>]?)")),
)
PIPE = re.compile(r"[ \t]*\|")


class Arrow(NamedTuple):
    """How a line looks, and its text as it is written."""

    dashed: bool
    thick: bool
    head: bool
    tail: bool
    text: str = ""
    tip: Tip = "arrow"


_TIPS: Mapping[str, Tip] = {"x": "cross", "o": "circle"}


def arrow(body: str, head: str, tail: str, text: str = "") -> Arrow:
    """Return the look of a line of this body; crosses and circles at its ends are heads."""
    has_head = head in {"x", "o", ">"}
    tip = _TIPS.get(head if has_head else tail, "arrow")
    return Arrow("." in body, body.startswith("="), has_head, bool(tail), text, tip)
