"""The garbage collector of a process is as it was, however a build of ours starts and ends."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.application import Sphinx
from sphinx.errors import ThemeError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_archdoc.sphinxext import collector, freshness

if TYPE_CHECKING:
    from building import Project

BREAKS = """
def setup(app):
    raise ValueError("cannot start")
"""


@pytest.fixture
def pages(project: Project) -> Project:
    """A project that was built before, which made good what other tests have left."""
    project.write({"a.rst": "A\n=\n\n.. adr:: One\n   :id: ADR-1\n"})
    project.build()
    assert not state()[1]
    return project


def state() -> tuple[Any, bool]:
    """Return how often it looks, and whether more than immortal objects is excluded."""
    return gc.get_threshold(), gc.get_freeze_count() > 5000


def start(project: Project, **conf: Any) -> Sphinx:
    """Start Sphinx as a build does, and build nothing."""
    folders = (project.source, None, project.folder / "build-html", project.folder / "doctrees")
    settings = {**project.conf, **conf}
    with docutils_namespace(), patch_docutils():
        return Sphinx(*folders, "html", confoverrides=settings, status=None, warning=None)


def test_where_nothing_is_built(pages: Project) -> None:
    before = state()
    app = start(pages)
    assert gc.get_threshold() == before[0]
    app.emit("build-finished", None)
    assert state() == before


def test_it_rests_while_the_environment_is_loaded(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    during: list[int] = []
    loading = Sphinx._load_existing_env

    def noting(app: Sphinx, *given: Any) -> Any:
        during.append(gc.get_threshold()[0])
        return loading(app, *given)

    monkeypatch.setattr(Sphinx, "_load_existing_env", noting)
    start(pages).emit("build-finished", None)
    assert during == [collector.WHILE_LOADING]


def test_when_the_build_is_over(pages: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    during: list[int] = []
    changed_pages = freshness.changed_pages

    def noting(app: Any, env: Any) -> Any:
        during.append(gc.get_threshold()[0])
        return changed_pages(app, env)

    monkeypatch.setattr(freshness, "changed_pages", noting)
    before = state()
    pages.build(fresh=True)
    assert state() == before
    monkeypatch.setattr(collector, "FEW_PAGES", 0)
    pages.build(fresh=True)
    assert state() == before
    assert during == [collector.IN_SMALL_BUILDS, collector.NEW_OBJECTS]


def test_when_another_extension_cannot_start(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages.folder / "breaks_at_once.py").write_text(BREAKS, encoding="utf-8")
    monkeypatch.syspath_prepend(pages.folder)
    before = state()
    with pytest.raises(ValueError, match="cannot start"):
        start(pages, extensions=["sphinx_archdoc", "breaks_at_once"])
    assert state() == before


def test_when_the_builder_cannot_start(pages: Project) -> None:
    usual, excluded = state()
    with pytest.raises(ThemeError):
        start(pages, html_theme="there-is-none")
    assert gc.get_threshold() == usual
    pages.build()  # what was excluded is looked at again from the next start on
    assert state() == (usual, excluded)


def test_after_a_build_that_was_broken_off(pages: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = state()
    with monkeypatch.context() as patched:
        patched.setattr(freshness, "changed_pages", stop)
        with pytest.raises(KeyboardInterrupt):
            pages.build(fresh=True)
    pages.build(fresh=True)
    assert state() == before


def test_earlier_builds_do_not_stay_in_memory(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Sphinx makes refers to itself, so only the collector finds it."""
    monkeypatch.setattr(collector, "BUILDS_BETWEEN", 2)
    made = [weakref.ref(pages.build().app) for _ in range(6)]
    assert sum(app() is not None for app in made) <= 3
