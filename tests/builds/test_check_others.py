"""``archdoc check`` tells what docutils, MyST and Sphinx say of pages, as a build does."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from command import run
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils
from test_check_kept import write

from sphinx_archdoc.cli.build import findings_of_build
from sphinx_archdoc.cli.remark import as_remark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONF = """\
extensions = ["myst_parser", "sphinx_archdoc"]
myst_enable_extensions = ["colon_fence", "strikethrough"]
"""
ADR = "# {title}\n\nDate: 2026-01-15\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n{more}"


def adr(title: str, more: str = "") -> str:
    return ADR.format(title=title, more=more)


FILES = {
    "conf.py": CONF,
    "index.rst": "All\n===\n\n.. toctree::\n\n   typos\n   tables\n   adr/0001-a\n   adr/0002-b\n",
    "typos.md": "# T\n\n:::{risk-tabel}\n:::\n\n```{c4-contaner}\n```\n\n:::{decision} X\n:::\n\n"
    "See {adrr}`ADR-1` and {no-such}`x`.\n",
    "typos2.rst": ":orphan:\n\nT\n=\n\n.. arch:risk-tabel::\n\n.. mermade::\n\n:adrr:`ADR-1`\n",
    "tables.rst": "T\n=\n\n== ==\na b c d\n== ==\n\n.. _twice:\n\nA\n-\n",
    "twice.rst": "T\n=\n\n.. _twice:\n\nA\n-\n\n.. include:: missing.txt\n",
    "front.md": "---\na: [b\n---\n# F\n",
    "adr/0001-a.md": adr("1. A"),
    "adr/0002-b.md": adr("2. B", "\n#### Deep\n"),
    "adr/0003-c.md": adr("3. C", "\n~~no~~\n"),
    "adr/0004-d.md": "---\norphan: true\n---\n" + adr("4. D"),
    "adr/0005-e.md": adr("5. E", "\n![x](missing.png)\n"),
    "adr/0006-f.md": adr("6. F", "\n[a]: b.md\n[a]: c.md\n\n[^1] here\n"),
    "adr/0007-g.md": adr("7. G", "\n---\n"),
    "adr/0008-h.md": "---\nstatus: accepted\n b: c: d\n---\n" + adr("8. H"),
    "adr/0009-i.rst": "9. I\n====\n\n:Status: accepted\n\nDecision\n---\n\nYes *no.\n",
}
_LINE = re.compile(r"(?P<place>\S+?): (?:WARNING|ERROR|CRITICAL): (?P<said>.*)")
_CODE = re.compile(r"(?P<said>.*) \[(?P<code>[\w.]+)\]\Z", re.DOTALL)

Told = list[tuple[str, str, str]]


def built(conf: Path) -> Told:
    """Return what `sphinx-build` prints of a project: place, code, message."""
    warning, out = io.StringIO(), conf.parent / "out"
    with docutils_namespace(), patch_docutils(str(conf)):
        app = Sphinx(
            str(conf), str(conf), str(out), str(out / "t"), "dummy", {},
            status=None, warning=warning, freshenv=True,
        )  # fmt: skip
        app.build(force_all=True)
    told: Told = []
    text = strip_colors(warning.getvalue()).replace(f"{conf}/", "")
    parts = re.split(r"\n(?=\S+?: (?:WARNING|ERROR|CRITICAL): )", text.strip())
    for part in filter(None, parts):
        found = _LINE.match(part)
        assert found, part
        said = part[found.start("said") :]
        code = _CODE.match(said)
        said = (code["said"] if code else said).partition("\n\n")[0]
        told.append((found["place"], code["code"] if code else "", " ".join(said.split())))
    return sorted(told)


def checked(conf: Path, **how: bool) -> Told:
    told = [as_remark(item)[:4] for item in findings_of_build(conf, conf, **how).findings]
    return sorted((str(at), code, said.replace(f"{conf}/", "")) for code, said, at, _ in told)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path / "docs", FILES)
    return tmp_path / "docs"


def test_first_again_and_without_a_cache(project: Path) -> None:
    wanted = built(project)
    assert {code for _, code, _ in wanted} >= {
        "", "docutils", "image.not_readable", "myst.directive_unknown", "myst.duplicate_def",
        "myst.header", "myst.role_unknown", "myst.strikethrough", "myst.topmatter",
        "toc.not_included",
    }  # fmt: skip
    assert checked(project) == wanted
    assert checked(project) == wanted
    assert checked(project, cache=False) == wanted


def test_a_near_name_is_offered(project: Path) -> None:
    unknown = ("Unknown directive", "Unknown interpreted")
    said = {(place, said) for place, _, said in built(project) if said.startswith(unknown)}
    assert said == {
        ("typos.md:3", "Unknown directive type: 'risk-tabel'; did you mean 'risk-table'?"),
        ("typos.md:6", "Unknown directive type: 'c4-contaner'; did you mean 'c4-container'?"),
        ("typos.md:9", "Unknown directive type: 'decision'; did you mean 'adr'?"),
        ("typos.md:12", "Unknown interpreted text role \"adrr\"; did you mean 'adr'?"),
        ("typos.md:12", 'Unknown interpreted text role "no-such".'),
        (
            "typos2.rst:6",
            "Unknown directive type \"arch:risk-tabel\"; did you mean 'arch:risk-table'?",
        ),
        ("typos2.rst:8", 'Unknown directive type "mermade".'),
        ("typos2.rst:10", "Unknown interpreted text role \"adrr\"; did you mean 'adr'?"),
    }


CHANGES: dict[str, Callable[[Path], Any]] = {
    "a mistake is mended": lambda at: write(at, {"typos.md": "# T\n"}),
    "a mistake is made": lambda at: write(at, {"adr/0001-a.md": adr("1. A", "\n:::{adrr}\n:::\n")}),
    "a missing file comes": lambda at: write(at, {"missing.txt": "Here.\n"}),
    "a missing picture comes": lambda at: (at / "adr/missing.png").write_bytes(b"\x89PNG\r\n"),
    "a page with a name goes": lambda at: (at / "tables.rst").unlink(),
    "a page is listed": lambda at: write(
        at, {"index.rst": FILES["index.rst"] + "   front\n   twice\n"}
    ),
    "warnings are suppressed": lambda at: write(
        at, {"conf.py": CONF + 'suppress_warnings = ["docutils", "myst.header", "toc"]\n'}
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change(project: Path, change: Callable[[Path], Any]) -> None:
    checked(project)
    change(project)
    wanted = built(project)
    assert checked(project) == wanted
    assert checked(project) == wanted


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A page with nothing but a mistyped directive."""
    write(tmp_path, {"conf.py": CONF, "index.md": "# T\n\n:::{risk-tabel}\n:::\n"})
    return tmp_path


SAID = "Unknown directive type: 'risk-tabel'; did you mean 'risk-table'?"


def test_the_command_fails(broken: Path) -> None:
    done = run("check", broken, code=1)
    assert f"index.md:3: WARNING: {SAID} [myst.directive_unknown]\n" in done.output
    assert "0 records, 1 finding" in done.output


def test_for_programs(broken: Path) -> None:
    assert json.loads(run("check", broken, "--format", "json", code=1).stdout) == [
        {
            "code": "myst.directive_unknown",
            "level": "warning",
            "rule": "myst.directive_unknown",
            "file": "index.md",
            "line": 3,
            "message": SAID,
        }
    ]


def test_for_github(broken: Path) -> None:
    said = run("check", broken, "--format", "github", code=1).stdout
    assert said == f"::warning file=index.md,line=3,title=myst.directive_unknown::{SAID}\n"


def test_what_is_suppressed_does_not_fail(broken: Path) -> None:
    write(broken, {"conf.py": CONF + 'suppress_warnings = ["myst.directive_unknown"]\n'})
    assert run("check", broken).stdout == ""


def test_without_a_template_the_way_to_one_is_told(broken: Path) -> None:
    told = run("check", broken, "--completeness", code=1).stderr
    assert "--template (" in told
    assert "archdoc_template" in told
    told = run("check", broken, "--completeness", "--template", "project", code=1).stderr
    assert "--template (" not in told


def test_references_to_numbers_are_left_to_the_build(tmp_path: Path) -> None:
    page = """T
=

.. c4-context::
   :caption: Around
   :name: around

   System(a, "A")

See :numref:`around`.
"""
    write(tmp_path, {"conf.py": CONF + "numfig = True\n", "index.rst": page})
    assert built(tmp_path) == []
    assert checked(tmp_path) == []
    assert checked(tmp_path) == []
