"""The answers of checks and the sums of a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.checks.lists import Sums
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.render.card import apart, between, fact, whole
from sphinx_archdoc.render.links import badge, listed
from sphinx_archdoc.render.sums import sum_line, sum_words

if TYPE_CHECKING:
    from sphinx_archdoc.checks.lists import Decided
    from sphinx_archdoc.render.cells import Renderer

_PASSED, _FAILED = mark("Passed"), mark("Not passed")
_MORE = mark("and {count} more")
_BOXES = {True: "☑", False: "☐"}


def render_data(data: Decided | Sums, render: Renderer) -> list[nodes.Node]:
    """Return the box of an item, the reason of an answer, or the sums."""
    if isinstance(data, Sums):
        return _sums(data, render)
    return answer(data, render)


def answer(data: Decided, render: Renderer) -> list[nodes.Node]:
    """Return the box of an item, or the reason of its answer."""
    if data.part == "box":
        state = "done" if data.passed else "open"
        return [nodes.inline("", _BOXES[data.passed], classes=["arch-box", f"arch-box-{state}"])]
    words = render.translate(data.reason).format(count=data.count, total=data.total)
    parts: list[nodes.Node] = [
        badge(render.translate(_PASSED), "ok") if data.passed
        else badge(render.translate(_FAILED), "bad"),
        *apart(),
        nodes.Text(words),
    ]  # fmt: skip
    if data.links:
        parts.append(nodes.Text(" "))
        parts += listed([render.links.link(face)] for face in data.links)
    if data.more:
        parts.append(nodes.Text(f" {render.translate(_MORE).format(count=data.more)}"))
    return [nodes.paragraph("", "", *parts, classes=["arch-reason"])]


def _sums(data: Sums, render: Renderer) -> list[nodes.Node]:
    line = sum_line(data.whole.done, data.whole.total, render.translate)
    told = whole if render.styled else fact
    for group in data.groups:
        words = sum_words(group.done, group.total, render.translate)
        title = group.title or render.translate("Others")
        line += [nodes.Text(between(render)), *told(title, [nodes.Text(words)])]
    return [line]
