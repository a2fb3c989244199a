"""The colour that Mermaid reads at the start of a ``box``: what is none belongs to the title.

Source: the named colours of CSS Color Module Level 4.
"""

from __future__ import annotations

import re

_FUNCTION = re.compile(r"\s*(?:rgba?|hsla?)\s*\([^)]*\)\s*|\s*#[0-9a-f]{3,8}\b\s*", re.IGNORECASE)
_NAMES = frozenset(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet
    brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan
    darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta
    darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
    darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey
    dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray
    green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
    lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey
    lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise
    mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
    olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred
    papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat
    white whitesmoke yellow yellowgreen
    """.split()  # noqa: SIM905 -- a list of words reads best as words
)


def without_colour(text: str) -> str:
    """Return the text without the colour it begins with."""
    found = _FUNCTION.match(text)
    if found is not None:
        return text[found.end() :].strip()
    word, _, rest = text.strip().partition(" ")
    return rest.strip() if word.lower() in _NAMES else text.strip()
