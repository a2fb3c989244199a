"""Whether two sources are the same page: their trees and their records without the markup.

As a program it reads a folder of examples, each as ``NAME.md`` and ``NAME.rst``, builds all of one
markup as one project, and prints what differs as JSON: ``{"NAME": ["what", …]}``. It runs beside
the build that shows the examples, because two Sphinx applications in one process disturb each
other, and because a record can be declared but once in a project.
"""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import version_info
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_archdoc.model.schema import export
from sphinx_archdoc.sphinxext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = ("md", "rst")
#: Attributes that say where or how a node was written, not what it shows.
WRITTEN = (
    "source", "line", "bullet", "prefix", "suffix", "enumtype", "names", "dupnames", "rawsource",
    "translation_progress", "translated", "refdoc", "refwarn", "xml:space", "auto", "slug", "stub",
    "backrefs", "internal", "refexplicit", "align",
)  # fmt: skip


def plain(tree: nodes.document) -> str:
    """Return a page's tree without what says how it was written."""
    for node in list(tree.findall(nodes.Element)):
        for name in WRITTEN:
            node.attributes.pop(name, None)
        if "ids" in node:
            node["ids"] = sorted(node["ids"])
        node.attributes = {
            name: int(value) if isinstance(value, bool) else value
            for name, value in node.attributes.items()
        }
        if isinstance(node, nodes.colspec):
            node.attributes.pop("colwidth", None)
        if isinstance(node, nodes.table):
            widths = ("colwidths-given", "colwidths-auto")
            node["classes"] = [item for item in node["classes"] if item not in widths]
        if isinstance(node, (nodes.comment, nodes.system_message)):
            node.parent.remove(node)
        if isinstance(node, nodes.paragraph) and not node.children:  # MyST's empty cells
            node.parent.remove(node)
        if isinstance(node, nodes.TextElement):
            node.children = joined(node.children)
    return re.sub(r'\s*classes=""', "", tree.pformat())


def joined(children: list[nodes.Node]) -> list[nodes.Node]:
    """Return the children with neighbouring texts as one: MyST keeps line ends apart."""
    found: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.Text) and found and isinstance(found[-1], nodes.Text):
            found[-1] = nodes.Text(f"{found[-1]}{child}")
        else:
            found.append(child)
    return found


def difference(rst: str, myst: str) -> str:
    """Return what differs between two texts, or nothing."""
    return "\n".join(unified_diff(rst.splitlines(), myst.splitlines(), "rst", "myst", lineterm=""))


def titled(text: str, ending: str) -> str:
    """Return a source with a title above it, so that it is a page."""
    return f"# Example\n\n{text}" if ending == "md" else f"Example\n=======\n\n{text}"


class Pages:
    """All examples in one markup, built as one project."""

    def __init__(self, folder: Path, ending: str) -> None:
        with tempfile.TemporaryDirectory() as place:
            source = Path(place, "source")
            source.mkdir()
            names = sorted(path.stem for path in folder.glob(f"*.{ending}"))
            for name in names:
                text = (folder / f"{name}.{ending}").read_text(encoding="utf-8")
                (source / f"{name}.{ending}").write_text(titled(text, ending), encoding="utf-8")
            index = "\n".join(
                ("Index", "=====", "", ".. toctree::", "", *(f"   {n}" for n in names))
            )
            (source / "index.rst").write_text(f"{index}\n", encoding="utf-8")
            log = io.StringIO()
            with docutils_namespace(), patch_docutils():
                app = Sphinx(
                    str(source), None, f"{place}/out", f"{place}/doctrees", "dummy",
                    confoverrides={
                        "extensions": ["sphinx_archdoc", "myst_parser"],
                        "myst_enable_extensions": ["colon_fence"],
                        "archdoc_cache_dir": f"{place}/cache",
                    },
                    status=None, warning=log,
                )  # fmt: skip
                app.build()
                more: dict[str, Any] = {"tags": app.tags} if version_info >= (9,) else {}
                self.trees = {
                    name: plain(app.env.get_and_resolve_doctree(name, app.builder, **more))
                    for name in names
                }
            self.warnings = strip_colors(log.getvalue()).replace(f"{source}/", "").splitlines()
            self.records = dict(_records(export(domain_of(app.env).store)))


def _records(told: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for record in told["records"]:
        fact = {name: value for name, value in record.items() if name not in ("line", "source")}
        found.setdefault(record["page"], []).append(json.dumps(fact, indent=1, sort_keys=True))
    yield from found.items()


def compare(folder: Path) -> dict[str, list[str]]:
    """Return what is wrong with the examples of a folder, by their names."""
    myst, rst = (Pages(folder, ending) for ending in ENDINGS)
    wrong: dict[str, list[str]] = {}
    for name in sorted(myst.trees.keys() | rst.trees.keys()):
        if name not in myst.trees or name not in rst.trees:
            wrong[name] = ["there is only one source"]
            continue
        for one, other in (
            (rst.trees[name], myst.trees[name]),
            ("\n".join(rst.records.get(name, [])), "\n".join(myst.records.get(name, []))),
        ):
            found = difference(one, other)
            if found:
                wrong.setdefault(name, []).append(found)
    for line in (*myst.warnings, *rst.warnings):
        wrong.setdefault(line.partition(".")[0], []).append(line)
    return wrong


if __name__ == "__main__":
    json.dump(compare(Path(sys.argv[1])), sys.stdout)
