"""Which pages are nothing but a decision."""

from __future__ import annotations

import pytest

from sphinx_archdoc.formats.adr_plain import has_pictures, is_plain


@pytest.mark.parametrize(
    "text",
    [
        "# 1. Use REST\n\nStatus: accepted\n\n```python\nx = {1}\n```\n\n[b](b.md) {x} :::no\n",
        "---\nstatus: accepted\n---\n# Use {id}\n\n| a | b |\n|---|---|\n",
        "# A\n\n- [ ] a task\n",
        "# A\n\nThe total cost counts.\n",
    ],
)
def test_plain_markdown(text: str) -> None:
    assert is_plain(text, "0001-x.md")


@pytest.mark.parametrize(
    "more",
    [
        "```{adr} X\n```", "~~~ {adr-list}\n~~~", ":::{risk} X\n:::", "> ```{note}\n> ```",
        "see {adr}`ADR-1`", "see {arch:adr}`ADR-1`", "```mermaid\nA --> B\n```",
        "```plantuml:x\n@startuml\n```", "{{ name }}", "[name of the person]", "schÃ¶n",
        "Task | Effort\n--|--\nTotal | 9 PD",
    ],
)  # fmt: skip
def test_markdown_with_more(more: str) -> None:
    assert not is_plain(f"# 1. Use REST\n\nStatus: accepted\n\n{more}\n", "0001-x.md")


def test_plain_rest() -> None:
    text = (
        "Use REST\n========\n\n.. _label:\n\n.. note:: Text.\n\n.. code-block:: python\n\n   x\n\n"
        "See :ref:`label`, :doc:`other`.\n\n.. |x| image:: a.png\n"
    )
    assert is_plain(text, "0001-x.rst")


@pytest.mark.parametrize(
    "more",
    [
        ".. adr:: X", ".. arch:adr:: X", ".. note::\n\n   .. risk:: X", "* .. adr-list::",
        ":adr:`ADR-1`", "`ADR-1`:adr:", ".. include:: x.rst", ".. |x| date::",
        ".. role:: x(adr)", ".. code-block:: mermaid", ".. NoSuch:: x",
    ],
)  # fmt: skip
def test_rest_with_more(more: str) -> None:
    assert not is_plain(f"Use REST\n========\n\n{more}\n", "0001-x.rst")


def test_pictures() -> None:
    assert has_pictures("![x](a.png)")
    assert has_pictures(".. image:: a.png")
    assert has_pictures(":download:`a`")
    assert not has_pictures("# A\n\n[x](a.md)\n")
