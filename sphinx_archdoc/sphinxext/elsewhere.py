"""Records of other projects, where `sphinx.ext.intersphinx` has loaded what they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

_DOMAIN = "arch:"


def external_ids(env: BuildEnvironment) -> set[tuple[str, str]]:
    """Return kind and id of records in other projects."""
    return {(kind, name) for kind, objects in _inventories(env) for name in objects}


def address_elsewhere(env: BuildEnvironment, id_: str) -> dict[str, str] | None:
    """Return where another project has a record of this id, and what it is called there."""
    for _, objects in _inventories(env):
        if (item := objects.get(id_)) is None:
            continue
        if "://" in item.uri:  # a path on this disk is no address of pages
            title = id_ if item.display_name in ("", "-") else item.display_name
            return {"refuri": item.uri, "reftitle": f"{title} ({item.project_name})"}
    return None


def _inventories(env: BuildEnvironment) -> Iterator[tuple[str, Any]]:
    inventories = getattr(env, "intersphinx_inventory", {})
    for object_type, objects in sorted(inventories.items()):
        if object_type.startswith(_DOMAIN):
            yield object_type.removeprefix(_DOMAIN), objects
