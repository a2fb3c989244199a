"""The risk matrix: impact upwards, likelihood to the right, the risks in their cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.cells import Score, score_of
from sphinx_archdoc.views.faces import Face, face_of, natural
from sphinx_archdoc.views.known_facts import word_of
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.values import Values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRequest:
    """A risk matrix to make."""

    is_picture: ClassVar[bool] = False

    selection: Selection


class Step(NamedTuple):
    """A step of the scale: the heading of a row or column."""

    key: str
    label: str


class MatrixCell(NamedTuple):
    """The risks of one impact and likelihood, with the score they share."""

    score: Score
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows are impacts, the highest first; columns are likelihoods, the lowest first.

    ``impact`` and ``likelihood`` are what the project calls them. ``unplaced`` are risks whose
    impact or likelihood is missing or no known word.
    """

    rendered_by: ClassVar[str] = "matrix"

    impact: str
    likelihood: str
    rows: tuple[Step, ...]
    columns: tuple[Step, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    unplaced: tuple[Face, ...] = ()


def compute(
    store: Store, request: MatrixRequest, context: Context
) -> tuple[Matrix, tuple[Problem, ...]]:
    """Return the data of a matrix and what is wrong with its request."""
    made = compute_matrix(store, request.selection, context.scoring, settings=context.settings)
    return made, problems(store, request, context)


def problems(store: Store, request: MatrixRequest, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with a request."""
    from sphinx_archdoc.views.selection_problems import selection_problems

    return tuple(selection_problems(store.registry, request.selection, settings=context.settings))


def compute_matrix(
    store: Store,
    selection: Selection,
    scoring: Scoring,
    *,
    settings: Settings | None = None,
) -> Matrix:
    """Return the risk matrix of the records of a selection."""
    steps = tuple(Step(term.key, term.label) for term in scoring.levels.terms)
    known = {step.key for step in steps}
    placed: dict[tuple[str, str], list[Face]] = defaultdict(list)
    unplaced: list[Face] = []
    records = select(store, selection, scoring, settings)
    for record in records:
        words = (word_of(record, "impact"), word_of(record, "likelihood"))
        impact, likelihood = (word.key if word is not None else "" for word in words)
        if impact in known and likelihood in known:
            placed[impact, likelihood].append(face_of(store, record))
        else:
            unplaced.append(face_of(store, record))
    size = len(steps)
    cells = []
    for row in range(size, 0, -1):
        line = []
        for column in range(1, size + 1):
            score = score_of(scoring, row * column)
            assert score is not None  # noqa: S101 -- row and column count from 1
            faces = placed[steps[row - 1].key, steps[column - 1].key]
            line.append(MatrixCell(score, _ordered(faces)))
        cells.append(tuple(line))
    values = Values(store, scoring, settings)
    return Matrix(
        impact=_called(values, records, "impact", mark("Impact")),
        likelihood=_called(values, records, "likelihood", mark("Likelihood")),
        rows=steps[::-1],
        columns=steps,
        cells=tuple(cells),
        unplaced=_ordered(unplaced),
    )


def _called(values: Values, records: Sequence[Record], field: str, title: str) -> str:
    """Return what an axis is called: as in the tables of the risks, if they agree."""
    if not records:
        return title
    return values.title(values.source(values.store.kind(records[0]), field), records)


def _ordered(faces: list[Face]) -> tuple[Face, ...]:
    return tuple(sorted(faces, key=lambda face: natural(face.id)))
