"""Placeholders that stand where a template asks for a name."""

from __future__ import annotations

import re

from sphinx_archdoc.model.values import split_list

#: In brackets a name, or words that no list parts: what belongs here, and no id ``[shop.api]``.
NAME_ASKED = re.compile(
    r"\[@?(?:[A-Z][a-z]+(?![\w.-])|[^\W\d_][^\[\],;\d]*\s)[^\[\],;]*\](?![(\[:_{`\w])"
)


def read_people(text: str) -> tuple[str, ...]:
    """Read a list of people; a placeholder keeps its brackets, so that nobody takes it for one."""
    asked = " ".join(text.split())
    return (asked,) if NAME_ASKED.fullmatch(asked) else tuple(split_list(text))
