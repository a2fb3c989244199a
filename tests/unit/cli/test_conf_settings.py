"""Settings of a conf.py that stand there as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.cli.conf_settings import conf_settings

if TYPE_CHECKING:
    from pathlib import Path

NAMES = frozenset({"rules", "stale_days"})


@pytest.mark.parametrize(
    ("text", "values", "computed"),
    [
        ('archdoc_rules = {"a": "off"}\n', {"rules": {"a": "off"}}, ()),
        ("archdoc_stale_days: int = 7\narchdoc_other = 1\nrules = 2\n", {"stale_days": 7}, ()),
        ("archdoc_stale_days = 7\narchdoc_stale_days = 8\n", {"stale_days": 8}, ()),
        ("archdoc_stale_days = days()\n", {}, ("stale_days",)),
        ("if x:\n    archdoc_stale_days = 7\n", {}, ("stale_days",)),
        ("archdoc_stale_days = 7\narchdoc_stale_days += 1\n", {}, ("stale_days",)),
        ("archdoc_stale_days = (\n", {}, ()),
        ("\0", {}, ()),
    ],
)
def test_values(
    tmp_path: Path, text: str, values: dict[str, object], computed: tuple[str, ...]
) -> None:
    (tmp_path / "conf.py").write_text(text)
    assert conf_settings(tmp_path, NAMES) == (values, computed)


def test_nothing_is_run(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("raise SystemExit\narchdoc_stale_days = 7\n")
    assert conf_settings(tmp_path, NAMES).values == {"stale_days": 7}
    assert conf_settings(None, NAMES).values == {}
