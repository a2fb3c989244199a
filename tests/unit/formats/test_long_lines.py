"""A line that fits nothing, of any length, is read in time: whoever builds may not know the author.

A pattern whose parts can share the same characters in many ways takes seconds for some thousand.
"""

from __future__ import annotations

from time import perf_counter

import pytest

from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.flow_body import read_body
from sphinx_archdoc.formats.flow_pauses import divider_words, pause_words

_LENGTH = 6000
#: A guard against minutes, not a measurement: no machine is slow enough to need this for the rest.
_MOST = 30.0  # seconds
_SIGNS = (" ", "\t", "=", ".", "…", "a ", "@", "note ", '"', "[", "<")


@pytest.mark.parametrize("start", ["", "a -> b : x\nnote over ", "a -> b\nerror 4 ", "a -> b\n== "])
def test_flow_lines(start: str) -> None:
    for sign in _SIGNS:
        begun = perf_counter()
        read_body(start + sign * (_LENGTH // len(sign)) + "x")
        assert perf_counter() - begun < _MOST, sign


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
        begun = perf_counter()
        freeform.read(language, start + sign * (_LENGTH // len(sign)) + "x")
        assert perf_counter() - begun < _MOST, sign


def test_dividers_and_pauses_have_words() -> None:
    said = ["== One ==", "====", "== a = b ===", "===", "= x ="]
    assert [divider_words(line) for line in said] == ["One", "", "a = b", None, None]
    said = ["... later ...", "...", "… later", "...a", "later..."]
    assert [pause_words(line) for line in said] == ["later", "", "later", "a", None]
