"""All directives on one page, by the page that describes them; and the table of all kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from directive_pages import DOCS, OTHERS, lists_of
from reference import Generated
from reference_text import table
from sphinx.errors import ExtensionError

from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


#: A page in the content: its title, and the name of its file.
LINK = re.compile(r"^- \[(.+)\]\(([\w-]+)\.md\)$", re.MULTILINE)


class DirectiveIndex(Generated):
    """A section for each page that is linked in the content: its first words and its directives."""

    source = "views/catalog.py"
    has_content = True

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield title, first paragraph and directives of each page."""
        self.kinds = {kind.name: kind for kind in self.registry}
        self.views = catalog(self.registry)
        for said, page in LINK.findall("\n".join(self.content)):
            path = DOCS / "reference" / f"{page}.md"
            self.env.note_dependency(str(path))
            text = path.read_text(encoding="utf-8")
            title, lead = re.match(r"# (.+)\n\n((?:.+\n)+)", text).groups()
            if said != title:
                raise ExtensionError(f"{self.env.docname}: {page}.md is called {title!r}")
            rows = (self._row(name) for block in lists_of(text) for name in block)
            found = table(("Directive", "What it is for"), rows)
            more = f"More: [{title}]({page}.md)."
            yield title, f"all-{page}", f"{lead}\n{found}\n\n{more}"

    def _row(self, name: str) -> tuple[str, str]:
        if name in self.kinds:
            return f"[`{name}`](#kind-{name})", self.kinds[name].help
        if name in self.views:
            return f"[`{name}`](#view-{name})", self.views[name].help
        return f"[`{name}`](#directive-{name})", OTHERS[name]


class KindIndex(Generated):
    """A table of all kinds."""

    source = "kinds/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table."""
        rows = (
            (
                f"[`{kind.name}`](#kind-{kind.name})",
                f"`{kind.prefix}7`" if kind.argument == "title" else "as you name it",
                kind.help,
            )
            for kind in self.registry
        )
        yield "", "", table(("Kind", "Id", "What it is"), rows)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("arch-docs-directive-index", DirectiveIndex)
    app.add_directive("arch-docs-kind-index", KindIndex)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
