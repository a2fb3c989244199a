"""Infrastructure nodes."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "infrastructure-node",
    title=mark("Infrastructure node"),
    plural=mark("Infrastructure nodes"),
    family="element",
    argument="id",
    notation="infrastructure node",
    role_css="node",
    shape="box",
)
class InfrastructureNode(Element):
    """What software needs where it runs: a load balancer, a firewall, DNS (C4: the same)."""
