"""What CONTRIBUTING.md shows to copy works as it stands, and what readers are sent to is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: Each runs in a process of its own: a kind stays registered.
KIND = """
from sphinx_archdoc.kinds import load
import licence
from sphinx_archdoc.views.catalog import catalog
kind = load()["licence"]
view = catalog(load())["licence-table"]
print(kind.prefix, [field.option for field in kind.fields], *view.columns)
"""
RULE = """
import element_owner
from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.rules import rule_of
app = load()["app"].record
at = Location("page", "page.rst", 3)
class Store:
    records = [
        app(id="a", title="A", at=at, owner=()),
        app(id="b", title="B", at=at, owner=("Ann",)),
    ]
rule = rule_of(element_owner)
print(rule.level, *(found.message for found in rule.check(Store)))
"""


def shown(mark: str) -> str:
    """Return the block of code below a mark."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.split(f"<!-- {mark} -->\n```python\n")[1].split("\n```")[0] + "\n"


def ran(folder: Path, module: str, code: str, program: str) -> str:
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(folder)!r}){program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


def test_the_kind_is_complete(tmp_path: Path) -> None:
    told = ran(tmp_path, "licence", shown("a kind"), KIND)
    assert told == "LIC- ['spdx', 'owner', 'covers'] id title spdx owner covers"


def test_the_rule_finds_what_it_says(tmp_path: Path) -> None:
    told = ran(tmp_path, "element_owner", shown("a rule"), RULE)
    assert told == "off app a has no owner"


def test_the_files_that_readers_are_sent_to() -> None:
    named: set[str] = set()
    for page in ("CONTRIBUTING.md", "example_docs/explanation/how-it-is-built.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        named |= {*re.findall(r"`((?:[\w.]+/)+[\w.]+\.(?:py|mjs|md))`", text)}
    places = (ROOT, ROOT / "sphinx_archdoc", ROOT / "tests")
    missing = {name for name in named if not any((place / name).exists() for place in places)}
    assert len(named) > 20
    assert missing == set()
