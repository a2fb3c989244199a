"""A project on disk that is built the way users build theirs."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from sphinx import version_info
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docutils import nodes

CACHE = tempfile.TemporaryDirectory(prefix="archdoc-tests-")


def later(path: Path) -> None:
    """Make a file newer than the last build, however fast the test is."""
    times = path.stat()
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns + 2_000_000_000))


@dataclass
class Build:
    """What one build did: its warnings, the pages read and written, and where the output is."""

    app: Sphinx
    out: Path
    warnings: list[str]
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def text(self, name: str) -> str:
        """Return an output file as text."""
        return (self.out / name).read_text(encoding="utf-8")

    def soup(self, name: str) -> BeautifulSoup:
        """Return an output file as the tree of its tags."""
        return BeautifulSoup(self.text(name), "html.parser")

    def everything(self) -> str:
        """Return what all pages say, whatever the builder."""
        return "".join(
            data.decode("utf-8", "replace")
            for name, data in self.files().items()
            if name.endswith((".txt", ".tex", ".1", ".xhtml", ".xml"))
        )

    def export(self) -> dict[str, Any]:
        """Return ``archdoc.json``."""
        found: dict[str, Any] = json.loads(self.text("archdoc.json"))
        return found

    def records(self) -> dict[str, dict[str, Any]]:
        """Return the exported records by id."""
        return {record["id"]: record for record in self.export()["records"]}

    def titles(self) -> dict[str, str]:
        """Return the titles of the exported records by id."""
        return {id_: record["title"] for id_, record in self.records().items()}

    def doctree(self, docname: str) -> nodes.document:
        """Return a page with all slots filled and references resolved."""
        env, builder = self.app.env, self.app.builder
        with docutils_namespace(), patch_docutils(str(self.app.confdir)):
            more = {"tags": self.app.tags} if version_info >= (9,) else {}
            return env.get_and_resolve_doctree(docname, builder, **more)

    def codes(self) -> list[str]:
        """Return the codes of our warnings, in order."""
        return re.findall(r"\[archdoc\.(\w+)\]", "\n".join(self.warnings))

    def files(self, *, ignore: tuple[str, ...] = ()) -> dict[str, bytes]:
        """Return all output files that a clean build would make too."""
        skipped = (".buildinfo", ".doctrees", *ignore)
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
            and not any(part in skipped for part in path.relative_to(self.out).parts)
        }


class Project:
    """A documentation project in a folder: write pages, build, look."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.folder = folder
        self.source.mkdir(parents=True, exist_ok=True)
        self.conf: dict[str, Any] = {
            "extensions": ["sphinx_archdoc"],
            "html_theme": "basic",
            "html_copy_source": False,
            "project": "Test",
            "copyright": "x",
            # Compiling the layout engine takes most of a second; all builds share the result.
            "archdoc_cache_dir": CACHE.name,
        }

    def myst(self) -> Project:
        """Load MyST too, with ``:::`` fences."""
        self.conf["extensions"] = ["sphinx_archdoc", "myst_parser"]
        self.conf["myst_enable_extensions"] = ["colon_fence"]
        return self

    def write(self, pages: Mapping[str, str]) -> Project:
        """Write source files; a missing index with a toctree of all pages is added."""
        for name, text in pages.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        if not any((self.source / f"index.{ending}").exists() for ending in ("rst", "md")):
            self.index()
        return self

    def rewrite(self, name: str, text: str) -> None:
        """Change a page after the last build."""
        path = self.source / name
        path.write_text(text, encoding="utf-8", newline="")
        later(path)

    def index(self) -> None:
        """Write an index that lists all pages."""
        names = sorted(
            str(path.relative_to(self.source).with_suffix(""))
            for path in self.source.rglob("*")
            if path.suffix in (".rst", ".md") and path.stem != "index"
        )
        lines = ["Test", "====", "", ".. toctree::", "", *(f"   {name}" for name in names)]
        (self.source / "index.rst").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def build(
        self,
        builder: str = "html",
        *,
        out: str = "",
        doctrees: Path | None = None,
        fresh: bool = False,
        parallel: int = 0,
        conf: Mapping[str, Any] | None = None,
        tags: tuple[str, ...] = (),
    ) -> Build:
        """Build; ``out`` names the output folder below the project's."""
        target = self.folder / (out or f"build-{builder}")
        doctrees = doctrees or self.folder / (f"doctrees-{out}" if out else "doctrees")
        log = io.StringIO()
        translators.clear()  # Sphinx keeps those of an earlier build in the same process
        with docutils_namespace(), patch_docutils():
            app = Sphinx(
                str(self.source),
                None,
                str(target),
                str(doctrees),
                builder,
                confoverrides={**self.conf, **(conf or {})},
                status=None,
                warning=log,
                freshenv=fresh,
                parallel=parallel,
                tags=list(tags),
            )
            made = Build(app, target, [])
            app.connect("env-before-read-docs", lambda _app, _env, names: made.read.update(names))
            app.connect("doctree-resolved", lambda _app, _tree, docname: made.written.add(docname))
            app.build()
        made.warnings = [line for line in strip_colors(log.getvalue()).splitlines() if line.strip()]
        return made
