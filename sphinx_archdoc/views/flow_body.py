"""What the page shows of a flow: its picture, its steps with links, and what can go wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.diagrams.sequence.data import Sequence
from sphinx_archdoc.diagrams.sequence.text import outline
from sphinx_archdoc.model.error_statuses import KIND, codes_by_status
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import face
from sphinx_archdoc.views.flows import resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.outline import Item
    from sphinx_archdoc.diagrams.sequence.data import ErrorCase
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.faces import Face


_STEPS = mark("Steps")
_MESSAGES = mark("Messages")


@dataclass(frozen=True, slots=True)
class ShownFlow:
    """The steps of a flow as sentences, its error cases, and what names and codes lead to.

    ``heading`` is what stands above the steps.
    """

    steps: tuple[Item, ...]
    errors: tuple[ErrorCase, ...]
    links: dict[str, Face] = field(default_factory=dict)
    codes: dict[str, Face] = field(default_factory=dict)
    heading: str = _STEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPicture:
    """Asks for the picture of a flow; see ``model.body.BodyRequest``."""

    body: ClassVar[str] = "flow"
    is_picture: ClassVar[bool] = True
    is_apart: ClassVar[bool] = False

    sequence: Sequence
    title: str = ""

    def compute(self, store: Store, translate: Callable[[str], str]) -> Sequence:
        """Return the sequence as the model names and colours its participants."""
        return replace(resolved(store, self.sequence, translate), title=self.title)

    def words(self, store: Store, translate: Callable[[str], str]) -> tuple[Item, ...]:
        """Return nothing: the steps beside it say what the picture shows."""
        del store, translate
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSteps:
    """Asks for the steps of a flow; ``told`` tells whether the text around has steps of its own."""

    body: ClassVar[str] = "flow"
    is_picture: ClassVar[bool] = False
    is_apart: ClassVar[bool] = False

    sequence: Sequence
    title: str = ""
    told: bool = False

    def compute(self, store: Store, translate: Callable[[str], str]) -> ShownFlow:
        """Return the steps with the elements they name."""
        made = resolved(store, self.sequence, translate)
        faces = {p.id: face(store, p.id) for p in made.participants if p.id in store}
        return ShownFlow(
            steps=outline(replace(made, errors=()), translate),
            errors=(),
            links={id_: found for id_, found in faces.items() if found.found},
            heading=_MESSAGES if self.told else _STEPS,
        )

    def words(self, store: Store, translate: Callable[[str], str]) -> tuple[Item, ...]:
        """Return the steps as sentences."""
        return self.compute(store, translate).steps


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowErrors:
    """Asks for the error cases of a flow."""

    body: ClassVar[str] = "flow"
    is_picture: ClassVar[bool] = False
    is_apart: ClassVar[bool] = True

    errors: tuple[ErrorCase, ...]
    title: str = ""

    def compute(self, store: Store, translate: Callable[[str], str]) -> ShownFlow:
        """Return the error cases with the codes they name."""
        del translate
        statuses = codes_by_status(store.of(KIND))
        return ShownFlow(
            steps=(),
            errors=self.errors,
            codes={
                error.code: face(store, id_)
                for error in self.errors
                for id_ in statuses.get(error.code, (error.code,))[:1]
                if (known := store.get(id_)) is not None
                and known.kind_name == KIND
                and len(statuses.get(error.code, ())) <= 1
            },
        )

    def words(self, store: Store, translate: Callable[[str], str]) -> tuple[Item, ...]:
        """Return the error cases as sentences below one."""
        del store
        return outline(Sequence(title="", errors=self.errors), translate)


#: A heading over steps that the author has written out beside the picture.
_HEADING = re.compile(
    r"^[ \t#*_]*(?:steps|flow steps|schritte|ablauf|étapes|pasos)[\s:*_]*$",
    re.IGNORECASE | re.MULTILINE,
)


def requests(
    data: Sequence, *, id_: str, title: str, prose: str
) -> tuple[FlowPicture | FlowSteps | FlowErrors, ...]:
    """Return what stands in the place of the lines that were read."""
    del id_  # the picture's ids are those of its participants
    found: list[FlowPicture | FlowSteps | FlowErrors] = []
    if data.items:
        told = _HEADING.search(prose) is not None
        found = [FlowPicture(sequence=data, title=title), FlowSteps(sequence=data, told=told)]
    if data.errors:
        found.append(FlowErrors(errors=data.errors))
    return tuple(found)
