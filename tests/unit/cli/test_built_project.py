"""`list` and `export` beside a conf.py: what the build has, directives and tables included."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from command import run
from jsonschema import Draft202012Validator

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

CONF = (
    'extensions = ["myst_parser", "sphinx_archdoc"]\nmyst_enable_extensions = ["colon_fence"]\n'
    'archdoc_status_words = {"adr": {"gilt": "accepted"}}\n'
    'suppress_warnings = ["toc.not_included"]\n'
)
INDEX = """\
# All

:::{adr} Use XML
:id: ADR-50
:status: gilt
:date: 2026-01-02

**Context:** Clients differ. See [the first](adr/0001-soap.md).

```python
x = 1
```

**Decision:** XML.
:::

:::{adr-table}
| ID     | Title    | Status   |
|--------|----------|----------|
| ADR-70 | Use CSV  | rejected |
:::

:::{risk} Slow
:::
"""
MORE = """\
More
====

.. adr:: Use REST
   :id: ADR-60
   :status: proposed
   :supersedes: ADR-50

   **Context:** Why.

   .. code-block:: python

      y = 2

   **Decision:** REST.

Behind.
"""
NYGARD = "# 1. Use SOAP\n\nDate: 2020-01-15\n\n## Status\n\nAccepted\n\n## Context\n\nX.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"conf.py": CONF, "index.md": INDEX, "more.rst": MORE, "adr/0001-soap.md": NYGARD}
    for name, text in files.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_are_listed(project: Path) -> None:
    rows = json.loads(run("list", "--format", "json").stdout)
    assert [(row["id"], row["status"], row["file"]) for row in rows] == [
        ("ADR-0001", "accepted", "docs/adr/0001-soap.md"),
        ("ADR-50", "accepted", "docs/index.md"),
        ("ADR-60", "proposed", "docs/more.rst"),
        ("ADR-70", "rejected", "docs/index.md"),
    ]
    pure = run("list", "--no-sphinx")
    assert "ADR-50" not in pure.stdout
    assert "not read: --no-sphinx" in pure.stderr


def test_what_sphinx_cannot_read_is_read_without(project: Path) -> None:
    (project / "docs/conf.py").write_text("raise ValueError('no')\n")
    done = run("list")
    assert "read without Sphinx" in done.stderr
    assert "ADR-0001" in done.stdout


def test_a_conf_without_the_extension(project: Path) -> None:
    (project / "docs/conf.py").write_text("extensions = ['myst_parser']\n")
    assert "ADR-0001" in run("list").stdout


@pytest.mark.parametrize("command", [("list",), ("export",), ("check",)])
def test_nothing_is_kept_where_it_is_not_wanted(project: Path, command: tuple[str]) -> None:
    cache = project / "docs/.archdoc-cache"
    run(*command, "--no-cache")
    assert not cache.exists()
    run(*command)
    assert cache.exists()


@pytest.mark.parametrize(
    ("output", "form", "patterns", "add"),
    [
        ("docs/out", "madr", None, "out"),
        ("docs/a/out", "madr", "['a/*.md', name()]", "a/out"),
        ("docs/all.md", "markdown", "['all']", "all.md"),
        ("docs/out", "madr", "['out']", ""),
        ("docs/a/out", "madr", "['a']", ""),
        ("docs/out", "madr", "['**/out/**', 'x']", ""),
        ("docs/all.md", "markdown", "['*.md']", ""),
        ("docs/all.json", "json", None, ""),
        ("out", "madr", None, ""),
    ],
)
def test_what_would_become_pages_is_pointed_at(
    project: Path, output: str, form: str, patterns: str | None, add: str
) -> None:
    if patterns:
        (project / "docs/conf.py").write_text(f"name = str\n{CONF}exclude_patterns = {patterns}\n")
    (project / "docs/a").mkdir()
    said = run("export", "docs", "--no-sphinx", "--to", form, "-o", output).stderr
    told = f"{output} lies among the pages of {project / 'docs'}: to keep it out of the build, "
    told += f'add "{add}" to exclude_patterns in conf.py\n'
    assert (told in said) == bool(add)
    assert ("exclude_patterns" in said) == bool(add)


def test_madr_keeps_the_texts(project: Path) -> None:
    run("export", "--to", "madr", "-o", "out")
    made = {path.name: path.read_text(encoding="utf-8") for path in Path("out").iterdir()}
    assert sorted(made) == ["0001-soap.md", "ADR-50.md", "ADR-60.md", "ADR-70.md"]
    context = "## Context and Problem Statement\n\nClients differ. See [the first](0001-soap.md)."
    for text in (context, "x = 1", "## Decision Outcome\n\nXML."):
        assert text in made["ADR-50.md"]
    for text in ("y = 2", "REST.", "supersedes: [ADR-50]"):
        assert text in made["ADR-60.md"]
    assert ":status:" not in made["ADR-50.md"] + made["ADR-60.md"]
    assert "Behind" not in made["ADR-60.md"]
    files = {name: text.encode() for name, text in made.items()}
    back = read_folder(files, kinds.load()["adr"]).adopted
    assert [item.record.id for item in back] == ["ADR-0001", "ADR-50", "ADR-60", "ADR-70"]


def test_the_other_forms(project: Path) -> None:
    ids = ["ADR-0001", "ADR-50", "ADR-60", "ADR-70"]
    whole = json.loads(run("export").stdout)
    Draft202012Validator(json.loads(run("schema").stdout)).validate(whole)
    assert {record["kind"] for record in whole["records"]} == {"adr", "risk"}
    objects = json.loads(run("export", "--to", "json-adr").stdout)
    assert [(one["id"], one["file"]) for one in objects][1] == ("ADR-50", "docs/index.md")
    rows = list(csv.DictReader(run("export", "--to", "csv").stdout.splitlines()))
    assert [row["id"] for row in rows] == ids
    needs = json.loads(run("export", "--to", "needs").stdout)["versions"][""]["needs"]
    assert sorted(needs) == ids
    text = run("export", "--to", "markdown").stdout
    assert "Clients differ" in text
    assert "Slow" in text


def test_one_text_of_all_has_what_is_written_about_other_records(project: Path) -> None:
    page = (
        MORE + "\n.. risk:: Fast\n   :id: R-7\n\n   **Scaling:** One *more*, see :adr:`ADR-60`.\n"
    )
    (project / "docs/more.rst").write_text(page, encoding="utf-8")
    for _ in range(2):  # the second time from what is kept
        text = run("export", "--to", "markdown").stdout
        assert "- Page: <docs/more.rst>\n\n**Scaling:** One *more*, see ADR-60.\n" in text
        assert "#### Decision Outcome\n\nREST.\n" in text


def test_text_that_is_included_and_text_in_no_file(project: Path) -> None:
    include = MORE.replace("ADR-60", "ADR-61")
    (project / "docs/part.txt").write_text(include, encoding="utf-8")
    page = MORE + "\n.. include:: part.txt\n\n.. automodule:: archdoc_made_for_a_test\n"
    (project / "docs/more.rst").write_text(page, encoding="utf-8")
    (project / "docs/archdoc_made_for_a_test.py").write_text(
        '"""Module.\n\n.. adr:: Use MQ\n   :id: ADR-62\n   :status: accepted\n\n   Text.\n"""\n'
    )
    (project / "docs/conf.py").write_text(
        CONF + "import sys, os\nsys.path.insert(0, os.path.dirname(__file__))\n"
        "extensions.append('sphinx.ext.autodoc')\n"
    )
    assert "in no file" not in run("list").stderr
    done = run("export", "--to", "json-adr")
    assert done.stderr.count("the text of ADR-62 is in no file; it is left out") == 1
    objects = {one["id"]: one for one in json.loads(done.stdout)}
    assert objects["ADR-62"]["status"] == "accepted"
    assert [part["key"] for part in objects["ADR-61"]["sections"]] == ["context", "decision"]
    assert objects["ADR-70"]["status"] == "rejected"
    run("export", "--to", "madr", "-o", "out")
    assert "REST." in Path("out/ADR-61.md").read_text(encoding="utf-8")


def test_links_and_images_are_found_from_the_new_folder(project: Path) -> None:
    (project / "docs/adr/img").mkdir()
    (project / "docs/adr/img/a b.png").write_bytes(b"x")
    text = (
        NYGARD + '\n![a](img/a%20b.png) <img src="img/a%20b.png"> [i](../index.md#x) [n](no.md)\n'
    )
    (project / "docs/adr/0001-soap.md").write_text(text)
    run("export", "docs", "--to", "madr", "-o", "out/deep", "--no-sphinx")
    made = Path("out/deep/0001-soap.md").read_text()
    assert "![a](../../docs/adr/img/a%20b.png)" in made
    assert '<img src="../../docs/adr/img/a%20b.png">' in made
    assert "[i](../../docs/index.md#x) [n](no.md)" in made


def test_comments_stay(project: Path) -> None:
    text = (
        "---\nstatus: accepted # as said\n# who\ndate: 2020-01-15\n---\n# Use SOAP\n\n"
        "* Date: 2020-01-15 <!-- Date -->\n\n## Decision\n\nX.\n"
    )
    (project / "docs/adr/0001-soap.md").write_text(text)
    run("export", "docs", "--to", "madr", "-o", "out", "--no-sphinx")
    made = Path("out/0001-soap.md").read_text()
    for said in ("# as said\n", "# who\n", "<!-- Date -->"):
        assert said in made


def test_settings_of_conf_count_without_sphinx_too(project: Path) -> None:
    odd = NYGARD.replace("Accepted", "Gilt").replace("1. Use SOAP", "2. Use MQ")
    (project / "docs/adr/0002-mq.md").write_text(odd)
    assert run("check", "docs", "--no-sphinx").stderr == "2 records, nothing wrong\n"
    more = 'archdoc_rules = {"adr-incomplete": "error"}\narchdoc_stale_days = 7 * 4\n'
    (project / "docs/conf.py").write_text(CONF + more)
    done = run("check", "docs", "--no-sphinx", code=1)
    assert "archdoc_stale_days in conf.py is computed there and not used here" in done.stderr
    assert "it is accepted but has no decision" in done.stdout
    (project / "pyproject.toml").write_text('[tool.archdoc.rules]\n"*" = "off"\n')
    assert "nothing wrong" in run("check", "docs", "--no-sphinx").stderr
    (project / "docs/conf.py").write_text('archdoc_rules = {"x": 1}\narchdoc_waivers = "no"\n(')
    assert "status: 'Gilt' is no known word" not in run("check", "docs", "--no-sphinx").stdout


def test_a_new_one_has_the_number_after_those_on_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = ((2, "accepted"), (7, "accepted"), (5, "proposed"))
    text = "".join(f"\n.. adr:: A{n}\n   :id: ADR-{n}\n   :status: {s}\n" for n, s in blocks)
    docs = write(tmp_path / "docs", text)
    monkeypatch.chdir(tmp_path)
    said = run("new", "adr", "Use REST", "--supersedes", "2")
    assert Path(said.stdout.strip()) == Path("docs/adr/ADR-8-use-rest.md")
    assert "Supersedes ADR-2\n" in (docs / "adr/ADR-8-use-rest.md").read_text(encoding="utf-8")
    assert said.stderr.startswith("ADR-2 is left as it is")
    made = run("new", "adr", "Use gRPC", "--status", "accepted", "--supersedes", "ADR-5")
    assert Path(made.stdout.strip()) == Path("docs/adr/ADR-9-use-grpc.md")
    assert made.stderr == ""
    found = {row["id"]: row["status"] for row in json.loads(run("list", "--format", "json").stdout)}
    assert found["ADR-2"] == "accepted"
    assert found["ADR-5"] == "superseded"
    assert {"ADR-8", "ADR-9"} <= found.keys()
    assert "there is no decision" in run("new", "adr", "X", "--supersedes", "3", code=2).output


def test_files_keep_their_form_beside_decisions_on_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = write(tmp_path / "docs", "\n.. adr:: A\n   :id: ADR-7\n   :status: accepted\n")
    (docs / "adr").mkdir()
    body = "# 1. SOAP\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n"
    (docs / "adr/0001-soap.md").write_text(body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = run("new", "adr", "Use REST").stdout.strip()
    assert Path(made) == Path("docs/adr/0008-use-rest.md")


def write(docs: Path, text: str) -> Path:
    docs.mkdir()
    (docs / "conf.py").write_text(CONF, encoding="utf-8")
    (docs / "index.rst").write_text(f"All\n===\n{text}", encoding="utf-8")
    return docs
