"""What makes builds lighter than Sphinx's own, and changes no page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.environment import BuildEnvironment
from sphinx.search.en import SearchEnglish

from sphinx_archdoc.sphinxext import doctrees

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
