"""Shared by all tests: where their helpers are, an empty project, and what may warn."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
# What makes the documentation and the catalogues is tested too.
sys.path.append(str(HERE.parent / "example_docs" / "_ext"))
sys.path.append(str(HERE.parent / "tools"))

from building import Project  # noqa: E402

#: Faults of others that we wait for; every other warning of Python is an error.
THEIRS = (
    "ignore:'myst_parser\\.[\\w.]+\\.app' is deprecated:PendingDeprecationWarning",
    "ignore:'myst_parser\\.[\\w.]+\\.app' is deprecated:DeprecationWarning",
)


# The command line speaks the language of whoever runs it; tests read English.
os.environ["LANGUAGE"] = "en"

# How busy the machine is must not decide whether a property holds.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Name what is allowed to warn."""
    for line in THEIRS:
        config.addinivalue_line("filterwarnings", line)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return an empty project."""
    return Project(tmp_path)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act as if no engine were installed."""
    from sphinx_archdoc.diagrams.engines import java, mermaid
    from sphinx_archdoc.diagrams.engines.base import MissingEngineError

    def missing() -> str:
        raise MissingEngineError(mermaid._MISSING)

    monkeypatch.setattr(mermaid, "name", missing)
    monkeypatch.setattr(java, "_package", lambda _name: None)
