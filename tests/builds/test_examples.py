"""The examples of the reference: each in both markups, one for every directive, and compared."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alike import compare
from directive_pages import placed
from examples import FOLDER
from reference_index import LINK

from sphinx_archdoc.kinds import load
from sphinx_archdoc.views.catalog import catalog

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "example_docs"


def test_the_two_sources_of_each_example_are_the_same_page() -> None:
    assert compare(FOLDER) == {}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The river rises", "The lake rises", "-                The lake rises"),
        (":likelihood: medium", ":likelihood: low", '"low"'),
        (":owner: Town hall", ":onwer: Town hall", "risk has no option 'onwer'"),
    ],
)
def test_a_difference_is_found(tmp_path: Path, before: str, after: str, told: str) -> None:
    for ending in ("md", "rst"):
        shutil.copy(FOLDER / f"risk.{ending}", tmp_path)
    path = tmp_path / "risk.rst"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    found = compare(tmp_path)
    assert list(found) == ["risk"]
    assert told in "\n".join(found["risk"])


def test_a_source_that_is_missing_is_found(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "risk.md", tmp_path)
    assert compare(tmp_path)["risk"][0] == "there is only one source"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Documentation of two examples, with one page to be written."""
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copytree(DOCS / "_ext", docs / "_ext")
    (docs / "examples").mkdir()
    for name in ("datastore", "pipeline"):
        for ending in ("md", "rst"):
            shutil.copy(FOLDER / f"{name}.{ending}", docs / "examples")
    (docs / "conf.py").write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(docs / '_ext')!r})\n"
        "extensions = ['sphinx_archdoc', 'myst_parser', 'examples']\n"
        "exclude_patterns = ['examples']\n",
        encoding="utf-8",
    )
    return docs


def build(docs: Path, page: str) -> subprocess.CompletedProcess[str]:
    (docs / "index.md").write_text(f"# Index\n\n{page}", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "dummy", docs, docs.parent / "out"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_difference_stops_the_build_of_the_documentation(docs: Path) -> None:
    path = docs / "examples" / "pipeline.rst"
    path.write_text(path.read_text(encoding="utf-8") + "   5. Home\n", encoding="utf-8")
    made = build(docs, "```{example} datastore\n```\n")
    assert made.returncode != 0
    assert "The two sources of an example differ" in made.stderr
    assert "pipeline" in made.stderr


def test_a_page_may_have_the_text_of_an_example_but_no_other(docs: Path) -> None:
    text = (FOLDER / "datastore.md").read_text(encoding="utf-8")
    made = build(docs, f"````{{example}} datastore\n{text}````\n")
    assert made.returncode == 0, made.stderr
    made = build(docs, f"````{{example}} datastore\n{text}\nMore.\n````\n")
    assert made.returncode != 0
    assert "the content of the example datastore is not examples/datastore.md" in made.stderr


def test_the_tutorial_can_be_read_without_a_build() -> None:
    text = (DOCS / "start.md").read_text(encoding="utf-8")
    assert re.search(r"^`+\{example\}", text, re.MULTILINE)
    assert not re.search(r"^(`+)\{example\}.*\n\1", text, re.MULTILINE)


def test_every_directive_has_a_place_and_an_example() -> None:
    registry = load()
    views = catalog(registry)
    pages = placed()
    kinds = set(registry.names())
    tables = {f"{kind}-table" for kind in kinds}
    expected = {*kinds, *(name for name in views if name not in tables)}
    assert expected - pages.keys() == set()
    examples = {path.stem for path in FOLDER.iterdir()}
    written = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    for name in expected - examples:  # a kind may be shown by its table or its list
        shown = [view for view in views if views[view].body_kind == name and view in examples]
        assert shown or name in ("checklist-item", "document"), name
    directives = {name for name in examples if not name.startswith("store-")}  # the tutorial's
    assert {name for name in directives if f"{{{name}}}" not in written} == set()


def test_the_page_of_all_directives_names_every_page_that_describes_some() -> None:
    text = (FOLDER.parent / "reference" / "index.md").read_text(encoding="utf-8")
    pages = [page for _, page in LINK.findall(text)]
    assert sorted(pages) == sorted(set(placed().values()))


def test_directives_lead_to_their_examples_where_nothing_builds_the_page() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.md")]
    item = re.compile(r"^- \[`(.+)`\]\((.+)\)$", re.MULTILINE)
    links = [link for text in texts for link in item.findall(text)]
    assert len(links) >= 40
    assert all(link == f"../examples/{name}.md" for name, link in links)
    assert [name for name, _ in links if not (FOLDER / f"{name}.md").exists()] == []
