"""Folders of decisions outside the source folder, read where they are and never written to.

Each is seen as a folder of pages inside the documentation. Its relative links and images work; what
they lead to must lie below the source folder, a mounted folder, or one of ``archdoc_data_dirs``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import INVENTORY_FILENAME
from sphinx.project import Project

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext import markdown
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.mounted_files import Gate, refused
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

_NEVER = frozenset({"node_modules", "_build", "__pycache__", "venv"})


class Mount(NamedTuple):
    """A folder, its links resolved, and the name its pages begin with."""

    name: str
    folder: Path


class MountedProject(Project):
    """The files of a project: with those of mounted folders, without what builds have written."""

    mounts: tuple[Mount, ...] = ()

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find all pages, those of mounted folders included."""
        super().discover(exclude_paths, include_paths)
        self._leave_out_written()
        for mount in self.mounts:
            for file in _files(mount.folder):
                suffix = next((end for end in self.source_suffix if file.name.endswith(end)), "")
                inner = file.relative_to(mount.folder).as_posix()
                docname = f"{mount.name}/{inner.removesuffix(suffix)}"
                if suffix and docname not in self.docnames:
                    self._add(docname, file)
        return self.docnames

    def is_mounted(self, docname: str) -> bool:
        """Tell whether a page lies in a mounted folder."""
        return any(docname.startswith(f"{item.name}/") for item in self.mounts)

    def _leave_out_written(self) -> None:
        """Take out the Markdown that an HTML build wrote into a folder below the sources."""
        for docname, path in list(self._docname_to_path.items()):
            file = Path(self.srcdir, path)
            if file.name == markdown.FILE and (file.parent / INVENTORY_FILENAME).is_file():
                self.docnames.discard(docname)
                del self._docname_to_path[docname]
                self._path_to_docname.pop(path, None)

    def _add(self, docname: str, file: Path) -> None:
        path = Path(os.path.relpath(file, self.srcdir))
        self.docnames.add(docname)
        self._docname_to_path[docname] = path
        # Pages are asked for by either path.
        self._path_to_docname[path] = self._path_to_docname[file] = docname


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that really lie in a folder; no hidden ones."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _NEVER
        )
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and file.resolve() == file and file.is_file():
                yield file


def mounts_of(app: Sphinx) -> tuple[Mount, ...]:
    """Return the folders that the configuration mounts; say which of them cannot be."""
    found = []
    for name, said in domain_of(app.env).config.adr_sources.items():
        folder = (Path(app.confdir) / said).resolve()
        source = Path(app.srcdir).resolve()
        fault = ""
        if not folder.is_dir():
            fault = "is no folder"
        elif folder.is_relative_to(source):
            fault = "lies in the source folder already; name its pages in archdoc_adr_paths"
        elif source.is_relative_to(folder):
            fault = "holds the source folder"
        elif folder.anchor != source.anchor:
            fault = "lies on another drive"
        if fault:
            at = place_of(app.confdir, "archdoc_adr_sources", said)
            warn(Code.PATH, f"archdoc_adr_sources: {said!r} {fault}; it is left out", at)
        else:
            found.append(Mount(name.strip("/"), folder))
    return tuple(found)


def mount(app: Sphinx) -> None:
    """Let the project find the pages of mounted folders (``builder-inited``)."""
    found = mounts_of(app)
    if not (found or app.config.archdoc_markdown or isinstance(app.env.project, MountedProject)):
        return
    project = MountedProject(app.srcdir, app.config.source_suffix)
    project.restore(app.project)
    project.mounts = found
    app.project = app.env.project = project
    if found:
        gate = Gate(app, project)
        gate.close_directives()
        app.connect("include-read", gate.close_include)
        app.connect("html-page-context", name_source)


def name_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Name the copied source after the page (``html-page-context``).

    Sphinx takes what is longer in the path of the file than in the name of the page for its suffix.
    """
    project = app.env.project
    if not isinstance(project, MountedProject) or not project.is_mounted(pagename):
        return
    suffix = Path(app.env.doc2path(pagename)).suffix
    context["page_source_suffix"] = suffix
    if context.get("sourcename"):
        more = app.config.html_sourcelink_suffix
        context["sourcename"] = f"{pagename}{suffix}{more if more != suffix else ''}"


def close_links(app: Sphinx, document: nodes.document) -> None:
    """Take out what a mounted page would copy from outside the folders (``doctree-read``)."""
    project = app.env.project
    docname = app.env.current_document.docname
    if not isinstance(project, MountedProject) or not project.is_mounted(docname):
        return
    # Pages of a mounted folder are reached through lists of decisions; a toctree is not asked for.
    app.env.metadata[docname].setdefault("orphan", True)
    gate = Gate(app, project)
    found: list[nodes.Element] = [
        *document.findall(nodes.image),
        *document.findall(addnodes.download_reference),
    ]
    for node in found:
        uri = node["uri"] if isinstance(node, nodes.image) else node["reftarget"]
        if "://" in uri or uri.startswith("data:"):
            continue
        path = Path(app.env.relfn2path(uri, docname)[1]).resolve()
        if path.exists() and gate.refuses(path):
            refused(uri, f"{app.env.doc2path(docname)}:{node.line or 1}")
            text = node.get("alt") or node.astext() or uri
            node.replace_self(nodes.inline(text, text))
