"""Pictures as figures: numbers, references, the way between pictures, LaTeX and EPUB."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from building import Project

if TYPE_CHECKING:
    from pathlib import Path

MODEL = """\
person customer "Customer"
system shop "Web shop" : Sells 100% of #1
  app web "Web app" [Next.js]
  app api "API" [FastAPI]
    component orders "Orders"
customer -> shop.web : Browses
shop.web -> shop.api.orders : Calls [HTTPS]
"""
CONF = {"numfig": True, "latex_documents": [("index", "test.tex", "Test", "x", "howto")]}


def indented(text: str) -> str:
    return "".join(f"   {line}\n" for line in text.splitlines())


RST = {
    "model.rst": f"Model\n=====\n\n.. c4-model::\n\n{indented(MODEL)}",
    "views.rst": (
        "Views\n=====\n\nSee :ref:`parts`, :ref:`inside` and :numref:`parts`.\n\n"
        ".. c4-context:: shop\n\n"
        ".. c4-container:: shop\n   :name: parts\n   :caption: The *parts*\n\n"
        ".. c4-component:: shop.api\n   :name: inside\n"
    ),
}
MD = {
    "model.md": f"# Model\n\n```{{c4-model}}\n{MODEL}```\n",
    "views.md": (
        "# Views\n\nSee {ref}`parts`, {ref}`inside` and {numref}`parts`.\n\n"
        "```{c4-context} shop\n```\n\n"
        "```{c4-container} shop\n:name: parts\n:caption: The *parts*\n```\n\n"
        "```{c4-component} shop.api\n:name: inside\n```\n"
    ),
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("figures"))
    made.conf |= CONF
    return made.write(RST)


def test_numbers_and_references(shop: Project) -> None:
    build = shop.build()
    assert build.warnings == []
    page = build.soup("views.html")
    captions = [found.get_text(" ", strip=True) for found in page.select("figure > figcaption")]
    assert [caption.split(" ¶")[0].strip() for caption in captions] == [
        "Fig. 1 System context of Web shop",
        "Fig. 2 The parts",
        "Fig. 3 Components of API",
    ]
    said = page.find("p", string=lambda _: True) or page.p
    links = {link.get_text(): link["href"] for link in page.select("p a.reference.internal")}
    assert links["The parts"] == "#parts"
    assert links["Fig. 2"] == "#parts"
    assert said is not None
    assert page.select_one("figure#parts em").get_text() == "parts"


def test_rest_and_myst_are_equal(shop: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Project(tmp_path_factory.mktemp("figures-md")).myst()
    other.conf |= CONF
    other.write(MD)
    one, two = shop.build().text("views.html"), other.build().text("views.html")
    figures = [
        [
            re.sub(r"\s+", " ", str(found))
            for found in BeautifulSoup(text, "html.parser").select("figure, details")
        ]
        for text in (one, two)
    ]
    assert figures[0] == figures[1]
    assert len(figures[0]) == 6


def test_from_picture_to_picture(shop: Project) -> None:
    page = shop.build().soup("views.html")
    crumbs = page.select("#inside .arch-crumbs li")
    assert [crumb.get_text() for crumb in crumbs] == ["Context", "Web shop", "API"]
    assert crumbs[1].a["href"] == "#parts"
    assert crumbs[2].a is None
    assert crumbs[2]["aria-current"] == "true"
    drills = {found["href"] for found in page.select("#parts a.arch-drill")}
    assert drills == {"#inside"}
    assert not page.select_one("#c4-context-shop-1 .arch-crumbs")


def test_a_new_picture_changes_the_pages_that_lead_to_it(project: Project) -> None:
    project.conf |= CONF
    project.write({**RST, "other.rst": "Other\n=====\n\nNothing.\n"})
    assert project.build().warnings == []
    text = "Other\n=====\n\n.. c4-landscape::\n"
    (project.source / "other.rst").write_text(text, encoding="utf-8")
    build = project.build()
    crumbs = build.soup("views.html").select("#inside .arch-crumbs a")
    assert crumbs[0]["href"] == "other.html#c4-landscape-1"


def test_script_and_style_only_where_there_is_a_picture(shop: Project) -> None:
    build = shop.build()
    assert "archdoc-pictures.js" in build.text("views.html")
    assert "archdoc-pictures.css" in build.text("views.html")
    assert "archdoc-pictures" not in build.text("model.html")
    assert (build.out / "_static" / "archdoc-pictures.js").stat().st_size < 6 * 1024


def test_pictures_need_no_script(shop: Project) -> None:
    page = shop.build().soup("views.html")
    figure = page.select_one("figure#parts")
    assert figure.select_one("svg[role=group] > title").get_text() == "The parts"
    assert not figure.select("button")
    assert figure.select_one(".arch-bar")["data-full"] == "Full screen"
    assert figure.find_next_sibling("details").li is not None


def test_latex_draws(shop: Project) -> None:
    build = shop.build("latex")
    assert build.warnings == []
    text = build.text("test.tex")
    assert text.count("\\begin{archdocpicture}") == 3
    # Each is a paragraph of its own, with a caption or without.
    start = r"\\par\{\\centering\\noindent\\archdocplace(\{[^{}]+\}){4}%\n\\begin\{archdocpicture\}"
    assert len(re.findall(start, text)) == 3
    assert text.count("\\end{archdocpicture}\\par}") == 3
    assert text.count("\\newenvironment{archdocpicture}") == 1
    assert text.index("\\newenvironment{archdocpicture}") < text.index("\\begin{document}")
    figure = text[text.index("\\begin{archdocpicture}", text.index("inside")) :]
    assert "\\archdoclink" in figure
    assert "\\hyperref[\\detokenize{model:shop.api}]" in text
    assert "\\caption{The \\sphinxstyleemphasis{parts}}\\label{\\detokenize{views:parts}}" in text
    assert "Web app → Orders" not in text  # the text form would say it again
    assert "100\\% of \\#1" in text


def test_latex_without_pictures_loads_nothing(project: Project) -> None:
    project.conf |= CONF
    text = project.write({"model.rst": RST["model.rst"]}).build("latex").text("test.tex")
    assert "pgf" not in text


def test_latex_is_the_same_every_time(shop: Project) -> None:
    first = shop.build("latex", out="one", fresh=True).text("test.tex")
    assert first == shop.build("latex", out="two", fresh=True).text("test.tex")


def test_letters_without_a_font_are_reported(project: Project) -> None:
    project.conf |= CONF
    model = RST["model.rst"].replace('"Web app"', '"注文"')
    build = project.write({**RST, "model.rst": model}).build("latex")
    found = [line for line in build.warnings if "[archdoc.picture]" in line]
    assert len(found) == 2
    assert (
        "views.rst:8: WARNING: 'The parts' has letters that pdflatex has no font for (注 文); "
        in (found[0].replace("*", ""))
    )
    assert build.text("test.tex").count("\\begin{archdocpicture}") == 3


def test_what_cannot_be_drawn_is_text(project: Project) -> None:
    project.conf |= CONF | {"archdoc_layout": ["no-such-command"]}
    for builder, name in (("html", "views.html"), ("latex", "test.tex")):
        build = project.write(RST).build(builder)
        assert build.codes().count("picture") == 3
        text = build.text(name)
        assert "Orders" in text
        assert "<svg" not in text
        assert "archdocpicture" not in text
        if builder == "html":
            page = BeautifulSoup(text, "html.parser")
            assert page.select_one("#parts") is not None
            assert page.select_one(".arch-figure.arch-text li") is not None
            assert text.count("<figcaption") == text.count("</figcaption")
        else:
            assert "\\label{\\detokenize{views:parts}}" in text


def test_what_cannot_be_drawn_is_said_once_in_a_book(project: Project) -> None:
    project.conf |= CONF | {"archdoc_layout": ["no-such-command"], "version": "1"}
    assert project.write(RST).build("epub").codes() == ["picture"] * 3


@pytest.mark.parametrize("builder", ["html", "epub"])
@pytest.mark.parametrize("caption", ["", "The *whole*"])
@pytest.mark.parametrize("form", ["rst", "md"])
def test_the_text_renderer_makes_whole_markup(
    tmp_path: Path, builder: str, caption: str, form: str
) -> None:
    project = Project(tmp_path).myst()
    project.conf["version"] = "1"
    options = [":name: all", ":renderer: text", *([f":caption: {caption}"] if caption else [])]
    if form == "rst":
        view = "Views\n=====\n\n.. c4-landscape::\n" + indented("\n".join(options))
        project.write({"model.rst": RST["model.rst"], "views.rst": view})
    else:
        view = "\n".join(["# Views", "", "```{c4-landscape}", *options, "```", ""])
        project.write({"model.md": MD["model.md"], "views.md": view})
    build = project.build(builder)
    assert build.warnings == []
    text = build.text("views.xhtml" if builder == "epub" else "views.html")
    for tag in ("figure", "figcaption", "div", "p"):
        assert len(re.findall(rf"<{tag}\b", text)) == text.count(f"</{tag}>")
    block = BeautifulSoup(text, "html.parser").select_one(".arch-figure")
    assert block.select_one("#all") is not None
    assert (caption.replace("*", "") or "System landscape") in block.p.get_text()
    assert "Browses" in block.get_text()


def test_book(shop: Project) -> None:
    build = shop.build("epub", conf={"version": "1", "epub_show_urls": "no"})
    assert build.warnings == []
    with ZipFile(next(build.out.glob("*.epub"))) as book:
        names = book.namelist()
        page = BeautifulSoup(book.read("views.xhtml").decode(), "html.parser")
    images = page.select("figure img")
    assert [image["alt"] for image in images][1:] == ["The parts", "Components of API"]
    assert all(any(name.endswith(image["src"]) for name in names) for image in images)
    assert not [name for name in names if "archdoc-pictures" in name]


@pytest.mark.parametrize(("builder", "name"), [("text", "views.txt"), ("xml", "views.xml")])
def test_text_form_where_there_are_no_pictures(shop: Project, builder: str, name: str) -> None:
    build = shop.build(builder)
    assert build.warnings == []
    text = build.text(name)
    assert "Orders" in text
    assert text.index("parts") < text.rindex("Web app")
