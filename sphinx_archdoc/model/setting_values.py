"""What settings that conf.py and pyproject.toml share must be.

Each function says what is wrong with a value, or nothing.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from sphinx_archdoc.model.checks import LEVELS, Waiver


def mapping(value: Any) -> str:
    """Say what is wrong with a dictionary by name, or nothing."""
    right = isinstance(value, dict) and all(isinstance(name, str) for name in value)
    return "" if right else "must be a dictionary with texts as keys"


def words(value: Any) -> str:
    """Say what is wrong with words for the statuses of one kind, or nothing."""
    right = not mapping(value) and all(isinstance(word, str) for word in value.values())
    return "" if right else 'must give a status for each word, like "gilt": "accepted"'


def levels(value: Any) -> str:
    """Say what is wrong with levels by name of rules, or nothing."""
    right = not mapping(value) and all(level in LEVELS for level in value.values())
    return "" if right else f"must give one of {', '.join(LEVELS)} for each name"


def waivers(value: Any) -> str:
    """Say what is wrong with waivers of findings, or nothing."""
    parts = {spec.name for spec in dataclasses.fields(Waiver)}
    right = isinstance(value, (list, tuple)) and all(
        isinstance(item, dict)
        and set(item) == parts
        and all(isinstance(text, str) and text.strip() for text in item.values())
        and re.fullmatch(r"\d{4}-\d\d-\d\d", item["until"])
        for item in value
    )
    return "" if right else "must list rule, record, reason and until (as 2026-12-31) of each"


def positive(value: Any) -> str:
    """Say what is wrong with a whole number above 0, or nothing."""
    return "" if type(value) is int and value > 0 else "must be a whole number above 0"
