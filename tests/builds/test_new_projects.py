"""Every template in both forms builds as it is, and what is missing in it is told."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from building import CACHE
from command import run
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_archdoc.templates import NAMES, template

if TYPE_CHECKING:
    from pathlib import Path

BOTH = [(name, form) for name in NAMES for form in ("md", "rst")]
WHO = ("--title", "Shop", "--author", "Ann", "--email", "ann@example.org", "--date", "2026-05-31")
#: Names that would break a text, a setting, a picture or a page that does not expect them.
HOSTILE = 'A "quo`ted" *sys*\n<b>[x](y) | Ünï 🚀 ${title} </script> {{x}} C:\\'


def begin(folder: Path, name: str, form: str, who: tuple[str, ...] = WHO) -> Path:
    run("init", folder, "--template", name, "--format", form, *who)
    return folder


def build(folder: Path, builder: str, **settings: Any) -> list[str]:
    """Build as the readme says, and return the warnings."""
    log = io.StringIO()
    source = str(folder / "docs")
    with docutils_namespace(), patch_docutils(source):
        app = Sphinx(
            source,
            source,
            str(folder / "build" / builder),
            str(folder / "build/doctrees"),
            builder,
            confoverrides={"nitpicky": True, "archdoc_cache_dir": CACHE.name, **settings},
            status=None,
            warning=log,
        )
        app.build()
    return [line for line in strip_colors(log.getvalue()).splitlines() if line.strip()]


def records(folder: Path) -> Any:
    """Return what the export says of all records but the lines and files they stand in."""
    export = json.loads((folder / "build/html/archdoc.json").read_text(encoding="utf-8"))
    places = {"line", "source", "docname"}
    return [
        {name: value for name, value in record.items() if name not in places}
        for record in export["records"]
    ], export["relations"]


@pytest.mark.parametrize("name", NAMES)
def test_a_new_project_builds_and_both_forms_say_the_same(name: str, tmp_path: Path) -> None:
    markdown, rest = (begin(tmp_path / form, name, form) for form in ("md", "rst"))
    assert build(markdown, "html") == []
    assert build(rest, "html") == []
    in_markdown, in_rest = records(markdown), records(rest)
    assert in_markdown == in_rest
    assert len(in_markdown[0]) > 20


@pytest.mark.parametrize("builder", ["latex", "epub", "text"])
def test_other_outputs(builder: str, tmp_path: Path) -> None:
    for name, form in (("full", "md"), ("solution", "rst")):
        folder = begin(tmp_path / name, name, form)
        assert build(folder, builder, version="1") == []


@pytest.mark.parametrize("form", ["md", "rst"])
def test_names_with_every_sign(form: str, tmp_path: Path) -> None:
    who = ("--title", HOSTILE, "--author", f"- {HOSTILE}", "--email", "1. x_@y | <z>")
    folder = begin(tmp_path / "new", "full", form, who)
    assert build(folder, "html") == []
    page = (folder / "build/html/index.html").read_text(encoding="utf-8")
    assert re.search(r"<h1>A .quo`ted. \*sys\* &lt;b&gt;\[x\]\(y\) \| Ünï 🚀 \$\{title\} ", page)
    assert "<b>" not in page
    picture = (folder / "build/html/diagrams.html").read_text(encoding="utf-8")
    assert "quo`ted" in picture
    assert "<b>" not in picture
    assert not re.search(r"</script>\s*\{\{", page + picture)
    assert build(folder, "latex") == []


@pytest.mark.parametrize(("name", "form"), [("project", "md"), ("technical", "rst")])
def test_a_new_project_is_clean_and_says_what_it_lacks(
    name: str, form: str, tmp_path: Path
) -> None:
    folder = begin(tmp_path / "new", name, form)
    assert "WARNING" not in run("check", folder).stdout  # placeholders are information
    found = json.loads(run("check", folder, "--completeness", "--format", "json", code=1).stdout)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("docs/*.*")}
    left = [item for item in found if item["code"] == "placeholder"]
    assert len(left) > 25
    for item in left:  # each is where it is said to be
        text = item["message"].removeprefix("the placeholder ").removesuffix(" is left")
        assert text in files[item["file"]].read_text(encoding="utf-8").split("\n")[item["line"] - 1]
    failed = {item["rule"] for item in found if item["code"] == "incomplete"}
    assert {item["code"] for item in found} == {"placeholder", "incomplete"}  # nothing is empty
    assert "risks-have-mitigation" in failed or name == "technical"
    assert failed < set(template(name).checks)
    assert {item["level"] for item in found} == {"warning"}


def test_completeness_of_a_document_that_grows(tmp_path: Path) -> None:
    folder = begin(tmp_path / "new", "project", "md")
    page = folder / "docs/risks.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Empty\n\n<!-- soon -->\n\n## Heads\n\n| A | B |\n|---|---|\n")
    said = run("check", folder, "--completeness", code=1).stdout
    lines = page.read_text(encoding="utf-8").split("\n")
    empty, heads = lines.index("## Empty") + 1, lines.index("| A | B |") + 1
    assert f"docs/risks.md:{empty}: WARNING: the section “Empty” is empty [archdoc.empty]" in said
    assert re.search(rf"docs/risks\.md:({heads}|{heads + 1}): WARNING: the table has heads", said)
    name = next(number for number, line in enumerate(lines, 1) if "[Name]" in line)
    assert f"docs/risks.md:{name}: WARNING: the placeholder [Name] is left" in said
    assert "risks-have-mitigation: Risks without a mitigation, 2 of 2: R-1, R-2" in said
    marks = run("check", folder, "--completeness", "--format", "github", code=1).stdout
    assert f"::warning file=docs/risks.md,line={name},title=archdoc.placeholder::" in marks


def test_a_document_that_is_filled_in_lacks_nothing(tmp_path: Path) -> None:
    """The smallest one: its template's checks are all that is asked."""
    folder = begin(tmp_path / "new", "project", "md")
    for path in folder.glob("docs/**/*.md"):
        text = re.sub(r"\[([A-Z…][^\[\]\n(]{2,})\](?!\()", r"\1", path.read_text(encoding="utf-8"))
        path.write_text(text.replace("- [ ] What", "- [x] What").replace("[HTTPS]", ""))
    assert run("check", folder, "--completeness").stdout == ""


def test_completeness_without_a_template_asks_everything(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_archdoc"]\n')
    (tmp_path / "index.rst").write_text(
        "Shop\n====\n\n.. risk:: Fire\n   :id: R-1\n   :affects: nowhere\n"
    )
    found = json.loads(run("check", tmp_path, "--completeness", "--format", "json", code=1).stdout)
    rules = {item["rule"]: item for item in found}
    assert {"risks-have-owner", "error-codes-exist", "flow-view"} <= set(rules)
    assert (rules["risks-have-owner"]["file"], rules["risks-have-owner"]["line"]) == (
        "index.rst",
        4,
    )
    assert rules["flow-view"]["file"] == "conf.py"
    assert rules["all-rules-pass"]["message"].endswith("Findings of the rules: 1, the first here")
    assert rules["containers-have-owner"]["message"] == (
        "containers-have-owner: There is no container; app, datastore or c4-model adds one."
    )


def test_a_single_check_is_dropped(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    conf = folder / "conf.py"
    conf.write_text('extensions = ["sphinx_archdoc"]\n')
    page = "Shop\n====\n\n.. arch-completeness::\n"
    (folder / "index.rst").write_text(page)
    told = run("check", folder, "--completeness", code=1)
    assert "alerts-exist: There is no alert; alert-table adds one." in told.stdout
    assert 'dropped in conf.py: archdoc_rules = {"all' not in told.output
    hint = re.search(r'dropped in conf.py: archdoc_rules = {"([\w-]+)": "off"}', told.output)
    assert hint
    assert hint[1] in told.stdout
    conf.write_text(
        'extensions = ["sphinx_archdoc"]\narchdoc_rules = {"alerts-exist": "off", "C4_*": "off"}\n'
    )
    told = run("check", folder, "--completeness", code=1)
    assert "alerts-exist" not in told.stdout
    assert "c4-context-view" in told.stdout  # patterns are for rules
    assert build(tmp_path, "html") == []
    shown = (tmp_path / "build/html/index.html").read_text(encoding="utf-8")
    assert "There is no cache" in shown
    assert "There is no alert" not in shown
    conf.write_text(
        'extensions = ["sphinx_archdoc"]\narchdoc_rules = {"alert-exist": "off"}\n'
        'archdoc_rules["goals-exist"] = "error"\n'
    )
    said = [line.partition("WARNING: ")[2] for line in build(tmp_path, "html")]
    assert [line.removesuffix(" [archdoc.config]") for line in said] == [
        "archdoc_rules: there is no rule 'alert-exist'; did you mean 'alerts-exist'?",
        "archdoc_rules: 'goals-exist' is a check of completeness, which can only be 'off'",
    ]


def test_completeness_needs_a_project(tmp_path: Path) -> None:
    assert "has no conf.py" in run("check", tmp_path, "--completeness", code=2).output
    (tmp_path / "conf.py").write_text("")
    (tmp_path / "index.rst").write_text("A\n=\n")
    said = run("check", tmp_path, "--completeness", code=2).output
    assert "has to name the extension" in said


def test_the_page_about_the_state_asks_what_the_template_asks(tmp_path: Path) -> None:
    folder = begin(tmp_path / "new", "deep-dive", "md")
    assert build(folder, "html") == []
    page = (folder / "build/html/discussion.html").read_text(encoding="utf-8")
    assert page.count("arch-badge") >= len(template("deep-dive").checks)
    assert f"of {len(template('deep-dive').checks)} done" in page
    assert re.search(
        r'href="flows\.html[^"]*"[^>]*>(<span[^>]*>)?Data flow and interactions<', page
    )
    warned = build(folder, "html", archdoc_template="nothing")
    assert [line for line in warned if "archdoc_template must be one of" in line]
