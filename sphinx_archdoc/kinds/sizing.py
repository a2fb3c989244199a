"""Sizing of resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "sizing",
    title=mark("Sizing"),
    plural=mark("Sizings"),
    prefix="SIZE-",
    prefixed=True,
    rest="instance_type",
    title_words=listed(
        "component, resource, node, server, service, workload, tier, komponente, ressource, "
        "composant, componente"
    ),
)
class Sizing(Record):
    """The resources that a part of the system is given."""

    instance_type: str = text(
        mark("The sort of machine."),
        column=True,
        synonyms=listed(
            "instance, instance class, type, size, machine, machine type, sku, flavor, "
            "instanztyp, größe"
        ),
    )
    count: Amount | None = amount(
        mark("How many there are."),
        column=True,
        synonyms=listed("instances, replicas, quantity, nodes, pods, anzahl, nombre, cantidad"),
    )
    auto_scale: Amount | None = amount(
        mark("Between how many it scales: `3-10`."),
        column=True,
        synonyms=listed("autoscale, auto scaling, autoscaling, scaling, scale, skalierung"),
    )
    cpu: Amount | None = amount(
        mark("Processors of each."),
        title=mark("CPU"),
        column=True,
        synonyms=listed("vcpu, vcpus, cores, cpus, cpu cores, prozessoren"),
    )
    memory: Amount | None = amount(
        mark("Memory of each."),
        column=True,
        synonyms=listed("ram, arbeitsspeicher, mémoire, memoria"),
    )
    storage: Amount | None = amount(
        mark("Disk of each."),
        column=True,
        synonyms=listed("disk, disk size, ssd, volume, speicher, stockage"),
    )
    cost: Amount | None = amount(
        mark("What it costs."), synonyms=listed("costs, monthly cost, price, kosten, coût, coste")
    )
    environment: str = text(
        mark("Where it runs."), synonyms=listed("env, stage, umgebung, entorno")
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it is for."),
        inverse=mark("Sizing"),
        synonyms=listed("component, components, applies to"),
    )
