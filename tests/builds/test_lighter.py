"""What makes builds lighter than Sphinx's own, and changes no page."""

from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search.en import SearchEnglish
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_archdoc.sphinxext import collector, doctrees, freshness

if TYPE_CHECKING:
    from building import Project

PAGE = """\
Page {n}
======

.. adr:: Queues for orders {n}
   :id: ADR-{n}
   :supersedes: {before}

   Queueing orders, see :adr:`ADR-1`.
"""


@pytest.fixture
def pages(project: Project) -> Project:
    """Six pages that refer to each other."""
    return project.write(
        {f"p{n}.rst": PAGE.format(n=n, before=f"ADR-{n - 1}" if n > 1 else "") for n in range(1, 7)}
    )


@pytest.mark.parametrize(("kept", "loaded"), [(100, 0), (0, 7), (3, 4)])
def test_pages_are_let_go_and_loaded_again(
    pages: Project, monkeypatch: pytest.MonkeyPatch, kept: int, loaded: int
) -> None:
    names: list[str] = []
    get_doctree = BuildEnvironment.get_doctree

    def noting(env: BuildEnvironment, docname: str) -> Any:
        names.append(docname)
        return get_doctree(env, docname)

    reference = pages.build(out="reference").files()
    monkeypatch.setattr(doctrees, "KEPT", kept)
    monkeypatch.setattr(BuildEnvironment, "get_doctree", noting)
    build = pages.build(out="other", fresh=True)
    assert build.warnings == []
    assert len(names) == loaded
    assert build.files() == reference


def test_stored_forms_of_pages_are_forgotten(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctrees, "KEPT", 0)
    build = pages.build()
    assert vars(build.app.env)["_pickled_doctree_cache"] == {}


def test_a_word_is_stemmed_once_and_not_on_every_page(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    stemmed: Counter[str] = Counter()
    stem = SearchEnglish.stem

    def counting(language: SearchEnglish, word: str) -> str:
        stemmed[word] += 1
        return stem(language, word)

    monkeypatch.setattr(SearchEnglish, "stem", counting)
    build = pages.build()
    assert stemmed["Queueing"] == 1
    assert '"queue":' in build.text("searchindex.js")


def test_the_garbage_collector_is_as_before_where_nothing_is_built(pages: Project) -> None:
    before = gc.get_threshold()
    folders = (pages.source, None, pages.folder / "out", pages.folder / "doctrees")
    with docutils_namespace(), patch_docutils():
        app = Sphinx(*folders, "html", confoverrides=pages.conf, status=None, warning=None)
    try:
        assert gc.get_threshold() == before
    finally:
        app.emit("build-finished", None)
    assert gc.get_freeze_count() == 0


def test_the_garbage_collector_is_as_before_when_the_build_is_over(
    pages: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    during: list[int] = []
    changed_pages = freshness.changed_pages

    def noting(app: Sphinx, env: BuildEnvironment) -> Any:
        during.append(gc.get_threshold()[0])
        return changed_pages(app, env)

    monkeypatch.setattr(freshness, "changed_pages", noting)
    gc.set_threshold(700, 10, 10)  # a build that another test stopped may have left its own
    before = gc.get_threshold(), gc.get_freeze_count()
    pages.build()
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    monkeypatch.setattr(collector, "FEW_PAGES", 0)
    pages.write({"other.rst": "Other\n=====\n"})
    pages.build()
    assert during == [collector.IN_SMALL_BUILDS, collector.NEW_OBJECTS]
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
