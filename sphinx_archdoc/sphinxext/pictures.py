"""Drawing a picture and putting it on the page, with its text form."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from sphinx_archdoc.diagrams.drawing import picture_type
from sphinx_archdoc.diagrams.timeline.data import Timeline
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.render.outline import render_outline
from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.drilling import lead_on
from sphinx_archdoc.sphinxext.figures import fill_figure
from sphinx_archdoc.sphinxext.latex import can_draw
from sphinx_archdoc.sphinxext.nodes import DRAWN, archdoc_picture
from sphinx_archdoc.sphinxext.renderers import renderer_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.diagrams.layout import Layout
    from sphinx_archdoc.diagrams.picture import Picture
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.sphinxext.nodes import archdoc_slot


class Engine(NamedTuple):
    """What lays pictures out, and its name in the cache."""

    layout: Layout
    id: str


def put_picture(env: BuildEnvironment, slot: archdoc_slot, data: Any, render: Renderer) -> None:
    """Put a picture in its place; only its text form where it cannot be drawn or should not."""
    domain = domain_of(env)
    links = domain.computed.links(data)
    outline = picture_type(data).outline(data, render.translate)
    outside = dict(getattr(data, "links", ()))
    text = render_outline(outline, links, render, outside)
    renderer = renderer_of(env, domain.pages[slot["docname"]].views[slot["number"]])
    drawable = domain.builder.format in DRAWN
    drawn = drawable and outline and renderer != "text"
    node: nodes.Element | None = None
    if drawn and renderer == "svg" and is_listed(domain.builder, data):
        from sphinx_archdoc.render.events import render_events

        node = render_events(data, links, render)
        slot["arch_told"] = True
    elif drawn:
        node = _node(env, slot, data, renderer)
    if isinstance(node, archdoc_picture):
        drill = domain.computed.drill(slot["docname"], slot["number"], links)
        lead_on(node, links, drill, render)
        made = {id_: nodes.reference(refuri=address) for id_, address in outside.items()}
        node.leads = {**made, **node.leads}
    fill_figure(slot, node, text, data.title, drawable=drawable)


def is_listed(builder: Builder, data: Any) -> bool:
    """Tell whether pages show this picture data as a list: events, of which each has a line."""
    events = isinstance(data, Timeline) and not data.bars
    return events and builder.format == "html" and not is_book(builder)


def _node(
    env: BuildEnvironment, slot: archdoc_slot, data: Any, renderer: str
) -> nodes.Element | None:
    if renderer != "svg":
        from sphinx_archdoc.sphinxext import foreign

        if renderer == "mermaid":
            return foreign.mermaid_node(picture_type(data).mermaid(data), slot, env=env)
        return foreign.plantuml_node(picture_type(data).plantuml(data), slot, env=env)
    from sphinx_archdoc.diagrams.metrics import ELLIPSIS

    drawn = _draw(env, slot, data)
    if drawn is None:
        return None
    prefix = f"arch-{slot['docname'].replace('/', '-')}-{slot['number']}"
    node = archdoc_picture("", title=data.title, prefix=prefix)
    node.picture = drawn
    node.cut = ELLIPSIS in drawn.svg
    if domain_of(env).builder.format == "latex" and not can_draw(node, env.config, slot):
        return None
    return node


def _draw(env: BuildEnvironment, slot: archdoc_slot, data: Any) -> Picture | None:
    from sphinx_archdoc.diagrams.layout import LayoutError
    from sphinx_archdoc.diagrams.picture import digest, picture

    folder = cache_folder(env)
    try:
        engine = engine_of(env)
        failed = domain_of(env).computed.failures.get(digest(data, engine.id))
        if failed is not None:
            raise failed
        return picture(data, engine=engine.layout, cache_dir=folder, made_by=engine.id)
    except (LayoutError, ValueError) as error:
        # Some builders resolve a page several times.
        reported, key = domain_of(env).computed.reported, (slot["docname"], slot["number"])
        if key not in reported:
            reported.add(key)
            warn(Code.PICTURE, f"{data.title!r} is shown as text only: {error}", slot)
        return None


def engine_of(env: BuildEnvironment) -> Engine:
    """Return the layout engine that the configuration names."""
    chosen = domain_of(env).config.layout
    return _engine_of(chosen if isinstance(chosen, str) else tuple(chosen), cache_folder(env))


@lru_cache(maxsize=2)
def _engine_of(chosen: str | tuple[str, ...], folder: Path) -> Engine:
    """Return the engine, one for each process: loading the built-in one takes a while."""
    from sphinx_archdoc.diagrams.picture import engine_id

    made: Layout
    if isinstance(chosen, str):
        from sphinx_archdoc.diagrams.wasm import WasmLayout

        made = WasmLayout(cache_dir=folder)
    else:
        from sphinx_archdoc.diagrams.command import CommandLayout

        made = CommandLayout(chosen)
    return Engine(made, engine_id(made))


# wasmtime's objects complain when they are freed as late as the modules they need.
atexit.register(_engine_of.cache_clear)


def cache_folder(env: BuildEnvironment) -> Path:
    """Return the folder for finished pictures: beside the outputs, so that builders share it."""
    wanted = domain_of(env).config.cache_dir
    if wanted:
        return Path(env.srcdir) / wanted
    builder = domain_of(env).builder
    doctrees, output = Path(env.doctreedir), Path(builder.outdir)
    if not doctrees.is_relative_to(output):
        return doctrees.parent / ".archdoc-cache"
    # Doctrees lie in the output folder by default, and what is there is published. ``build/html``
    # has the outputs of other builders beside it; beside ``public/v1`` is more of the same site.
    if output.name == builder.name:
        return output.parent / ".archdoc-cache"
    return doctrees / "archdoc-cache"
