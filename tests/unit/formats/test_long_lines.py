"""A line that fits nothing, of any length, is read: whoever builds may not know the author.

What single patterns take of such a line is counted in ``test_regex_steps``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly

from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.flow_body import read_body
from sphinx_archdoc.formats.flow_pauses import divider_words, pause_words

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTH = 2000
_SIGNS = (" ", "\t", "=", ".", "…", "a ", "@", "note ", '"', "[", "<")


def _grows_linearly(read: Callable[[str], object], start: str, sign: str) -> None:
    def make(size: int) -> Callable[[], object]:
        text = start + sign * (size // len(sign)) + "x"
        return lambda: read(text)

    grows_linearly(make, _LENGTH)


@pytest.mark.parametrize("start", ["", "a -> b : x\nnote over ", "a -> b\nerror 4 ", "a -> b\n== "])
def test_flow_lines(start: str) -> None:
    for sign in _SIGNS:
        _grows_linearly(read_body, start, sign)


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("plantuml", "@startuml\na -> b : x\n"),
        ("plantuml", "@startuml\na -> b : x\nnote over a"),
        ("plantuml", "component a\na -"),
        ("mermaid", "sequenceDiagram\nA->>B: x\nnote over A"),
        ("mermaid", "flowchart LR\nA -- "),
        ("mermaid", "erDiagram\nA ||--o{ B : "),
    ],
)
def test_fences(language: str, start: str) -> None:
    for sign in _SIGNS:
        _grows_linearly(lambda text: freeform.read(language, text), start, sign)


def test_dividers_and_pauses_have_words() -> None:
    said = ["== One ==", "====", "== a = b ===", "===", "= x ="]
    assert [divider_words(line) for line in said] == ["One", "", "a = b", None, None]
    said = ["... later ...", "...", "… later", "...a", "later..."]
    assert [pause_words(line) for line in said] == ["later", "", "later", "a", None]
