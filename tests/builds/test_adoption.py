"""Decisions that are there already: adopted in place, mounted from outside, kept up to date."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from adr_summaries import SUMMARIES

if TYPE_CHECKING:
    from building import Project

SOAP = """\
# 1. Use SOAP

Date: 2020-01-15

## Status

Superseded by [2. Use REST](0002-use-rest.md)

## Context

Clients differ. See [the figure](img/plan.png).

![A plan](img/plan.png)

## Decision

Use SOAP.
"""
REST = """\
# 2. Use REST

* Status: accepted
* Deciders: Ann, Bo

## Decision Outcome

Use REST. Replaces nothing here.

## Links

* Supersedes [SOAP](0001-use-soap.md)
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002"
    "00000500010d0a2db40000000049454e44ae426082"
)
INDEX = "# All\n\n```{adr-list}\n```\n"


def mounted(project: Project, **more: str) -> None:
    """Write decisions beside the source folder and mount them."""
    folder = project.source.parent / "records"
    for name, text in {"0001-use-soap.md": SOAP, "0002-use-rest.md": REST, **more}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "img").mkdir(exist_ok=True)
    (folder / "img/plan.png").write_bytes(PNG)
    project.conf["archdoc_adr_sources"] = {"decisions": "../records"}
    project.myst().write({"index.md": INDEX})


def test_summaries_of_pages_are_those_of_their_files(project: Project) -> None:
    pages = {
        f"adr/{number + 1:04}-x.md": f"# {number + 1}. Bread\n\n{body}\n"
        for number, (body, _) in enumerate(SUMMARIES)
    }
    build = project.myst().write(pages | {"index.md": INDEX}).build()
    curly = str.maketrans("“”", '""')
    records = {
        id_: record.get("summary", "").translate(curly) for id_, record in build.records().items()
    }
    expected = {f"ADR-{number + 1:04}": said for number, (_, said) in enumerate(SUMMARIES)}
    assert records == expected


def test_records_without_front_matter_are_adopted(project: Project) -> None:
    soap = SOAP.replace("[the figure](img/plan.png)", "it").replace("![A plan](img/plan.png)", "")
    build = (
        project.myst().write({"adr/0001-use-soap.md": soap, "adr/0002-use-rest.md": REST}).build()
    )
    assert build.warnings == []
    records = build.records()
    assert records["ADR-0001"]["fields"]["status"]["key"] == "superseded"
    assert records["ADR-0002"]["fields"]["deciders"] == ["Ann", "Bo"]
    page = build.soup("adr/0001-use-soap.html")
    assert page.select_one(".arch-note").get_text() == "Superseded by ADR-0002: Use REST."
    assert "2020-01-15" in page.select_one(".arch-head").get_text()
    assert page.select_one("h2").get_text().startswith("Status")


def test_what_is_no_decision_stays_a_page(project: Project) -> None:
    build = (
        project.myst()
        .write(
            {
                "adr/README.md": "# Decisions\n",
                "adr/template.md": SOAP.replace("(0002-use-rest.md)", "(https://example.org)"),
                "adr/notes.md": "# Notes\n\nText.\n",
                "adr/0003-blocks.md": "# Blocks\n\n:::{adr} Use it\n:id: ADR-9\n\nIt.\n:::\n",
            }
        )
        .build()
    )
    assert list(build.records()) == ["ADR-9"]


def test_a_mounted_folder(project: Project) -> None:
    mounted(project)
    before = {
        path: path.stat().st_mtime_ns for path in (project.source.parent / "records").rglob("*")
    }
    build = project.build()
    assert build.warnings == []
    assert sorted(build.records()) == ["ADR-0001", "ADR-0002"]
    page = build.soup("decisions/0001-use-soap.html")
    assert page.select_one("section section a.reference.internal")["href"].startswith(
        "0002-use-rest.html"
    )
    assert page.select_one("img")["src"] == "../_images/plan.png"
    assert (build.out / "_images/plan.png").read_bytes() == PNG
    assert str(project.source.parent) not in build.text("archdoc.json")
    after = {
        path: path.stat().st_mtime_ns for path in (project.source.parent / "records").rglob("*")
    }
    assert before == after


def test_a_mounted_folder_is_read_again_when_it_changes(project: Project) -> None:
    mounted(project)
    project.build()
    again = project.build()
    assert again.read == set()
    path = project.source.parent / "records/0002-use-rest.md"
    path.write_text(REST.replace("accepted", "rejected"), encoding="utf-8")
    os.utime(path, (2_000_000_000, 2_000_000_000))
    third = project.build()
    assert third.read == {"decisions/0002-use-rest"}
    assert third.records()["ADR-0002"]["fields"]["status"]["key"] == "rejected"
    path.unlink()
    assert list(project.build().records()) == ["ADR-0001"]


def test_a_mounted_page_copies_nothing_from_elsewhere(project: Project) -> None:
    secret = project.source.parent / "secret.png"
    mounted(
        project, **{"0003-odd.md": "# 3. Odd\n\nSee [it](../secret.png).\n\n![x](../secret.png)\n"}
    )
    secret.write_bytes(b"secret")
    build = project.build()
    assert set(build.codes()) == {"path"}
    assert not [path for path in build.out.rglob("*") if path.name == "secret.png"]
    allowed = project.build(fresh=True, conf={"archdoc_data_dirs": [".."]})
    assert (allowed.out / "_images/secret.png").exists()


READS = {
    "0003-a.md": "# 3. A\n\n```{include} ../secret.txt\n```\n",
    "0004-b.md": "# 4. B\n\n```{literalinclude} ../secret.txt\n```\n",
    "0005-c.md": "# 5. C\n\n```{include} ../secret.txt\n:literal:\n```\n",
    "0006-d.rst": "6. D\n====\n\n.. include:: ../secret.txt\n   :code: text\n",
    "0007-e.rst": "7. E\n====\n\n.. csv-table::\n   :file: ../secret.txt\n",
    "0008-f.rst": "8. F\n====\n\n.. include:: ../secret.txt\n",
}


# MyST's include asks for what Sphinx calls deprecated.
@pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'")
def test_a_mounted_page_reads_nothing_from_elsewhere(project: Project) -> None:
    mounted(project, **READS)
    (project.source.parent / "secret.txt").write_text("hiddenwords", encoding="utf-8")
    build = project.build()
    assert sorted(build.codes()) == ["path"] * len(READS), build.warnings
    for path in build.out.rglob("*.html"):
        assert "hiddenwords" not in path.read_text(encoding="utf-8")
    allowed = project.build(fresh=True, conf={"archdoc_data_dirs": [".."]})
    assert allowed.codes() == []
    for name in READS:
        assert "hiddenwords" in allowed.text(f"decisions/{name.partition('.')[0]}.html")


def test_a_template_in_a_mounted_folder_is_a_page(project: Project) -> None:
    template = "# Template\n\n## Status\n\n{proposed | accepted}\n"
    index = "# All\n\n[Ours](ADR_template.md)\n"
    mounted(project, **{"ADR_template.md": template, "README.md": index})
    project.conf["html_copy_source"] = True
    build = project.build()
    assert build.warnings == []
    assert sorted(build.records()) == ["ADR-0001", "ADR-0002"]
    assert build.soup("decisions/README.html").select_one('a[href="ADR_template.html"]')
    assert (build.out / "_sources/decisions/0002-use-rest.md.txt").read_text("utf-8") == REST


@pytest.mark.parametrize("folder", ["nowhere", ".", "..", "adr"])
def test_a_folder_that_cannot_be_mounted(project: Project, folder: str) -> None:
    project.conf["archdoc_adr_sources"] = {"decisions": folder}
    build = project.myst().write({"adr/0002-use-rest.md": REST.partition("## Links")[0]}).build()
    assert build.codes() == ["path"]
    assert list(build.records()) == ["ADR-0002"]


def test_a_file_that_comes_changes_ids_and_references(project: Project) -> None:
    rest = REST.partition("## Links")[0]
    three = "# 3. Use XML\n\n## Status\n\nAccepted. Amends ADR-2\n"
    project.myst().write({"adr/0002-use-rest.md": rest, "adr/0003-use-xml.md": three})
    assert sorted(project.build().records()) == ["ADR-0002", "ADR-0003"]
    project.write({"adr/0002-use-grpc.md": rest})
    build = project.build()
    assert sorted(build.records()) == ["ADR-0002-use-grpc", "ADR-0002-use-rest", "ADR-0003"]
    assert sorted(build.codes()) == ["ambiguous", "number"]
    clean = project.build(fresh=True, out="clean")
    assert clean.records() == build.records()
    (project.source / "adr/0002-use-grpc.md").unlink()
    assert sorted(project.build().records()) == ["ADR-0002", "ADR-0003"]


def test_previous_and_next_decision(project: Project) -> None:
    rest = REST.partition("## Links")[0]
    files = {
        f"adr/{number:04d}-choice.md": rest.replace("2.", f"{number}.") for number in (1, 2, 10)
    }
    build = project.myst().write(files).build()
    links = build.soup("adr/0002-choice.html").select(".arch-turn a")
    assert [link["href"].partition("#")[0] for link in links] == [
        "0001-choice.html",
        "0010-choice.html",
    ]
    assert len(build.soup("adr/0010-choice.html").select(".arch-turn a")) == 1
    project.write({"adr/0003-new.md": rest.replace("2. Use REST", "3. Between")})
    project.index()
    again = project.build()
    assert "adr/0002-choice" in again.written
    assert "ADR-0003" in again.soup("adr/0002-choice.html").select_one(".arch-turn").get_text()


def test_settings_of_checks_that_are_wrong_are_named_one_by_one(project: Project) -> None:
    right = {"rule": "self-link", "record": "ADR-0001", "reason": "x", "until": "2999-01-01"}
    project.conf["archdoc_rules"] = {"adr-sucessor": "off", "adr-stale": "loud"}
    project.conf["archdoc_waivers"] = [{**right, "until": "soon"}, right, {**right, "rule": "nix"}]
    itself = "# A\n\n## Status\n\nSuperseded by ADR-%s\n"
    pages = {f"adr/{number}-a.md": itself % number for number in ("0001", "0002")}
    said = "\n".join(project.myst().write(pages).build().warnings)
    assert [line.rpartition("WARNING: ")[2].partition(";")[0] for line in said.split("\n")] == [
        "archdoc_rules['adr-stale']: 'loud' is no level",
        "archdoc_waivers[0]: 'until' must be a day as 2026-12-31, not 'soon'",
        "archdoc_rules: there is no rule 'adr-sucessor'",
        "archdoc_waivers (ADR-0001): there is no rule 'nix'",
        "adr ADR-0002: superseded-by names the record itself",
    ]


def test_a_decision_about_templates_has_none_left(project: Project) -> None:
    about = "# 1. Use Jinja\n\nStatus: accepted\n\n## Decision\n\nWe write {{ other }}.\n"
    pages = {"adr/0001-a.md": about, "adr/0002-b.md": about.replace("1. Use Jinja", "{{ title }}")}
    build = project.myst().write(pages).build()
    assert build.codes() == ["placeholder"]
    assert "0002-b.md:1" in build.warnings[0]


@pytest.mark.parametrize("outside", [False, True])
def test_markdown_that_nothing_reads_is_reported(project: Project, outside: bool) -> None:
    rest = "T\n=\n\n.. adr-list::\n"
    project.conf["source_suffix"] = {".rst": "restructuredtext"}
    if outside:
        mounted(project)
        project.conf["extensions"] = ["sphinx_archdoc"]
        del project.conf["myst_enable_extensions"]
        (project.source / "index.md").unlink()
    else:
        project.write({"adr/0001-use-soap.md": SOAP, "adr/0002-use-rest.md": REST})
    project.write({"index.rst": rest, "adr/README.md": "# All\n", "notes/0003-x.md": "# 3. X\n"})
    build = project.build()
    assert build.codes() == ["config"]
    folder = "../records" if outside else "adr"
    said = f"{folder}/0001-use-soap.md and 1 more: no extension reads Markdown, so these decisions"
    assert said in build.warnings[0]
    assert "'myst_parser'" in build.warnings[0]
    assert project.build(conf={"exclude_patterns": ["adr"]}).codes() == ["config"] * outside
    read = {"source_suffix": {".rst": "restructuredtext", ".md": "markdown"}}
    assert project.myst().build(conf={"exclude_patterns": ["notes"], **read}).codes() == []
