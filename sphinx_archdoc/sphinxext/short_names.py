"""Names without the ``arch:`` prefix, where nothing else has taken them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import is_directive_registered, is_role_registered

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_archdoc.sphinxext.roles import RecordRole

#: Never registered: docutils and Sphinx have directives of these names.
RESERVED = ("container", "option")


#: Directives for diagrams with the language of each; those of loaded extensions stay.
FENCES = {"mermaid": "mermaid", "uml": "plantuml", "plantuml": "plantuml"}


def register_fences(app: Sphinx) -> None:
    """Register the directives for diagrams that no other extension has (``config-inited``)."""
    from sphinx_archdoc.sphinxext.directives import late_directive

    code = ("fence_directive", "FenceDirective")
    for name, language in FENCES.items():
        if not is_directive_registered(name):
            app.add_directive(name, late_directive(name, code, (), language=language))


def register(app: Sphinx) -> None:
    """Register short names as far as the configuration wishes and others leave room."""
    from sphinx_archdoc.sphinxext.config import ArchdocConfig
    from sphinx_archdoc.sphinxext.directives import directive_classes, role_names

    wish = ArchdocConfig.of(app.config).short_names
    if wish is False:
        return
    classes = directive_classes(app.config)
    for name, directive in classes.items():
        if name in RESERVED or not (wish is True or name in wish):
            continue
        if is_directive_registered(name):
            warn(
                Code.SHORT_NAME,
                f"the directive {name!r} is taken by another extension; write 'arch:{name}'",
                None,
            )
            continue
        app.add_directive(name, directive)
    for name, role in role_names(app.config).items():
        if not (wish is True or name in wish):
            continue
        if is_role_registered(name):
            warn(
                Code.SHORT_NAME,
                f"the role {name!r} is taken by another extension; write 'arch:{name}'",
                None,
            )
            continue
        app.add_role(name, role)
        _offer_targets(app, name, role)


def _offer_targets(app: Sphinx, name: str, role: RecordRole) -> None:
    """Tell esbonio, the language server, which records a short role may name, where it is at work.

    It finds the targets of `arch:adr` by itself; a role without a domain says nothing of its own.
    """
    esbonio = getattr(app, "esbonio", None)
    provider = getattr(esbonio, "create_role_target_provider", None)
    if esbonio is None or provider is None:
        return
    from sphinx_archdoc.sphinxext.setup import project_kinds

    registry = project_kinds(app.config)
    wanted = [kind.name for kind in registry if name in (kind.name, kind.family)]
    types = [f"arch:{kind}" for kind in wanted]
    esbonio.add_role(name, role, [provider("objects", obj_types=types, projects=None)])
