"""A decision in one sentence, for lists and tips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_inline import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.formats.adr_outline import Part

_LONGEST = 300
_CHOSEN = re.compile(
    r"(?:Chosen option|Gewählte Option|Option choisie|Opción elegida)\s*:\s*", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?。])(?:\s|\Z)|\n\s*\n")


def summary_of(parts: Sequence[Part]) -> str:
    """Return the first sentence of the decision, without markup; empty when there is none."""
    for part in parts:
        if part.role == "body" and part.name == "decision":
            for block in part.blocks:
                text = plain(block.text) if block.kind in ("text", "item") else ""
                if text:
                    return _sentence(_CHOSEN.sub("", text, count=1))
    return ""


def _sentence(text: str) -> str:
    sentence = " ".join(_END.split(text.strip(), maxsplit=1)[0].split())
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"
