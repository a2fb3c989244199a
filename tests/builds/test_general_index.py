"""The general index is left alone when it shows what it should, and only then."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from building import Build, Project

ADR = "A\n=\n\n.. adr:: {title}\n   :id: ADR-1\n\n   {text}\n"


def _write(project: Project, *, title: str = "Queues", text: str = "One.", more: str = "") -> None:
    project.write({"a.rst": ADR.format(title=title, text=text) + more, "b.rst": "B\n=\n\nText.\n"})


def _mark(build: Build) -> None:
    """Make a rewritten index page tell itself from one that was left."""
    path = build.out / "genindex.html"
    path.write_text(path.read_text(encoding="utf-8") + "<!-- left -->", encoding="utf-8")


def _left(build: Build) -> bool:
    return "<!-- left -->" in build.text("genindex.html")


@pytest.fixture
def built(project: Project) -> Project:
    _write(project)
    _mark(project.build())
    return project


def test_it_is_left_when_nothing_changed(built: Project) -> None:
    assert _left(built.build())


def test_it_is_left_when_only_text_changed(built: Project) -> None:
    _write(built, text="Two sentences. And more.")
    build = built.build()
    assert "a" in build.read
    assert _left(build)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Streams"},
        {"more": "\n.. index:: single: bus\n\nMore.\n"},
        {"more": "\nPart\n----\n\nMore.\n"},
    ],
)
def test_it_is_written_when_an_entry_or_a_heading_changed(
    built: Project, change: dict[str, str]
) -> None:
    _write(built, **change)
    build = built.build()
    assert not _left(build)
    clean = built.build(out="clean", fresh=True)
    assert build.text("genindex.html") == clean.text("genindex.html")


def test_it_is_written_when_a_page_goes(built: Project) -> None:
    (built.source / "b.rst").unlink()
    built.index()
    assert not _left(built.build())


def test_it_is_written_with_other_settings(built: Project) -> None:
    assert not _left(built.build(conf={"html_title": "Other"}))


def test_it_is_written_with_newer_templates(built: Project) -> None:
    templates = built.source / "_templates"
    templates.mkdir()
    built.conf["templates_path"] = ["_templates"]
    _mark(built.build())
    layout = templates / "layout.html"
    layout.write_text('{% extends "!layout.html" %}{% block footer %}New{% endblock %}')
    ahead = (built.folder / "build-html" / "genindex.html").stat().st_mtime + 2
    os.utime(layout, (ahead, ahead))
    build = built.build()
    assert not _left(build)
    assert "New" in build.text("genindex.html")


def test_another_output_of_the_same_pages_gets_it_too(built: Project) -> None:
    _write(built, title="Streams")
    built.build("dirhtml")
    assert "Streams" in built.build().text("genindex.html")


def test_a_build_stopped_before_writing_it_is_made_good(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sphinx.builders.html import StandaloneHTMLBuilder

    _write(built, more="\n.. index:: single: bus\n")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(StandaloneHTMLBuilder, "prepare_writing", stop)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    assert "bus" in built.build().text("genindex.html")


@pytest.mark.parametrize("name", ["a.rst", "a.md"])
def test_entries_under_a_condition_follow_the_tags(project: Project, name: str) -> None:
    if name == "a.rst":
        text = "A\n=\n\n.. only:: draft\n\n   .. adr:: Streams\n      :id: ADR-1\n"
    else:
        text = "# A\n\n::::{only} draft\n:::{adr} Streams\n:id: ADR-1\n:::\n::::\n"
    project.myst().write({name: text})
    for tags in ((), ("draft",), (), ("draft",)):
        build = project.build(tags=tags)
        assert not build.read or build.app.env.all_docs.keys() == build.read
        for page in ("genindex", "a"):
            assert ("Streams" in build.text(f"{page}.html")) is bool(tags)
    assert not build.read
    clean = project.build(out="clean", fresh=True, tags=("draft",))
    assert build.text("genindex.html") == clean.text("genindex.html")
    assert build.text("arch-decisions.html") == clean.text("arch-decisions.html")


def test_entries_under_a_condition_in_parallel(project: Project) -> None:
    text = ".. only:: html\n\n   .. adr:: Streams{0}\n      :id: ADR-{0}\n"
    project.write({f"a{n}.rst": f"A\n=\n\n{text.format(n)}" for n in range(12)})
    page = project.build(parallel=2).text("genindex.html")
    assert all(f"ADR-{n} Streams{n}" in page for n in range(12))


def test_one_application_builds_again_and_again(built: Project) -> None:
    out = built.folder / "build-html"
    with docutils_namespace(), patch_docutils():
        app = Sphinx(
            built.source, None, out, built.folder / "doctrees", "html", built.conf, status=None
        )
        app.build()
        for day, title in enumerate(("Streams", "Queues", "Topics"), 1):
            _write(built, title=title)
            later = out.stat().st_mtime + 100 * day
            os.utime(built.source / "a.rst", (later, later))
            app.build()
            for page in ("genindex.html", "archdoc.json"):
                assert title in (out / page).read_text(encoding="utf-8"), page


def test_indices_of_records_are_left_and_written_alike(built: Project) -> None:
    path = built.folder / "build-html" / "arch-decisions.html"
    path.write_text(path.read_text(encoding="utf-8") + "<!-- left -->", encoding="utf-8")
    assert "<!-- left -->" in built.build().text("arch-decisions.html")
    _write(built, text="Other text.", more="\nPart\n----\n\nThe navigation shows this.\n")
    build = built.build()
    assert "<!-- left -->" not in build.text("arch-decisions.html")
    clean = built.build(out="clean", fresh=True)
    assert build.text("arch-decisions.html") == clean.text("arch-decisions.html")


def test_a_build_without_changes_opens_no_record(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sphinx_archdoc.sphinxext.domain import ArchDomain

    def store(_domain: ArchDomain) -> None:
        pytest.fail("the records were opened")

    with monkeypatch.context() as patch:
        patch.setattr(ArchDomain, "store", property(store))
        assert built.build().read == set()
