"""The sequence of a flow that is declared elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Sequence
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.views.flows import resolved
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRequest:
    """A sequence to draw.

    scope     the id of a flow; empty: the only one
    sequence  the steps themselves; then no flow is looked for
    """

    scope: str = ""
    title: str = ""
    sequence: Sequence | None = None


def compute(
    store: Store, request: FlowRequest, context: Context
) -> tuple[Sequence, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such flow, and what is wrong."""
    if request.sequence is not None:
        made = resolved(store, request.sequence, context.translate)
        title = request.title or made.title or titled("flow-diagram", "", context.translate)
        return replace(made, title=title), ()
    flow, problems = flow_of(store, request.scope)
    if flow is None:
        return Sequence(
            title=request.title or titled("flow-diagram", "", context.translate)
        ), problems
    made = resolved(store, flow.body, context.translate)
    return replace(made, title=request.title or flow.title or flow.id), problems


def flow_of(store: Store, scope: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return the flow with this id, or the only one, and what is wrong with the choice."""
    flows = [record for record in store.records if isinstance(record.body, Sequence)]
    ids = [record.id for record in flows]
    if not scope and len(flows) == 1:
        return flows[0], ()
    if not flows:
        message = "there is nothing to show: no flow with steps is declared"
    elif not scope:
        message = f"say which flow to show; {suggestion('', ids)}"
    else:
        record = store.get(scope)
        if record in flows:
            return record, ()
        if record is None:
            message = f"there is no flow {scope[:60]!r}; {suggestion(scope, ids)}"
        else:
            kind = store.kind(record).name
            message = f"{scope!r} is declared as {kind} without steps; {suggestion('', ids)}"
    return None, (Problem(Code.SCOPE, message),)
