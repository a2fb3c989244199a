"""A place where software runs is empty, or a container runs nowhere.

**What it reports.** Deployment nodes with no instances and nothing inside, and, in a model with
deployment nodes, containers of one's own that none of them runs, neither them nor their system.

**Why.** The deployment picture says less than it seems to. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-deployment": "warning"}`::

    .. app:: shop.api

    .. app:: shop.mail

    .. deployment-node:: prod.k8s
       :instances: shop.api x3

Nothing says where `shop.mail` runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import level_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_DEPLOYMENT
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each empty node, and each container that runs nowhere."""
    nodes = store.of("deployment-node")
    if not nodes:
        return
    running: set[str] = set()
    for node in nodes:
        instances = [ref.id for ref in getattr(node, "instances", ())]
        running.update(instances)
        if not instances and not store.children(node.id):
            message = f"{name(store, node)}: nothing runs on it and nothing is inside it"
            yield Finding(CODE, f"{message}; say with instances what runs there", node.at)
    # An instance of a system runs all of it, one of a component the container around it.
    around = {id_ for instance in running for id_ in store.ancestors(instance)}
    for element in store.of("element"):
        here = {element.id, *store.ancestors(element.id)}
        own = level_of(store, element) == "container" and not getattr(element, "external", False)
        if own and here.isdisjoint(running) and element.id not in around:
            message = f"{name(store, element)}: no deployment node runs it"
            yield Finding(CODE, f"{message}; add it to the instances of one", element.at)
