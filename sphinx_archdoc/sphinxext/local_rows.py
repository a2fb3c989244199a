"""Rows of tables that may stand in many documents: their ids have the page's name in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.sphinxext.base import slug
from sphinx_archdoc.sphinxext.drafts import drafts
from sphinx_archdoc.sphinxext.table_rows import RowReader

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tables import RawRow


class LocalRows(RowReader):
    """Reads a table of changes or signatures: "Initial version" stands in every document."""

    def _id(self, wanted: str, title: str, number: int, row: RawRow) -> str:
        if self.prefix or (wanted and is_id(wanted)):
            return super()._id(wanted, title, number, row)
        env = self.directive.env
        place = sum(draft.kind is self.kind for draft in drafts(env)) + 1
        return f"{slug(env.docname.replace('/', '-'), 40)}-{self.kind.name}-{place}"
