"""Drawing all new pictures of a build in one go, before anything is written.

So the layout engine is loaded once, processes that write pages (``-j``) only read the cache, and
people see how far it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.sphinxext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def draw_new(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Draw what the cache does not hold (``env-updated``, in the main process); no page changes.

    What cannot be drawn is noted and reported where the picture stands.
    """
    domain = domain_of(env)
    if domain.untouched or not domain.pages:
        return []
    from sphinx_archdoc.sphinxext.fence_pictures import draw_new_foreign
    from sphinx_archdoc.sphinxext.pictures import DRAWN

    if app.builder.format not in DRAWN:
        return []
    draw_new_foreign(app, env)
    wanted = list(_pictures(env))
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


def _pictures(env: BuildEnvironment) -> Iterator[Any]:
    """Yield the picture data of all views that are drawn as SVG."""
    from sphinx_archdoc.sphinxext.renderers import renderer_of
    from sphinx_archdoc.views.computing import shows_picture

    domain = domain_of(env)
    for docname in sorted(domain.pages):
        for number, view in enumerate(domain.pages[docname].views):
            if shows_picture(view.request) and renderer_of(env, view) == "svg":
                yield domain.computed.view(docname, number)
