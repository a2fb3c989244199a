"""Document control: what is known of a document itself, as a strip of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.section_words import parts_of
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.sphinxext.base import ArchDirective, slug
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.labels import part_labels
from sphinx_archdoc.sphinxext.list_items import parse_blocks
from sphinx_archdoc.sphinxext.nodes import mark_record
from sphinx_archdoc.sphinxext.open_options import RECORD_OPTIONS
from sphinx_archdoc.sphinxext.record_lines import lines_of, report_facts
from sphinx_archdoc.sphinxext.stated_facts import fact_names, kept_nodes, merge_facts
from sphinx_archdoc.sphinxext.warnings import placed, warn
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.kind import Kind

#: A table with these columns is the history of the document.
_HISTORY = {"date", "version", "author"}


class ControlDirective(ArchDirective):
    """Make the page's document a record: its facts are options, lines, a table, front matter."""

    view_name = "document-control"

    def build(self) -> list[nodes.Node]:
        """Return the strip of facts, and below it what of the body is no fact."""
        from sphinx_archdoc.reading.own_facts import own_facts
        from sphinx_archdoc.reading.rebuild import rebuild
        from sphinx_archdoc.reading.sections import read_body

        kind = self.domain.registry["document"]
        allowed = catalog(self.domain.registry)[self.view_name].options
        self.options = {
            name if name in allowed else self._option(kind, name): text
            for name, text in self.options.items()
        }
        options = self.check_options(allowed)
        options = {name: text for name, text in options.items() if name not in ("name", "class")}
        blocks = parse_blocks(self) if self.content else []
        self._history(blocks)
        body = read_body(blocks, parts_of(kind.family), fact_names(kind))
        stated = merge_facts(kind, body.facts, options)
        raw = dict(stated.raw)
        node = nodes.container(classes=self.class_names("arch-control"))
        self.set_source_info(node)
        known = self._known(kind, raw.get("id", "").strip())
        title = self.argument or raw.pop("title", "")
        if known is None:
            raw = {**self._front_matter(kind), **raw}
            title = clean(title or raw.pop("title", "") or self._page_title())[0]
        id_ = known.id if known is not None else self._id(raw.get("id", "").strip())
        raw.pop("id", None)
        values, problems = read_options(kind, raw, self.domain.reading, known=RECORD_OPTIONS)
        report_facts(self, stated, problems, f"{kind.name} {id_}")
        if known is None:
            anchor = self.anchor(id_, kind.name)
            self.carry(node, anchor)
            node["arch_record"] = id_
            place = self.place(anchor=anchor)
            mark_record(node, len(drafts(self.env)), self.env.docname)
            draft = Draft(kind=kind, id=id_, title=title or id_, at=place, node=node, values=values)
            draft.lines = lines_of(self, kind)
            drafts(self.env).append(draft)
        else:
            draft, anchor = known, known.at.anchor
            self._merge(known, values)
        left = [*body.lead, *(part for section in body.walk() for part in section.nodes)]
        draft.extra_nodes += own_facts(left)
        node += kept_nodes(kind, stated.kept)
        node += rebuild(
            body, anchor=anchor, as_sections=False, chosen="", labels=part_labels()
        ).nodes
        self.add_name(node)
        return [node] if known is None or node.children else []

    def _option(self, kind: Kind, name: str) -> str:
        """Return the option that a field of a field list means, such as `Next review`."""
        spec = by_header(kind, name)
        return spec.option if spec is not None else name

    def _known(self, kind: Kind, wanted: str) -> Draft | None:
        """Return the document of an earlier directive on the page that this one adds facts to."""
        own = (draft for draft in drafts(self.env) if draft.kind is kind)
        return next((draft for draft in own if wanted in ("", draft.id)), None)

    def _merge(self, known: Draft, values: dict[str, Any]) -> None:
        """Add facts to those of the first directive; of two that differ the first counts."""
        for name, value in values.items():
            have = known.values.setdefault(name, value)
            spec = known.kind.field(name)
            if have != value and spec is not None:
                there = placed(self.env, known.at)
                message = (
                    f"{known.kind.name} {known.id}: {spec.option} says something else than "
                    f"{self.name} at {there}; keep one of them"
                )
                here = self.source_place(self.option_lines.get(spec.option, 0))
                warn(Code.CONFLICT, message, here, named=(there,))

    def _id(self, wanted: str) -> str:
        made = f"DOC-{slug(self.env.docname.replace('/', '-'), 60)}"
        return self.valid_id(wanted, "document", made) if wanted else made

    def _page_title(self) -> str:
        title = next(iter(self.state.document.findall(nodes.title)), None)
        return title.astext() if title is not None else ""

    def _front_matter(self, kind: Kind) -> dict[str, str]:
        """Return what the front matter or the docinfo of the page says, by options."""
        found: dict[str, str] = {}
        for fields in self.state.document.findall(nodes.field_list):
            parent = fields.parent
            on_top = isinstance(parent, nodes.document) or (
                isinstance(parent, nodes.section) and isinstance(parent.parent, nodes.document)
            )
            before = parent.children[: parent.index(fields)] if parent is not None else []
            quiet = (nodes.title, nodes.comment, nodes.target, nodes.system_message)
            if not on_top or not all(isinstance(node, quiet) for node in before):
                continue
            for item in fields.children:
                name, text = item.children[0].astext(), item.children[1].astext().strip()
                spec = by_header(kind, name)
                if spec is not None and text:
                    found.setdefault(spec.option, text)
            break
        return found

    def _history(self, blocks: Sequence[nodes.Node]) -> None:
        """Read a table of versions in the body as changes."""
        from sphinx_archdoc.reading.tables import plain_tables, read_table
        from sphinx_archdoc.sphinxext.local_rows import LocalRows

        table, _problems = read_table(blocks)
        change = self.domain.registry["change"]
        if table is None or len(table.headers) <= 2:  # noqa: PLR2004 -- two: names and values
            return
        specs = (by_header(change, header) for header in table.headers)
        if len({spec.name for spec in specs if spec is not None} & _HISTORY) > 1:
            LocalRows(self, change, "", "").read(table)
            for node in plain_tables(blocks):
                node["classes"] += ["arch-table", "arch-declared"]
