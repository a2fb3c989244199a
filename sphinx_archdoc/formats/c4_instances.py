"""Lines that say what runs where: ``instance prod.eu.k8s shop.api x3``."""

from __future__ import annotations

import re

from sphinx_archdoc.formats.collecting import safe_id
from sphinx_archdoc.model.declared import DeclaredInstance

#: A line about instances; its group is what follows the word.
INSTANCE = re.compile(r"instance\s+(\S.*)", re.IGNORECASE)
_COUNT = re.compile(r"[x×]?\s?(\d{1,4})", re.IGNORECASE)
#: ``NODE ELEMENT``; below a node the element alone.
_MOST = 2


def read_instance(text: str, around: str, line: int) -> DeclaredInstance | None:
    """Read ``[NODE] ELEMENT [xN]``; None when it is something else.

    ``around`` is the id of the node that the line stands below, or empty; it is the node where the
    line names none, and else the beginning of the node's path.
    """
    words = text.split()
    counted = _COUNT.fullmatch(words[-1]) if len(words) > 1 else None
    count = int(counted[1]) if counted else 1
    words = words[:-1] if counted else words
    if len(words) > _MOST or count < 1:
        return None
    node = safe_id(words[0]) if len(words) == _MOST else around
    if not node:
        return None
    if around and node != around and not node.startswith(f"{around}."):
        node = f"{around}.{node}"
    return DeclaredInstance(node=node, element=safe_id(words[-1]), count=count, line=line)
