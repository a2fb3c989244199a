"""C4 pictures of the model: landscape, context, containers, components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.views.c4_model import C4Type, Model, model_of
from sphinx_archdoc.views.c4_names import elements_named, unknown_tags
from sphinx_archdoc.views.c4_picture import C4Picture
from sphinx_archdoc.views.computing import same
from sphinx_archdoc.views.known_facts import flag_of
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

Level = Literal["landscape", "context", "container", "component"]

#: What the scope of each level is, in C4 and in words.
_SCOPES: dict[str, tuple[C4Type, str]] = {
    "context": ("system", "software system"),
    "container": ("system", "software system"),
    "component": ("container", "application (C4 container)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class C4Request:
    """A picture to make.

    scope    the system (context, container) or application (component); empty: the only one
    include  elements to show although no line leads to them, see ``c4_names``
    exclude  elements to leave out, with all that is inside them
    tags     only what has one of these tags, of what is inside (of what is around, in a context)
    filter   only what meets this condition, of the same
    depth    levels of what is inside that are shown; with more than one, elements are opened
    badges   whether boxes say how many decisions and risks there are
    """

    level: Level
    scope: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    filter: str = ""
    depth: int = 1
    badges: bool = True
    direction: Direction = "auto"
    title: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether this is the picture of its level as it is, with nothing more or less."""
        return not self.chooses and self.depth == 1

    @property
    def chooses(self) -> bool:
        """Whether options say which elements are shown."""
        return bool(self.include or self.exclude or self.tags or self.filter)


def compute(
    store: Store, request: C4Request, context: Context
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such scope, and what is wrong."""
    if not request.filter:
        return compute_c4(store, request, translate=context.translate)
    selection = Selection(kinds=("element",), where=request.filter)
    wrong = selection_problems(store.registry, selection, settings=context.settings)
    found = select(store, selection, context.scoring, context.settings)
    only = frozenset(record.id for record in found)
    graph, problems = compute_c4(store, request, translate=context.translate, only=only)
    return graph, (*wrong, *problems)


def compute_c4(
    store: Store,
    request: C4Request,
    *,
    translate: Callable[[str], str] = same,
    only: frozenset[str] | None = None,
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such scope, and what is wrong.

    ``only`` are the elements that meet the filter, where there is one.
    """
    model = model_of(store)
    problems: list[Problem] = []
    scope = ""
    if request.level != "landscape":
        found = _scope(model, request, problems)
        if found is None:
            title = request.title or titled(f"c4-{request.level}", "", translate)
            return Graph(title=title, direction=request.direction), tuple(problems)
        scope = found.id
    named: dict[str, tuple[str, ...]] = {}
    for option, words in (("include", request.include), ("exclude", request.exclude)):
        named[option], unknown = elements_named(store, option, words)
        problems += unknown
    problems += unknown_tags(store, "tags", request.tags)
    graph = C4Picture(model, request, scope, translate, **named, only=only).graph()
    if scope and not graph.nodes:
        why = "its options leave nothing of what is" if request.chooses else "nothing is declared"
        message = f"there is nothing to show: {why} inside {scope!r}"
        problems.append(Problem(Code.SCOPE, message))
    return graph, tuple(problems)


def scope_of(store: Store, request: C4Request) -> str:
    """Return the id of what a picture is of; empty for the landscape, and for no such element."""
    if request.level == "landscape":
        return ""
    found = _scope(model_of(store), request, [])
    return found.id if found is not None else ""


def _scope(model: Model, request: C4Request, problems: list[Problem]) -> Record | None:
    wanted, words = _SCOPES[request.level]
    fitting = model.of(wanted)
    if request.level == "component":
        # Only those with something inside are worth proposing.
        inner = [record for record in fitting if model.store.children(record.id)]
    else:
        inner = [record for record in fitting if not flag_of(record, "external")]
    choices = [record.id for record in inner or fitting]
    lacking = f"no {words} has anything inside" if fitting else f"no {words} is declared"
    if not request.scope:
        if len(inner) == 1:
            return inner[0]
        if inner:
            message = f"say which {words} to show; {suggestion('', choices)}"
        else:
            message = f"there is nothing to show: {lacking}"
        problems.append(Problem(Code.SCOPE, message))
        return None
    record = model.element(request.scope)
    if record is None:
        hint = suggestion(request.scope, choices) or lacking
        problems.append(Problem(Code.SCOPE, f"there is no element {request.scope!r}; {hint}"))
        return None
    if model.type(record.id) == wanted:
        return record
    kind = model.store.kind(record).name
    related = [id_ for id_ in model.chain(record.id) if model.type(id_) == wanted]
    related += [id_ for id_ in model.store.children(record.id) if id_ in choices]
    near = f"did you mean {related[0]!r}?" if related else suggestion(record.id, choices)
    hint = near or lacking
    message = f"the picture is of one {words}, {record.id!r} is declared as {kind}; {hint}"
    problems.append(Problem(Code.SCOPE, message))
    return None
