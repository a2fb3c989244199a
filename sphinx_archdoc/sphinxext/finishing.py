"""What a page contributes when it is read: records, views, and what is wrong with its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.domain import domain_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.drafts import Draft


def finish(env: BuildEnvironment, docname: str, document: nodes.document) -> None:
    """Store the records and views of a page; most pages have none."""
    known = env.current_document
    # A page that declares decisions is none itself.
    declared: list[Draft] = known.get("archdoc_drafts") or []
    own = any(draft.kind.family == "decision" for draft in declared)
    may_be = domain_of(env).config.keeps_decisions(docname) and not own
    if may_be or "archdoc_page" in known:
        from sphinx_archdoc.sphinxext.page_records import add_page_record

        add_page_record(env, docname, document)
    if "archdoc_may_total" in known:
        from sphinx_archdoc.sphinxext.plain_totals import note_totals

        note_totals(env, document)
    if "archdoc_drafts" in known or "archdoc_views" in known:
        from sphinx_archdoc.sphinxext.drafts import finish_page

        finish_page(env, docname, document)
