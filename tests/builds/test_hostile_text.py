"""Hostile text in any field is text on the page, whichever markup it comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hostile import PAYLOADS, live, no_traceback, text_of

if TYPE_CHECKING:
    from building import Build, Project

OTHER = (
    "Other\n=====\n\n.. adr:: The other record\n   :id: ADR-900\n   :status: accepted\n\n   Text.\n"
)
ADR_OPTIONS = (
    "id", "status", "date", "deciders", "consulted", "informed", "tags", "supersedes",
    "superseded-by", "amends", "depends-on", "relates-to", "affects", "chosen", "name", "class",
    "title",
)  # fmt: skip
RISK_OPTIONS = ("impact", "likelihood", "mitigation", "owner", "review", "mitigated-by")
APP_OPTIONS = ("title", "description", "technology", "external", "depends-on", "owner")
VIEW_OPTIONS = ("filter", "sort", "limit", "columns", "group", "caption", "name", "class", "status")
C4_OPTIONS = ("include", "exclude", "direction", "caption", "declare", "name", "class")


def escaped(text: str) -> str:
    """Return the text as reST reads it literally."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("`", "\\`")


def rst(text: str) -> str:
    made = [
        "Page",
        "====",
        "",
        ".. adr:: Option by option",
        "   :id: ADR-1",
        "",
        "   Body stays.",
        "",
    ]
    blocks = [("adr", f"T-{n} title", name) for n, name in enumerate(ADR_OPTIONS)]
    blocks += [("risk", f"T-{n + 50} title", name) for n, name in enumerate(RISK_OPTIONS)]
    blocks += [("app", f"app{n}", name) for n, name in enumerate(APP_OPTIONS)]
    blocks += [(view, "", name) for view in ("adr-list", "risk-table") for name in VIEW_OPTIONS]
    blocks += [("c4-landscape", "", name) for name in C4_OPTIONS]
    for directive, argument, name in blocks:
        made += [f".. {directive}:: {argument}", f"   :{name}: {text}", ""]
    made += [f".. adr:: {escaped(text)}", "   :id: ADR-2", "", "   Body stays too.", ""]
    made += [
        f".. risk:: {escaped(text)}",
        "   :id: R-2",
        "   :impact: high",
        "   :likelihood: low",
        "",
    ]
    made += [f".. risk-matrix:: {escaped(text)}", "", f".. c4-context:: {text}", ""]
    made += [f".. app:: {text}", "", f".. adr-list:: {escaped(text)}", ""]
    label = json.dumps(text, ensure_ascii=False)
    made += [".. c4-model::", "", f"   system sys {label} [{text}] : {text}", f"   app {label}"]
    made += [f"   sys -> sys : {text} [{text}]", f"   {text}", ""]
    made += [".. c4-context:: Macros", "", f"   Person(a, {label}, {label})"]
    made += [f"   System(b, {label}, {label}, $tags={label}, $link={label})"]
    made += [f"   Rel(a, b, {label}, {label})", f"   {text}", "   Person(", ""]
    made += [".. risk-table::", "", "   .. list-table::", "      :header-rows: 1", ""]
    made += ["      * - ID", "        - Risk", "        - Impact", f"        - {escaped(text)}"]
    made += [
        "      * - R-3",
        f"        - {escaped(text)}",
        "        - High",
        f"        - {escaped(text)}",
    ]
    made += [
        f"      * - {escaped(text)}",
        "        - Row stays",
        f"        - {escaped(text)}",
        "        - x",
    ]
    made += ["", f"See :adr:`{text.replace('`', '')}`.", ""]
    return "\n".join(made)


def myst(text: str) -> str:
    made = ["# Page", ""]
    blocks = [("adr", f"T-{n} title", name) for n, name in enumerate(ADR_OPTIONS)]
    blocks += [("risk", f"T-{n + 50} title", name) for n, name in enumerate(RISK_OPTIONS)]
    blocks += [("app", f"app{n}", name) for n, name in enumerate(APP_OPTIONS)]
    blocks += [(view, "", name) for view in ("adr-list", "risk-table") for name in VIEW_OPTIONS]
    blocks += [("c4-landscape", "", name) for name in C4_OPTIONS]
    for directive, argument, name in blocks:
        made += [f":::{{{directive}}} {argument}", f":{name}: {text}", ":::", ""]
    for directive in ("adr", "risk", "app", "risk-matrix", "c4-context", "adr-list"):
        made += [f":::{{{directive}}} {text}", ":::", ""]
    return "\n".join(made)


def checked(build: Build) -> None:
    assert live(build) == []
    assert no_traceback(build)
    assert "ADR-900" in build.records()
    assert "The other record" in text_of(build, "other.html")
    # Every complaint has a place, and none of docutils' own shows that markup broke.
    ours = [line for line in build.warnings if "[archdoc." in line]
    assert [
        line for line in ours if not line.partition(": WARNING: ")[0].rpartition(":")[2].isdigit()
    ] == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_rst(project: Project, name: str) -> None:
    text = PAYLOADS[name]
    build = project.write({"page.rst": rst(text), "other.rst": OTHER}).build()
    checked(build)
    page = text_of(build)
    words = " ".join(text.replace("\\\\", "\\").split())
    for part in ("Body stays.", "Body stays too.", "Row stays"):
        assert part in page
    assert page.count(words.replace("\\", "")) + page.count(words) > 3
    assert build.records()["ADR-2"]["title"]


@pytest.mark.parametrize("name", PAYLOADS)
def test_myst(project: Project, name: str) -> None:
    project.myst()
    build = project.write({"page.md": myst(PAYLOADS[name]), "other.rst": OTHER}).build()
    checked(build)
    assert "pwn" in text_of(build) or "7" in text_of(build)


@pytest.mark.parametrize("builder", ["xml", "epub", "latex"])
def test_other_builders_survive(project: Project, builder: str) -> None:
    for number, text in enumerate(PAYLOADS.values()):
        project.write({f"page{number}.rst": rst(text), "other.rst": OTHER})
    (project.source / "index.rst").unlink()
    project.write({})
    build = project.build(builder)
    assert no_traceback(build)
    for path in [*build.out.rglob("*.xml"), *build.out.rglob("*.xhtml")]:
        ET.fromstring(path.read_bytes())  # noqa: S314 -- our own output


LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x",
    "data:text/html,<b>x</b>",
)  # fmt: skip


def test_links_of_the_model_that_are_no_links(project: Project) -> None:
    lines = [f'   System(s{n}, "S{n}", $link="{link}")' for n, link in enumerate(LINKS)]
    cells = [f"   R-{n},`click <{link}>`__" for n, link in enumerate(LINKS)]
    page = "\n".join(
        ["Page", "====", "", ".. c4-context:: Local", "", *lines, "",
         ".. c4-landscape::", "   :declare:", "", *lines, "",
         ".. risk-table::", "   :file: risks.csv", "", ".. risk-table::", ""]
    )  # fmt: skip
    project.write(
        {"page.rst": page, "risks.csv": "\n".join(["ID,Risk", *(c.strip() for c in cells)])}
    )
    build = project.build()
    assert live(build) == []
    assert no_traceback(build)


def test_mitigation_with_a_script_link_is_text_in_views(project: Project) -> None:
    page = (
        "Page\n====\n\n.. risk:: One\n   :id: R-1\n"
        "   :mitigation: Press `here <javascript:alert(1)>`__ or `there <https://example.org>`__\n\n"
    )
    views = "Views\n=====\n\n.. risk-table::\n   :columns: id, mitigation\n"
    build = project.write({"page.rst": page, "views.rst": views}).build()
    assert live(build) == []
    for name in ("page.html", "views.html"):
        assert "Press here or there" in text_of(build, name)
        assert 'href="https://example.org"' in build.text(name)


CONTROLS = "a\x07b\x1bc\x08d\x7fe\u202ef\u2066g"


@pytest.mark.parametrize("ending", ["rst", "md"])
def test_control_characters(project: Project, ending: str) -> None:
    project.myst()
    if ending == "rst":
        page = (
            f"Page\n====\n\n.. adr:: T {CONTROLS}\n   :id: ADR-1\n   :deciders: D {CONTROLS}\n\n"
            f"   Body.\n\n.. app:: shop\n   :title: A {CONTROLS}\n   :technology: X {CONTROLS}\n\n"
            f'.. c4-model::\n\n   app shop "A {CONTROLS}" [X {CONTROLS}] : P {CONTROLS}\n'
        )
    else:
        page = (
            f"# Page\n\n:::{{adr}} T {CONTROLS}\n:id: ADR-1\n:deciders: D {CONTROLS}\n\n"
            f"Body.\n:::\n\n"
            f":::{{app}} shop\n:title: A {CONTROLS}\n:technology: X {CONTROLS}\n:::\n\n"
            f'```{{c4-model}}\napp shop "A {CONTROLS}" [X {CONTROLS}] : P {CONTROLS}\n```\n'
        )
    build = project.write(
        {f"page.{ending}": page, "views.rst": "V\n=\n\n.. adr-list::\n\n.. app-table::\n"}
    ).build()
    assert no_traceback(build)
    assert build.records()["ADR-1"]["title"] == "T abcdefg"
    assert build.records()["ADR-1"]["fields"]["deciders"] == ["D abcdefg"]
    assert build.records()["shop"]["fields"]["technology"] == "X abcdefg"
    assert build.codes().count("text") >= 3
    for name in ("page.html", "views.html", "archdoc.json", "genindex.html"):
        assert not set("\x07\x1b\x08\x7f\u202e\u2066") & set(build.text(name)), name
    xml = project.build("xml")
    for path in xml.out.rglob("*.xml"):
        ET.fromstring(path.read_bytes())  # noqa: S314 -- our own output
