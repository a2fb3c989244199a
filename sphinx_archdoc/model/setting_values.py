"""What settings that conf.py and pyproject.toml share must be.

Each function says what is wrong with a value, or nothing.
"""

from __future__ import annotations

from typing import Any


def mapping(value: Any) -> str:
    """Say what is wrong with a dictionary by name, or nothing."""
    right = isinstance(value, dict) and all(isinstance(name, str) for name in value)
    return "" if right else "must be a dictionary with texts as keys"


def words(value: Any) -> str:
    """Say what is wrong with words for the statuses of one kind, or nothing."""
    right = not mapping(value) and all(isinstance(word, str) for word in value.values())
    return "" if right else 'must give a status for each word, like "gilt": "accepted"'


def waivers(value: Any) -> str:
    """Say what is wrong with waivers of findings as a whole, or nothing."""
    return "" if isinstance(value, (list, tuple)) else "must be a list of waivers"


def positive(value: Any) -> str:
    """Say what is wrong with a whole number above 0, or nothing."""
    return "" if type(value) is int and value > 0 else "must be a whole number above 0"
