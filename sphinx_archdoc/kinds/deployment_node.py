"""Deployment nodes."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "deployment-node",
    title=mark("Deployment node"),
    plural=mark("Deployment nodes"),
    family="element",
    argument="id",
    notation="deployment node",
    role_css="node",
    shape="node",
)
class DeploymentNode(Element):
    """A place where software runs: a region, a cluster, a machine (C4: deployment node)."""
