"""The languages of free-form diagrams."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["mermaid", "plantuml"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
