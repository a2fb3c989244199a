"""Records whose text has a format (``Kind.body``): read it, keep its prose, show what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

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


class Places(NamedTuple):
    """The empty blocks in a text: where its first read line stood, and where ``apart`` was.

    ``prose`` is what was not read.
    """

    first: nodes.container
    apart: nodes.container
    prose: str


def parse_around(directive: ArchDirective, read: ReadBody) -> tuple[list[nodes.Node], Places]:
    """Parse what was not read; return it with empty blocks for what was."""
    content, offset = directive.content, directive.content_offset
    first = apart = nodes.container(classes=["arch-body"])
    found: list[nodes.Node] = []
    prose: list[str] = []
    placed = False
    for start, end, taken in pieces(read.lines, len(content)):
        if taken:
            if not placed:
                placed = True
                found.append(first)
            elif start < read.apart <= end:
                apart = nodes.container(classes=["arch-body"])
                found.append(apart)
            continue
        prose.extend(content[start:end])
        if any(line.strip() for line in content[start:end]):
            directive.content, directive.content_offset = content[start:end], offset + start
            found += directive.parse_content_to_nodes(allow_section_headings=directive.in_rst)
    directive.content, directive.content_offset = content, offset
    return found, Places(first, apart, "\n".join(prose))


def fill_holder(
    directive: ArchDirective,
    places: Places,
    name: str,
    data: Any,
    *,
    id_: str,
    title: str,
    anchor: str,
) -> None:
    """Put a place for each thing that is shown of a body into its block."""
    for block in {id(block): block for block in (places.first, places.apart)}.values():
        directive.set_source_info(block)
    asked = body_view(name).requests(data, id_=id_, title=title, prose=places.prose)
    for number, request in enumerate(asked, 1):
        place = _holder(request, title)
        directive.set_source_info(place)
        directive.carry(place, _free(directive, f"{anchor}-{name}-{number}"))
        slot = place_view(directive, f"{name}-body", request, place, request.title or title)
        # The other parts of the body tell what the picture shows.
        slot["arch_told"] = request.is_picture
        place.insert(0, slot)
        (places.apart if request.is_apart else places.first).append(place)


def _holder(request: BodyRequest, title: str) -> nodes.Element:
    """Return the block of a part; the caption of a picture is filled in with it."""
    return picture_figure(request.title or title) if request.is_picture else nodes.container()


def _free(directive: ArchDirective, wanted: str) -> str:
    anchor, number = wanted, 2
    while anchor in directive.state.document.ids:
        anchor, number = f"{wanted}-{number}", number + 1
    return anchor
