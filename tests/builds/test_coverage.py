"""Everything that architecture documents hold, in their own words: each row, language and format.

The rows are files in ``tests/cases/coverage``, see ``example_docs/_ext/coverage_cases.py``, which
makes the table in the documentation of the same files.
"""

from __future__ import annotations

import html
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bs4 import BeautifulSoup
from building import Build, Project

sys.path.append(str(Path(__file__).parent.parent.parent / "example_docs" / "_ext"))

from coverage_cases import ENDINGS, Example, Row, rows

from sphinx_archdoc.kinds import load
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A page begins with a title; these lines stand above an example.
HEADS = {"myst": "# Page\n\n", "rst": "Page\n====\n\n"}
BUILDERS = ("html", "latex", "epub", "text")
#: Facts of a record that are no field of its kind, and where they are tested.
ELSEWHERE = (
    "id", "kind", "title", "fields", "line", "source", "page", "anchor", "summary", "sections",
    "body", "effective_status",
)  # fmt: skip
CASES = [
    pytest.param(language, row, number, id=f"{row.number}-{number}-{language}")
    for row in rows()
    for number in range(1, len(row.examples) + 1)
    for language in ENDINGS
]
PROJECTS = [*dict.fromkeys(row.project for row in rows())]


def page_name(row: Row, number: int) -> str:
    return f"r{row.number:02}-{number}"


def page_text(example: Example, language: str) -> tuple[str, int]:
    """Return the text of a page, and how many lines stand above the example."""
    text = str(getattr(example, language))
    if text.startswith(("---\n", ":title:")):
        return text, 0  # front matter: the example is a page
    head = HEADS[language]
    return head + text, head.count("\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what builds the examples of a project in one language, once for each builder."""

    @cache
    def project(language: str, name: str) -> Project:
        made = Project(tmp_path_factory.mktemp(f"{language}-{name}")).myst()
        made.conf["version"] = "1"
        made.conf["suppress_warnings"] = ["myst.header", "myst.xref_missing"]
        pages = {}
        for row in (row for row in rows() if row.project == name):
            made.conf.update(yaml.safe_load(row.conf or "{}"))
            for number, example in enumerate(row.examples, 1):
                file = f"{page_name(row, number)}.{ENDINGS[language]}"
                pages[file] = page_text(example, language)[0]
        return made.write(pages)

    @cache
    def build(language: str, name: str, builder: str) -> Build:
        return project(language, name).build(builder)

    return build


# -- the rows ------------------------------------------------------------------------------------


def test_all_rows_are_there() -> None:
    assert [row.number for row in rows()] == [*range(1, 36)]
    assert all(row.examples for row in rows())
    assert len({row.title for row in rows()}) == len(rows())


def test_every_kind_and_view_of_the_package_is_in_a_row_and_every_name_exists() -> None:
    registry = load()
    kinds = {kind for row in rows() for kind in row.kinds}
    assert kinds == set(registry.names())
    views = {view for row in rows() for view in row.views}
    known = {*catalog(registry)}
    assert views <= known
    # The table that every kind has needs no row of its own, nor have views of any kinds.
    own = {name for name in known if not (name.endswith("-table") and name[:-6] in kinds)}
    assert own - views == {"record-table", "record-list", "record-matrix", "dependency-graph"}


def test_an_example_uses_what_its_row_names() -> None:
    for row in rows():
        text = "\n".join(example.myst + example.records for example in row.examples)
        for kind in row.kinds:
            assert re.search(rf"^{kind} ", text, re.MULTILINE), (row.number, kind)
        for view in row.views:
            assert f"{{{view}}}" in text, (row.number, view)


# -- records -------------------------------------------------------------------------------------


def shown(record: dict[str, Any]) -> str:
    """Return what the export says of a record, in the form of the cases."""
    facts = {name: _value(value) for name, value in record.get("fields", {}).items()}
    facts |= {name: _value(value) for name, value in record.items() if name not in ELSEWHERE}
    if "extra" in record:
        facts["extra"] = "; ".join(f"{name} = {text}" for name, text in record["extra"].items())
    if "effective_status" in record:
        facts["status is"] = record["effective_status"]
    body = record.get("body", {})
    if body.get("columns"):
        facts["columns"] = ", ".join(
            " ".join((column["name"], *column.get("keys", ()))) for column in body["columns"]
        )
    if body.get("relations"):
        facts["relations"] = ", ".join(end["target"] for end in body["relations"])
    if body.get("items"):
        facts["steps"] = str(len(re.findall(r"'style':", str(body["items"]))))
    parts = [part["key"] or part["title"] for part in record.get("sections", ())]
    if parts:
        facts["parts"] = ", ".join(parts)
    head = f"{record['kind']} {record['id']}: {record['title']}".rstrip()
    return "\n".join((head, *(f"  {name}: {text}" for name, text in facts.items())))


def _value(value: Any) -> str:
    if isinstance(value, dict):
        note = f" ({value['note']})" if value.get("note") else ""
        return str(value.get("text") or f"{value.get('id', '')}{note}")
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value)


def records(build: Build, page: str) -> list[dict[str, Any]]:
    found = [record for record in build.export()["records"] if record["page"] == page]
    return sorted(found, key=lambda record: (record["line"], record["id"]))


def records_of(build: Build, page: str) -> str:
    return "".join(f"{shown(record)}\n" for record in records(build, page))


@pytest.mark.parametrize(("language", "row", "number"), CASES)
def test_the_records_are_typed_and_have_their_place(
    built: Any, language: str, row: Row, number: int
) -> None:
    example = row.examples[number - 1]
    build = built(language, row.project, "html")
    page = page_name(row, number)
    assert records_of(build, page) == example.records
    lines = page_text(example, language)[0].split("\n")
    ids = {tag["id"] for tag in soup(build, page).find_all(id=True)}
    for record in records(build, page):
        assert record["source"] == f"{page}.{ENDINGS[language]}"
        assert record["anchor"] in ids
        # A record stands where its words begin: at a row, an item, a heading or a directive.
        near = "\n".join(lines[record["line"] - 1 : record["line"] + 1])
        starts = re.match(r"(:::+|\.\. )\{?[a-z-]+", near)
        words = [*re.findall(r"\w+", record["title"])[:2], record["id"].rpartition(".")[2]]
        words += map(_value, record.get("fields", {}).values())
        assert starts or any(word in near for word in words), (record["id"], near)


def test_both_languages_say_the_same(built: Any) -> None:
    for name in PROJECTS:
        one, other = (
            [shown(record) for record in built(language, name, "html").export()["records"]]
            for language in ENDINGS
        )
        assert one == other


# -- warnings ------------------------------------------------------------------------------------

_WARNING = re.compile(r"\S*?(?P<page>r\d\d-\d+)\.\w+:(?P<line>\d+)?:? ?(?:WARNING: )?(?P<text>.*)")


def warnings_of(build: Build, page: str) -> list[tuple[int, str, str]]:
    """Return line, code and message of the warnings for a page, without places in them."""
    found = []
    for warning in build.warnings:
        match = _WARNING.match(warning)
        assert match, warning
        text, _, code = match["text"].rstrip("]").rpartition(" [")
        text = re.sub(r"lines? [\d, -]+ (?=\S)", "", re.sub(r"(r\d\d-\d+)\.\w+:\d+", r"\1", text))
        if match["page"] == page:
            found.append((int(match["line"] or 0), code, text))
    return found


@pytest.mark.parametrize(("language", "row", "number"), CASES)
def test_the_warnings_are_these_and_no_others(
    built: Any, language: str, row: Row, number: int
) -> None:
    example = row.examples[number - 1]
    above = page_text(example, language)[1]
    said = warnings_of(built(language, row.project, "html"), page_name(row, number))
    wanted = []
    for line in example.warnings.splitlines():
        place, code, text = line.split(" ", 2)
        own = int(place.split("/")[list(ENDINGS).index(language)])
        wanted.append((own + above, code, text))
    assert said == wanted


#: ``line 4 [Name]``, ``lines 8-9, 11 '‚úÖ' was '✅'``.
_PLACES = r"lines? ([\d, -]+) ('[^']+'|[\[{][^,;]+[\]}]|YYYY-MM-DD)"


@pytest.mark.parametrize("language", ENDINGS)
def test_lines_named_in_a_warning_hold_what_it_says(built: Any, language: str) -> None:
    seen = 0
    for name in PROJECTS:
        for warning in built(language, name, "html").warnings:
            match = _WARNING.match(warning)
            file = f"{match['page']}.{ENDINGS[language]}" if match else ""
            lines = built(language, name, "html").app.srcdir.joinpath(file).read_text("utf-8")
            said = warning.rpartition(" [")[0]
            for places, words in re.findall(_PLACES, said):
                text = re.sub(r"\\u(\w{4})", lambda code: chr(int(code[1], 16)), words.strip("'"))
                for first, last in re.findall(r"(\d+)(?:-(\d+))?", places):
                    for line in range(int(first), int(last or first) + 1):
                        assert text in lines.split("\n")[line - 1]
                        seen += 1
    assert seen > 70


# -- what is shown -------------------------------------------------------------------------------


def soup(build: Build, page: str) -> BeautifulSoup:
    return BeautifulSoup(build.text(f"{page}.html"), "html.parser")


def shows(page: BeautifulSoup) -> str:
    """Return how many tables and pictures a page has."""
    tables = len(page.find_all("table"))
    return f"tables {tables}, pictures {len(page.select('svg.arch-svg'))}\n"


def words_shown(build: Build, builder: str, page: str) -> str:
    """Return the words of a page as its readers see them, on one line."""
    if builder == "latex":
        text = "".join(path.read_text(encoding="utf-8") for path in build.out.glob("*.tex"))
        text = re.sub(r"\\textless\{\}", "<", re.sub(r"\\textgreater\{\}", ">", text))
        text = re.sub(r"\\(?:PYG|PYGZ)\w*\{(\w*)\}", r"\1", text)
        text = re.sub(r"\\textendash\{\}", "–", text)
        text = re.sub(r"\\([%&#_$])", r"\1", text)
        return re.sub(r"\s+", " ", re.sub(r"\\\w+|[{}]", "", text))
    name = {"html": "html", "epub": "xhtml", "text": "txt"}[builder]
    text = build.text(f"{page}.{name}")
    if builder != "text":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"\s+", " ", text)


_ALL = re.DOTALL | re.MULTILINE


def passage(example: Example) -> Iterator[str]:
    """Yield the words of the author's text: no options, no diagram, no marks."""
    text = re.sub(r"^---\n.*?\n---\n", "", example.myst, flags=re.DOTALL)
    text = re.sub(r"^```(?:mermaid|plantuml)[^\n]*\n.*?^```$", "", text, flags=_ALL)
    text = re.sub(r"^:::+\{c4-model\}.*?^:::+$", "", text, flags=_ALL)
    text = re.sub(r"^:::+(?:\{[\w-]+\}.*)?$|^:[a-z-]+:.*$|^```\w*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    yield from re.findall(r"[A-Za-z][A-Za-z0-9]{2,}", text)


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("language", ENDINGS)
def test_no_word_is_lost_in_any_format(built: Any, language: str, builder: str) -> None:
    """The author's words, and those that follow from them, are in every format."""
    lost = {}
    for row in rows():
        build = built(language, row.project, builder)
        for number, example in enumerate(row.examples, 1):
            page = page_name(row, number)
            text = words_shown(build, builder, page)
            # A label that names a fact has the words of the fact's own label.
            wanted = {*passage(example)} - {*example.relabelled.split()}
            wanted |= {*filter(None, example.words.split("\n"))}
            missing = sorted(word for word in wanted if word not in text)
            if missing:
                lost[page] = missing
    assert lost == {}


@pytest.mark.parametrize(("language", "row", "number"), CASES)
def test_tables_and_pictures_are_there(built: Any, language: str, row: Row, number: int) -> None:
    example = row.examples[number - 1]
    page = soup(built(language, row.project, "html"), page_name(row, number))
    assert shows(page) == example.shows
    assert not page.select(".system-message, .problematic")
    for link in page.select(".body a[href^='#']"):
        assert page.find(id=link["href"][1:]), link


@pytest.mark.parametrize("language", ENDINGS)
def test_pictures_are_images_in_books(built: Any, language: str) -> None:
    for name in PROJECTS:
        pages = [
            (page_name(row, number), example)
            for row in rows()
            if row.project == name
            for number, example in enumerate(row.examples, 1)
        ]
        counts = {page: int(example.shows.split()[-1]) for page, example in pages}
        epub = built(language, name, "epub")
        for page, count in counts.items():
            found = BeautifulSoup(epub.text(f"{page}.xhtml"), "html.parser").find_all("img")
            images = [image["src"] for image in found if "archdoc-" in image["src"]]
            assert len(images) == count, page
            assert all((epub.out / image).stat().st_size > 500 for image in images)
            assert all(image["alt"] for image in found)
        tex = "".join(
            path.read_text("utf-8") for path in built(language, name, "latex").out.glob("*.tex")
        )
        assert tex.count("\\begin{archdocpicture}") == sum(counts.values())
