"""What an architecture document holds and what expresses it, as a table with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import coverage_cases
from coverage_cases import rows
from directive_pages import placed
from reference import Generated
from reference_text import fence, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coverage_cases import Row
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Longer examples are cut; the tests build them whole.
_MOST_LINES = 40
_TITLES = {
    "numbers.md": "Numbers", "documents.md": "Documents", "syntax-lists.md": "Lists",
    "syntax-c4.md": "C4", "syntax-flows.md": "Flows", "syntax-entities.md": "Entities",
    "adr-forms.md": "Decisions", "pictures.md": "Pictures", "filters.md": "Filters",
    "warnings.md": "Warnings",
}  # fmt: skip


class Coverage(Generated):
    """A table of all rows, then a section for each with an example in both languages."""

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table and the sections."""
        self.env.note_dependency(coverage_cases.__file__)
        for path in sorted(coverage_cases.CASES.glob("*.txt")):
            self.env.note_dependency(str(path))
        head = ("A document holds", "Directive", "Shown by", "More")
        lines = (
            (f"[{row.title}](#{_anchor(row)})", _kinds(row), _views(row), _see(row))
            for row in rows()
        )
        yield "", "", table(head, lines)
        for row in rows():
            yield row.title, _anchor(row), _examples(row)


def _anchor(row: Row) -> str:
    return f"holds-{row.name}"


def _kinds(row: Row) -> str:
    return ", ".join(f"[`{kind}`](#kind-{kind})" for kind in row.kinds) or "–"


def _views(row: Row) -> str:
    return ", ".join(map(_view, row.views)) or "–"


def _view(name: str) -> str:
    """Return a link to a view; the table that each kind has is described with the kind."""
    place = f"view-{name}" if name in placed() else f"kind-{name.removesuffix('-table')}"
    return f"[`{name}`](#{place})"


def _see(row: Row) -> str:
    return f"[{_TITLES[row.see]}]({row.see})" if row.see else ""


def _examples(row: Row) -> str:
    first = row.examples[0]
    count = len(row.examples) - 1
    more = f" Tested with {count} other {'texts' if count > 1 else 'text'} too." if count else ""
    parts = [f"{first.name[:1].upper()}{first.name[1:]}.{more}"]
    parts += ["In Markdown:", fence(_shown(first.myst), "markdown")]
    parts += ["In reStructuredText:", fence(_shown(first.rst), "rst")]
    return "\n\n".join(parts)


def _shown(text: str) -> str:
    lines = text.rstrip().split("\n")
    if len(lines) <= _MOST_LINES:
        return text
    return "\n".join((*lines[:_MOST_LINES], "…"))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("arch-docs-coverage", Coverage)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
