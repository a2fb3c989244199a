"""A building block without a title is called what another page declares, and always freshly so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Build, Project

PAGES = {
    "a.rst": "A\n=\n\n.. app:: shop.api\n\n   Prose.\n",
    "a.md": "# A\n\n:::{app} shop.api\nProse.\n:::\n",
}
INDEX = "Test\n====\n\n.. toctree::\n   :maxdepth: 4\n\n   a\n   b\n"
MODEL = 'B\n=\n\n.. c4-model::\n\n   system shop "The Shop"\n     app api "{}"\n'
SHOWN = ("a.html", "index.html", "genindex.html", "arch-elements.html")


def _says(build: Build, title: str) -> dict[str, bool]:
    return {name: title in build.text(name) for name in SHOWN}


@pytest.mark.parametrize("name", PAGES)
def test_heading_contents_and_indices_follow(project: Project, name: str) -> None:
    project.myst().write({name: PAGES[name], "b.rst": MODEL.format("Orders"), "index.rst": INDEX})
    assert all(_says(project.build(), "Orders").values())
    for title in ("Sales", "Order; API"):
        project.write({"b.rst": MODEL.format(title)})
        build = project.build()
        assert build.read == {"b"}
        assert all(_says(build, title.replace(";", "")[:5]).values())
        assert not any(_says(build, "Orders").values())
        assert "Api" not in build.text("a.html")
    project.write({"b.rst": "B\n=\n\nNothing.\n"})
    build = project.build()
    assert build.warnings == []
    assert all(_says(build, "Api").values())
    clean = project.build(out="clean", fresh=True)
    ignored = ("searchindex.js", "objects.inv")
    assert build.files(ignore=ignored) == clean.files(ignore=ignored)


def test_a_title_of_its_own_stays(project: Project) -> None:
    page = PAGES["a.rst"].replace("shop.api\n", "shop.api\n   :title: Buying\n")
    build = project.write({"a.rst": page, "b.rst": MODEL.format("Orders")}).build()
    assert build.codes() == ["conflict"]
    assert "<h2>Buying" in build.text("a.html")
    assert "Buying" in build.text("genindex.html")


def test_under_a_condition_and_in_parallel(project: Project) -> None:
    text = "A\n=\n\n.. only:: html\n\n   .. app:: shop.api{}\n"
    lines = "".join(f'     app api{n} "Title {n}"\n' for n in range(9))
    model = f"B\n=\n\n.. c4-model::\n\n   system shop\n{lines}"
    project.write({f"a{n}.rst": text.format(n) for n in range(9)} | {"b.rst": model})
    build = project.build(parallel=2)
    for n in range(9):
        assert f"<h2>Title {n}" in build.text(f"a{n}.html")
        assert f"Title {n}" in build.text("genindex.html")
