"""Foreign SVG, read and built anew from what we know; nothing else of it reaches a page.

Read with the standard library's ElementTree: text with a document type or entities is refused
before it is parsed (which is all that ``defusedxml`` would add), and no element of the old tree is
used again, so that what nobody thought of cannot come through. All else follows the allow-list of
``svg_rules``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sphinx_archdoc.diagrams import svg_rules as rules
from sphinx_archdoc.model.uris import safe_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DEEPEST = 200
_MOST = 200_000
_LONGEST = 20_000_000


class SvgError(ValueError):
    """Text of an engine that is no SVG we can show."""


@dataclass(slots=True)
class Shape:
    """An element of the new tree: name, attributes, and children in order, text among them."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Shape | str] = field(default_factory=list)

    def walk(self) -> Iterator[Shape]:
        """Yield this element and all below it, in the order of drawing."""
        yield self
        for child in self.children:
            if isinstance(child, Shape):
                yield from child.walk()

    def text(self) -> str:
        """Return all character data."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


def clean(svg: str) -> Shape:
    """Return a picture with all that is allowed of it.

    ``id`` stays only where something of the picture names it. Raises SvgError for what is no SVG,
    too large, or too deep.
    """
    if len(svg) > _LONGEST:
        raise SvgError(f"the picture is larger than {_LONGEST // 1_000_000} MB")
    if _DOCTYPE.search(svg):
        raise SvgError("the picture has a document type; it is not read")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError) as error:
        raise SvgError(f"the picture is no well-formed SVG: {error}") from error
    if root.tag != f"{_SVG}svg":
        raise SvgError("the picture is no SVG")
    reader = _Reader()
    made = reader.element(root, 0)
    assert made is not None  # noqa: S101 - the root is allowed
    for shape in made.walk():
        if shape.attributes.get("id", "") not in reader.named:
            shape.attributes.pop("id", None)
    return made


class _Reader:
    def __init__(self) -> None:
        self.named: set[str] = set()
        self._count = 0

    def element(self, source: ET.Element, depth: int) -> Shape | None:
        """Return the element as we draw it, or None when it is none of ours."""
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST:
            raise SvgError("the picture has too many elements to be shown")
        # Comments and instructions have no text as their name.
        tag = source.tag if isinstance(source.tag, str) else ""
        name = tag.removeprefix(_SVG)
        if not tag.startswith(_SVG) or name not in rules.ELEMENTS or (depth and name == "svg"):
            return None
        made = Shape(name, self._attributes(name, source))
        if name == "image" and "href" not in made.attributes:
            return None
        if name == "a" and "href" not in made.attributes:
            made.name = "g"
        with_text = name in rules.WITH_TEXT
        if with_text and source.text:
            made.children.append(source.text)
        for child in source:
            inner = self.element(child, depth + 1)
            if inner is not None:
                made.children.append(inner)
            if with_text and child.tail:
                made.children.append(child.tail)
        return made

    def _attributes(self, name: str, source: ET.Element) -> dict[str, str]:
        given = {key: value for key, value in source.items() if not key.startswith("{")}
        styles = rules.declarations(given.pop("style", ""))
        kept: dict[str, str] = {}
        # A declaration wins over the attribute of the same name, where it may stay.
        for key, value in [*given.items(), *styles.items()]:
            if rules.allowed(key, value):
                kept[key] = value.strip()
            elif key in rules.REFERRING and (target := rules.local(value)):
                self.named.add(target)
                kept[key] = f"url(#{target})"
            elif key == "font-family":
                kept[key] = family(value)
        if name in ("a", "image", "textPath"):
            self._address(name, given.get("href") or source.get(_XLINK) or "", kept)
        if source.get(_SPACE) == "preserve":
            kept["xml:space"] = "preserve"
        if "id" in given:
            kept["id"] = given["id"]
        return kept

    def _address(self, name: str, address: str, kept: dict[str, str]) -> None:
        if name == "image" and rules.is_image(address):
            kept["href"] = address
        elif name == "a" and address.strip() and safe_uri(address):
            kept["href"] = address.strip()
        elif name == "textPath" and (target := rules.local(address)):
            self.named.add(target)
            kept["href"] = f"#{target}"


_MONOSPACED = re.compile(r"mono|courier|consol", re.IGNORECASE)


def family(value: str) -> str:
    """Return the general font family; the page's own fonts are used."""
    return "monospace" if _MONOSPACED.search(value) else "sans-serif"
