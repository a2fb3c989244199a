"""Everything that architecture documents hold, in their own words: each row, form."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from building import Build, Project
from coverage_cases import ENDINGS, Row, rows
from coverage_help import (
    WARNING,
    page_name,
    page_text,
    passage,
    records,
    records_of,
    shown,
    shows,
    soup,
    value_of,
    warnings_of,
    words_shown,
)

from sphinx_archdoc.kinds import load
from sphinx_archdoc.views.catalog import catalog

BUILDERS = ("html", "latex", "epub", "text")
CASES = [
    pytest.param(language, row, number, id=f"{row.number}-{number}-{language}")
    for row in rows()
    for number in range(1, len(row.examples) + 1)
    for language in ENDINGS
]
PROJECTS = [*dict.fromkeys(row.project for row in rows())]


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
        words += map(value_of, record.get("fields", {}).values())
        assert starts or any(word in near for word in words), (record["id"], near)


def test_both_languages_say_the_same(built: Any) -> None:
    for name in PROJECTS:
        one, other = (
            [shown(record) for record in built(language, name, "html").export()["records"]]
            for language in ENDINGS
        )
        assert one == other


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
            match = WARNING.match(warning)
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
