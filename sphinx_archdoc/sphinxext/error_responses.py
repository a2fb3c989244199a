"""Errors that an endpoint lists in its text: ``- **400:** Validation error``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.error_statuses import KIND
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.reading.tasks import Group

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.body import Body

#: What the list is called, beside the words of the field, whose text would be taken off the page.
_LABELS = (
    "error responses", "error response", "errors returned", "failure responses",
    "fehlerantworten", "respuestas de error", "réponses d'erreur",
)  # fmt: skip
#: A status, or a code in capitals, in front of what it means.
_CODE = re.compile(r"(?P<code>[1-5]\d\d|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w.-])")


def add_error_responses(kind: Kind, body: Body, raw: dict[str, str]) -> None:
    """Fill the field of error codes from a list in the text, which stays where it is."""
    spec = next((spec for spec in kind.fields if KIND in spec.targets), None)
    if spec is None or spec.option in raw:
        return
    codes: dict[str, None] = {}
    for section in body.walk():
        if header_word(section.name) not in _LABELS:
            continue
        blocks = [block for block in section.nodes if isinstance(block, nodes.Element)]
        for item in Group(None, [*blocks]).items():
            found = _CODE.match(item.text)
            if found is not None:
                codes[found["code"]] = None
    if codes:
        raw[spec.option] = ", ".join(codes)
