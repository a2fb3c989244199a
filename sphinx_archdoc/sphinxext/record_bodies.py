"""Records whose text has a format (``Kind.body``): read it, keep its prose, show what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.model.body import ReadBody, body_format, body_view, pieces
from sphinx_archdoc.sphinxext.figures import picture_figure
from sphinx_archdoc.sphinxext.view_place import place_view

if TYPE_CHECKING:
    from sphinx_archdoc.model.body import BodyRequest
    from sphinx_archdoc.sphinxext.base import ArchDirective


def read_content(directive: ArchDirective, name: str) -> ReadBody:
    """Read the content of a directive with a format; report what is wrong with it."""
    read = body_format(name).read_body(directive.clean_content())
    directive.report(read.problems, in_content=True)
    return read


def parse_around(
    directive: ArchDirective, read: ReadBody
) -> tuple[list[nodes.Node], nodes.container]:
    """Parse what was not read; return it with an empty block where the first read line stood."""
    content, offset = directive.content, directive.content_offset
    holder = nodes.container(classes=["arch-body"])
    found: list[nodes.Node] = []
    placed = False
    for start, end, taken in pieces(read.lines, len(content)):
        if taken:
            if not placed:
                found.append(holder)
            placed = True
        elif any(line.strip() for line in content[start:end]):
            directive.content, directive.content_offset = content[start:end], offset + start
            found += directive.parse_content_to_nodes(allow_section_headings=directive.in_rst)
    directive.content, directive.content_offset = content, offset
    return found, holder


def fill_holder(
    directive: ArchDirective,
    holder: nodes.container,
    name: str,
    data: Any,
    *,
    id_: str,
    title: str,
    anchor: str,
) -> None:
    """Put a place for each thing that is shown of a body into its block."""
    directive.set_source_info(holder)
    for number, request in enumerate(body_view(name).requests(data, id_=id_, title=title), 1):
        place = _holder(request, title)
        directive.set_source_info(place)
        directive.carry(place, _free(directive, f"{anchor}-{name}-{number}"))
        slot = place_view(directive, f"{name}-body", request, place, request.title or title)
        # The other parts of the body tell what the picture shows.
        slot["arch_told"] = request.is_picture
        place.insert(0, slot)
        holder += place


def _holder(request: BodyRequest, title: str) -> nodes.Element:
    """Return the block of a part; the caption of a picture is filled in with it."""
    return picture_figure(request.title or title) if request.is_picture else nodes.container()


def _free(directive: ArchDirective, wanted: str) -> str:
    anchor, number = wanted, 2
    while anchor in directive.state.document.ids:
        anchor, number = f"{wanted}-{number}", number + 1
    return anchor
