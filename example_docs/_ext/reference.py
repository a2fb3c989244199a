"""The reference pages, made from the code they describe: nothing in them is typed by hand."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, get_args

from docutils import nodes
from examples import parsed
from kind_text import kind_text
from reference_text import FACTS, code, fence, folded, table
from sphinx.util.docutils import SphinxDirective

import sphinx_archdoc
from sphinx_archdoc.kinds import load
from sphinx_archdoc.model import declare, declare_fields, fields
from sphinx_archdoc.model.kind import Kind
from sphinx_archdoc.model.schema import json_schema
from sphinx_archdoc.model.section_words import ADR_KEYS, ELEMENT_KEYS, words_of
from sphinx_archdoc.sphinxext.config import ArchdocConfig
from sphinx_archdoc.sphinxext.setup import project_kinds
from sphinx_archdoc.templates import NAMES, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_archdoc.model.kind import Registry

PACKAGE = Path(sphinx_archdoc.__file__).parent

PARTS = {"decisions": ADR_KEYS, "building-blocks": ELEMENT_KEYS}
OWN_KINDS = ("“Kinds of your own”", "[Kinds of your own](own-kinds.md)")
REBUILD = {
    "env": "After a change all pages are read again.",
    "html": "After a change all pages are written again.",
    "": "After a change no page is read or written again.",
}


class Generated(SphinxDirective):
    """A part of the reference: sections with a title, an anchor and Markdown text."""

    source: ClassVar[str] = "__init__.py"

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        self.env.note_dependency(str(PACKAGE / self.source))
        for part in {__file__, inspect.getfile(type(self))}:
            self.env.note_dependency(part)
        found: list[nodes.Node] = []
        for title, anchor, text in self.sections():
            if not title:
                found += parsed(self, text, nodes.section())
                continue
            section = nodes.section(ids=[anchor], names=[anchor])
            heading = nodes.title(title, title)
            for node in (section, heading):
                self.set_source_info(node)
            section += heading
            parsed(self, text, section)
            self.state.document.note_explicit_target(section, section)
            found.append(section)
        return found

    @property
    def registry(self) -> Registry:
        """The kinds that come with the package, without those of this project."""
        return load()

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield title, anchor and text of each section."""
        raise NotImplementedError


class Kinds(Generated):
    """The kind of this project that is named, with its options."""

    source = "kinds/__init__.py"
    required_arguments = 1

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield a section for the kind."""
        own = project_kinds(self.config)[self.arguments[0]]
        yield f"{own.title}: {own.name}", f"kind-{own.name}", f"{own.help}\n\n{kind_text(own)}"


class Configuration(Generated):
    """Every configuration value."""

    source = "sphinxext/config.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield one text with all values."""
        text = []
        for spec in dataclasses.fields(ArchdocConfig):
            value = (
                spec.default
                if spec.default_factory is dataclasses.MISSING
                else spec.default_factory()
            )
            meaning = spec.metadata["help"].replace(*OWN_KINDS)
            text.append(
                f"```{{confval}} archdoc_{spec.name}\n:type: `{spec.type}`\n"
                f":default: `{value!r}`\n\n{meaning} {REBUILD[spec.metadata['rebuild']]}\n```"
            )
        yield "", "", "\n\n".join(text)


class Templates(Generated):
    """The templates of documents, with their pages and checks."""

    source = "templates/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield one text with a table of all templates."""
        rows = []
        for name in NAMES:
            path = PACKAGE / "templates" / f"{name.replace('-', '_')}.py"
            self.env.note_dependency(str(path))
            found = template(name)
            pages = ", ".join(page.title for page in found.pages)
            rows.append((f"`{name}`", f"{found.title}: for {found.audience}", pages))
        yield "", "", table(("Template", "What for", "Pages"), rows)


class Parts(Generated):
    """The words that start a part of a decision, or of a building block."""

    source = "model/section_words.py"
    required_arguments = 1

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the names of the parts, and the words behind a line that opens them."""
        keys = PARTS[self.arguments[0]]
        rows = ((f"**{key}**", ", ".join(words_of(key))) for key in keys)
        words = folded("All words", table(("Part", "Any of these words"), rows, "25 75"))
        yield "", "", f"{', '.join(f'*{key}*' for key in keys)}.\n\n{words}"


class Fields(Generated):
    """What a declaration of a kind may say, in conf.py."""

    source = "model/declare_fields.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the types of fields, then the facts of a field and of a kind."""
        rows = []
        for name in get_args(fields.FieldType):
            made = getattr(fields, name, None) or getattr(fields, f"{name}_")
            told = (inspect.getdoc(made) or "").removeprefix("Declare ").rstrip(".")
            more = declare_fields._OF_TYPE.get(name, {})  # noqa: SLF001 -- the words themselves
            rows.append((f"`{name}`", told, code(more)))
        yield "Types of fields", "field-types", table(("Type", "Holds", "May also say"), rows)
        for title, anchor, words, documented in (
            ("Facts of a field", "field-facts", declare_fields._FACTS, fields.FieldSpec),  # noqa: SLF001
            ("Facts of a kind", "kind-facts", declare._FACTS, Kind),  # noqa: SLF001
        ):
            doc = inspect.getdoc(documented) or ""
            meanings = dict(re.findall(r"^(\w+) {2,}(.+)$", doc, re.MULTILINE))
            facts = ((f"`{word}`", meanings.get(word, FACTS.get(word, ""))) for word in words)
            yield title, anchor, table(("Fact", "Meaning"), facts)


class Schema(Generated):
    """The JSON Schema of the export, without the kinds that repeat the pattern."""

    source = "model/schema.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the schema as code."""
        schema = json_schema(self.registry)
        for name in set(self.registry.names()) - {"risk"}:
            del schema["$defs"][f"kind-{name}"]
        entries = schema["properties"]["records"]["items"]
        entries["anyOf"] = [one for one in entries["anyOf"] if one["$ref"].endswith("-risk")]
        yield "", "", fence(json.dumps(schema, indent=1, ensure_ascii=False), "json")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("arch-docs-kinds", Kinds)
    app.add_directive("arch-docs-config", Configuration)
    app.add_directive("arch-docs-templates", Templates)
    app.add_directive("arch-docs-parts", Parts)
    app.add_directive("arch-docs-fields", Fields)
    app.add_directive("arch-docs-schema", Schema)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
