"""Kinds declared as data in ``conf.py`` (``archdoc_kinds``), with the words of the decorator."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declare_fields import FieldReader, Reader
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.kind import Family, Record, kind_of
from sphinx_archdoc.model.values import is_id

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind, Registry

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
#: Directives of docutils and MyST that must stay what they are.
_RESERVED = ("container", "option")
#: What a kind may say, with the type of each fact.
_FACTS: dict[str, type] = {
    "title": str, "plural": str, "help": str, "family": str, "argument": str, "prefix": str,
    "id_words": tuple, "title_words": tuple, "notation": str, "role_css": str, "shape": str,
    "type_words": tuple, "page_form": bool, "fields": dict,
}  # fmt: skip
_LOOKS = {"argument": "id", "notation": "element", "role_css": "component", "shape": "box"}


def kinds_from_config(
    data: object, registry: Registry, *, reserved: Collection[str] = ()
) -> tuple[list[Kind], list[Problem]]:
    """Return the kinds that the project declares, and what is wrong with the declarations.

    ``reserved`` holds names that are taken, such as those of the views. A fault costs the fact it
    is in; only a kind without a usable name or title is left out.
    """
    problems: list[Problem] = []
    if not isinstance(data, Mapping):
        return [], [Problem(Code.CONFIG, "archdoc_kinds: a mapping of names to kinds is wanted")]
    named = [name for name in data if _is_name(name, registry, reserved, problems)]
    targets = {*registry.names(), *get_args(Family), *named}
    kinds: list[Kind] = []
    for name in named:
        found = _kind(name, data[name], registry.extended(kinds), targets, problems)
        if found is not None:
            kinds.append(found)
    return _checked(kinds, registry, problems), problems


def _is_name(
    name: object, registry: Registry, reserved: Collection[str], problems: list[Problem]
) -> bool:
    if not isinstance(name, str) or not _NAME.match(name):
        why = "is no name for a kind; use lower-case letters, digits and hyphens"
    elif name in registry:
        why = "exists already; choose another name"
    elif name in _RESERVED or name in reserved:
        why = "is the name of another directive; choose another name"
    else:
        return True
    problems.append(Problem(Code.CONFIG, f"archdoc_kinds: {name!r} {why}"))
    return False


def _kind(
    name: str, data: Any, registry: Registry, targets: set[str], problems: list[Problem]
) -> Kind | None:
    reader = Reader(f"archdoc_kinds[{name!r}]", problems)
    facts = reader.facts(data, _FACTS)
    title = facts.pop("title", "")
    if not title:
        reader.say("a kind needs a title; it is left out")
        return None
    help_ = facts.pop("help", "") or title
    reader.one_of(facts, "family", get_args(Family))
    reader.one_of(facts, "argument", ("title", "id"))
    for look in ("role_css", "shape"):
        reader.one_of(facts, look, sorted({getattr(kind, look) for kind in registry} - {""}))
    if facts.get("family") == "element":
        facts = {**_LOOKS, **facts}
    _check_prefix(facts, name, registry, reader)
    fields = FieldReader(reader, targets, plural=facts.get("plural") or f"{title}s")
    members = [(attribute, Any, field) for attribute, field in fields.read(facts.pop("fields", {}))]
    made = dataclasses.make_dataclass(
        "".join(part.capitalize() for part in name.split("-")),
        members,
        bases=(Record,),
        namespace={"__doc__": help_, "__module__": __name__},
        frozen=True,
        slots=True,
        kw_only=True,
    )
    return kind_of(made, name, title=title, **facts)


def _check_prefix(facts: dict[str, Any], name: str, registry: Registry, reader: Reader) -> None:
    prefix = facts.get("prefix")
    if prefix is None:
        return
    if not is_id(f"{prefix}1"):
        reader.say(f"prefix {prefix!r} is no start of an id, such as 'Q-'")
        del facts["prefix"]
        return
    for other in registry:
        if other.prefix.casefold() == prefix.casefold():
            usual = f"{name.upper()}-"
            reader.say(f"prefix {prefix!r} is that of {other.name} already; {usual!r} is used")
            del facts["prefix"]
            return


def _checked(kinds: list[Kind], registry: Registry, problems: list[Problem]) -> list[Kind]:
    """Drop the other ends of fields that do not exist; that is known when all kinds are."""
    complete = registry.extended(kinds)
    return [
        dataclasses.replace(
            kind,
            fields=tuple(_with_other_end(spec, kind, complete, problems) for spec in kind.fields),
        )
        for kind in kinds
    ]


def _with_other_end(spec: Any, kind: Kind, registry: Registry, problems: list[Problem]) -> Any:
    if not spec.reverse_of:
        return spec
    ends = [
        other.name
        for target in registry
        if registry.matches(target.name, spec.targets)
        for other in target.fields
        if other.type == "refs" and not other.reverse_of
    ]
    if spec.reverse_of in ends:
        return spec
    hint = suggestion(spec.reverse_of, _unique(ends)) or "there is none in its targets"
    place = f"archdoc_kinds[{kind.name!r}]['fields'][{spec.name!r}]"
    message = f"{place}: reverse_of names {spec.reverse_of!r}, which is no such field; {hint}"
    problems.append(Problem(Code.CONFIG, message))
    return dataclasses.replace(spec, reverse_of="", inverse=kind.plural)


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
