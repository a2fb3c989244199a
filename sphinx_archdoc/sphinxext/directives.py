"""All directives and roles, made from the kinds and the catalogue of views."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.model_directive import ModelDirective
from sphinx_archdoc.sphinxext.open_options import OpenOptions
from sphinx_archdoc.sphinxext.record_directive import COMMON, RecordDirective
from sphinx_archdoc.sphinxext.roles import RecordRole
from sphinx_archdoc.sphinxext.view_directive import ViewDirective
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.views.catalog import ViewSpec


def directive_classes(config: Config) -> dict[str, type[ArchDirective]]:
    """Return the directive class of every name, for the kinds of this project."""
    from sphinx_archdoc.sphinxext.setup import project_kinds

    return _classes(project_kinds(config))


@lru_cache(maxsize=4)
def _classes(registry: Registry) -> dict[str, type[ArchDirective]]:
    found: dict[str, type[ArchDirective]] = {"c4-model": ModelDirective}
    for kind in registry:
        found[kind.name] = _record_class(kind)
    for name, spec in catalog(registry).items():
        found[name] = _view_class(spec)
    return found


def _record_class(kind: Kind) -> type[RecordDirective]:
    names = [*COMMON, *(spec.option for spec in kind.fields)]
    facts = {
        "kind_name": kind.name,
        "arch_name": kind.name,
        "option_spec": OpenOptions(names),
        "__doc__": kind.help,
    }
    return type(f"{kind.record.__name__}Directive", (RecordDirective,), facts)


def _view_class(spec: ViewSpec) -> type[ViewDirective]:
    facts = {
        "view_name": spec.name,
        "arch_name": spec.name,
        "option_spec": OpenOptions(spec.options),
        "__doc__": spec.help,
    }
    class_name = "".join(part.capitalize() for part in spec.name.split("-"))
    return type(f"{class_name}Directive", (ViewDirective,), facts)


def role_names(config: Config) -> dict[str, RecordRole]:
    """Return the role of every kind, and ``element`` for all building blocks."""
    from sphinx_archdoc.sphinxext.setup import project_kinds

    names = ["element", *project_kinds(config).names()]
    return {name: RecordRole(innernodeclass=nodes.inline) for name in names}
