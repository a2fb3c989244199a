"""Laying out a picture and putting it on the page, with its text form."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.render.relations import render_relations
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.nodes import archdoc_picture
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.layout import Layout
    from sphinx_archdoc.diagrams.picture import Picture
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.sphinxext.nodes import archdoc_slot


def picture_nodes(
    env: BuildEnvironment, slot: archdoc_slot, graph: Graph, render: Renderer
) -> list[nodes.Node]:
    """Return the picture of a graph; only its text form where it cannot be laid out."""
    links = domain_of(env).computed.links(graph)
    text = render_relations(graph, links, render)
    if not graph.nodes:
        return text
    caption = slot.parent[0]
    if isinstance(caption, nodes.paragraph) and not caption.astext():
        caption += nodes.Text(graph.title)
    picture = _draw(env, slot, graph)
    if picture is None:
        return text
    node = archdoc_picture(
        "",
        *text,
        title=graph.title,
        prefix=f"arch-{slot['docname'].replace('/', '-')}-{slot['number']}",
    )
    node.picture = picture
    return [node]


def _draw(env: BuildEnvironment, slot: archdoc_slot, graph: Graph) -> Picture | None:
    from sphinx_archdoc.diagrams.layout import LayoutError
    from sphinx_archdoc.diagrams.picture import picture

    folder = cache_folder(env)
    try:
        return picture(graph, engine=_engine(env, folder), cache_dir=folder)
    except (LayoutError, ValueError) as error:
        warn(Code.PICTURE, f"{graph.title!r} is shown as text only: {error}", slot)
        return None


def _engine(env: BuildEnvironment, folder: Path) -> Layout:
    chosen = domain_of(env).config.layout
    return _engine_of(chosen if isinstance(chosen, str) else tuple(chosen), folder)


@lru_cache(maxsize=2)
def _engine_of(chosen: str | tuple[str, ...], folder: Path) -> Layout:
    """Return the engine, one for each process: loading the built-in one takes a while."""
    if isinstance(chosen, str):
        from sphinx_archdoc.diagrams.wasm import WasmLayout

        return WasmLayout(cache_dir=folder)
    from sphinx_archdoc.diagrams.command import CommandLayout

    return CommandLayout(chosen)


# wasmtime's objects complain when they are freed as late as the modules they need.
atexit.register(_engine_of.cache_clear)


def cache_folder(env: BuildEnvironment) -> Path:
    """Return the folder for finished pictures: beside the outputs, so that builders share it."""
    wanted = domain_of(env).config.cache_dir
    if wanted:
        return Path(env.srcdir) / wanted
    doctrees = Path(env.doctreedir)
    # Where doctrees lie in the output folder, as they do by default, what is beside them would be
    # published; what is in their folder is not.
    inside = doctrees.is_relative_to(domain_of(env).builder.outdir)
    return doctrees / "archdoc-cache" if inside else doctrees.parent / ".archdoc-cache"
