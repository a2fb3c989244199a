"""Fences of records in Markdown that end elsewhere than meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.open_fences import open_fences
from sphinx_archdoc.model.section_words import parts_of

KINDS = ("adr", "risk")
ADR = ":::{adr} Use queues\n:id: ADR-2\n\nCalls time out.\n"
MISSING = "a heading (line 8) stands inside adr ADR-2: is the closing ::: missing?"


def found(text: str) -> list[tuple[str, int, int]]:
    read = open_fences(text, KINDS, lambda _: parts_of("decision"), ("risk-table", "c4-container"))
    return [tuple(item) for item in read]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"## D\n\n{ADR}\n## Risks\n\n:::{{risk-table}}\n| ID |\n:::\n", MISSING),
        (f"## D\n\n{ADR}\n## Risks\n\n| ID |\n|----|\n:::\n", MISSING),
        (f"# D\n\n{ADR}\n## Risks\n\nText.\n", MISSING),
        (f"# D\n\n{ADR}\n## Risks\n\n```{{risk}} Slow\n```\n:::\n", MISSING),
        (
            f"# D\n\n{ADR}\n:::{{risk}} Slow\n:::\n",
            "risk (line 8) stands inside adr ADR-2: is the closing ::: missing?",
        ),
        (
            f"# D\n\n{ADR}\n:::{{note}}\nA\n:::\n\n**Decision:** B\n:::\n",
            "adr ADR-2 ends where note (line 8) in it ends: write :::: around it",
        ),
        (
            "# D\n\n\n```{adr} Use queues\n\n\n## Risks\n\n```{risk-table}\n| ID |\n```\n",
            "a heading (line 7) stands inside adr Use queues: is the closing ``` missing?",
        ),
    ],
)
def test_a_fence_that_ends_elsewhere(text: str, said: str) -> None:
    ((message, line, _, _),) = found(text)
    assert message == said
    assert "{adr}" in text.split("\n")[line - 1]


@pytest.mark.parametrize(
    "text",
    [
        f"# D\n\n{ADR}:::\n\n## Risks\n\n:::{{risk-table}}\n| ID |\n:::\n",
        f"# D\n\n{ADR}\n## Context\n\nA\n\n## Considered options\n\n### X\n\n| a |\n|---|\n:::\n",
        f"## D\n\n{ADR}\n### Comparison\n\n| a |\n|---|\n:::\n",
        f"# D\n\n:{ADR}\n:::{{note}}\nA\n:::\n\nB\n::::\n",
        f"# D\n\n{ADR}\n```text\n# Risks\n:::{{risk}}\n```\n:::\n",
        f"````text\n{ADR}\n## Risks\n:::{{risk}}\n````\n",
        f"# D\n\n{ADR}\n```{{c4-container}} shop\n```\n:::\n",
    ],
)
def test_what_is_meant_so(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=":`{}adr#| \n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(1 <= line <= end <= text.count("\n") + 1 for _, line, end in found(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```adr Use X\n```\n", "'```adr Use X' is code: write ```{adr} Use X"),
        ("```{adr Use X}\n```\n", "'```{adr Use X}' is code: write ```{adr} Use X"),
        ("~~~risk\n:id: R-1\n~~~\n", "'~~~risk' is code: write ~~~{risk}"),
        ("```risk-table\n```\n", "'```risk-table' is code: write ```{risk-table}"),
        ("```risk\nwords\n```\n", ""),
        ("```mermaid graph\n```\n", ""),
        ("````markdown\n```adr Use X\n```\n````\n", ""),
        ("```python x\n```\n", ""),
    ],
)
def test_code_that_was_meant_to_be_a_directive(text: str, said: str) -> None:
    assert [message for message, *_ in found(text)] == ([said] if said else [])


def test_code_that_ends_its_record() -> None:
    text = "```{adr} Use X\n\n```yaml\na: b\n```\n\nMore.\n```\n"
    ((message, *_),) = found(text)
    assert message == ("adr Use X ends where the code (line 3) in it ends: write ```` around it")
    assert found(text.replace("```{adr}", "````{adr}").replace("More.\n```", "More.\n````")) == []
