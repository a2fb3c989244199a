"""Files that pages of a mounted folder bring in: only from where pages may read.

The files of a mounted folder were written elsewhere, so an ``include`` in them must not publish
what lies beside it on the machine that builds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.languages import get_language
from docutils.parsers.rst import directives
from docutils.utils import new_document

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.mounts import MountedProject

#: Directives that read files, and the options that name one.
_READ_FILES = ("include", "literalinclude", "csv-table", "raw", "graphviz")
_OPTIONS = ("file", "diff")
_BY_ARGUMENT = ("include", "literalinclude", "graphviz")


class Gate:
    """What pages of mounted folders may read: below the source folder, a mount, a data folder."""

    def __init__(self, app: Sphinx, project: MountedProject) -> None:
        source = Path(app.srcdir).resolve()
        beside = ((source / extra).resolve() for extra in domain_of(app.env).config.data_dirs)
        self._roots = (source, *beside, *(item.folder for item in project.mounts))
        self.guards = project.is_mounted

    def refuses(self, path: Path) -> bool:
        """Tell whether a file lies elsewhere."""
        real = path.resolve()
        return not any(real.is_relative_to(root) for root in self._roots)

    def close_directives(self) -> None:
        """Let directives that read files ask here first."""
        english = get_language("en")
        for name in _READ_FILES:
            found, _ = directives.directive(name, english, new_document(""))
            if found is not None and isinstance(found, type):
                made = _guarded(found, self)
                directives.register_directive(name, made)

    def close_include(self, app: Sphinx, path: Path, _: str, content: list[str]) -> None:
        """Empty a text that MyST includes (``include-read``): it runs no directive for it."""
        docname = app.env.current_document.docname
        if self.guards(docname) and self.refuses(Path(app.srcdir, path)):
            refused(path.name, app.env.doc2path(docname))
            content[0] = ""


def refused(name: str, place: str | Path) -> None:
    """Warn of a file that lies outside."""
    message = f"{name!r} leads out of the folders that may be read"
    warn(Code.PATH, f"{message}; name its folder in archdoc_data_dirs", str(place))


def _guarded(base: type[Directive], gate: Gate) -> type[Directive]:
    """Return a directive that reads no file from outside for pages of mounted folders."""

    def run(self: Any) -> Any:
        env: BuildEnvironment = self.state.document.settings.env
        docname = env.current_document.docname
        for name in _named(self) if gate.guards(docname) else ():
            if gate.refuses(Path(env.relfn2path(name, docname)[1])):
                source, line = self.state_machine.get_source_and_line(self.lineno)
                refused(name, f"{source or env.doc2path(docname)}:{line or 1}")
                return [nodes.paragraph("", name)]
        return base.run(self)

    return type(base.__name__, (base,), {"run": run, "__doc__": base.__doc__})


def _named(directive: Any) -> list[str]:
    named = [str(directive.options[name]) for name in _OPTIONS if directive.options.get(name)]
    if directive.name in _BY_ARGUMENT and directive.arguments:
        named.append(directive.arguments[0])
    return [name for name in named if not name.startswith("<")]
