"""A second build shows what has changed since the first, also when that was broken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project


def test_pictures_follow_the_prose_of_elements(project: Project) -> None:
    page = "A\n=\n\n.. system:: shop\n\n   Sells {}.\n"
    project.write({"a.rst": page.format("bread"), "b.rst": "B\n=\n\n.. c4-context:: shop\n"})
    project.build()
    project.rewrite("a.rst", page.format("cake"))
    assert "Sells cake" in project.build().text("b.html")


def test_other_settings_write_all_indices_again(project: Project) -> None:
    page = "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n.. only:: draft\n\n"
    page += "   .. adr:: Two\n      :id: ADR-2\n"
    project.write({"a.rst": page})
    assert list(project.build().records()) == ["ADR-1"]
    build = project.build(tags=("draft",), conf={"html_title": "Another"})
    assert list(build.records()) == ["ADR-1", "ADR-2"]
    assert "ADR-2" in build.text("arch-decisions.html")
    assert "Another" in build.text("arch-decisions.html")


def test_the_last_record_takes_the_export_with_it(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n   x\n"})
    project.build()
    project.rewrite("a.rst", "A\n=\n\nNothing.\n")
    assert not (project.build().out / "archdoc.json").exists()


@pytest.mark.parametrize("name", ["archdoc.json", "archdoc-cards.js", "architecture.md"])
def test_another_builder_has_read_what_files_of_all_pages_show(project: Project, name: str) -> None:
    project.conf["archdoc_markdown"] = True
    page = "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n   First {}. Second {}.\n"
    project.write({"a.rst": page.format("old", "old"), "z.rst": "Z\n=\n\n.. adr:: Two\n\n   x\n"})
    project.build()
    # Not `rewrite`, whose pages are newer than the next build as well.
    project.write({"a.rst": page.format("new", "newer")})
    assert project.build("text").read == {"a"}
    build = project.build()
    assert build.read == set()
    assert build.text(name) == project.build(out="clean", fresh=True).text(name)
    assert "new" in build.text(name)


def test_files_of_all_pages_are_left_where_nothing_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n\n   x\n"})
    project.build()
    monkeypatch.setattr("sphinx_archdoc.sphinxext.export.write_if_changed", None)
    monkeypatch.setattr("sphinx_archdoc.sphinxext.hover.write_if_changed", None)
    assert list(project.build().records()) == ["ADR-1"]


def test_a_build_stopped_while_writing_is_made_good(project: Project) -> None:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    page = "A\n=\n\n.. adr:: One\n   :id: ADR-1\n   :status: {}\n\n   x\n"
    project.write({"a.rst": page.format("proposed"), "z.rst": "Z\n=\n\n.. adr-list::\n"})
    project.build()
    project.rewrite("a.rst", page.format("rejected"))

    def stop(_app: Sphinx, pagename: str, *_rest: object) -> None:
        if pagename == "a":
            raise KeyboardInterrupt

    folder = project.folder
    with docutils_namespace(), patch_docutils():
        app = Sphinx(
            str(project.source),
            None,
            str(folder / "build-html"),
            str(folder / "doctrees"),
            "html",
            confoverrides=project.conf,
            status=None,
            warning=None,
        )
        app.connect("html-page-context", stop)
        with pytest.raises(KeyboardInterrupt):
            app.build()
    assert "Rejected" in project.build().text("z.html")


def test_a_new_environment_checks_again(project: Project) -> None:
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n"})
    assert project.build().codes() == []
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n   :affects: gone\n"})
    assert project.build(fresh=True).codes() == ["reference"]
