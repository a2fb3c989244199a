"""Every builder shows every title and every text, and warns of nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from building import Project
from docutils.utils import unescape
from sample import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building import Build

#: One word of every title, option, row, line and body text of the sample.
TITLES = (
    "Use MongoDB for orders",
    "Use PostgreSQL for orders",
    "Cache sessions",
    "Slow queries",
    "Card provider fails",
    "Key person leaves",
    "Web shop",
    "Customer",
    "Database",
)
BODIES = (
    "Orders vary.",
    "Use PostgreSQL 16.",
    "Transactions",
    "One writer",
    "Easy sharding",
    "Reliable transactions",
    "Read replicas",
    "Logins are slow.",
    "Use Redis.",
    "Nobody else knows the deployment.",
    "Takes orders. Decided in",
    "Indexes and",
    "Retry later",
    "Charges cards",
)
WRITTEN = (
    "html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "xml",
    "pseudoxml", "htmlhelp", "json",
)  # fmt: skip
SILENT = ("dummy", "linkcheck", "changes")
ENDINGS = {
    "latex": ".tex", "text": ".txt", "man": ".1", "texinfo": ".texi", "xml": ".xml",
    "pseudoxml": ".pseudoxml", "json": ".fjson",
}  # fmt: skip
CONF = {
    "epub_show_urls": "no",
    "version": "1",
    "release": "1",
    "man_pages": [("index", "test", "Test", ["x"], 1)],
    "latex_documents": [("index", "test.tex", "Test", "x", "manual")],
    "texinfo_documents": [("index", "test", "Test", "x", "test", "x", "x")],
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the sample project, built once by each builder that a test asks for."""
    made = Project(tmp_path_factory.mktemp("builders"))
    made.conf |= CONF
    return made.write(pages())


def shown(build: Build, builder: str) -> str:
    """Return the words of the output, without its markup."""
    if builder == "epub":
        with ZipFile(next(build.out.glob("*.epub"))) as book:
            texts = [book.read(n).decode() for n in book.namelist() if n.endswith(".xhtml")]
    else:
        ending = ENDINGS.get(builder, ".html")
        texts = [path.read_text(encoding="utf-8") for path in sorted(build.out.rglob(f"*{ending}"))]
    return " ".join(words(text, builder) for text in texts)


def words(text: str, builder: str) -> str:
    if builder in ("html", "dirhtml", "singlehtml", "htmlhelp", "epub", "xml"):
        text = BeautifulSoup(text, "xml" if builder == "xml" else "html.parser").get_text()
    elif builder == "latex":
        text = re.sub(r"\\sphinxhyphen\{\}|\{|\}|\\sphinx\w+|\\PYG\w*", "", text)
    elif builder == "man":
        text = unescape(text.replace("\\-", "-").replace("\\&", ""))
        text = re.sub(r"\\f[A-Z]|\\fP", "", text)
    elif builder == "json":
        text = BeautifulSoup(text.encode().decode("unicode_escape"), "html.parser").get_text()
    elif builder == "text":
        text = re.sub(r"[|+]", " ", text)
    return " ".join(text.split())


# Builders of others that use what Sphinx 11 will drop.
@pytest.mark.filterwarnings("ignore:'sphinxcontrib:PendingDeprecationWarning")
@pytest.mark.filterwarnings("ignore:'tags' will become:PendingDeprecationWarning")
@pytest.mark.parametrize("builder", WRITTEN)
def test_everything_is_in_the_output(sample: Project, builder: str) -> None:
    build = sample.build(builder)
    assert build.warnings == []
    text = shown(build, builder)
    if builder == "text":  # its tables fold cells; a word of each is enough there
        found = [part for part in (*TITLES, *BODIES) if not all(w in text for w in part.split())]
        assert found == []
        return
    assert [part for part in (*TITLES, *BODIES) if part not in text] == []


@pytest.mark.parametrize("builder", SILENT)
def test_builder_passes(sample: Project, builder: str) -> None:
    assert sample.build(builder).warnings == []


def test_gettext_has_own_doctrees_and_passes(sample: Project) -> None:
    build = sample.build("gettext", out="gettext")
    assert build.warnings == []
    text = "".join(path.read_text(encoding="utf-8") for path in build.out.rglob("*.pot"))
    for part in ("Use MongoDB for orders", "Cache sessions", "Logins are slow.", "Easy sharding"):
        assert f'msgid "{part}"' in text


def soups(build: Build) -> Iterator[tuple[Path, BeautifulSoup]]:
    for path in sorted(build.out.rglob("*.html")):
        yield path, BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_no_dead_links_and_no_double_ids(sample: Project, builder: str) -> None:
    build = sample.build(builder)
    parsed = dict(soups(build))
    ids = {path: [tag["id"] for tag in soup.find_all(id=True)] for path, soup in parsed.items()}
    double = {
        str(path): sorted({id_ for id_ in found if found.count(id_) > 1})
        for path, found in ids.items()
        if len(found) != len(set(found))
    }
    assert double == {}
    dead = []
    for path, soup in parsed.items():
        for link in soup.find_all("a", href=True):
            href = str(link["href"])
            if re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = href.partition("#")
            target = (path.parent / file).resolve() if file else path.resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.exists() or (
                anchor and target.suffix == ".html" and anchor not in ids[target]
            ):
                dead.append((path.name, href))
    # Sphinx's own links to whole pages within the one page are its own.
    assert [item for item in dead if not item[1].startswith("#document-")] == []


def test_pictures(sample: Project) -> None:
    html = sample.build("html")
    soup = BeautifulSoup(html.text("model.html"), "html.parser")
    drawn = soup.select("svg.arch-svg")
    assert len(drawn) == 2
    for svg in drawn:
        assert svg.find("title") is not None
        assert svg.get("role") == "group"
        assert svg.find("a") is not None
    links = {str(link.get("href") or link.get("xlink:href")) for link in drawn[1].find_all("a")}
    assert any(link.endswith("#shop.api") for link in links)
    for builder in ("latex", "text", "man", "texinfo", "xml"):
        text = shown(sample.build(builder), builder)
        assert "<svg" not in text
        assert "Charges cards" in text


@pytest.mark.parametrize("builder", ["xml", "epub"])
def test_xml_is_well_formed(sample: Project, builder: str) -> None:
    build = sample.build(builder)
    if builder == "xml":
        for path in build.out.rglob("*.xml"):
            ET.fromstring(path.read_bytes())  # noqa: S314 -- our own output
        return
    with ZipFile(next(build.out.glob("*.epub"))) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))]
        assert names
        for name in names:
            ET.fromstring(book.read(name))  # noqa: S314


def test_epub_shows_pictures_as_image_files(sample: Project) -> None:
    with ZipFile(next(sample.build("epub").out.glob("*.epub"))) as book:
        page = book.read("model.xhtml").decode()
        package = book.read("content.opf").decode()
        names = book.namelist()
    assert "<svg" not in page
    images = re.findall(r'<img src="([^"]*)" alt="([^"]+)"', page)
    assert len(images) >= 2
    for name, _alt in images:
        assert name in names
        assert f'href="{name}"' in package


def test_epub_forgets_images_that_no_page_shows(project: Project) -> None:
    def picture(words: str) -> str:
        return f"\n.. mermaid::\n\n   sequenceDiagram\n     A->>B: {words}\n"

    def images() -> list[str]:
        with ZipFile(next(project.build("epub").out.glob("*.epub"))) as book:
            names = [name for name in book.namelist() if name.endswith(".svg")]
            pages = "".join(book.read(n).decode() for n in book.namelist() if n.endswith(".xhtml"))
        assert all(name in pages for name in names)
        return sorted(names)

    project.conf["suppress_warnings"] = ["epub"]
    index = "T\n=\n\n.. toctree::\n   :glob:\n\n   o*\n"
    project.write({"index.rst": index + picture("one") + picture("two")})
    project.write({"other.rst": "O\n=\n" + picture("one")})
    first = images()
    assert len(first) == 3
    project.write({"index.rst": index + picture("two") + picture("three")})
    second = images()
    assert len(second) == 3
    assert len({*first} & {*second}) == 1  # the other page's, which was not written again
    (project.source / "other.rst").unlink()
    assert len(images()) == 2


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("latexmk") and shutil.which("pdftotext")),
    reason="needs latexmk and pdftotext",
)
def test_pdf(sample: Project) -> None:
    build = sample.build("latex")
    assert build.warnings == []
    done = subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", "test.tex"],
        cwd=build.out,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:].decode(errors="replace")
    text = subprocess.run(
        ["pdftotext", "-layout", "test.pdf", "-"], cwd=build.out, capture_output=True, check=True
    ).stdout.decode()
    folded = " ".join(text.split())
    for title in (
        "Use MongoDB for orders",
        "Cache sessions",
        "Key person leaves",
        "Logins are slow.",
    ):
        assert title in folded
