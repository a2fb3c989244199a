"""The reference of warnings, rules and named checks, made from the code that reports them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import provocations_of
from provocations import PROVOCATIONS
from reference import PACKAGE, Generated
from reference_text import anchor_of, fence, from_rest, table, visible

from sphinx_archdoc.checks import checks
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_archdoc.rules import Rule

LEXERS = {".rst": "rst", ".md": "markdown"}


class Codes(Generated):
    """Every warning code: a table, then for each a source that provokes it."""

    source = "model/codes.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table, then a section for each code."""
        for path in sorted(Path(provocations_of.__file__).parent.glob("*.py")):
            self.env.note_dependency(str(path))
        rows = ((_code(item), item.meaning) for item in Code)
        yield "", "", table(("Code", "It says"), rows, "30 70")
        for item in Code:
            parts = [item.meaning]
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
    """Every rule: a table, then each as its module documents it."""

    source = "rules/__init__.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table, then a section for each rule."""
        rows = (
            (_link("rule", named(rule), rule.name), rule.level, rule.summary) for rule in rules()
        )
        yield "", "", table(("Rule", "Level", "It reports"), rows, "30 15 55")
        for rule in rules():
            self.env.note_dependency(str(PACKAGE / "rules" / f"{rule.name}.py"))
            level = f"Level unless you set it: `{rule.level}`. Reported as {_code(rule.code)}."
            text = f"{from_rest(rule.doc)}\n\n{level}"
            yield named(rule), anchor_of("rule", rule.name), text


def named(rule: Rule) -> str:
    """Return the name of a rule as people write it."""
    return rule.name.replace("_", "-")


def _code(code: Code) -> str:
    return _link("warning", f"archdoc.{code.value}", code.value)


def _link(family: str, shown: str, name: str) -> str:
    return f"[`{shown}`](#{anchor_of(family, name)})"


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
