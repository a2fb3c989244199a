"""A decision in one sentence: never a line of its facts, never half a sentence."""

from __future__ import annotations

import pytest
from adr_help import read
from adr_summaries import SUMMARIES


@pytest.mark.parametrize(("body", "summary"), SUMMARIES)
def test_summary(body: str, summary: str) -> None:
    assert read(f"# 7. Bread\n\n{body}\n").record.summary == summary
