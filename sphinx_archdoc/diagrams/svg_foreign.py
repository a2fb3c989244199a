"""A picture of a foreign engine made one of ours: cleaned, recoloured, named, fit for any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.svg_clean import Shape, SvgError, clean
from sphinx_archdoc.diagrams.svg_grounds import number, numbers
from sphinx_archdoc.diagrams.svg_rules import REFERRING, local
from sphinx_archdoc.diagrams.svg_shapes import num, xml
from sphinx_archdoc.diagrams.svg_theme import themed

if TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX = "\x02p\x03"  # the mark that ``svg.fill`` puts the page's id prefix for
_LARGEST = 100_000.0


def adopt(svg: str, colours: Mapping[str, str], *, title: str = "", text: str = "") -> Drawing:
    """Return the drawing of an engine's SVG; ``colours`` as for ``svg_theme.themed``.

    ``title`` names the picture for those who cannot see it, ``text`` describes it. What the
    picture says of itself is used where they are empty. Raises SvgError for what is no SVG.
    """
    root = clean(svg)
    width, height = _size(root)
    title = title or _own(root, "title")
    text = text or _own(root, "desc")
    root.children = [
        child
        for child in root.children
        if isinstance(child, Shape) and child.name not in ("title", "desc")
    ]
    plate = themed(root, colours)
    _rename(root)
    body = [_plate(root, plate, width, height)] if plate else []
    body += [_written(child) for child in root.children if isinstance(child, Shape)]
    labelled = [
        f'<title id="{_PREFIX}-t">{xml(" ".join(title[:900].split()))}</title>' if title else "",
        f'<desc id="{_PREFIX}-d">{xml(" ".join(text[:4000].split()))}</desc>' if text else "",
    ]
    opening = _opening(root, width, height, titled=bool(title), described=bool(text))
    return Drawing(svg="\n".join([opening, *filter(None, labelled), *body, "</svg>"]),
                   width=width, height=height)  # fmt: skip


def _size(root: Shape) -> tuple[float, float]:
    box = numbers(root.attributes.get("viewBox", ""))
    wide, high = (box[2], box[3]) if len(box) == len("xywh") else (0.0, 0.0)
    relative = "%" in root.attributes.get("width", "%")
    width = wide if relative and wide else number(root, "width", wide)
    height = high if relative and high else number(root, "height", high)
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise SvgError("the picture has no size that can be shown")
    if len(box) != len("xywh"):
        root.attributes["viewBox"] = f"0 0 {num(width)} {num(height)}"
    return width, height


def _own(root: Shape, name: str) -> str:
    found = (c for c in root.children if isinstance(c, Shape) and c.name == name)
    first = next(found, None)
    return first.text() if first else ""


def _opening(root: Shape, width: float, height: float, *, titled: bool, described: bool) -> str:
    role = "group" if any(shape.name == "a" for shape in root.walk()) else "img"
    kept = {
        name: value
        for name, value in root.attributes.items()
        if name in ("viewBox", "fill", "stroke", "class", "font-size", "font-family")
    }
    kept["class"] = " ".join(filter(None, ("arch-svg", kept.get("class", ""))))
    kept.setdefault("font-size", "16")
    kept.setdefault("font-family", "sans-serif")
    given = "".join(f' {name}="{xml(value)}"' for name, value in sorted(kept.items()))
    named = f' aria-labelledby="{_PREFIX}-t"' if titled else ""
    named += f' aria-describedby="{_PREFIX}-d"' if described else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{num(width)}" height="{num(height)}"'
        f'{given} role="{role}"{named}>'
    )


def _plate(root: Shape, colour: str, width: float, height: float) -> str:
    box = numbers(root.attributes.get("viewBox", ""))
    x, y, wide, high = box if len(box) == len("xywh") else (0.0, 0.0, width, height)
    return (
        f'<rect x="{num(x)}" y="{num(y)}" width="{num(wide)}" height="{num(high)}" '
        f'rx="6" fill="{xml(colour)}"/>'
    )


def _rename(root: Shape) -> None:
    """Give the few ids that are needed names that are unique on a page."""
    names: dict[str, str] = {}
    for shape in root.walk():
        old = shape.attributes.pop("id", "")
        if old and old not in names:
            names[old] = shape.attributes["id"] = f"{_PREFIX}-e{len(names) + 1}"
    for shape in root.walk():
        for name in (*REFERRING, "href"):
            value = shape.attributes.get(name, "")
            # The address of a link may be an anchor of the page; that one is not ours.
            if shape.name == "a" or not value.startswith(("url(", "#")):
                continue
            target = names.get(local(value))
            if name == "href":
                shape.attributes["href"] = f"#{target}" if target else "#"
            elif value.startswith("url("):
                shape.attributes[name] = f"url(#{target})" if target else "none"


def _written(shape: Shape) -> str:
    attributes = dict(shape.attributes)
    attributes.pop("background", None)
    if "textLength" in attributes:
        # The page's font is not the one that was measured: fit the letters too.
        attributes["lengthAdjust"] = "spacingAndGlyphs"
    given = "".join(f' {name}="{_escaped(value)}"' for name, value in sorted(attributes.items()))
    inner = "".join(xml(c) if isinstance(c, str) else _written(c) for c in shape.children)
    return f"<{shape.name}{given}>{inner}</{shape.name}>" if inner else f"<{shape.name}{given}/>"


def _escaped(value: str) -> str:
    """Escape a value, but for the marks in names that :func:`_rename` made."""
    return _PREFIX.join(xml(part) for part in value.split(_PREFIX))
