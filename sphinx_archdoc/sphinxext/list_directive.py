"""Questions and changes: a list or table in the body declares, no body shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.standing import of_question
from sphinx_archdoc.sphinxext.list_items import (
    ItemReader,
    box,
    dress_item,
    parse_blocks,
    state_badge,
)
from sphinx_archdoc.sphinxext.view_directive import ViewDirective

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_archdoc.reading.tasks import Group, Item
    from sphinx_archdoc.sphinxext.drafts import Draft
    from sphinx_archdoc.views.catalog import ViewSpec


class ListDirective(ViewDirective):
    """A view whose body may be a list: every item is a record."""

    def _declared(self, spec: ViewSpec) -> list[nodes.Node]:
        if not self.content:
            return super()._declared(spec)
        from sphinx_archdoc.reading.tables import read_table
        from sphinx_archdoc.reading.tasks import groups

        blocks = parse_blocks(self)
        table, problems = read_table(blocks)
        found = groups(blocks)
        items = [(group, item) for group in found for item in group.items()]
        if table is not None:
            self.report(problems)
            self._rows(spec, table)
        elif not items:
            message = f"{self.name} holds neither a list nor a table; its text is kept as it is"
            self.warn(Code.TABLE, message)
        for group, item in items:
            self._item(spec, group, item)
        return self._named(blocks)

    def _rows(self, spec: ViewSpec, table: Any) -> None:
        from sphinx_archdoc.sphinxext.table_rows import RowReader

        prefix, inside = self._id_part("id-prefix"), self._inside()
        kind = self.domain.registry[spec.body_kind]
        RowReader(self, kind, prefix, inside, computed=self.computes).read(table)

    def _item(self, spec: ViewSpec, group: Group, item: Item) -> None:
        raise NotImplementedError


class QuestionDirective(ListDirective):
    """Open questions as a task list: the tick says whether one is answered."""

    def _item(self, spec: ViewSpec, group: Group, item: Item) -> None:
        kind = self.domain.registry[spec.body_kind]
        draft, facts = ItemReader(self, kind, date="due", people="owner").read(item)
        status = draft.values.get("status")
        if facts.state == "done" and status is not None and status.key == "done":
            status = draft.values["status"] = status._replace(key="answered")
        elif status is not None and status.key == "not-applicable":
            status = draft.values["status"] = status._replace(key="dropped")
        state = status.key if status is not None else _standing(draft)
        boxed = {"answered": "done", "dropped": "not-applicable"}.get(state, "open")
        before = [box(boxed)] if facts.state else []
        dress_item(self.env, item, before, state_badge(kind, state))


class ChangeDirective(ListDirective):
    """A change log as a table or list."""

    def _rows(self, spec: ViewSpec, table: Any) -> None:
        from sphinx_archdoc.sphinxext.local_rows import LocalRows

        kind = self.domain.registry[spec.body_kind]
        LocalRows(self, kind, self._id_part("id-prefix"), "").read(table)

    def _item(self, spec: ViewSpec, group: Group, item: Item) -> None:
        from sphinx_archdoc.sphinxext.change_items import read_change

        read_change(self, self.domain.registry[spec.body_kind], group, item)

    def build(self) -> list[nodes.Node]:
        """Return the changes declared, shown, or read from git."""
        if "from-git" in self.options:
            from sphinx_archdoc.sphinxext.git_changes import changes_table

            made = changes_table(self)
            if made:
                return made
        return super().build()


def _standing(draft: Draft) -> str:
    """Return the status that the facts of a question show."""
    return of_question(_Facts(draft.values)).key  # type: ignore[arg-type]  # has what is asked for


class _Facts:
    """The values of a draft, as attributes."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)
