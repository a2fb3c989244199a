"""Finding the free-form diagrams of a page; what to do with one is loaded when there is one."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from sphinx_archdoc.diagrams.engines import JAR_PACKAGE, MERMAID_PACKAGE
from sphinx_archdoc.formats.languages import LANGUAGES
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.fence_nodes import fences

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


class KeepMessages(SphinxTransform):
    """Keep the texts of fences, where the project offers blocks of code to translators.

    Priority 15: after Sphinx has marked what is offered (10), and before it translates (20), which
    it does by the syntax of reST: in Markdown a block would lose its lines.
    """

    default_priority = 15

    def apply(self, **_kwargs: Any) -> None:
        """Note the text of each fence, and take the mark away."""
        if "literal-block" not in self.config.gettext_additional_targets:
            return
        for fence in fences(self.document, wanted_languages(self.env)):
            fence.node["message"] = fence.code
            fence.node["translatable"] = False


class TakeFences(SphinxTransform):
    """Put the place of a picture where a page has Mermaid or PlantUML text.

    Priority 300: after texts are translated (20), so that captions are; before docutils resolves
    names (from 640) and domains collect labels (850), so that a fence can be referred to.
    """

    default_priority = 300

    def apply(self, **_kwargs: Any) -> None:
        """Take all fences of the page."""
        found = [*fences(self.document, wanted_languages(self.env))]
        if not found:
            return
        from sphinx_archdoc.sphinxext.fences import FenceTaker

        taker = FenceTaker(self.env, self.document)
        for fence in found:
            taker.take(fence)


def wanted_languages(env: BuildEnvironment) -> tuple[str, ...]:
    """Return the languages whose fences become pictures in this project."""
    wanted = domain_of(env).config.fences
    return LANGUAGES if wanted is True else tuple(wanted or ())


def note_engines(config: Config, folder: Path) -> None:
    """Note which engines there are: another one makes other pictures of the same pages.

    Asked at every start, so nothing is loaded where there can be none.
    """
    chosen = config._raw_config | config.overrides  # noqa: SLF001 -- see config.check
    if (
        chosen.get("plantuml")
        or chosen.get("archdoc_plantuml")
        or any(find_spec(package) for package in (MERMAID_PACKAGE, JAR_PACKAGE))
    ):
        from sphinx_archdoc.sphinxext.fence_readers import engines_found

        config.archdoc_engines_found = engines_found(config, folder)
