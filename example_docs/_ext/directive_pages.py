"""The reference of directives: for each the result, both sources, options.

``{arch-docs-directives}`` lists names of directives, with links to examples for those who read
the page where nothing builds it; which are kinds and which are views is known from the registry and
the catalogue. ``{arch-docs-common-options}`` has what all tables and all
pictures share, and :func:`placed` says where each directive is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from examples import FOLDER
from kind_text import kind_text
from reference import PACKAGE, Generated
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
#: What views of any kind select by.
SELECT = ("status", "tags", "owner")
_LISTS = re.compile(r"^:::\{arch-docs-directives\}\n(.*?)^:::", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"^- \[?`([\w-]+)`", re.MULTILINE)
#: A table and a picture that have the options of all others, each with what is not for all.
COMMON = {"risk-table": (), "c4-deployment": ("include", "exclude", "direction", "declare")}


class Directives(Generated):
    """A section for each directive that is named in the content."""

    source = "views/catalog.py"
    has_content = True

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the sections in the order of the names."""
        kinds = {kind.name: kind for kind in self.registry}
        views = catalog(self.registry)
        self.told: dict[object, str] = {}  # the first kind with these fields
        for name in _NAME.findall("\n".join(self.content)):
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
        return "\n\n".join(part for part in (kind.help, shown, text) if part)

    def _elsewhere(self, kind: str) -> str:
        views = catalog(self.registry)
        found = [view for view in views if _example(view) and views[view].body_kind == kind]
        names = [*found, *filter(None, [WRITTEN_WITH.get(kind)])]
        return f"Written with {_links(names)}."

    def _view(self, view: ViewSpec) -> str:
        common = common_options(self, view)
        plain = selecting(self, view)
        own = {n: text for n, text in view.options.items() if n not in common and n not in plain}
        parts = [view.help, _example(view.name)]
        argument = view.argument.removeprefix("None.").strip()
        if argument:
            parts.append(f"**Argument:** {argument}")
        if view.columns:
            parts.append(f"**Columns, unless `:columns:` names others:** {code(view.columns)}.")
        if plain:
            parts.append(f"**Options that select by a field:** {code(plain)}.")
        if own:
            parts.append(table(("Option", "Meaning"), ((f"`{n}`", t) for n, t in own.items())))
        if common:
            kind = "picture" if view.view == "picture" else "table"
            less = [n for n in common_options(self, model_of(self, view)) if n not in view.options]
            but = f", but not {code(less)}" if less else ""
            parts.append(f"**Also:** the [options of every {kind}](#options-of-every-{kind}){but}.")
        return "\n\n".join(part for part in parts if part)


def model_of(made: Generated, view: ViewSpec) -> ViewSpec:
    """Return the view that has the options of all tables, or of all pictures."""
    table_, picture = COMMON
    return catalog(made.registry)[picture if view.view == "picture" else table_]


def common_options(made: Generated, view: ViewSpec) -> dict[str, str]:
    """Return the options that all views of a sort have."""
    if view.view == "block":
        return {}
    model = model_of(made, view)
    apart = {*COMMON[model.name], *selecting(made, model)}
    known = {n: t for n, t in model.options.items() if n not in apart}
    return {n: t for n, t in known.items() if view.options.get(n) == t}


def selecting(made: Generated, view: ViewSpec) -> list[str]:
    """Return the options of a table that are fields of its kinds, or of any kind."""
    if view.view not in ("table", "matrix"):
        return []
    kinds = view.kinds or made.registry.names()
    fields = {spec.option for kind in made.registry if kind.name in kinds for spec in kind.fields}
    options = SELECT if not view.kinds else view.options
    return [name for name in options if name in fields and name in view.options]


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
            ("any building block", "`element`"),
            ("a building block of this kind", code(elements)),
            ("any other record of this kind", code(others)),
        )
        yield "", "", table(("Leads to", "Role"), rows)


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
    return [_NAME.findall(block) for block in _LISTS.findall(text)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("arch-docs-directives", Directives)
    app.add_directive("arch-docs-roles", Roles)
    app.add_directive("arch-docs-common-options", CommonOptions)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
