"""Every warning code has a small project that provokes it, and nothing but it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils.parsers.rst import directives
from provocations import PROVOCATIONS, Provocation

from sphinx_archdoc.model.codes import Code

DOCS = Path(__file__).parent.parent.parent / "example_docs"


if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Build, Project

CODES = [code.value for code in Code]
#: These happen before any page is read.
WITHOUT_PAGE = {
    "short_name": r"\AWARNING: ",
    "config": r"\A\S*/conf\.py:\d+: WARNING: ",
    "waiver": r"\A\S*/conf\.py:\d+: WARNING: ",
}
#: These happen in another file than the page.
ELSEWHERE = {
    "data": "risks.csv",
    "number": "adr/0012-use-rest.md",
    "ambiguous": "adr/0014-use-soap.md",
}


@pytest.fixture
def built(project: Project) -> Iterator[object]:
    """Return a function that builds a provocation; modules it brings along are forgotten."""
    names: set[str] = set()

    def build(found: Provocation, **conf: object) -> Build:
        title = "# Page\n\n" if found.file.endswith(".md") else "Page\n====\n\n"
        last = "\n:::{note}\nThe build goes on.\n:::\n" if title[0] == "#" else (
            "\n.. note::\n\n   The build goes on.\n"
        )  # fmt: skip
        project.myst().write({found.file: f"{title}{found.source}{last}", **found.more})
        names.update(name.removesuffix(".py") for name in found.more if name.endswith(".py"))
        own = dict(found.conf)
        if "extensions" in own:
            own["extensions"] = [*own["extensions"], "myst_parser"]
        return project.build(fresh=True, conf=own | conf)

    sys.path.insert(0, str(project.source))
    yield build
    sys.path.remove(str(project.source))
    for name in names:
        sys.modules.pop(name, None)
    if names:
        directives._directives.pop("adr", None)


def test_every_code_has_a_provocation_and_a_meaning() -> None:
    assert set(PROVOCATIONS) == set(CODES)
    for code in Code:
        assert re.fullmatch(r"[A-Z].{20,}\.", code.meaning), code


@pytest.mark.parametrize("code", CODES)
def test_it_warns_at_a_place_and_goes_on(built, project: Project, code: str) -> None:  # noqa: ANN001
    found = PROVOCATIONS[code]
    build = built(found)
    assert build.codes()
    assert set(build.codes()) == {code}
    ours = [line for line in build.warnings if line.endswith(f" [archdoc.{code}]")]
    assert ours == build.warnings
    file = project.source / ELSEWHERE.get(code, found.file)
    for line in ours:
        if code in WITHOUT_PAGE:
            assert re.search(WITHOUT_PAGE[code], line)
            continue
        place, told, _ = line.partition(": WARNING: ")
        assert told
        name, _, number = place.rpartition(":")
        assert name == str(file)
        assert 1 <= int(number) <= len(file.read_text(encoding="utf-8").split("\n"))
    assert "The build goes on." in build.text("page.html")
    assert build.app.statuscode == 0


@pytest.mark.parametrize("code", CODES)
def test_it_can_be_suppressed(built, code: str) -> None:  # noqa: ANN001
    assert built(PROVOCATIONS[code], suppress_warnings=[f"archdoc.{code}"]).warnings == []
