"""Where decisions are kept: patterns of page names, and names of folders."""

from __future__ import annotations

import pytest

from sphinx_archdoc.sphinxext.config import ArchdocConfig


@pytest.mark.parametrize(
    ("said", "page", "kept"),
    [
        ("adr", "adr/0001-x", True),
        ("adr/", "adr/old/0001-x", True),
        ("adr", "adrs/0001-x", False),
        ("adr", "shop/adr/0001-x", False),
        ("adr/*", "adr/0001-x", True),
    ],
)
def test_a_folder_stands_for_its_pages(said: str, page: str, kept: bool) -> None:
    assert ArchdocConfig(adr_paths=[said]).keeps_decisions(page) is kept
