"""The reference of warnings, rules and named checks, made from the code that reports them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import provocations_of
from provocations import PROVOCATIONS
from reference import PACKAGE, Generated
from reference_text import anchor_of, fence, from_rest, table, visible

from sphinx_archdoc.checks import checks
from sphinx_archdoc.model.codes import MEANING, Code
from sphinx_archdoc.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LEXERS = {".rst": "rst", ".md": "markdown"}


class Codes(Generated):
    """Every warning code with a source that provokes it."""

    source = "model/codes.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield a section for each code."""
        for path in sorted(Path(provocations_of.__file__).parent.glob("*.py")):
            self.env.note_dependency(str(path))
        for item in Code:
            parts = [MEANING[item]]
            found = PROVOCATIONS.get(item.value)
            if found:
                for name, value in found.conf.items():
                    parts += ["With this in `conf.py`:", fence(f"{name} = {value!r}", "python")]
                for name, text in found.more.items():
                    parts += [f"With this in `{name}`:", fence(visible(text), "text")]
                lexer = LEXERS[Path(found.file).suffix]
                parts += ["Provoked by:", fence(visible(found.source), lexer)]
            yield f"archdoc.{item.value}", anchor_of("warning", item.value), "\n\n".join(parts)


class Rules(Generated):
    """Every rule, as its module documents it."""

    source = "rules/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield a section for each rule."""
        for rule in rules():
            self.env.note_dependency(str(PACKAGE / "rules" / f"{rule.name}.py"))
            target = anchor_of("warning", rule.code.value)
            told = f"Reported as [`archdoc.{rule.code.value}`](#{target})."
            yield rule.name, anchor_of("rule", rule.name), f"{from_rest(rule.doc)}\n\n{told}"


class Checks(Generated):
    """Every named check, with the words that ask for it."""

    source = "checks/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield one text with a table of all checks."""
        found = checks().values()
        for check in found:
            module = check.name.replace("-", "_")
            self.env.note_dependency(str(PACKAGE / "checks" / "named" / f"{module}.py"))
        rows = ((f"`{check.name}`", check.summary, ", ".join(check.words)) for check in found)
        yield "", "", table(("Check", "Passed when", "Words that ask for it"), rows)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("arch-docs-codes", Codes)
    app.add_directive("arch-docs-rules", Rules)
    app.add_directive("arch-docs-checks", Checks)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
