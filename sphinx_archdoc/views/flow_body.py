"""What the page shows of a flow: its picture, its steps with links, and what can go wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.diagrams.sequence.text import outline
from sphinx_archdoc.model.error_statuses import KIND, codes_by_status
from sphinx_archdoc.views.faces import face
from sphinx_archdoc.views.flows import resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.outline import Item
    from sphinx_archdoc.diagrams.sequence.data import ErrorCase, Sequence
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.faces import Face


@dataclass(frozen=True, slots=True)
class ShownFlow:
    """The steps of a flow as sentences, its error cases, and what names and codes lead to."""

    steps: tuple[Item, ...]
    errors: tuple[ErrorCase, ...]
    links: dict[str, Face]
    codes: dict[str, Face] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPicture:
    """Asks for the picture of a flow; see ``model.body.BodyRequest``."""

    body: ClassVar[str] = "flow"
    is_picture: ClassVar[bool] = True

    sequence: Sequence
    title: str = ""

    def compute(self, store: Store, translate: Callable[[str], str]) -> Sequence:
        """Return the sequence as the model names and colours its participants."""
        return replace(resolved(store, self.sequence, translate), title=self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSteps:
    """Asks for the steps of a flow and its error cases."""

    body: ClassVar[str] = "flow"
    is_picture: ClassVar[bool] = False

    sequence: Sequence
    title: str = ""

    def compute(self, store: Store, translate: Callable[[str], str]) -> ShownFlow:
        """Return the steps with the elements they name."""
        made = resolved(store, self.sequence, translate)
        faces = {p.id: face(store, p.id) for p in made.participants if p.id in store}
        statuses = codes_by_status(store.of(KIND))
        return ShownFlow(
            steps=outline(replace(made, errors=()), translate),
            errors=made.errors,
            links={id_: found for id_, found in faces.items() if found.found},
            codes={
                error.code: face(store, id_)
                for error in made.errors
                for id_ in statuses.get(error.code, (error.code,))[:1]
                if (known := store.get(id_)) is not None
                and known.kind_name == KIND
                and len(statuses.get(error.code, ())) <= 1
            },
        )


def requests(data: Sequence, *, id_: str, title: str) -> tuple[FlowPicture | FlowSteps, ...]:
    """Return what stands in the place of the lines that were read."""
    del id_  # the picture's ids are those of its participants
    if not data.items:
        return (FlowSteps(sequence=data),)
    return (FlowPicture(sequence=data, title=title), FlowSteps(sequence=data))
