"""The reference of directives: for each the result, both sources, options, other formats.

``{arch-docs-directives}`` lists names of directives; which are kinds and which are views is known
from the registry and the catalogue. ``{arch-docs-common-options}`` has what all tables and all
pictures share, and :func:`placed` says where each directive is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from examples import FOLDER
from reference import PACKAGE, Generated, kind_text
from reference_text import code, table

from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.views.catalog_spec import ViewSpec

DOCS = Path(__file__).parents[1]
#: Directives that neither the registry nor the catalogue has.
OTHERS = {"c4-model": "Building blocks and relations, a line each; see [the lines](syntax-c4.md)."}
#: Kinds that are written with a block which is no view of them alone.
WRITTEN_WITH = {"checklist-item": "review-checklist", "document": "document-control"}
#: What becomes of it where there is no browser.
FORMATS = {
    "kind": "a titled section with its facts as a list, in every builder.",
    "table": "the same table, links included; text and man pages get it in characters.",
    "matrix": "the same table, with the level in words in each cell.",
    "block": "the same lists and tables, with words for the signs.",
    "picture": "vectors in PDF, an image in EPUB, the picture in words in text and man pages.",
}
_LISTS = re.compile(r"^```\{arch-docs-directives\}\n(.*?)^```", re.MULTILINE | re.DOTALL)
#: Options of every table, list and matrix, and of every picture.
COMMON = ("risk-table", "c4-deployment")


class Directives(Generated):
    """A section for each directive that is named in the content."""

    source = "views/catalog.py"
    has_content = True

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the sections in the order of the names."""
        kinds = {kind.name: kind for kind in self.registry}
        views = catalog(self.registry)
        self.told: dict[object, str] = {}  # the first kind with these fields
        for name in (line.strip() for line in self.content if line.strip()):
            if name in kinds:
                module = f"{name.replace('-', '_')}.py"
                self.env.note_dependency(str(PACKAGE / "kinds" / module))
                yield name, f"kind-{name}", self._kind(kinds[name])
            elif name in views:
                yield name, f"view-{name}", self._view(views[name])
            else:
                yield name, f"directive-{name}", f"{OTHERS[name]}\n\n{_example(name)}"

    def _kind(self, kind: Kind) -> str:
        own = f"{kind.name}-table"
        shown = _example(kind.name) or ("" if own in placed() else _example(own))
        shown = shown or self._elsewhere(kind.name)
        like = self.told.setdefault((kind.fields, kind.derived), kind.name)
        text = kind_text(kind, "" if like == kind.name else like)
        parts = [kind.help, shown, text, _formats("kind")]
        return "\n\n".join(part for part in parts if part)

    def _elsewhere(self, kind: str) -> str:
        views = catalog(self.registry)
        found = [view for view in views if _example(view) and views[view].body_kind == kind]
        names = [*found, *filter(None, [WRITTEN_WITH.get(kind)])]
        return f"Written with {_links(names)}."

    def _view(self, view: ViewSpec) -> str:
        by_field = {spec.option for kind in self.registry for spec in kind.fields}
        common = common_options(self, view)
        plain = [n for n in view.options if n in by_field and view.view in ("table", "matrix")]
        own = {n: text for n, text in view.options.items() if n not in common and n not in plain}
        parts = [view.help, _example(view.name)]
        if view.argument:
            parts.append(f"**Argument:** {view.argument}")
        if view.columns:
            parts.append(f"**Columns without `:columns:`** {code(view.columns)}.")
        if plain:
            parts.append(f"**Options that select by a field:** {code(plain)}.")
        if own:
            parts.append(table(("Option", "Meaning"), ((f"`{n}`", t) for n, t in own.items())))
        if common:
            kind = "picture" if view.view == "picture" else "table"
            parts.append(f"**Also:** the [options of every {kind}](#options-of-every-{kind}).")
        parts.append(_formats(view.view))
        return "\n\n".join(part for part in parts if part)


def common_options(made: Generated, view: ViewSpec) -> dict[str, str]:
    """Return the options that all views of a sort have."""
    if view.view == "block":
        return {}
    views = catalog(made.registry)
    model = views[COMMON[view.view == "picture"]]
    by_field = {spec.option for kind in made.registry for spec in kind.fields}
    return {n: t for n, t in model.options.items() if n not in by_field and n in view.options}


def _formats(sort: str) -> str:
    return f"**In other formats:** {FORMATS[sort]}"


def _example(name: str) -> str:
    return f"```{{example}} {name}\n```" if (FOLDER / f"{name}.md").exists() else ""


def _links(names: list[str]) -> str:
    return " or ".join(f"[`{name}`](#view-{name})" for name in names)


class Roles(Generated):
    """A table of all roles."""

    source = "kinds/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table."""
        elements = [kind.name for kind in self.registry if kind.family == "element"]
        others = [kind.name for kind in self.registry if kind.family != "element"]
        rows = (
            ("`element`", "any building block", "its title", "the last part of its id"),
            (code(elements), "a building block of this kind", "its title", "the last part"),
            (code(others), "a record of this kind", "its id", "its title"),
        )
        yield "", "", table(("Role", "Leads to", "Shows", "Shows with `~`"), rows)


class CommonOptions(Generated):
    """What all tables have in common, and all pictures."""

    source = "views/catalog.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the options of every table and of every picture."""
        views = catalog(self.registry)
        for model, sort in zip(COMMON, ("table", "picture"), strict=True):
            options = common_options(self, views[model])
            rows = ((f"`{name}`", text) for name, text in options.items())
            text = table(("Option", "Meaning"), rows)
            yield f"Options of every {sort}", f"options-of-every-{sort}", text


def placed() -> dict[str, str]:
    """Return the page of each directive that has one."""
    found = {}
    for path in sorted((DOCS / "reference").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for names in lists_of(text):
            found.update(dict.fromkeys(names, path.stem))
    return found


def lists_of(text: str) -> list[list[str]]:
    """Return the names of directives that a page describes, list by list."""
    return [block.split() for block in _LISTS.findall(text)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("arch-docs-directives", Directives)
    app.add_directive("arch-docs-roles", Roles)
    app.add_directive("arch-docs-common-options", CommonOptions)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
