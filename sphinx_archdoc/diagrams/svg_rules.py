"""What foreign SVG may hold: elements, attributes and the form of each value.

An allow-list: what is not named here does not exist for us. The names are those of SVG 1.1 and 2
(https://www.w3.org/TR/SVG2/) that draw something, and none that runs, loads or moves something.
Left out on purpose: ``style`` (rules for the whole page), ``foreignObject``, ``script``, animation,
``use`` (a few nested ones draw millions), filters, masks and patterns.
"""

from __future__ import annotations

import re

ELEMENTS = frozenset({
    "svg", "g", "defs", "title", "desc", "a", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "textPath", "marker", "clipPath", "linearGradient",
    "radialGradient", "stop", "image",
})  # fmt: skip
#: Elements whose character data is drawn or read out.
WITH_TEXT = frozenset({"text", "tspan", "textPath", "title", "desc"})

_NUMBERS = re.compile(r"[-+0-9.eE,\s%]*(?:px|pt|em|ex)?")
_PATH = re.compile(r"[-+0-9.eE,\sMmZzLlHhVvCcSsQqTtAa]*")
_TRANSFORM = re.compile(
    r"(?:(?:translate|scale|rotate|matrix|skewX|skewY)\([-+0-9.eE,\s]*\)[\s,]*)*"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*|[0-9]{1,4}|[A-Za-z]+ [A-Za-z]+")
_COLOUR = re.compile(
    r"none|transparent|currentColor|[A-Za-z]{3,30}|#[0-9A-Fa-f]{3,8}"
    r"|(?:rgba?|hsla?)\([0-9.,%\s/deg]*\)"
)
_LOCAL = re.compile(r"#[^\s#\"'()<>\\]{1,200}")
_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")

_GEOMETRY = (
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "width",
    "height", "viewBox", "refX", "refY", "markerWidth", "markerHeight", "offset", "startOffset",
    "textLength", "font-size", "stroke-width", "stroke-dasharray", "stroke-dashoffset",
    "stroke-miterlimit", "stroke-opacity", "fill-opacity", "stop-opacity", "opacity",
    "letter-spacing", "rotate",
)  # fmt: skip
_WORDS = (
    "text-anchor", "font-weight", "font-style", "text-decoration", "dominant-baseline",
    "alignment-baseline", "baseline-shift", "lengthAdjust", "stroke-linecap", "stroke-linejoin",
    "fill-rule", "clip-rule", "preserveAspectRatio", "markerUnits", "gradientUnits",
    "clipPathUnits", "spreadMethod", "visibility", "writing-mode", "vector-effect", "orient",
)  # fmt: skip
_COLOURS = ("fill", "stroke", "stop-color", "color", "background")
#: Attributes that may name another element of the same picture, as ``url(#id)``.
REFERRING = frozenset({"fill", "stroke", "clip-path", "marker-start", "marker-mid", "marker-end"})

#: The form that the whole value of each attribute must have.
ATTRIBUTES: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(_GEOMETRY, _NUMBERS),
    **dict.fromkeys(_WORDS, _WORD),
    **dict.fromkeys(_COLOURS, _COLOUR),
    "d": _PATH,
    "points": _NUMBERS,
    "transform": _TRANSFORM,
    "gradientTransform": _TRANSFORM,
}
#: Declarations of a ``style`` attribute that have no attribute of the same name, or mean more.
_NO_PRESENTATION = frozenset({"width", "height", "d", "viewBox", "points"})
_URL = re.compile(r"""url\(\s*["']?(#[^\s#"'()<>\\]{1,200})["']?\s*\)""")


def allowed(name: str, value: str) -> bool:
    """Say whether an attribute may stay as it is; references are judged by :func:`local`."""
    form = ATTRIBUTES.get(name)
    return form is not None and len(value) <= _LONGEST and form.fullmatch(value.strip()) is not None


_LONGEST = 200_000


def local(value: str) -> str:
    """Return the id that ``url(#id)`` or ``#id`` names, or nothing for any other address."""
    found = _URL.fullmatch(value.strip())
    text = found[1] if found else value.strip()
    return text[1:] if _LOCAL.fullmatch(text) else ""


def is_image(value: str) -> bool:
    """Say whether an address holds the pixels of a picture itself."""
    return _IMAGE.fullmatch(value.strip()) is not None


def declarations(style: str) -> dict[str, str]:
    """Return the declarations of a ``style`` attribute that are attributes too."""
    found = {}
    for part in style[:_LONGEST].split(";"):
        name, colon, value = part.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if colon and name not in _NO_PRESENTATION:
            found[name] = value
    return found
