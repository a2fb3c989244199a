"""Entity-relationship pictures of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.entity.data import EntityGraph
from sphinx_archdoc.diagrams.entity.names import NameIndex
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.values import split_list
from sphinx_archdoc.views.er_model import data_model
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

_TAG = "tag:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErRequest:
    """A picture of entities to make; without any choice all are shown.

    scope    entities, or a data store, application or system whose entities are meant
    store    data stores whose entities are shown
    tags     only entities with one of these tags
    include  more entities: ids, names, ``tag:core``
    exclude  entities to leave out, named likewise
    """

    scope: str = ""
    title: str = ""
    store: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    direction: Direction = "auto"


def compute(
    store: Store, request: ErRequest, context: Context
) -> tuple[EntityGraph, tuple[Problem, ...]]:
    """Return the picture data, and the names in the request that nothing has."""
    choice = _Choice(store)
    shown = choice.shown(request)
    title = request.title or titled("er-diagram", choice.name(request.scope), context.translate)
    if not shown and not choice.problems:
        choice.problems.append(Problem(Code.SCOPE, "there is no entity to show"))
    model = data_model(store)
    graph = EntityGraph(
        title=title,
        entities=tuple(e for e in model.entities.values() if e.id in shown),
        relations=tuple(r for r in model.relations if r.source in shown and r.target in shown),
        direction=request.direction,
    )
    return graph, tuple(choice.problems)


class _Choice:
    """Finds the entities that a request means."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.problems: list[Problem] = []
        self._records: tuple[Any, ...] = tuple(store.of("entity"))
        self._index = NameIndex((r.id, (r.title,)) for r in self._records)

    def shown(self, request: ErRequest) -> set[str]:
        """Return the ids of the entities in the picture."""
        found = {record.id for record in self._records}
        if request.scope:
            found &= self._named("", split_list(request.scope))
        if request.store:
            found &= self._named("store", request.store)
        if request.tags:
            wanted = {tag.casefold() for tag in request.tags}
            found &= {r.id for r in self._records if wanted & {t.casefold() for t in r.tags}}
        if request.include and not (request.scope or request.store or request.tags):
            found = set()
        found |= self._named("include", request.include)
        return found - self._named("exclude", request.exclude)

    def name(self, scope: str) -> str:
        """Return what a picture of this scope is of, or nothing for a list."""
        record = self.store.get(scope)
        return record.title if record is not None else ""

    def _named(self, option: str, names: tuple[str, ...] | list[str]) -> set[str]:
        """Return the entities that names mean; report names that nothing has."""
        found: set[str] = set()
        for name in names:
            mine = self._of(name)
            if mine is None:
                choices = [*(r.id for r in self._records), *self._stores()]
                near = suggestion(name, choices) or "no entity is declared"
                lead = f"{option}: " if option else ""
                message = f"{lead}there is no entity or data store {name!r}; {near}"
                self.problems.append(Problem(Code.SCOPE, message, option=option))
            else:
                found |= mine
        return found

    def _stores(self) -> list[str]:
        return [ref.id for record in self._records for ref in record.store]

    def _of(self, name: str) -> set[str] | None:
        """Return the entities of one name, or None when nothing has it."""
        if name.startswith(_TAG):
            tag = name[len(_TAG) :].casefold()
            return {r.id for r in self._records if tag in (t.casefold() for t in r.tags)}
        record = self.store.get(name)
        if record is not None and self.store.is_element(record):
            return self._inside(record)
        found = self._index.find(name)
        return {found} if found else None

    def _inside(self, element: Record) -> set[str]:
        """Return the entities of a building block: in its stores and in those that it uses."""
        inside = f"{element.id}."
        reached = {element.id}
        for relation in self.store.of("relation"):
            ends: Any = relation
            if any(ref.id == element.id or ref.id.startswith(inside) for ref in ends.source):
                reached |= {ref.id for ref in ends.target}
        return {
            r.id
            for r in self._records
            if any(ref.id in reached or ref.id.startswith(inside) for ref in r.store)
        }
