"""Links in records: what a browser would run or load from the page itself becomes text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.uris import safe_uri
from sphinx_archdoc.sphinxext.warnings import placed, warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.drafts import Draft


def unlink_unsafe(env: BuildEnvironment, draft: Draft) -> None:
    """Turn links of a record that are not http, https, mailto or relative into their text."""
    for reference in [*draft.node.findall(nodes.reference)]:
        uri = str(reference.get("refuri", ""))
        if not uri or safe_uri(uri):
            continue
        shown = uri if len(uri) <= _LONGEST_SHOWN else f"{uri[:_LONGEST_SHOWN]}…"
        message = f"{draft.kind.name} {draft.id}: the link {shown!r} is shown as text"
        place = _place(reference) or placed(env, draft.at)
        warn(Code.URL, f"{message}; allowed: http, https, mailto and relative links", place)
        kept = nodes.inline("", "", *reference.children, ids=reference["ids"])
        reference.replace_self(kept)


_LONGEST_SHOWN = 60


def _place(node: nodes.Node | None) -> str:
    """Return ``file:line`` of the nearest block that knows its line."""
    while node is not None:
        if node.source and node.line:
            return f"{node.source}:{node.line}"
        node = node.parent
    return ""
