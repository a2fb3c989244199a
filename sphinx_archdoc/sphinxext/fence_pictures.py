"""Putting pictures of engines on a page, and drawing all new ones before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.diagrams.engines.base import EngineError, TextError
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.fence_readers import engines
from sphinx_archdoc.sphinxext.latex import can_draw
from sphinx_archdoc.sphinxext.nodes import archdoc_picture
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.diagrams.engines.foreign import Foreign
    from sphinx_archdoc.sphinxext.kept import ViewPlace
    from sphinx_archdoc.sphinxext.nodes import archdoc_slot


def put_foreign(env: BuildEnvironment, slot: archdoc_slot, data: Foreign) -> None:
    """Put the picture of an engine in its place, or the source where there is none."""
    from sphinx_archdoc.sphinxext.figures import fill_figure
    from sphinx_archdoc.sphinxext.nodes import DRAWN

    drawable = domain_of(env).builder.format in DRAWN
    source = nodes.literal_block(data.source, data.source, language="text")
    picture = _picture(env, slot, data) if drawable else None
    fill_figure(slot, picture, [source], data.title, drawable=drawable)


def _picture(env: BuildEnvironment, slot: archdoc_slot, data: Foreign) -> nodes.Element | None:
    from sphinx_archdoc.diagrams.picture import Picture

    failed = domain_of(env).computed.failures.get(data)
    try:
        if failed is not None:
            raise failed
        drawn = engines(env).draw(data)
    except EngineError as error:
        _report(env, slot, data, error)
        return None
    prefix = f"arch-{slot['docname'].replace('/', '-')}-{slot['number']}"
    node = archdoc_picture("", title=data.title, prefix=prefix)
    node.picture = Picture(
        svg=drawn.svg, width=drawn.width, height=drawn.height, crossings=0, key=()
    )
    node.leads = {}
    if domain_of(env).builder.format == "latex" and not can_draw(node, env.config, slot):
        return None
    return node


def _report(env: BuildEnvironment, slot: archdoc_slot, data: Foreign, error: EngineError) -> None:
    domain, key = domain_of(env), (slot["docname"], slot["number"])
    if key in domain.computed.reported:
        return
    domain.computed.reported.add(key)
    source, _, line = domain.pages[key[0]].views[key[1]].place.rpartition(":")
    said, at = data.doubt if isinstance(error, TextError) and data.doubt[0] else (error, error.line)
    code = Code.SYNTAX if at else Code.PICTURE
    warn(code, f"{data.language}: {said}; its source is shown", f"{source}:{int(line) + at}")


def draw_new_foreign(app: Sphinx, env: BuildEnvironment, placed: Iterable[ViewPlace]) -> None:
    """Draw what the cache does not hold; see :mod:`.predraw`.

    So each engine is started once in a build, and not in every process that writes pages. What
    fails is noted, not tried again, and reported where it stands.
    """
    from sphinx.util.display import status_iterator

    failures = domain_of(env).computed.failures
    wanted = [view.request for view in placed]
    door = engines(env)
    try:
        new = [text for text in dict.fromkeys(wanted) if not door.is_kept(text)]
    except EngineError:  # reported where each stands
        return
    for text in status_iterator(
        new,
        "drawing diagrams... ",
        "brown",
        len(new),
        app.verbosity,
        stringify_func=lambda text: text.title,
    ):
        try:
            door.draw(text)
        except EngineError as error:
            failures[text] = error
