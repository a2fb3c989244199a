"""``archdoc check`` finds what a build finds: the first time, again, and after every change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.util.logging import is_suppressed_warning

from sphinx_archdoc.cli.build import findings_of_build, project_read
from sphinx_archdoc.cli.kept import NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONF = """\
extensions = ["myst_parser", "sphinx_archdoc"]
suppress_warnings = ["myst", "toc", "ref", "docutils"]
archdoc_adr_paths = ["adr/*"]
archdoc_rules = {"adr-*": "warning"}
"""
NYGARD = """\
# {title}

Date: {date}

## Status

{status}

## Context

See [the first](0001-soap.md).

## Decision

X.
"""


def nygard(title: str, status: str = "Accepted", date: str = "2020-01-15") -> str:
    return NYGARD.format(title=title, status=status, date=date)


SHOP = """\
# Shop

```{c4-model}
system shop
  app api
  app web
shop.web -> shop.api : Asks
```

:::{risk} Slow
:affects: shop.apu
:::

```{c4-container} shop
:include: shop.wob
```
"""


EFFORT = """\
| Task  | Effort |
|-------|--------|
| One   | 3 PD   |
| Two   | 4 PD   |
| Total | 9 PD   |
"""


FILES = {
    "conf.py": CONF,
    "index.rst": "All\n===\n\n.. toctree::\n   :glob:\n\n   **\n",
    "adr/0001-soap.md": nygard("1. Use SOAP", "Superseded"),
    "adr/0002-rest.md": nygard("2. Use REST", "Accepted\n\nSupersedes ADR-77"),
    "adr/0003-odd.md": nygard("3. Odd", "Finished", "05/06/2026"),
    "adr/0004-role.md": nygard("4. Role") + "\nAs {adr}`ADR-66` says.\n",
    "adr/0005-rest.rst": "5. Rest\n=======\n\n:Status: wibble\n\nDecision\n--------\n\nX.\n",
    "adr/0006-view.rst": (
        "6. View\n=======\n\n:Status: accepted\n\nDecision\n--------\n\n"
        ".. adr-list::\n   :columns: nothing\n"
    ),
    "adr/0007-left.md": nygard("7. Left") + "\n## More\n\n[name of the person]\n",
    "adr/0008-no-title.md": "Status: accepted\n\nNothing.\n",
    "adr/0009-front.md": "---\nstatus: [a\n---\n" + nygard("9. Front"),
    "adr/0010-effort.md": nygard("10. Effort") + "\n" + EFFORT,
    "adr/0011-no-day.md": nygard("11. No day", date="2026-02-30"),
    "shop.md": SHOP,
    "more.md": "# More\n\n:::{adr} Use XML\n:id: ADR-50\n:status: nonsense\n:::\n",
}


def built(conf: Path) -> list[str]:
    """Return what a whole build says of a project."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if getattr(record, "type", "") == "archdoc":
                message = record.getMessage().replace(f"{conf}/", "")
                said.append(f"{record.subtype}: {message}")  # type: ignore[attr-defined] # Sphinx's

    logger, listener = logging.getLogger("sphinx.sphinx_archdoc"), Listener()
    logger.addHandler(listener)
    try:
        with project_read(conf) as app:
            hidden = app.config.suppress_warnings
    finally:
        logger.removeHandler(listener)
    return sorted(
        {one for one in said if not is_suppressed_warning("archdoc", one.split(":")[0], hidden)}
    )


def checked(conf: Path, **how: bool) -> list[str]:
    found = findings_of_build(conf, conf, **how).findings
    return sorted({f"{item.finding.code.value}: {item.finding.message}" for item in found})


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_first_and_again(project: Path) -> None:
    wanted = built(project)
    codes = {one.partition(":")[0] for one in wanted}
    wide = {"successor", "reference", "status", "date", "column", "placeholder", "data", "total"}
    assert codes >= wide
    assert checked(project) == wanted
    assert checked(project) == wanted
    assert (project / NAME / ".gitignore").read_text() == "*\n"


def test_without_keeping_anything(project: Path) -> None:
    assert checked(project, cache=False) == built(project)
    assert not (project / NAME).exists()


CHANGES: dict[str, Callable[[Path], Any]] = {
    "a decision is mended": lambda at: write(at, {"adr/0003-odd.md": nygard("3. Odd")}),
    "a decision is broken": lambda at: write(at, {"adr/0002-rest.md": nygard("2. R", "Gone wild")}),
    "a decision comes": lambda at: write(at, {"adr/0077-new.md": nygard("77. New")}),
    "a number is taken twice": lambda at: write(at, {"adr/0001-again.md": nygard("1. Again")}),
    "a decision goes": lambda at: (at / "adr/0009-front.md").unlink(),
    "a page becomes plain": lambda at: write(at, {"adr/0004-role.md": nygard("4. Role")}),
    "a page gets a role": lambda at: write(
        at, {"adr/0003-odd.md": nygard("3. Odd") + "\n{adr}`ADR-65`\n"}
    ),
    "what a role names comes": lambda at: write(at, {"adr/0066-x.md": nygard("66. X")}),
    "another page changes": lambda at: write(at, {"more.md": "# More\n\nNothing.\n"}),
    "rules change": lambda at: write(
        at, {"conf.py": CONF.replace('"adr-*": "warning"', '"status": "off"')}
    ),
    "folders change": lambda at: write(at, {"conf.py": CONF.replace("adr/*", "adr/*rest")}),
    "words change": lambda at: write(
        at, {"conf.py": CONF + 'archdoc_status_words = {"adr": {"wibble": "accepted"}}\n'}
    ),
    "a page goes and an extension comes": lambda at: (
        (at / "more.md").unlink(),
        write(at, {"conf.py": CONF + 'extensions += ["sphinx.ext.todo"]\n'}),
    ),
    "what was said is damaged": lambda at: (at / NAME / "check/said.json").write_text("{"),
    "what was read is damaged": lambda at: (
        at / NAME / "check/doctrees/environment.pickle"
    ).write_bytes(b"\x80"),
    "another check runs": lambda at: (at / NAME / "check/lock").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change(project: Path, change: Callable[[Path], Any]) -> None:
    checked(project)
    change(project)
    wanted = built(project)
    assert checked(project) == wanted
    assert checked(project) == wanted


def test_an_extension_that_needs_the_nodes_of_all_pages_gets_them(project: Path) -> None:
    needs = """
def setup(app):
    app.connect("env-updated", lambda app, env: [env.get_doctree(x) for x in env.all_docs] and [])
"""
    write(project, {"conf.py": CONF + needs})
    assert checked(project) == built(project)


def test_an_extension_that_changes_texts_is_heard(project: Path) -> None:
    changes = """
def change(app, docname, source):
    source[0] += "\\n{adr}`ADR-99`\\n" if docname == "adr/0003-odd" else ""
def setup(app):
    app.connect("source-read", change)
"""
    write(project, {"conf.py": CONF + changes})
    found = checked(project)
    assert any("ADR-99" in one for one in found)
    assert found == built(project)
