"""Entity-relationship pictures in PlantUML's language (``entity`` with crow's feet).

Source of the grammar: plantuml.com/ie-diagram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import drawn, plantuml_label, plantuml_line

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Cardinality, Column, Entity, EntityGraph

_LEFT: dict[Cardinality, str] = {
    "": "", "one": "||", "zero-or-one": "|o", "one-or-more": "}|", "zero-or-more": "}o",
}  # fmt: skip
_RIGHT: dict[Cardinality, str] = {
    "": "", "one": "||", "zero-or-one": "o|", "one-or-more": "|{", "zero-or-more": "o{",
}  # fmt: skip


def plantuml(data: EntityGraph) -> str:
    """Return the picture between ``@startuml`` and ``@enduml``, all texts drawn literally."""
    number = {entity.id: f"e{i}" for i, entity in enumerate(data.entities, start=1)}
    lines = ["@startuml", "hide circle", "skinparam linetype ortho"]
    if drawn(data.title):
        lines.append(f"title {plantuml_label(data.title)}")
    if data.direction in {"LR", "RL"}:
        lines.append("left to right direction")
    for entity in data.entities:
        lines += _entity(entity, number[entity.id])
    for relation in data.relations:
        line = "--" if relation.identifying else ".."
        arrow = f"{_LEFT[relation.source_end]}{line}{_RIGHT[relation.target_end]}"
        said = f" : {plantuml_label(relation.label)}" if relation.label.strip() else ""
        lines.append(f"{number[relation.source]} {arrow} {number[relation.target]}{said}")
    return "\n".join([*lines, "@enduml"]) + "\n"


def _entity(entity: Entity, name: str) -> list[str]:
    title = plantuml_label(entity.title if entity.title.strip() else entity.id)
    # What stands between angle brackets at the end of a title would be read as a generic type.
    lines = [f'entity "{title} " as {name} {{']
    first = [c for c in entity.columns if "PK" in c.keys]
    rest = [c for c in entity.columns if "PK" not in c.keys]
    lines += [f"  {_column(column)}" for column in first]
    if first and rest:
        lines.append("  --")
    return [*lines, *(f"  {_column(column)}" for column in rest), "}"]


def _column(column: Column) -> str:
    """Return ``* name : type <<PK>> – comment``, the star for what must have a value."""
    star = "* " if column.required or "PK" in column.keys else ""
    name = f"{star}{plantuml_label(column.name)}" if star else plantuml_line(column.name)
    kind = f" : {plantuml_label(column.type)}" if column.type.strip() else ""
    said = f" – {plantuml_label(column.comment)}" if drawn(column.comment) else ""
    return f"{name}{kind}{''.join(f' <<{key}>>' for key in column.keys)}{said}"
