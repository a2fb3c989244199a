"""Several documents in one project: checklists, dashboards and completeness of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from command import run

if TYPE_CHECKING:
    from building import Project

GOOD = """# Shop

:::{risk-table}

| Risk | Impact | Probability | Mitigation | Owner |
|------|--------|-------------|------------|-------|
| Fire | High   | High        | Sprinklers | Ann   |
:::

:::{adr} Use PostgreSQL
:id: ADR-1
:status: accepted
:::

:::{review-checklist}
:pages: PAGES

- [ ] Risks have an owner {check: risks-have-owner}
- [ ] Decisions exist {check: decisions-exist}
- [ ] All filled in {check: no-placeholders}
- [ ] Rules {check: all-rules-pass}
:::

:::{arch-dashboard}
:pages: PAGES
:::

:::{arch-completeness}
:pages: PAGES
:template: technical
:::
"""
CONF = """
extensions = ["sphinx_archdoc", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
"""
BAD = """# Billing

**Owner:** [Team]

:::{risk-table}

| Risk  | Impact | Probability | Affects |
|-------|--------|-------------|---------|
| Flood | High   | High        | nowhere |
| Theft | High   | Low         |         |
:::
"""


def documents(project: Project, pages: str) -> BeautifulSoup:
    project.myst().write({"shop/index.md": GOOD.replace("PAGES", pages), "billing.md": BAD})
    build = project.build()
    return BeautifulSoup(build.text("shop/index.html"), "html.parser")


def boxes(page: BeautifulSoup) -> list[str]:
    return [box.get_text() for box in page.select(".arch-checklist .arch-box")]


def numbers(page: BeautifulSoup) -> dict[str, str]:
    tiles = page.select("ul.arch-tiles > li > p:first-child")
    return {
        " ".join(t.get_text(" ", strip=True).split()[1:]): t.get_text().split()[0] for t in tiles
    }


@pytest.mark.parametrize("pages", ["shop/*", "shop/index", ".", ""])
def test_only_the_pages_named_are_asked(project: Project, pages: str) -> None:
    page = documents(project, pages)
    assert boxes(page) == ["☑", "☑", "☑", "☑"]
    found = numbers(page)
    assert found["Risk"] == "1"
    assert found["Findings"] == "0"
    assert "Billing" not in page.select_one(".arch-completeness").get_text()  # type: ignore[union-attr]


def test_all_pages_are_asked_with_a_pattern_for_all(project: Project) -> None:
    page = documents(project, "*")
    assert boxes(page) == ["☐", "☑", "☐", "☐"]
    assert numbers(page)["Risks"] == "3"
    assert "Billing" in page.select_one(".arch-completeness").get_text()  # type: ignore[union-attr]


def test_what_changes_elsewhere_changes_nothing_here(project: Project) -> None:
    documents(project, ".")
    project.write({"billing.md": BAD.replace("| Theft | High   | Low         |         |\n", "")})
    build = project.build()
    assert "shop/index" not in build.written
    project.write({"billing.md": BAD, "shop/index.md": GOOD.replace("PAGES", "*")})
    project.build()
    project.write({"billing.md": BAD.replace("[Team]", "Ann")})
    assert "shop/index" in project.build().written


def test_a_page_that_is_not_there_is_said(project: Project) -> None:
    project.myst().write({"shop/index.md": GOOD.replace("PAGES", "shoop/*"), "billing.md": BAD})
    told = [line for line in project.build().warnings if "shoop" in line]
    assert len(told) == 3
    assert "review-checklist: pages: no page is called 'shoop/*'" in told[0]
    assert all("archdoc.value" in line for line in told)


def test_a_template_that_is_not_there_is_said(project: Project) -> None:
    text = GOOD.replace("PAGES", ".").replace(":template: technical", ":template: technicl")
    project.myst().write({"shop/index.md": text, "billing.md": BAD})
    told = [line for line in project.build().warnings if "technicl" in line]
    assert len(told) == 1
    assert "did you mean 'technical'?" in told[0]


@pytest.mark.parametrize(
    ("more", "said", "not_said"),
    [
        ((), "Risks without an owner, 2 of 3:", "nothing"),
        (("--pages", "shop/*"), "decisions-have-consequences", "[Team]"),
        (("--pages", "billing", "--template", "technical"), "[Team]", "shop/index.md"),
    ],
)
def test_the_command_asks_for_one_document(
    project: Project, monkeypatch: Any, more: tuple[str, ...], said: str, not_said: str
) -> None:
    project.write({"shop/index.md": GOOD.replace("PAGES", "."), "billing.md": BAD, "conf.py": CONF})
    monkeypatch.chdir(project.source)
    done = run("check", "--completeness", *more, code=1)
    assert said in done.output
    assert not_said not in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--completeness", "--pages", "shoop"], "no page is called 'shoop'"),
        (["--pages", "shop"], "--pages and --template are for --completeness"),
    ],
)
def test_the_command_says_what_is_wrong_with_its_use(
    project: Project, monkeypatch: Any, arguments: list[str], said: str
) -> None:
    project.write({"shop/index.md": GOOD.replace("PAGES", "."), "billing.md": BAD, "conf.py": CONF})
    monkeypatch.chdir(project.source)
    assert said in run("check", *arguments, code=2).output
