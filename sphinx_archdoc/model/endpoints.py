"""What is called how: ``GET /orders`` is a method and a path, whichever column it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind

METHOD, PATH = "method", "path"
_VERB = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT|QUERY|WS|WSS|SSE"
_CALL = re.compile(
    rf"(?P<method>(?:{_VERB})(?:\s*(?:,|/|\||or|oder)\s*(?:{_VERB}))*)\s+(?P<path>\S.*)", re.DOTALL
)


def split_call(kind: Kind, values: dict[str, Any]) -> None:
    """Take the method out of a path that begins with it; another one that is said stays."""
    if METHOD not in kind.called_by or not isinstance(values.get(PATH), str):
        return
    found = _CALL.match(values[PATH])
    if found and values.get(METHOD) in (None, "", found[METHOD]):
        values[METHOD], values[PATH] = found[METHOD], found[PATH]
