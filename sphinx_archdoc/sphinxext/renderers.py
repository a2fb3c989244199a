"""Which renderer draws a picture, and the extension of others that it needs."""

from __future__ import annotations

from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.foreign import is_loaded, plantuml_program
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.kept import ViewPlace

#: The extension that shows what a renderer writes.
_NEEDS = {"mermaid": "sphinxcontrib.mermaid", "plantuml": "sphinxcontrib.plantuml"}


def missing_extension(env: BuildEnvironment, renderer: str) -> str:
    """Say which extension or command a renderer lacks; empty when it can be used."""
    if renderer not in _NEEDS:
        return ""
    if not is_loaded(env, renderer):
        return f"needs {_NEEDS[renderer]!r} in extensions; svg is used"
    if renderer == "plantuml":
        command = plantuml_program(env.config)
        if command == Path(command).name and which(command) is None:
            return (
                f"needs {command!r}, which does not start: set `plantuml` in conf.py, or install "
                "the extra 'plantuml'; svg is used"
            )
    return ""


def offer_extra(app: Sphinx) -> None:
    """Let sphinxcontrib-plantuml start what the extra brings, where nobody has chosen a program.

    Its own default is a `plantuml` on the path. (``builder-inited``)
    """
    config = app.config
    chosen = config._raw_config | config.overrides  # noqa: SLF001 -- see config.check
    if not is_loaded(app.env, "plantuml") or chosen.get("plantuml") or which(config.plantuml):
        return
    from sphinx_archdoc.diagrams.engines import java
    from sphinx_archdoc.diagrams.engines.base import MissingEngineError
    from sphinx_archdoc.sphinxext.pictures import cache_folder

    try:
        program, *options = java.command((), cache_folder(app.env))
    except MissingEngineError:
        return
    config.plantuml = [program, *java.SANDBOX, *options, *java.LAYOUT]


def check_renderer(app: Sphinx) -> None:
    """Warn once of a configured renderer that cannot be used (``builder-inited``)."""
    wanted = domain_of(app.env).config.renderer
    missing = missing_extension(app.env, wanted)
    if missing:
        at = place_of(app.confdir, "archdoc_renderer")
        warn(Code.CONFIG, f"archdoc_renderer {wanted!r} {missing}", at)


def renderer_of(env: BuildEnvironment, view: ViewPlace) -> str:
    """Return what draws a picture: its own option, or else the configuration.

    Mermaid draws in the reader's browser; where there is none, svg takes its place.
    """
    wanted = view.renderer or domain_of(env).config.renderer
    builder = domain_of(env).builder
    if wanted == "mermaid" and (builder.format != "html" or is_book(builder)):
        return "svg"
    return "svg" if missing_extension(env, wanted) else wanted
