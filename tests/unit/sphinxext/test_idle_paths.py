"""Patterns for decisions that fit no page."""

from __future__ import annotations

import pytest

from sphinx_archdoc.sphinxext.config import ArchdocConfig
from sphinx_archdoc.sphinxext.idle_paths import idle_paths

PAGES = {"index", "arch/decisions/0001-a", "adr/0001-b"}
USUAL = ArchdocConfig().adr_paths


@pytest.mark.parametrize(
    ("paths", "pages", "said"),
    [
        (USUAL, PAGES, []),
        (USUAL, {"index"}, []),
        ([], PAGES, []),
        (["adr/*", "arch/decisions"], PAGES, []),
        (["adr/*", "decisions/*"], PAGES, []),  # usual, and another one fits
        (["adr/*"], {"index"}, ["no page lies in a folder"]),
        (["docs/adr/*"], PAGES, ["did you mean 'adr/*'? It counts from the source folder"]),
        (
            ["docs/arch/decisions/**"],
            PAGES,
            ["did you mean 'arch/decisions/*'? It counts from the"],
        ),
        (["arch/decision/*", "adr/*"], PAGES, ["did you mean 'arch/decisions/*'?"]),
        (["adr/*.md"], PAGES, ["names of pages have no ending: write 'adr/*'"]),
        (["../adr/*"], PAGES, ["archdoc_adr_sources is for folders outside the source folder"]),
        (["rfcs/*"], PAGES, ["it counts from the source folder"]),
    ],
)
def test_what_is_said(paths: list[str], pages: set[str], said: list[str]) -> None:
    found = [message for _, message in idle_paths(ArchdocConfig(adr_paths=paths), pages)]
    assert len(found) == len(said)
    for message, hint in zip(found, said, strict=True):
        assert message.startswith("archdoc_adr_paths: no page fits '")
        assert f"; {hint}" in message
