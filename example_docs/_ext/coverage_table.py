"""What an architecture document holds and what expresses it, as a table with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import coverage_cases
from coverage_cases import rows
from directive_pages import placed
from examples import sources
from reference import Generated
from reference_text import table
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coverage_cases import Row
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Longer examples are cut; the tests build them whole.
_MOST_LINES = 24


class Coverage(Generated):
    """A table of all rows, then a section for each with an example in both markups."""

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table and the sections."""
        self.env.note_dependency(coverage_cases.__file__)
        for path in sorted(coverage_cases.CASES.glob("*.txt")):
            self.env.note_dependency(str(path))
        head = ("A document holds", "Write it with", "Show it with")
        lines = ((f"[{row.title}](#{_anchor(row)})", _kinds(row), _views(row)) for row in rows())
        yield "", "", table(head, lines)
        for row in rows():
            yield row.title, _anchor(row), _examples(row)


def _anchor(row: Row) -> str:
    return f"holds-{row.name}"


def _kinds(row: Row) -> str:
    found = ", ".join(f"[`{kind}`](#kind-{kind})" for kind in row.kinds)
    return found or ("–" if row.views else "no directive needed")


def _views(row: Row) -> str:
    return ", ".join(map(_view, row.views)) or "–"


def _view(name: str) -> str:
    """Return a link to a view; the table that each kind has is described with the kind."""
    place = f"view-{name}" if name in placed() else f"kind-{name.removesuffix('-table')}"
    return f"[`{name}`](#{place})"


def _examples(row: Row) -> str:
    first = row.examples[0]
    count = len(row.examples) - 1
    more = f" Also tested with {count} other {'texts' if count > 1 else 'text'}." if count else ""
    title = f"Example: {first.name}.{more}"
    return f"{title}\n\n```{{arch-docs-coverage-source}} {row.name}\n```"


class Source(SphinxDirective):
    """The first example of a row in both markups."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the tabs."""
        row = next(row for row in rows() if row.name == self.arguments[0])
        first = row.examples[0]
        texts = {"md": _shown(first.myst), "rst": _shown(first.rst)}
        return list(sources(f"holds-{row.name}", texts))


def _shown(text: str) -> str:
    lines = text.rstrip().split("\n")
    if len(lines) <= _MOST_LINES:
        return text
    return "\n".join((*lines[:_MOST_LINES], "…"))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("arch-docs-coverage", Coverage)
    app.add_directive("arch-docs-coverage-source", Source)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
