"""The example in the documentation of each rule provokes that rule, as it stands there."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.rules import Rule, rules

if TYPE_CHECKING:
    from building import Project

#: Two files with one number cannot be shown on one page; its two names are in the text.
OF_FILES = {"adr_number": ("adr/0012-use-rest.md", "adr/0012-log-as-json.md")}
RULES = {rule.name: rule for rule in rules()}


def example_of(rule: Rule) -> str:
    """Return the block of text in the part "Example." of a rule's documentation."""
    after = rule.doc.partition("**Example.**")[2].partition("::\n\n")[2]
    lines: list[str] = []
    for line in after.split("\n"):
        if line.strip() and not line.startswith("    "):
            break
        lines.append(line)
    return dedent("\n".join(lines)).strip() + "\n"


@pytest.mark.parametrize("name", RULES)
def test_the_example_provokes_the_rule(name: str, project: Project) -> None:
    rule = RULES[name]
    text = example_of(rule)
    rest = ".. " in text and "```" not in text and ":::" not in text
    title = "Page\n====\n\n" if rest else "# Page\n\n"
    files = {f"page.{'rst' if rest else 'md'}": f"{title}{text}"}
    if name in OF_FILES:
        assert all(f"`{file}`" in rule.doc for file in OF_FILES[name])
        files = dict.fromkeys(OF_FILES[name], text)
    project.myst().write(files)
    build = project.build(fresh=True, conf={"archdoc_rules": {"*": "off", name: "warning"}})
    assert any(f"[archdoc.{rule.code.value}]" in line for line in build.warnings), build.warnings
