"""All directives and roles, made from the kinds and the catalogue of views.

Sphinx wants every directive when it starts. What it gets knows its name and options only; the code
behind it is loaded when a page uses it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive

from sphinx_archdoc.sphinxext.open_options import MODEL_OPTIONS, RECORD_OPTIONS, OpenOptions
from sphinx_archdoc.sphinxext.roles import RecordRole
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.config import Config

    from sphinx_archdoc.model.kind import Registry
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.views.catalog import Catalog


class LateDirective(Directive):
    """A directive of ours before anybody uses it.

    code   module and class of the directive behind it
    facts  what sets that class apart from its siblings, as class attributes
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    code: ClassVar[tuple[str, str]]
    facts: ClassVar[tuple[tuple[str, str], ...]] = ()

    def run(self) -> list[nodes.Node]:
        """Load the directive and let it do the work."""
        directive = _loaded(self.code, self.facts)
        made = directive(
            self.name,
            self.arguments,
            self.options,
            self.content,
            self.lineno,
            self.content_offset,
            self.block_text,
            self.state,
            self.state_machine,
        )
        if self.option_spec is not None:  # one of ours is false, and still holds names
            made.known_options = self.option_spec
        return made.run()


@cache
def _loaded(code: tuple[str, str], facts: tuple[tuple[str, str], ...]) -> type[ArchDirective]:
    module, name = code
    directive: type[ArchDirective] = getattr(import_module(f"{__package__}.{module}"), name)
    return type(name, (directive,), dict(facts)) if facts else directive


def directive_classes(config: Config) -> dict[str, type[LateDirective]]:
    """Return the directive class of every name, for the kinds of this project."""
    from sphinx_archdoc.sphinxext.setup import project_kinds

    return _classes(project_kinds(config))


@lru_cache(maxsize=4)
def _classes(registry: Registry) -> dict[str, type[LateDirective]]:
    found = {
        "c4-model": late_directive("c4-model", ("model_directive", "ModelDirective"), MODEL_OPTIONS)
    }
    for name in registry.names():
        found[name] = _record_class(registry, name)
    views = catalog(registry)
    for name in views:
        found[name] = _view_class(views, name)
    return found


def _record_class(registry: Registry, name: str) -> type[LateDirective]:
    def options() -> list[str]:
        return [*RECORD_OPTIONS, *(spec.option for spec in registry[name].fields)]

    code = ("record_directive", "RecordDirective")
    return late_directive(name, code, options, kind_name=name)


def _view_class(views: Catalog, name: str) -> type[LateDirective]:
    module, _, class_name = views.directive(name).partition(":")
    code = (module, class_name)
    return late_directive(name, code, lambda: views[name].options, view_name=name)


def late_directive(
    name: str,
    code: tuple[str, str],
    options: Iterable[str] | Callable[[], Iterable[str]],
    help_: str = "",
    **facts: str,
) -> type[LateDirective]:
    """Return a directive whose code is loaded when it is used; ``facts`` become its attributes."""
    members: dict[str, Any] = {
        "code": code,
        "facts": tuple(facts.items()),
        "option_spec": OpenOptions(options),
        "__doc__": help_ or LateDirective.__doc__,
    }
    class_name = "".join(part.capitalize() for part in name.split("-"))
    return type(f"{class_name}Directive", (LateDirective,), members)


def role_names(config: Config) -> dict[str, RecordRole]:
    """Return the role of every kind, and ``element`` for all building blocks."""
    from sphinx_archdoc.sphinxext.setup import project_kinds

    names = ["element", *project_kinds(config).names()]
    return {name: RecordRole(innernodeclass=nodes.inline) for name in names}
