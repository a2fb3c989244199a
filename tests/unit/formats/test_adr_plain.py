"""Which pages are nothing but a decision."""

from __future__ import annotations

import pytest

from sphinx_archdoc.formats.adr_plain import is_plain


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


def test_rest_is_always_parsed() -> None:
    assert not is_plain("Use REST\n========\n\n:Status: accepted\n", "0001-x.rst")


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n### C\n", "## B\n", "A\n===\n\n### C\n", "B\n---\n", "# A\n\n- # B\n",
        "---\na: [b\n---\n# A\n", "---\n- a\n---\n# A\n", "---\norphan: true\n---\n# A\n",
        "# A\n\n[^1]\n", "# A\n\n~~b~~\n", "# A\n\n![x](b.png)\n", "# A\n\n***\n",
        "# A\n\n---\n\nB\n",
        "# A\n\n[b]: c\n[B]: d\n", "# A\n\n<img src='a.png'>\n",
    ],
)  # fmt: skip
def test_markdown_that_may_be_told_about(text: str) -> None:
    assert not is_plain(text, "0001-x.md")


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B\n\n### C\n\n## D\n", "A\n===\n\nB\n---\n\nText.\n",
        "# A\n\n```sh\n### x\n\n---\n```\n",
        "---\nstatus: accepted\n---\n\n# A\n", "---\n---\n# A\n", "# A\n\n[b]: c\n[d]: e\n",
    ],
)  # fmt: skip
def test_markdown_that_is_fine(text: str) -> None:
    assert is_plain(text, "0001-x.md")
