"""Where the text of a fence stands in its file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.fence_places import place_of

if TYPE_CHECKING:
    from pathlib import Path


def _node(source: str, line: int) -> nodes.literal_block:
    node = nodes.literal_block()
    node.source, node.line = source, line
    return node


def test_the_place_nearest_to_the_line_of_the_node(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("x\ngraph LR\n  a --> b\n\ny\n  graph LR\n  a --> b\n", encoding="utf-8")
    text = "\ngraph LR\na --> b"
    assert [place_of(_node(str(page), near), text)[1] for near in (1, 7)] == [0, 4]
    assert place_of(_node(str(page), 3), "other")[1] == 3


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("graph LR\n", encoding="utf-8")
    assert place_of(_node(str(page), 1), "graph LR") == (str(page), 0)
    page.write_text("x\n\ny\ngraph LR\n", encoding="utf-8")
    os.utime(page, (1, 1))
    assert place_of(_node(str(page), 1), "graph LR") == (str(page), 3)


def test_no_file_and_no_line() -> None:
    assert place_of(_node("nowhere.md", 5), "graph LR") == ("nowhere.md", 5)
    assert place_of(nodes.literal_block(), "graph LR") == ("", 0)
