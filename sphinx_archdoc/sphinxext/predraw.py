"""Drawing all new pictures of a build in one go, before anything is written.

So the layout engine is loaded once, processes that write pages (``-j``) only read the cache, and
people see how far it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.nodes import DRAWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.kept import ViewPlace


def draw_new(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Draw what the cache does not hold (``env-updated``, in the main process); no page changes.

    What cannot be drawn is noted and reported where the picture stands.
    """
    domain = domain_of(env)
    if domain.untouched or not domain.pages:
        return []
    from sphinx_archdoc.views.computing import shows_picture

    placed = [
        (docname, number, view)
        for docname in sorted(domain.pages)
        for number, view in enumerate(domain.pages[docname].views)
    ]
    # Tables and lists are no pictures; most projects have few others, many have none.
    ours = [each for each in placed if shows_picture(each[2].request)]
    engines = [each[2] for each in placed if getattr(each[2].request, "needs_engine", False)]
    if (ours or engines) and app.builder.format in DRAWN:
        if engines:
            from sphinx_archdoc.sphinxext.fence_pictures import draw_new_foreign

            draw_new_foreign(app, env, engines)
        wanted = list(_pictures(env, ours))
        if wanted:
            _draw(app, env, wanted)
    return []


def _draw(app: Sphinx, env: BuildEnvironment, wanted: list[Any]) -> None:
    from sphinx.util.display import status_iterator

    from sphinx_archdoc.diagrams.layout import LayoutError
    from sphinx_archdoc.diagrams.picture import digest, is_kept, picture
    from sphinx_archdoc.sphinxext.pictures import cache_folder, engine_of

    folder = cache_folder(env)
    try:
        engine = engine_of(env)
    except LayoutError:
        return  # each picture says so where it stands
    new = {digest(data, engine.id): data for data in wanted}
    new = {name: data for name, data in new.items() if not is_kept(data, engine.id, folder)}
    failures = domain_of(env).computed.failures
    for name, data in status_iterator(
        new.items(),
        "drawing pictures... ",
        "brown",
        len(new),
        app.verbosity,
        stringify_func=lambda item: item[1].title,
    ):
        try:
            picture(data, engine=engine.layout, cache_dir=folder, made_by=engine.id)
        except (LayoutError, ValueError) as error:
            failures[name] = error
        else:
            if not is_kept(data, engine.id, folder):
                return  # nothing can be kept here: each page draws its own


def _pictures(env: BuildEnvironment, placed: Iterable[tuple[str, int, ViewPlace]]) -> Iterator[Any]:
    """Yield the picture data of the views that are drawn as SVG."""
    from sphinx_archdoc.sphinxext.pictures import is_listed
    from sphinx_archdoc.sphinxext.renderers import renderer_of

    for docname, number, view in placed:
        if renderer_of(env, view) == "svg":
            data = domain_of(env).computed.view(docname, number)
            if not is_listed(domain_of(env).builder, data):
                yield data
