"""The one directive behind all kinds of records."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.record import title_from_id
from sphinx_archdoc.model.values import clean, is_id
from sphinx_archdoc.reading.text import text_of
from sphinx_archdoc.sphinxext.base import ArchDirective, slug
from sphinx_archdoc.sphinxext.definition_lists import parse_definitions
from sphinx_archdoc.sphinxext.drafts import Draft, drafts, give_way
from sphinx_archdoc.sphinxext.labels import part_labels
from sphinx_archdoc.sphinxext.nodes import mark_record
from sphinx_archdoc.sphinxext.open_fences import say_nested
from sphinx_archdoc.sphinxext.open_options import RECORD_OPTIONS
from sphinx_archdoc.sphinxext.pasted_titles import (
    bare_title,
    head_of,
    id_in_title,
    line_said,
    numbered,
    split_title,
    take_bold_title,
    words_of,
)
from sphinx_archdoc.sphinxext.record_lines import lines_of, report_facts
from sphinx_archdoc.sphinxext.translated import offer_words, words_offered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.body import ReadBody
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.body import Body
    from sphinx_archdoc.sphinxext.record_bodies import Places

#: What inline markup cannot do without.
_MARKUP = re.compile(r"[`*_\[|\\<]")
#: A line that neither reST nor Markdown would read anything into.
_PLAIN = re.compile(r"[\w ,()/–—’+-]+\Z")


class RecordDirective(ArchDirective):
    """Declare a record: its facts are options, its text is the content."""

    kind_name: ClassVar[str]

    @property
    def kind(self) -> Kind:
        """The kind of the record."""
        return self.domain.registry[self.kind_name]

    def build(self) -> list[nodes.Node]:
        """Read the record and return its section."""
        # Imported by the first record of a project; pages without any start faster.
        from sphinx_archdoc.model.section_words import parts_of
        from sphinx_archdoc.reading.rebuild import rebuild
        from sphinx_archdoc.reading.sections import read_body
        from sphinx_archdoc.reading.summary import first_sentence
        from sphinx_archdoc.sphinxext.error_responses import add_error_responses
        from sphinx_archdoc.sphinxext.stated_facts import (
            fact_names,
            kept_nodes,
            merge_facts,
            not_marked,
        )

        kind = self.kind
        if not self.argument and not self.content and not self.value("title"):
            if kind.page_form and self._on_top():
                return self._page_form()
            if not self.value("id"):
                return self._nothing()
        if kind.argument == "id":
            self._take_line()
        children, read, places = self._children(kind.body)
        named = read.title if read is not None else ""
        titled = (self.argument and kind.argument == "title") or self.value("title")
        head = "" if titled else head_of(children)
        bold = "" if titled else take_bold_title(kind, children)
        body = read_body(
            children, parts_of(kind.family), fact_names(kind), deep=kind.family == "other"
        )
        stated = merge_facts(kind, body.facts, self.options)
        if not titled:
            body = self._pasted_title(kind, body, stated.raw, bold, named)
        add_error_responses(kind, body, stated.raw)
        id_, title = self._identity(stated.raw, body)
        values, problems = read_options(kind, stated.raw, self.domain.reading, known=RECORD_OPTIONS)
        report_facts(self, stated, problems, f"{kind.name} {id_}")
        node, title_node, anchor = self._shell(id_, title)
        draft = Draft(
            kind=kind,
            id=id_,
            title=title,
            at=self.place(anchor=anchor),
            lines=lines_of(self, kind),
            node=node,
            values=values,
            title_node=title_node,
            summary=first_sentence(body),
            extra=() if stated.raw.get("id") else numbered(kind, head, title),
        )
        number = len(drafts(self.env))
        drafts(self.env).append(draft)
        self._inline_values(draft)
        built = rebuild(
            body,
            anchor=anchor,
            as_sections=self.domain.config.record_parts == "section",
            chosen=str(values.get("chosen") or ""),
            labels=part_labels(),
        )
        draft.sections = built.sections
        chosen = next((option.text for option in built.options if option.chosen), "")
        if chosen and kind.field("chosen") and not values.get("chosen"):
            values["chosen"] = chosen
        elif not chosen and values.get("chosen"):
            self._say_not_an_option(id_, values["chosen"], [one.text for one in built.options])
            node.extend(not_marked(kind, self.options))
        node.extend(kept_nodes(kind, stated.kept))
        if read is not None and places is not None:
            from sphinx_archdoc.sphinxext.record_bodies import fill_holder

            values["body"] = read.data
            said = title_node.astext()  # a picture shows no markup
            fill_holder(self, places, kind.body, read.data, id_=id_, title=said, anchor=anchor)
        node.extend(built.nodes)
        draft.reread = partial(_reread, draft, body)
        offer_words(self, node, words_offered(draft))
        mark_record(node, number, self.env.docname)
        self.add_name(node)
        return [node]

    def _say_not_an_option(self, id_: str, chosen: str, options: list[str]) -> None:
        if options:
            said = f"chosen: {chosen!r} is none of the options; {suggestion(chosen, options)}"
            self.warn(Code.VALUE, f"{self.kind_name} {id_}: {said}", option="chosen")

    def _take_line(self) -> None:
        """Take ``shop.api "Shop API" [Go]`` apart, as a line of a model: an id, and options."""
        id_, said = line_said(self.argument)
        known = said.keys() <= {"title", *(spec.option for spec in self.kind.fields)}
        if id_ and known and said.keys().isdisjoint(self.options):
            self.arguments = [id_]
            self.options |= said

    def _pasted_title(
        self, kind: Kind, body: Body, raw: dict[str, str], bold: str, named: str
    ) -> Body:
        """Take the title from the text that was pasted with it; return the body without it.

        ``named`` is what a text in a format calls itself, which is shorter than its heading.
        """
        heading, rest = (None, body) if bold else split_title(body)
        above = bare_title(kind, text_of(heading.title)).rstrip(" :") if heading else ""
        title = bold or named or above
        if title:
            raw["title"] = title
            if kind.lead == "path" and "/" in title:  # GET /orders: a path is called like itself
                raw.setdefault(kind.lead, title)
        return rest

    def _children(self, body: str) -> tuple[list[nodes.Node], ReadBody | None, Places | None]:
        """Parse the content; of a text with a format also return what it says, and its place."""
        if body and self.content:
            from sphinx_archdoc.sphinxext.record_bodies import parse_around, read_content

            read = read_content(self, body)
            if read.data is not None:
                children, places = parse_around(self, read)
                return children, read, places
        children = self._parse()
        for block in (found for node in children for found in node.findall(nodes.literal_block)):
            if body and block.get("language") == body:  # no language that code is coloured in
                block["language"] = "text"
        return children, None, None

    def _parse(self) -> list[nodes.Node]:
        if self.in_rst:
            found = parse_definitions(self.state, self.content, self.content_offset)
            if found is not None:
                return [found]
        blocks = list(self.parse_content_to_nodes(allow_section_headings=self.in_rst))
        if any(line.startswith(":") for line in self.content) and not self.in_rst:
            from sphinx_archdoc.sphinxext.myst_syntax import say_unread_lists

            say_unread_lists(self, blocks)
        return blocks

    def _identity(self, raw: Mapping[str, str], body: Body) -> tuple[str, str]:
        kind = self.kind
        wanted = raw.get("id", "").strip()
        title = raw.get("title", "").strip()
        if kind.argument == "id":
            given = self.argument or wanted
            if self.argument and (wanted or (not is_id(given) and " " in given)):
                # A name beside an id, or a name and no id, which is then made from it.
                title, given = title or given, wanted or slug(given)
            id_ = self.valid_id(given, kind.name, title or given or words_of(body))
            if not title:
                title = self._title_on_page(id_) or title_from_id(id_)
            return id_, clean(title)[0]
        title = self.argument or title
        if not wanted:
            wanted, title = id_in_title(kind, title)
        # An id made from the number of the line would change with every edit above it.
        said = "" if title else words_of(body)
        id_ = self.valid_id(wanted, kind.name, title or said)
        if not title:
            instead = f"its first words stand for it: {said!r}" if said else "its id stands for it"
            self.warn(Code.MISSING, f"{kind.name} {id_} has no title; {instead}")
        return id_, clean(title or said or id_)[0]

    def _on_top(self) -> bool:
        """Tell whether the directive stands right below the title of its page."""
        if drafts(self.env) or "archdoc_page" in self.env.current_document:
            return False
        holder = cast("nodes.Element", self.state_machine.node)
        if isinstance(holder, nodes.document):
            return True
        sections = any(isinstance(child, nodes.section) for child in holder.children)
        return holder.parent is self.state.document and not sections

    def _title_on_page(self, id_: str) -> str:
        """Return the title that an earlier declaration on the page gives to the same element."""
        return next((draft.title for draft in drafts(self.env) if draft.id == id_), "")

    def _shell(self, id_: str, title: str) -> tuple[nodes.Element, nodes.Element, str]:
        """Return the element that holds the record, its title, and its anchor."""
        if self.kind.argument == "id" and id_ in self.state.document.ids:
            give_way(self.env, self.state.document, id_)
        anchor = self.anchor(id_, self.kind.name)
        classes = self.class_names("arch-record", f"arch-kind-{self.kind.name}")
        inline, messages = self._inline(title)
        node: nodes.Element
        title_node: nodes.TextElement
        if isinstance(self.state_machine.node, (nodes.section, nodes.document, addnodes.only)):
            node = nodes.section(classes=classes)
            title_node = nodes.title(title, "", *inline)
        else:
            say_nested(self, f"{self.kind.name} {id_}")
            node = nodes.container(classes=classes)
            title_node = nodes.rubric(title, "", *inline, classes=["arch-title"])
        self.set_source_info(node)
        self.set_source_info(title_node)
        self.carry(node, anchor)
        node["arch_record"] = id_
        node.append(title_node)
        node.extend(messages)
        return node, title_node, anchor

    def _inline(self, text: str) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Parse a line; one without any mark-up needs no parser."""
        return ([nodes.Text(text)], []) if _PLAIN.match(text) else self.parse_inline(text)

    def _inline_values(self, draft: Draft) -> None:
        """Parse the options that may hold markup, where they hold any."""
        for spec in draft.kind.fields:
            text = draft.values.get(spec.name)
            if spec.type == "inline" and isinstance(text, str) and _MARKUP.search(text):
                inline, _messages = self.parse_inline(text)
                draft.inline_nodes[spec.name] = nodes.inline("", "", *inline)

    def _nothing(self) -> list[nodes.Node]:
        what = "a title" if self.kind.argument == "title" else "an id"
        self.warn(Code.EMPTY, f"{self.name} needs {what} as its argument; nothing is declared")
        return []

    def _page_form(self) -> list[nodes.Node]:
        """Mark the page as the record: the options join its front matter, the text stays."""
        from sphinx_archdoc.sphinxext.page_records import Marked, mark_page

        options, lines = dict(self.options), dict(self.option_lines)
        mark_page(self.env, Marked(self.kind.name, options, lines, self.place()))
        return list(self.parse_content_to_nodes(allow_section_headings=self.in_rst))


def _reread(draft: Draft, body: Body) -> None:
    """Take the summary of a translated text, and the name of the option that was chosen."""
    from sphinx_archdoc.reading.optionnodes import chosen_name
    from sphinx_archdoc.reading.summary import first_sentence

    draft.summary = first_sentence(body)
    chosen = chosen_name(draft.node)
    if chosen and "chosen" in draft.values:
        draft.values["chosen"] = chosen
