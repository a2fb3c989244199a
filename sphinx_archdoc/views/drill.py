"""From picture to picture: the pictures around a C4 picture, and those inside its boxes.

The levels are those of C4: landscape, context, container, component. A system has a context and a
container picture, an application (C4 container) a component picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.c4_model import model_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.c4 import Level
    from sphinx_archdoc.views.c4_model import Model

LANDSCAPE = mark("Landscape")
CONTEXT = mark("Context")


class PlacedView(NamedTuple):
    """A C4 picture on a page; ``scope`` is the id of what it is of, empty for the landscape.

    ``plain``: nothing is added to it or left out.
    """

    level: Level
    scope: str
    docname: str
    anchor: str
    plain: bool = True


class Crumb(NamedTuple):
    """A step of the way to a picture; ``place`` is None for the picture itself."""

    title: str
    place: PlacedView | None


class Drill(NamedTuple):
    """Where a picture leads: its way, the outermost first, and pictures inside its boxes by id."""

    crumbs: tuple[Crumb, ...] = ()
    inside: tuple[tuple[str, PlacedView], ...] = ()


class Drills:
    """The C4 pictures of a project, found by what they are of.

    Those of a page come in the order in which they stand there.
    """

    def __init__(
        self, store: Store, placed: Iterable[PlacedView], translate: Callable[[str], str]
    ) -> None:
        self._store = store
        self._translate = translate
        self._placed: dict[tuple[Level, str], list[PlacedView]] = {}
        for view in sorted(dict.fromkeys(placed), key=lambda view: (not view.plain, view.docname)):
            self._placed.setdefault((view.level, view.scope), []).append(view)

    def of(self, view: PlacedView, shown: Iterable[str]) -> Drill:
        """Return where a picture leads; ``shown`` are the ids of its boxes."""
        if view.level != "landscape" and not view.scope:
            return Drill()
        model = model_of(self._store)
        inside = []
        for id_ in shown:
            found = self._inside(model, view, id_)
            if found is not None:
                inside.append((id_, found))
        return Drill(self._crumbs(model, view), tuple(inside))

    def _crumbs(self, model: Model, view: PlacedView) -> tuple[Crumb, ...]:
        """Return the way to a picture; nothing where no picture is around it."""
        way: list[tuple[Level, str]] = [("landscape", "")]
        chain = model.chain(view.scope) if view.scope else ()
        system = next((id_ for id_ in chain if model.type(id_) == "system"), "")
        if system:
            way += [("context", system), ("container", system)]
        if view.level == "component":
            way.append(("component", view.scope))
        here = (view.level, view.scope)
        if here not in way:
            return ()
        crumbs = []
        for level, scope in way[: way.index(here)]:
            place = self._find(level, scope, view.docname)
            if place is not None:
                crumbs.append(Crumb(self._title(level, scope), place))
        return (*crumbs, Crumb(self._title(*here), None)) if crumbs else ()

    def _title(self, level: Level, scope: str) -> str:
        if level == "landscape":
            return self._translate(LANDSCAPE)
        if level == "context":
            return self._translate(CONTEXT)
        record = self._store.get(scope)
        return record.title or scope if record is not None else scope

    def _inside(self, model: Model, view: PlacedView, id_: str) -> PlacedView | None:
        """Return the next more detailed picture of what a box shows."""
        type_ = model.type(id_)
        levels: tuple[Level, ...] = ()
        if type_ == "system":
            levels = ("context", "container") if view.level == "landscape" else ("container",)
        elif type_ == "container":
            levels = ("component",)
        for level in levels:
            found = self._find(level, id_, view.docname)
            if found is not None and (found.level, found.scope) != (view.level, view.scope):
                return found
        return None

    def _find(self, level: Level, scope: str, docname: str) -> PlacedView | None:
        """Return a picture: a plain one if there is any, from the same page or else the first."""
        found = self._placed.get((level, scope), [])
        return min(found, key=lambda view: (not view.plain, view.docname != docname), default=None)
