"""Mermaid text as SVG by ``mermaid-render`` (extra ``mermaid``): in process, no browser.

The package runs Pele in an embedded QuickJS with limits of memory and time and without any access
to files or the network. It gives text as ``<text>``, the same bytes every time, and few colours
(``COLOURS``). It leaves links out; those of ``click`` lines are put back here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError, TextError
from sphinx_archdoc.model.uris import safe_uri

if TYPE_CHECKING:
    from collections.abc import Callable

#: The palette ``redux-color`` and the series of charts, with the parts of ours they stand for.
COLOURS = {
    "#ffffff": "paper",
    "#172d4a": "ink",
    "#596579": "muted",
    "#000000": "line",
    "#e5effa": "face",
    "#f0f4fa": "quiet",
    "#4472c4": "rim",
    "#4c78a8": "one",
    "#f58518": "two",
    "#54a24b": "three",
    "#e45756": "four",
}
_AT = re.compile(r"\A([a-z-]+) at (\d+):(\d+): (.*)", re.DOTALL)
_ON_LINE = re.compile(r"\A(?:Parse|Lexical) error on line \d+[:.]?\s*")
_CLICK = re.compile(
    r"""^[ \t]*(?:click|link)[ \t]+(?P<id>[^\s"]+)[ \t]+(?:href[ \t]+)?"(?P<uri>[^"\n]+)\"""",
    re.MULTILINE,
)


def name() -> str:
    """Return the engine with its version, for the names of cache entries.

    Raises MissingEngineError when it is not installed.
    """
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"mermaid-render {version('mermaid-render')}"
    except PackageNotFoundError as error:
        raise MissingEngineError(_MISSING) from error


def draw(text: str) -> str:
    """Return the SVG of a Mermaid text as the engine gives it, with the links of ``click`` lines.

    Raises EngineError with the line where the text is wrong, MissingEngineError without the extra.
    """
    render = _engine()
    try:
        svg = render(text).decode()
    except Exception as error:
        # Its errors have no base class of their own: limits, syntax and faults in its script.
        raise _fault(str(error), text) from error
    return _with_links(svg, text)


_MISSING = "this diagram needs the extra 'mermaid': pip install \"sphinx-archdoc[mermaid]\""


@lru_cache(maxsize=1)
def _engine() -> Callable[[str], bytes]:
    try:
        from mermaid_render import mermaid_to_svg
    except ImportError as error:
        raise MissingEngineError(_MISSING) from error
    render: Callable[[str], bytes] = mermaid_to_svg
    return render


def _fault(said: str, text: str) -> EngineError:
    match = _AT.match(said)
    if match is None:
        return EngineError(_one_line(said))
    code, line, _, words = match.groups()
    # What is missing at the end, its parser misses on a line after the last.
    at = min(int(line), len(text.rstrip().splitlines()))
    if code == "unsupported-diagram":
        return TextError(_one_line(words), at)
    # The line is said by the place of the warning, and counts from the fence there.
    words = _one_line(_ON_LINE.sub("", words)) or "something is missing at its end"
    return TextError(f"Mermaid cannot read this: {words}", at)


def _one_line(text: str) -> str:
    """Return the words of a message without the copy of the source that Mermaid draws in it."""
    # Its parser lists the names of its own tokens; they mean nothing to an author.
    lines = text.partition("\nExpecting ")[0].splitlines()
    kept = (line.strip() for line in lines if not re.fullmatch(r"-*\^", line.strip()))
    return " ".join(" ".join(kept).split())[:300].rstrip(".")


def _with_links(svg: str, text: str) -> str:
    """Put ``<a>`` round the boxes that ``click`` lines name."""
    links = {m["id"]: m["uri"] for m in _CLICK.finditer(text) if safe_uri(m["uri"])}
    if not links:
        return svg
    from xml.etree import ElementTree as ET

    space = "{http://www.w3.org/2000/svg}"
    ET.register_namespace("", space[1:-1])
    root = ET.fromstring(svg)  # noqa: S314 - by the engine itself, with all text escaped
    for parent in [*root.iter()]:
        for index, child in enumerate(parent):
            uri = links.get(child.get("data-id", ""))
            if uri and "clickable" in child.get("class", "").split():
                link = ET.Element(f"{space}a", {"href": uri})
                link.append(child)
                parent[index] = link
    return ET.tostring(root, encoding="unicode")
