"""Deployment nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.fields import refs
from sphinx_archdoc.model.kind import kind, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import Ref


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
    """A place where software runs: a region, a cluster, a machine (C4: deployment node).

    The first part of its id is the environment: ``prod.eu.k8s`` belongs to ``prod``.
    """

    instances: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that run here, with their number: `shop.api x3, shop.db`."),
        inverse=mark("Deployed on"),
        column=True,
        synonyms=("runs", "deployed", "instance", "containers"),
    )
