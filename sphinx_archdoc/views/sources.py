"""The names that filters, sort orders and columns may use, and where each takes its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Derived, Kind, Registry
    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value comes from.

    origin  ``base`` (id, title, kind, …), ``field`` (declared), ``derived`` (from other facts),
            ``incoming`` (links of others) or ``extra`` (a table column that no field stands for)
    name    the name in the form of an option (``superseded-by``)
    type    a field type, or ``id``, ``title``, ``kind``, ``score``
    links   for incoming links: pairs of kind and field they come from; empty kind: any
    """

    origin: Literal["base", "field", "derived", "incoming", "extra"]
    name: str
    title: str
    type: str
    spec: FieldSpec | None = None
    derived: Derived | None = None
    links: tuple[tuple[str, str], ...] = ()


_BASE = {
    source.name: source
    for source in (
        Source(origin="base", name="id", title=mark("ID"), type="id"),
        Source(origin="base", name="title", title=mark("Title"), type="title"),
        Source(origin="base", name="kind", title=mark("Kind"), type="kind"),
        Source(origin="base", name="page", title=mark("Page"), type="text"),
        Source(origin="base", name="summary", title=mark("Summary"), type="text"),
        Source(origin="base", name="score", title=mark("Score"), type="score"),
        Source(origin="base", name="band", title=mark("Rating"), type="level"),
        Source(origin="base", name="parent", title=mark("Part of"), type="refs"),
    )
}


def slug(name: str) -> str:
    """Return a name as an option is written: lower case, hyphens between the words."""
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def scored(kind: Kind) -> bool:
    """Tell whether records of this kind have a risk score."""
    return all(
        spec is not None and spec.type == "level"
        for spec in (kind.field("impact"), kind.field("likelihood"))
    )


def find(registry: Registry, kind: Kind, name: str) -> Source | None:
    """Return what ``name`` means for a kind: a field, a base fact, a synonym or an inverse."""
    from sphinx_archdoc.model.header_names import by_header

    key = slug(name)
    spec = kind.field(key)
    base = _base(kind, key) if spec is None and key in _BASE else None
    if base is not None:
        return base
    spec = spec or by_header(kind, name)
    if spec is not None:
        return _of_field(kind, spec)
    derived = next((item for item in kind.derived if slug(item.name) == key), None)
    if derived is not None:
        return Source(
            origin="derived",
            name=key,
            title=derived.title,
            type=derived.type,
            derived=derived,
        )
    words = key.replace("-", " ")
    if words in kind.id_words:
        return _base(kind, "id")
    if words in kind.title_words:
        return _base(kind, "title")
    return inverses(registry, kind).get(key)


def extra_source(name: str) -> Source:
    """Return the source of a table column that no field stands for."""
    return Source(origin="extra", name=slug(name), title=name.strip(), type="inline")


def _base(kind: Kind, key: str) -> Source | None:
    if key in ("score", "band") and not scored(kind):
        return None
    if key == "parent" and kind.family != "element":
        return None
    if key == "summary" and kind.family != "decision":  # others have a description
        return None
    if key == "title" and kind.family == "element":
        return Source(origin="base", name="title", title=mark("Name"), type="title")
    return _BASE[key]


def _of_field(kind: Kind, spec: FieldSpec) -> Source:
    if spec.reverse_of:
        forward = kind.field(spec.reverse_of)
        title = forward.inverse if forward is not None and forward.inverse else spec.title
        return Source(
            origin="incoming",
            name=spec.option,
            title=title,
            type="refs",
            spec=spec,
            links=(("", spec.reverse_of),),
        )
    return Source(origin="field", name=spec.option, title=spec.title, type=spec.type, spec=spec)


def inverses(registry: Registry, kind: Kind) -> dict[str, Source]:
    """Return the other ends of references that may name this kind (``decided-by``, ``risks``)."""
    links: dict[str, list[tuple[str, str]]] = {}
    for other in registry:
        if other.family == "relation":
            continue
        for spec in other.fields:
            if spec.inverse and registry.matches(kind.name, spec.targets):
                links.setdefault(spec.inverse, []).append((other.name, spec.name))
    return {
        slug(title): Source(
            origin="incoming", name=slug(title), title=title, type="refs", links=tuple(pairs)
        )
        for title, pairs in links.items()
    }


def known(registry: Registry, kinds: Iterable[Kind]) -> list[str]:
    """Return the names that :func:`find` knows for any of these kinds, each once."""
    names: dict[str, None] = {}
    for kind in kinds:
        names.update(dict.fromkeys(spec.option for spec in kind.fields))
        names.update((slug(item.name), None) for item in kind.derived)
        names.update((key, None) for key in _BASE if _base(kind, key) is not None)
        names.update(dict.fromkeys(inverses(registry, kind)))
    return list(names)


def kinds_named(registry: Registry, names: Iterable[str]) -> list[Kind]:
    """Return the kinds with these names or of these families; all kinds when no name is given."""
    wanted = set(names)
    return [kind for kind in registry if not wanted or {kind.name, kind.family} & wanted]


def extra_columns(store: Store, kinds: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the headers of the table columns that no field stands for, in order of the records."""
    names: dict[str, str] = {}
    for kind in kinds_named(store.registry, kinds):
        for record in store.of(kind.name):
            for name, _ in record.extra:
                names.setdefault(slug(name), name)
    return tuple(names.values())


def default_columns(kinds: Sequence[Kind]) -> tuple[str, ...]:
    """Return the columns of a table of these kinds, with the kind where there are several."""
    names: dict[str, None] = {"id": None, "title": None}
    if len(kinds) > 1:
        names["kind"] = None
    for kind in kinds:
        names.update(dict.fromkeys(slug(name) for name in kind.columns()))
    if kinds and all(kind.prefixed for kind in kinds):
        del names["id"]  # it says the title again; the title is the link
    return tuple(names)


def is_empty(value: Any) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value is False or value in ("", ())
