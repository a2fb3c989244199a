"""Placeholders that stand where a template asks for a name."""

from __future__ import annotations

import re

#: In brackets a name, or words that no list parts: what belongs here, and no id ``[shop.api]``.
NAME_ASKED = re.compile(
    r"\[@?(?:[A-Z][a-z]+(?![\w.-])|[^\W\d_][^\[\],;\d]*\s)[^\[\],;]*\](?![(\[:_{`\w])"
)
