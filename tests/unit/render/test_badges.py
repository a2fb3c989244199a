from __future__ import annotations

import pytest

from sphinx_archdoc.render.links import capital


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mitigated", "Mitigated"),
        ("Accepted", "Accepted"),
        ("in progress", "In progress"),
        ("éteint", "Éteint"),
        ("iOS only", "iOS only"),
        ("✅ done", "✅ done"),
        ("", ""),
    ],
)
def test_badges_begin_with_a_capital(text: str, shown: str) -> None:
    assert capital(text) == shown
