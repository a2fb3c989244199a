"""Events as a list along a line: on a page it breaks its lines as a picture cannot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.links import badge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.diagrams.timeline.data import Event, Timeline, Undated
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.faces import Face


def render_events(data: Timeline, links: Mapping[str, Face], render: Renderer) -> nodes.bullet_list:
    """Return an item for each event and for what has no date, in the order of the picture."""
    listed = nodes.bullet_list("", bullet="-", classes=["arch-list", "arch-timeline"])
    for event in data.events:
        said: list[nodes.Node] = []
        if event.note:
            said = _linked(event.note, event.later, links, render)
        elif event.summary:
            said = [nodes.Text(event.summary)]
        listed += _item(event, event.when, said, links, render)
    for item in data.undated:
        listed += _item(item, data.undated_word, [], links, render)
    return listed


def _item(
    event: Event | Undated,
    when: str,
    said: list[nodes.Node],
    links: Mapping[str, Face],
    render: Renderer,
) -> nodes.list_item:
    line = nodes.paragraph("", "", nodes.inline(when, when, classes=["arch-when"]))
    if event.label:
        label = nodes.inline(event.label, event.label, classes=["arch-id"])
        line += [nodes.Text(" "), label]
    title, face = event.title or event.id, links.get(event.id)
    shown = render.links.link(face, title) if face is not None else nodes.Text(title)
    line += [nodes.Text(" "), nodes.strong("", "", shown)]
    if event.status:
        line += [nodes.Text(" "), badge(event.status, event.tone)]
    below = [nodes.paragraph("", "", *said, classes=["arch-reason"])] if said else []
    return nodes.list_item("", line, *below, classes=[f"arch-is-{event.tone}"])


def _linked(
    text: str, ids: tuple[str, ...], links: Mapping[str, Face], render: Renderer
) -> list[nodes.Node]:
    """Return a text whose ids are links where there is a record to show."""
    known = [re.escape(id_) for id_ in ids if id_ in links]
    if not known:
        return [nodes.Text(text)]
    parts = re.split(rf"({'|'.join(sorted(known, key=len, reverse=True))})", text)
    return [
        render.links.link(links[part], part) if at % 2 else nodes.Text(part)
        for at, part in enumerate(parts)
        if part
    ]
